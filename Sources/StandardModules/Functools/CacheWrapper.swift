// The callable that `functools.lru_cache` makes.
//
// Results lie in a dict. A bounded cache also keeps them in a list in the order of use: links whose `next` owns the following
// one and whose `previous` is a bare address, so that the links make no cycles.
//
//     wrapper.first -> oldest -> ... -> newest <- wrapper.last (address)

import CPythonABI
import Runtime

enum CacheWrapper {
    private static let parameters = BoundParameters("(user_function, maxsize, typed, cache_info_type)")

    // Fields.
    private static let function = 0
    private static let maximum = 1
    private static let typed = 2
    private static let infoType = 3
    private static let cache = 4
    private static let hits = 5
    private static let misses = 6
    private static let first = 7
    private static let last = 8

    /// A mark between positional and keyword arguments in keys.
    nonisolated(unsafe) private static let keywordMark: Value = {
        let mark = FieldObject.type("functools._kwd_mark", fields: 0, .hidden) { _ in }
        do throws(Raised) { return try FieldObject.make(mark).take() } catch { return .none }
    }()

    static let type: TypePointer = FieldObject.type(
        "functools._lru_cache_wrapper", fields: 9, [.dict, .weakReferences, .method]
    ) { type in
        type.doc(FunctoolsDocs._lru_cache_wrapper)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "lru_cache") { (bound) throws(Raised) -> Ref in try make(type, bound) }
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let limit = Fields(self)[maximum]
            if limit.isNone { return try callUnbounded(self, arguments) }
            if limit.smallInt == 0 { return try callUncached(self, arguments) }
            return try callBounded(self, arguments)
        }
        type.slots.descriptorGet = { (self, instance, _) throws(Raised) -> Ref in
            instance.isNull || instance.isNone ? Ref(self) : MethodObject.make(self, instance)
        }
        type.method(
            "cache_info",
            .noArguments { (self) throws(Raised) -> Ref in
                let fields = Fields(self)
                let size = Value(smallInt: DictObject.count(fields[cache]))
                let arguments = TupleObject.make(fields[hits], fields[misses], fields[maximum], size)
                let type = fields.hold(infoType)
                return try Call.call(type.value, tuple: arguments.value, keywords: .null)
            }, FunctoolsDocs.lru_cache_wrapper_cache_info)
        type.method(
            "cache_clear",
            .noArguments { (self) throws(Raised) -> Ref in
                let fields = Fields(self)
                fields.setInt(hits, 0)
                fields.setInt(misses, 0)
                let chain = fields.take(first)
                fields.set(last, Value.null)
                DictObject.clear(fields[cache])
                releaseChain(chain)
                return .none
            }, FunctoolsDocs.lru_cache_wrapper_cache_clear)
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in try Attributes.get(self, Names.qualname) })
        // As CPython: whatever they are called with.
        type.method("__copy__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in Ref(self) })
        type.method("__deepcopy__", .parsed(named: true, minimum: 0, maximum: .max) { (self, _) throws(Raised) -> Ref in Ref(self) })
    }

    private static func make(_ type: TypePointer, _ bound: Arguments) throws(Raised) -> Ref {
        if bound[0].record.pointee.call == nil { throw raise(.typeError, "the first argument must be callable") }
        let wrapper = try FieldObject.make(type)
        let fields = Fields(wrapper.value)
        if bound[1].isNone {
            fields.set(maximum, Value.none)
        } else if IntObject.isInstance(bound[1]) || bound[1].record.pointee.index != nil {
            fields.setInt(maximum, min(max(try Index.size(bound[1]), 0), Value.maxSmallInt))
        } else {
            throw raise(.typeError, "maxsize should be integer or None")
        }
        fields.set(typed, Value(bool: try Truth.of(bound[2])))
        fields.set(function, bound[0])
        fields.set(infoType, bound[3])
        fields.set(cache, DictObject.make())
        fields.setInt(hits, 0)
        fields.setInt(misses, 0)
        return wrapper
    }

    // MARK: Keys

    /// The key of a call: the only argument itself if it is an exact int or str, otherwise a tuple.
    private static func key(_ arguments: Arguments, typed: Bool) throws(Raised) -> Ref {
        let (positional, named) = (arguments.count, arguments.keywordCount)
        if !typed && named == 0 && positional == 1 {
            let only = arguments[0]
            if StrObject.isExact(only) || IntObject.isExact(only) { return Ref(only) }
        }
        let count = positional + (named > 0 ? 1 + 2 * named : 0) + (typed ? positional + named : 0)
        let key = try TupleObject.allocate(count)
        let items = key.value
        var place = 0
        func put(_ value: Value) {
            TupleObject.store(items, place, Ref(value))
            place += 1
        }
        for index in 0..<positional { put(arguments[index]) }
        if named > 0 {
            put(keywordMark)
            for index in 0..<named {
                put(arguments.keywordName(index))
                put(arguments.keywordValue(index))
            }
        }
        if typed {
            for index in 0..<positional { put(arguments[index].type.value) }
            for index in 0..<named { put(arguments.keywordValue(index).type.value) }
        }
        TupleObject.finish(key.value)
        return key
    }

    // MARK: Calls

    private static func callUncached(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let fields = Fields(self)
        fields.setInt(misses, fields.int(misses) + 1)
        let callable = fields.hold(function)
        return try Call.call(callable.value, arguments)
    }

    private static func callUnbounded(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let fields = Fields(self)
        let key = try key(arguments, typed: fields[typed].isTrue)
        let hash = try Hash.of(key.value)
        let known = try DictObject.get(fields[cache], key.value, hash: hash)
        if !known.isNull {
            fields.setInt(hits, fields.int(hits) + 1)
            return Ref(known)
        }
        fields.setInt(misses, fields.int(misses) + 1)
        let callable = fields.hold(function)
        let result = try Call.call(callable.value, arguments)
        try DictObject.set(fields[cache], key.value, result.value, hash: hash)
        return result
    }

    private static func callBounded(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let fields = Fields(self)
        let key = try key(arguments, typed: fields[typed].isTrue)
        let hash = try Hash.of(key.value)
        let known = Ref(try DictObject.get(fields[cache], key.value, hash: hash))
        if !known.isNull {
            if fields[last].bits != address(known.value).bits {
                unlink(self, known.value)
                append(self, known.value)
            }
            fields.setInt(hits, fields.int(hits) + 1)
            return Fields(known.value).hold(Link.result)
        }
        fields.setInt(misses, fields.int(misses) + 1)
        let callable = fields.hold(function)
        let result = try Call.call(callable.value, arguments)
        // The function may have called this very wrapper with the same arguments.
        if !(try DictObject.get(fields[cache], key.value, hash: hash)).isNull { return result }
        if DictObject.count(fields[cache]) >= fields.int(maximum), !fields[first].isNull {
            // The oldest goes; its key and result die last, since that may run code.
            let oldest = fields.hold(first)
            unlink(self, oldest.value)
            let oldKey = Fields(oldest.value).hold(Link.key)
            let removed = try DictObject.pop(fields[cache], oldKey.value, hash: IntObject.word(Fields(oldest.value)[Link.hash]) ?? 0)
            if removed.isNull { return result }
            try insert(self, key.value, hash, result.value)
            return result
        }
        try insert(self, key.value, hash, result.value)
        return result
    }
    private static func insert(_ self: Value, _ key: Value, _ hash: Int, _ result: Value) throws(Raised) {
        let link = try Link.make(key, hash, result)
        try DictObject.set(Fields(self)[cache], key, link.value, hash: hash)
        append(self, link.value)
    }

    // MARK: The order of use

    private enum Link {
        static let next = 0
        static let previous = 1
        static let key = 2
        static let result = 3
        static let hash = 4
        static let type: TypePointer = FieldObject.type("functools._lru_list_elem", fields: 5, .hidden) { _ in }
        static func make(_ key: Value, _ hash: Int, _ result: Value) throws(Raised) -> Ref {
            let link = try FieldObject.make(type)
            Fields(link.value).set(Link.key, key)
            Fields(link.value).set(Link.result, result)
            Fields(link.value).set(Link.hash, IntObject.make(hash))
            return link
        }
    }
    /// The address of an object as a number, which counts nothing.
    private static func address(_ object: Value) -> Value { object.isNull ? .null : Value(smallInt: Int(object.bits)) }
    private static func object(_ address: Value) -> Value { address.isNull ? .null : Value(bits: UInt64(address.smallInt)) }

    private static func append(_ self: Value, _ link: Value) {
        let fields = Fields(self)
        let newest = object(fields[last])
        Fields(link).set(Link.previous, address(newest))
        if newest.isNull { fields.set(first, link) } else { Fields(newest).set(Link.next, link) }
        fields.set(last, address(link))
    }
    /// Takes a link (which the caller holds) out of the list.
    private static func unlink(_ self: Value, _ link: Value) {
        let fields = Fields(self)
        let next = Fields(link).take(Link.next)
        let previous = object(Fields(link)[Link.previous])
        Fields(link).set(Link.previous, Value.null)
        if next.isNull { fields.set(last, address(previous)) } else { Fields(next.value).set(Link.previous, address(previous)) }
        if previous.isNull { fields.set(first, next) } else { Fields(previous).set(Link.next, next) }
    }
    private static func releaseChain(_ chain: consuming Ref) {
        var link = chain
        while !link.isNull {
            let next = Fields(link.value).take(Link.next)
            link = next
        }
    }
}
