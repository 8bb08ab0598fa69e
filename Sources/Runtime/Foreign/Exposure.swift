// Exposing containers to C code, which reads their fields through macros: their words become real pointers.
//
// Once exposed, always exposed: stores box (`Border.stored`), and reads turn the constants back (`Border.read`). What a macro reaches
// from one container is exposed with it, by a list of what is still to do rather than by recursion, so depth costs no native stack.

import CPythonABI

extension Border {
    /// As `toC`, taking over the reference.
    @inlinable public static func toC(owned ref: consuming Ref) -> ObjectPointer {
        let value = ref.take()
        if value.isObject {
            expose(value.object)
            return value.object
        }
        return box(value)
    }

    /// Makes the fields of an object readable for C.
    @inlinable @inline(__always) public static func expose(_ object: ObjectPointer) {
        let flags = object.pointee.ob_type.unsafelyUnwrapped.pointee.tp_flags
        // tuple, list, exceptions; and of the types with headers the few others whose fields macros read.
        let interesting = Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS
        // (One test for most: strings, numbers, what C made.)
        if flags & (interesting | Py_TPFLAGS_HAVE_GC) == 0 { return }
        if flags & interesting != 0 {
            if flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0 || !object.isExposed { Exposure.expose(object) }
        } else {
            let type = object.pointee.ob_type
            if type == PySlice_TypePointer() || type == PyCell_TypePointer() {
                if !object.isExposed { Exposure.expose(object) }
            } else if flags & Py_TPFLAGS_HAVE_VECTORCALL != 0 {
                Exposure.provideVectorcall(object)
            }
        }
    }

    /// What is stored into an exposed container. Takes over `value` and gives a reference.
    @inline(never) public static func stored(_ value: Value) -> Value {
        if value.isNull { return value }
        if !value.isObject { return Value(box(value)) }
        expose(value.object)
        return value
    }
    /// Whether `read` would change the word.
    @inlinable @inline(__always) public static func isConstant(_ word: Value) -> Bool {
        _PySwift_is_constant(UInt(truncatingIfNeeded: word.bits)) != 0
    }
    /// A word of a container that C may have filled: the constants have one form inside.
    @inlinable @inline(__always) public static func read(_ word: Value) -> Value {
        _PySwift_is_constant(UInt(truncatingIfNeeded: word.bits)) != 0 ? constant(word.object) : word
    }
}

public enum Exposure {
    /// Called with functions of the runtime that C code may call by vectorcall. Set by the C API layer.
    nonisolated(unsafe) public static var vectorcall: vectorcallfunc?

    /// Gives a callable of the runtime the entry that macros look for.
    @usableFromInline static func provideVectorcall(_ object: ObjectPointer) {
        guard let vectorcall, let type = object.pointee.ob_type, type.pointee.tp_vectorcall_offset > 0, !type.record.pointee.isForeign else { return }
        if type.pointee.tp_flags & Py_TPFLAGS_TYPE_SUBCLASS != 0 { return }
        let slot = (UnsafeMutableRawPointer(object) + type.pointee.tp_vectorcall_offset).assumingMemoryBound(to: vectorcallfunc?.self)
        if slot.pointee == nil { slot.pointee = vectorcall }
    }

    @usableFromInline @inline(never) static func expose(_ object: ObjectPointer) {
        var waiting: [ObjectPointer] = []
        visit(object, &waiting)
        while let next = waiting.popLast() { visit(next, &waiting) }
    }

    private static func visit(_ object: ObjectPointer, _ waiting: inout [ObjectPointer]) {
        let flags = object.pointee.ob_type.pointee.tp_flags
        if flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0 {
            // Its fields are pointers always; the tuple of arguments may not be exposed yet.
            if let arguments = ExceptionObject.head(Value(object)).pointee.args, needsExposure(arguments) { waiting.append(arguments) }
            return
        }
        if object.isExposed { return }
        object.isExposed = true
        if flags & Py_TPFLAGS_TUPLE_SUBCLASS != 0 {
            box(TupleObject.items(Value(object)), TupleObject.count(Value(object)), &waiting)
        } else if flags & Py_TPFLAGS_LIST_SUBCLASS != 0 {
            let count = ListObject.count(Value(object))
            if count > 0 { box(ListObject.items(Value(object)), count, &waiting) }
        } else if object.pointee.ob_type == PySlice_TypePointer() {
            box(Value(object).cast(to: Value.self) + 2, 3, &waiting)
        } else if object.pointee.ob_type == PyCell_TypePointer() {
            box(Value(object).cast(to: Value.self) + 2, 1, &waiting)
        }
    }
    private static func box(_ words: UnsafeMutablePointer<Value>, _ count: Int, _ waiting: inout [ObjectPointer]) {
        for index in 0..<count {
            let word = words[index]
            if word.isSmallInt {
                words[index] = Value(IntObject.box(word.smallInt))
            } else if word.isObject {
                if needsExposure(word.object) { waiting.append(word.object) }
            } else if !word.isNull {
                words[index] = Value(Border.box(word))
            }
        }
    }
    private static func needsExposure(_ object: ObjectPointer) -> Bool {
        let flags = object.pointee.ob_type.pointee.tp_flags
        if flags & (Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS) != 0 { return !object.isExposed }
        if flags & Py_TPFLAGS_BASE_EXC_SUBCLASS != 0 { return true }
        let type = object.pointee.ob_type
        return (type == PySlice_TypePointer() || type == PyCell_TypePointer()) && !object.isExposed
    }
}
