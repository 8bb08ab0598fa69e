// Facts about types as Python sees them.

import CPythonABI
import Glibc

public enum Classes {
    @inlinable public static func isType(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & Py_TPFLAGS_TYPE_SUBCLASS != 0
    }
    @inlinable public static func type(_ value: Value) -> TypePointer { value.cast(to: PyTypeObject.self) }

    /// `__module__`
    static func module(_ type: TypePointer) throws(Raised) -> Ref {
        let own = DictObject.get(type.dict, name: Names.module)
        if type.isHeapType {
            if own.isNull { throw raise(.attributeError, argument: Names.module) }
            return Ref(own)
        }
        if !own.isNull && StrObject.isInstance(own) { return Ref(own) }
        let full = String(cString: type.pointee.tp_name)
        return StrObject.intern(full.lastIndex(of: ".").map { String(full[..<$0]) } ?? "builtins")
    }
    /// `__qualname__`
    public static func qualifiedName(_ type: TypePointer) -> Ref {
        if type.isHeapType { return Ref(Value(pointer: type.heap.pointee.ht_qualname.unsafelyUnwrapped)) }
        return StrObject.make(type.shortName)
    }
    /// `__name__`
    public static func name(_ type: TypePointer) -> Ref {
        if type.isHeapType { return Ref(Value(pointer: type.heap.pointee.ht_name.unsafelyUnwrapped)) }
        return StrObject.make(type.shortName)
    }

    /// isinstance(value, type) without hooks.
    @inlinable public static func isInstance(_ value: Value, _ type: TypePointer) -> Bool { value.type.isSubtype(of: type) }

    // MARK: MRO

    /// The C3 linearisation of a class with these bases.
    static func computeMRO(_ type: TypePointer, _ bases: Value) throws(Raised) -> Ref {
        let count = TupleObject.count(bases)
        for i in 0..<count {
            for j in i + 1..<max(count, i + 1) where TupleObject.item(bases, i) === TupleObject.item(bases, j) {
                let base = Classes.type(TupleObject.item(bases, i))
                throw raise(.typeError, "duplicate base class \(base.name)")
            }
        }
        var sequences: [[Value]] = []
        for i in 0..<count {
            let base = Classes.type(TupleObject.item(bases, i))
            if base.pointee.tp_mro == nil { throw raise(.typeError, "Cannot extend an incomplete type '\(base.name)'") }
            let mro = base.mro
            sequences.append((0..<TupleObject.count(mro)).map { TupleObject.item(mro, $0) })
        }
        sequences.append((0..<count).map { TupleObject.item(bases, $0) })
        var result: [Value] = [type.value]
        var heads = [Int](repeating: 0, count: sequences.count)
        while true {
            var candidate: Value?
            var remaining = false
            search: for (index, sequence) in sequences.enumerated() where heads[index] < sequence.count {
                remaining = true
                let head = sequence[heads[index]]
                for (other, tail) in sequences.enumerated() where heads[other] + 1 < tail.count {
                    for position in heads[other] + 1..<tail.count where tail[position] === head { continue search }
                }
                candidate = head
                break
            }
            guard remaining else { return TupleObject.make(array: result) }
            guard let next = candidate else {
                var names: [String] = []
                var seen: [Value] = []
                for (index, sequence) in sequences.enumerated() where heads[index] < sequence.count {
                    let head = sequence[heads[index]]
                    if seen.contains(where: { $0 === head }) { continue }
                    seen.append(head)
                    names.append(Classes.type(head).shortName)
                }
                throw raise(
                    .typeError,
                    "Cannot create a consistent method resolution\norder (MRO) for bases \(names.joined(separator: ", "))")
            }
            result.append(next)
            for index in sequences.indices where heads[index] < sequences[index].count && sequences[index][heads[index]] === next {
                heads[index] += 1
            }
        }
    }
}

/// `__doc__` and `__module__` of built-in types.
enum TypeDoc {
    /// Modules whose types are static in CPython.
    private static func isOfStaticTypes(_ name: UnsafePointer<CChar>) -> Bool {
        func begins(_ module: StaticString) -> Bool {
            strncmp(name, UnsafeRawPointer(module.utf8Start).assumingMemoryBound(to: CChar.self), module.utf8CodeUnitCount) == 0
        }
        // (A union hands the question to its class.)
        if strcmp(name, "types.UnionType") == 0 { return false }
        return begins("itertools.") || begins("_io.") || begins("datetime.") || begins("collections.") || begins("_collections.")
            || begins("_contextvars.") || begins("_pickle.") || begins("_socket.") || begins("weakref.") || begins("types.") || begins("sys.")
    }
    static func install(_ type: TypePointer) {
        // Those that CPython makes when their module is imported show its name on instances, too, and have all tables of slots.
        if !type.isHeapType, let full = type.pointee.tp_name, let dot = strrchr(full, Int32(UInt8(ascii: "."))),
            !isOfStaticTypes(full), DictObject.get(type.dict, name: Names.module).isNull
        {
            type.record.pointee.hasAllSlotTables = true
            let module = StrObject.intern(String(decoding: UnsafeRawBufferPointer(start: full, count: UnsafePointer(dot) - full), as: UTF8.self))
            DictObject.set(type.dict, name: Names.module, module.value)
        }
        if DictObject.get(type.dict, name: Names.doc).isNull {
            if let doc = type.record.pointee.doc {
                let text = StrObject.make(utf8: UnsafeBufferPointer(start: doc.utf8Start, count: doc.utf8CodeUnitCount))
                DictObject.set(type.dict, name: Names.doc, text.value)
            } else {
                DictObject.set(type.dict, name: Names.doc, .none)
            }
        }
    }
}
