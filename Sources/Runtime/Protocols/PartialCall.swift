// Calls with arguments from two sources: what `functools.partial` and `operator.methodcaller` make.

import CPythonABI

extension Call {
    /// callable(*prefix, *arguments, **{**keywords, **those of arguments}). `prefix` is a tuple, `keywords` a dict or null.
    public static func call(_ callable: Value, prefix: Value, keywords: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let before = TupleObject.count(prefix)
        let positional = before + arguments.count
        let extra = keywords.isNull ? 0 : DictObject.count(keywords)
        if extra == 0 {
            let total = positional + arguments.keywordCount
            return try withValues(total) { (room) throws(Raised) -> Ref in
                for index in 0..<before { room[index] = TupleObject.item(prefix, index) }
                for index in 0..<arguments.count + arguments.keywordCount { room[before + index] = arguments[index] }
                return try call(callable, Arguments(room, count: positional, keywordNames: arguments.keywordNames))
            }
        }
        // Names of the dict keep their places, with the caller's values; the caller's other names follow.
        let merged = try DictObject.copy(keywords)
        for index in 0..<arguments.keywordCount {
            try DictObject.set(merged.value, arguments.keywordName(index), arguments.keywordValue(index))
        }
        let count = DictObject.count(merged.value)
        let names = try TupleObject.allocate(count)
        return try withValues(positional + count) { (room) throws(Raised) -> Ref in
            for index in 0..<before { room[index] = TupleObject.item(prefix, index) }
            for index in 0..<arguments.count { room[before + index] = arguments[index] }
            var position = 0
            var index = 0
            while let (key, value) = DictObject.next(merged.value, &position) {
                guard StrObject.isInstance(key) else { throw raise(.typeError, "keywords must be strings") }
                TupleObject.store(names.value, index, Ref(key))
                room[positional + index] = value
                index += 1
            }
            return try call(callable, Arguments(room, count: positional, keywordNames: names.value))
        }
    }
}

extension Arguments {
    /// The positional arguments as a new tuple.
    public func tuple() -> Ref { TupleObject.make(base, count: count) }
    /// The keyword arguments as a new dict.
    public func keywordDict() throws(Raised) -> Ref {
        let dict = DictObject.make()
        for index in 0..<keywordCount { try DictObject.set(dict.value, keywordName(index), keywordValue(index)) }
        return dict
    }
}
