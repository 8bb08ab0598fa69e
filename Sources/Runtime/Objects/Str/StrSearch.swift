// Looking into strs: find and its relatives, startswith, count, membership.

import CPythonABI

enum StrSearch {
    /// The place of `needle` between start and end, or -1.
    @inline(__always) private static func locate(_ self: Value, _ arguments: Arguments, _ name: StaticString, last: Bool) throws(Raised) -> Int {
        try TextArguments.count(arguments, name, 1, 3)
        let needle = arguments[0]
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], StrObject.length(self))
        try TextArguments.str(needle)
        if end &- start < StrObject.length(needle) { return -1 }
        let text = StrSpan(self).slice(start, end)
        let found = last ? text.findLast(StrSpan(needle)) : text.find(StrSpan(needle))
        return found < 0 ? -1 : found &+ start
    }
    static func find(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        IntObject.make(try locate(self, arguments, "find", last: false))
    }
    static func rfind(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        IntObject.make(try locate(self, arguments, "rfind", last: true))
    }
    static func index(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let place = try locate(self, arguments, "index", last: false)
        if place < 0 { throw raise(.valueError, "substring not found") }
        return IntObject.make(place)
    }
    static func rindex(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let place = try locate(self, arguments, "rindex", last: true)
        if place < 0 { throw raise(.valueError, "substring not found") }
        return IntObject.make(place)
    }
    static func count(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try TextArguments.count(arguments, "count", 1, 3)
        let needle = arguments[0]
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], StrObject.length(self))
        try TextArguments.str(needle)
        if end &- start < StrObject.length(needle) { return IntObject.make(0) }
        return IntObject.make(StrSpan(self).slice(start, end).occurrences(StrSpan(needle)))
    }
    /// needle in text
    static func contains(_ self: Value, _ needle: Value) throws(Raised) -> Bool {
        if !StrObject.isInstance(needle) {
            throw raise(.typeError, "'in <string>' requires string as left operand, not \(needle.type.name)")
        }
        return StrSpan(self).find(StrSpan(needle)) >= 0
    }

    static func startsWith(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try affix(self, arguments, "startswith", atEnd: false)
    }
    static func endsWith(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try affix(self, arguments, "endswith", atEnd: true)
    }
    @inline(__always) private static func affix(_ self: Value, _ arguments: Arguments, _ name: StaticString, atEnd: Bool) throws(Raised) -> Ref {
        try TextArguments.count(arguments, name, 1, 3)
        let prefix = arguments[0]
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], StrObject.length(self))
        if StrObject.isInstance(prefix) { return .bool(has(self, prefix, start, end, atEnd)) }
        guard TupleObject.isInstance(prefix) else {
            throw raise(.typeError, "\(name) first arg must be str or a tuple of str, not \(prefix.type.name)")
        }
        for index in 0..<TupleObject.count(prefix) {
            let item = TupleObject.item(prefix, index)
            guard StrObject.isInstance(item) else {
                throw raise(.typeError, "tuple for \(name) must only contain str, not \(item.type.name)")
            }
            if has(self, item, start, end, atEnd) { return .bool(true) }
        }
        return .bool(false)
    }
    @inline(__always) private static func has(_ self: Value, _ affix: Value, _ start: Int, _ end: Int, _ atEnd: Bool) -> Bool {
        let count = StrObject.length(affix)
        if count > end &- start { return false }
        return StrSpan(self).has(StrSpan(affix), at: atEnd ? end &- count : start)
    }

    static func removePrefix(_ self: Value, _ prefix: Value) throws(Raised) -> Ref {
        try TextArguments.str(prefix, "removeprefix", 0)
        let length = StrObject.length(self)
        if has(self, prefix, 0, length, false) { return try StrObject.substring(self, StrObject.length(prefix), length) }
        return try StrObject.exact(self)
    }
    static func removeSuffix(_ self: Value, _ suffix: Value) throws(Raised) -> Ref {
        try TextArguments.str(suffix, "removesuffix", 0)
        let length = StrObject.length(self)
        if has(self, suffix, 0, length, true) { return try StrObject.substring(self, 0, length &- StrObject.length(suffix)) }
        return try StrObject.exact(self)
    }
}
