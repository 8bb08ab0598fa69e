// Subscripts, membership, length.

import CPythonABI

enum Lengths {
    /// The length of an object of a built-in container type itself; nil: another type.
    @inline(__always) static func known(_ value: Value) -> Int? {
        guard value.isObject else { return nil }
        let type = value.object.pointee.ob_type.unsafelyUnwrapped
        if type == PyList_TypePointer() { return ListObject.count(value) }
        if type == PyUnicode_TypePointer() { return StrObject.length(value) }
        if type == PyDict_TypePointer() { return DictObject.count(value) }
        if type == PyTuple_TypePointer() { return TupleObject.count(value) }
        return nil
    }
}

public enum Sequences {
    /// Whether the old sequence protocol (`__getitem__` by number) applies.
    public static func isSequence(_ value: Value) -> Bool {
        if DictObject.isInstance(value) { return false }
        return value.record.pointee.item != nil
    }
    /// len(value)
    public static func length(_ value: Value) throws(Raised) -> Int {
        if let count = Lengths.known(value) { return count }
        let record = value.record
        guard let slot = record.pointee.anyLength else {
            throw raise(.typeError, "object of type '\(value.type.name)' has no len()")
        }
        return try slot(value)
    }
    /// value[key]
    public static func get(_ value: Value, _ key: Value) throws(Raised) -> Ref {
        let record = value.record
        if let slot = record.pointee.subscript { return try slot(value, key) }
        if record.pointee.item != nil { return try item(record, value, key) }
        if Classes.isType(value) {
            if value === PyType_TypePointer().value { return try GenericAliasObject.make(value, key) }
            let method = try Attributes.getIfPresent(value, Names.classGetItem)
            if !method.isNull && !method.value.isNone { return try Call.call(method.value, key) }
            throw raise(.typeError, "type '\(value.cast(to: PyTypeObject.self).name)' is not subscriptable")
        }
        throw raise(.typeError, "'\(value.type.name)' object is not subscriptable")
    }
    /// value[key] by the item slot: negative numbers count from the end.
    static func item(_ record: RecordPointer, _ value: Value, _ key: Value) throws(Raised) -> Ref {
        guard Index.isIndex(key) else {
            throw raise(.typeError, "sequence index must be integer, not '\(key.type.name)'")
        }
        var index = try Index.of(key)
        if index < 0, let length = record.pointee.sequenceLength { index += try length(value) }
        return try record.pointee.item!(value, index)
    }
    /// value[key] = item; a null item deletes.
    public static func set(_ value: Value, _ key: Value, _ item: Value) throws(Raised) {
        let record = value.record
        if let slot = record.pointee.storeSubscript { return try slot(value, key, item) }
        if record.pointee.storeItem != nil {
            guard Index.isIndex(key) else { throw raise(.typeError, "sequence index must be integer, not '\(key.type.name)'") }
            return try storeItem(record, value, key, item)
        }
        // CPython's answer depends on whether the type has a table of sequence slots, which classes of Python code always have: then the
        // index is made a number first.
        let sequence = Index.isIndex(key) && (value.type.isHeapType || record.pointee.hasAllSlotTables || value.type == PyDictProxy_TypePointer() || record.pointee.sequenceLength != nil || record.pointee.item != nil)
        if sequence {
            _ = try Index.of(key)
        }
        if !item.isNull { throw raise(.typeError, "'\(value.type.name)' object does not support item assignment") }
        throw raise(.typeError, "'\(value.type.name)' object does\(sequence ? "n't" : " not") support item deletion")
    }
    static func storeItem(
        _ record: RecordPointer, _ value: Value, _ key: Value, _ item: Value, beyond error: ExceptionKind = .indexError
    ) throws(Raised) {
        var index = try Index.of(key, error)
        if index < 0, let length = record.pointee.sequenceLength { index += try length(value) }
        try record.pointee.storeItem!(value, index, item)
    }
    /// item in container
    public static func contains(_ container: Value, _ item: Value) throws(Raised) -> Bool {
        if let slot = container.record.pointee.contains { return try slot(container, item) }
        return try containsByIteration(container, item)
    }
    static func containsByIteration(_ container: Value, _ item: Value) throws(Raised) -> Bool {
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(container) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "argument of type '\(container.type.name)' is not iterable")
        }
        while true {
            let candidate = try Iteration.next(iterator.value)
            if candidate.isNull { return false }
            if try Compare.equal(candidate.value, item) { return true }
        }
    }
}
