// Filling dicts: the constructor, update, |, fromkeys.

import CPythonABI

extension DictObject {
    /// How two sources of one key are reconciled.
    public enum Override { case replace, keep }

    /// Whether iterating the dict subclass instance is dict's own: then its table may be read directly.
    public static func isPlain(_ dict: Value) -> Bool {
        if isExact(dict) { return true }
        return SlotIdentity.same(dict.record.pointee.iter, PyDict_TypePointer().record.pointee.iter)
    }

    /// Puts all entries of a mapping into a dict.
    public static func merge(_ dict: Value, _ mapping: Value) throws(Raised) { try merge(dict, mapping, .replace) }
    public static func merge(_ dict: Value, _ mapping: Value, _ override: Override) throws(Raised) {
        if isInstance(mapping) && isPlain(mapping) { return try mergeDict(dict, mapping, override) }
        let keys = try keyList(mapping)
        for index in 0..<ListObject.count(keys.value) {
            let key = Ref(ListObject.item(keys.value, index))
            if override == .keep, try contains(dict, key.value) { continue }
            let value = try Sequences.get(mapping, key.value)
            try set(dict, key.value, value.value)
        }
    }
    private static func mergeDict(_ dict: Value, _ other: Value, _ override: Override) throws(Raised) {
        if dict === other || count(other) == 0 { return }
        if count(dict) == 0 {
            if copy(other, into: dict) { return }
            try resize(dict, log2Size: log2Size(for: count(other)), general: keys(other).pointee.isGeneral)
        } else if count(other) > 8 && keys(dict).pointee.usable < count(other) {
            let log2 = log2Size(for: count(dict) + count(other))
            if (1 << log2) > keys(dict).size { try resize(dict, log2Size: log2, general: keys(dict).pointee.isGeneral || keys(other).pointee.isGeneral) }
        }
        let source = Ref(other)
        let used = count(other)
        var position = 0
        while let entry = nextEntry(source.value, &position) {
            let key = Ref(entry.key)
            let value = Ref(entry.value)
            let index = try find(dict, key.value, entry.hash)
            if index < 0 {
                try insert(dict, key.value, value.value, entry.hash)
            } else if override == .replace {
                replace(dict, index, value.value)
            }
            if count(source.value) != used { throw raise(.runtimeError, "dict mutated during update") }
        }
    }
    /// list(mapping.keys())
    static func keyList(_ mapping: Value) throws(Raised) -> Ref {
        let keys = try Call.method(mapping, Names.keys)
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(keys.value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "\(mapping.type.name).keys() returned a non-iterable (type \(keys.value.type.name))")
        }
        return try Iteration.list(iterator.value)
    }

    /// Puts the pairs of an iterable into a dict.
    public static func mergePairs(_ dict: Value, _ iterable: Value) throws(Raised) {
        let iterator = try Iteration.iter(iterable)
        var index = 0
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return }
            let pair: Ref
            if ListObject.isExact(item.value) || TupleObject.isExact(item.value) {
                pair = item
            } else {
                do throws(Raised) { pair = try Iteration.list(item.value) } catch {
                    guard PendingException.clear(if: .typeError) else { throw error }
                    throw raise(.typeError, "cannot convert dictionary update sequence element #\(index) to a sequence")
                }
            }
            let isList = ListObject.isExact(pair.value)
            let length = isList ? ListObject.count(pair.value) : TupleObject.count(pair.value)
            if length != 2 {
                throw raise(.valueError, "dictionary update sequence element #\(index) has length \(length); 2 is required")
            }
            let items = isList ? ListObject.items(pair.value) : TupleObject.items(pair.value)
            let key = Ref(items[0])
            let value = Ref(items[1])
            try set(dict, key.value, value.value)
            index += 1
        }
    }

    /// What the constructor and `update` take: nothing, a mapping or pairs, and keywords.
    public static func update(_ dict: Value, _ arguments: Arguments, _ function: StaticString) throws(Raised) {
        try arguments.check(function, 0, 1)
        if arguments.count == 1 { try update(dict, arguments[0]) }
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            try set(dict, name, arguments.keywordValue(index))
        }
    }
    /// A mapping or pairs.
    public static func update(_ dict: Value, _ source: Value) throws(Raised) {
        if isExact(source) { return try mergeDict(dict, source, .replace) }
        let keys = try Attributes.getIfPresent(source, Names.keys)
        if keys.isNull { try mergePairs(dict, source) } else { try merge(dict, source, .replace) }
    }

    /// dict.fromkeys for any class.
    static func fromKeys(_ type: Value, _ iterable: Value, _ value: Value) throws(Raised) -> Ref {
        let result = try Call.call(type)
        if isExact(result.value) {
            if count(result.value) == 0 && isExact(iterable) || SetObject.isExactSet(iterable)
                || iterable.type == PyFrozenSet_TypePointer() {
                return try fill(result, fromKeysOf: iterable, value)
            }
        }
        let iterator = try Iteration.iter(iterable)
        let plain = isExact(result.value)
        while true {
            let key = try Iteration.next(iterator.value)
            if key.isNull { return result }
            if plain { try set(result.value, key.value, value) } else { try Sequences.set(result.value, key.value, value) }
        }
    }
    private static func fill(_ result: consuming Ref, fromKeysOf source: Value, _ value: Value) throws(Raised) -> Ref {
        let dict = result.value
        var position = 0
        if isExact(source) {
            try resize(dict, log2Size: log2Size(for: count(source)), general: keys(source).pointee.isGeneral)
            while let entry = nextEntry(source, &position) {
                let key = Ref(entry.key)
                try set(dict, key.value, value, hash: entry.hash)
            }
        } else {
            while let entry = SetObject.next(source, &position) {
                let key = Ref(entry.key)
                try set(dict, key.value, value, hash: entry.hash)
            }
        }
        return result
    }
}
