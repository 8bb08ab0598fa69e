// What an abstract base class keeps under `_abc_impl`: the registry +16, the cache of classes known to be subclasses +24, of those
// known not to be +32 (sets of weak references, null while empty), and for which token the latter holds +40.

import CPythonABI

public enum AbcData {
    public enum Field: Int { case registry = 2, cache = 3, negativeCache = 4 }

    nonisolated(unsafe) private static let type = NativeType.make(
        "_abc._abc_data", base: PyBaseObject_TypePointer(), size: 48, flags: Py_TPFLAGS_HAVE_GC
    ) { (type) in
        type.doc("Internal state held by ABC machinery.")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            for index in 2...4 {
                let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
                words[index].release()
            }
            ObjectMemory.freeCollected(object, size: 48)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
            for index in 2...4 where words[index].isObject {
                let result = visit(words[index].object, argument)
                if result != 0 { return result }
            }
            return 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            for index in 2...4 {
                let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
                let old = words[index]
                words[index] = .null
                old.release()
            }
            return 0
        }
    }

    public static func make(_ token: Int) -> Ref {
        let object = ObjectMemory.newCollected(type, as: PyObject.self, size: 48)
        let words = UnsafeMutableRawPointer(object).assumingMemoryBound(to: Value.self)
        for index in 2...4 { words[index] = .null }
        words[5] = Value(bits: UInt64(bitPattern: Int64(token)))
        Collector.track(object)
        return Ref(owned: Value(object))
    }
    private static let key = StrObject.intern("_abc_impl").take()
    /// The data of a class.
    public static func of(_ self: Value) throws(Raised) -> Ref {
        let data = try Attributes.get(self, key)
        if data.value.type != type { throw raise(.typeError, "_abc_impl is set to a wrong type") }
        return data
    }
    private static func words(_ data: Value) -> UnsafeMutablePointer<Value> { data.cast(to: Value.self) }
    public static func version(_ data: Value) -> Int { Int(Int64(bitPattern: words(data)[5].bits)) }
    public static func setVersion(_ data: Value, _ version: Int) { words(data)[5] = Value(bits: UInt64(bitPattern: Int64(version))) }

    // MARK: Sets of weak references

    public static func contains(_ data: Value, _ field: Field, _ item: Value) throws(Raised) -> Bool {
        let set = Ref(words(data)[field.rawValue])
        if set.isNull || SetObject.count(set.value) == 0 { return false }
        let reference: Ref
        do throws(Raised) { reference = try Call.call(_PyWeakref_RefTypePointer().value, item) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            return false
        }
        return try SetObject.contains(set.value, reference.value)
    }
    public static func add(_ data: Value, _ field: Field, _ item: Value) throws(Raised) {
        if words(data)[field.rawValue].isNull { words(data)[field.rawValue] = SetObject.make().take() }
        let set = Ref(words(data)[field.rawValue])
        // The entry goes when the class goes; the callback must not keep the set alive.
        let weakSet = try Call.call(_PyWeakref_RefTypePointer().value, set.value)
        let callback = NativeFunctionObject.make(discardMethod, self: weakSet.value, module: .null)
        let reference = try Call.call(_PyWeakref_RefTypePointer().value, item, callback.value)
        try SetObject.add(set.value, reference.value)
    }
    nonisolated(unsafe) private static let discardMethod = NativeMethod.make(
        "_destroy", .one({ (weakSet, reference) throws(Raised) -> Ref in
            let set = Ref(WeakReferences.target(weakSet))
            if set.isNull { return .none }
            let name = StrObject.intern("discard")
            return try Call.method(set.value, name.value, reference)
        }))
    public static func clear(_ data: Value, _ field: Field) {
        let set = Ref(words(data)[field.rawValue])
        if !set.isNull { SetObject.clear(set.value) }
    }
    /// The classes that are still alive.
    public static func members(_ data: Value, _ field: Field) throws(Raised) -> Ref {
        let result = ListObject.make()
        let set = Ref(words(data)[field.rawValue])
        if set.isNull { return result }
        let references = try Iteration.list(set.value)
        for index in 0..<ListObject.count(references.value) {
            let target = WeakReferences.target(ListObject.item(references.value, index))
            if !target.isNull { try ListObject.append(result.value, target) }
        }
        return result
    }
    public static func copy(_ data: Value, _ field: Field) throws(Raised) -> Ref {
        let set = words(data)[field.rawValue]
        return set.isNull ? SetObject.make() : try Call.call(PySet_TypePointer().value, set)
    }
}
