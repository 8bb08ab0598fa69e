// Taking strs apart and putting them together.

import CPythonABI

enum StrSplit {
    // MARK: join

    static func join(_ self: Value, _ iterable: Value) throws(Raised) -> Ref {
        if ListObject.isExact(iterable) {
            let count = ListObject.count(iterable)
            return count == 0 ? StrObject.empty : try join(self, ListObject.items(iterable), count)
        }
        if TupleObject.isExact(iterable) { return try join(self, TupleObject.items(iterable), TupleObject.count(iterable)) }
        if iterable.record.pointee.iter == nil && !Sequences.isSequence(iterable) { throw raise(.typeError, "can only join an iterable") }
        let record = iterable.record
        let iterator = record.pointee.madeInPython || record.pointee.isForeign ? try joined(iterable) : Ref(iterable)
        let list = try Iteration.list(iterator.value)
        let count = ListObject.count(list.value)
        return count == 0 ? StrObject.empty : try join(self, ListObject.items(list.value), count)
    }
    /// An iterator; whatever TypeError says that there is none, the text is this one.
    private static func joined(_ iterable: Value) throws(Raised) -> Ref {
        do throws(Raised) { return try Iteration.iter(iterable) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "can only join an iterable")
        }
    }
    private static func join(_ self: Value, _ items: UnsafePointer<Value>, _ count: Int) throws(Raised) -> Ref {
        for index in 0..<count where !StrObject.isInstance(items[index]) {
            throw raise(.typeError, "sequence item \(index): expected str instance, \(items[index].type.name) found")
        }
        if count == 1 { return try StrObject.exact(items[0]) }
        return try StrObject.joined(items, count, separator: StrSpan(self), bound: StrObject.bound(self))
    }

    // MARK: split

    /// split(sep=None, maxsplit=-1)
    static func split(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let limit = try TextArguments.index(arguments[1], default: -1)
        let separator = arguments[0]
        let maximum = limit < 0 ? Int.max : limit
        if separator.isNull || separator.isNone { return try splitSpace(self, maximum) }
        if !StrObject.isInstance(separator) { throw raise(.typeError, "must be str or None, not \(separator.type.name)") }
        let count = StrObject.length(separator)
        if count == 0 { throw raise(.valueError, "empty separator") }
        let list = ListObject.make()
        let text = StrSpan(self)
        var position = 0
        var parts = 0
        if count == 1 {
            let code = StrObject.character(separator, 0)
            while parts < maximum {
                let found = text.slice(position, text.count).first(code)
                if found < 0 { break }
                try append(list.value, self, position, position &+ found)
                position &+= found &+ 1
                parts &+= 1
            }
        } else {
            let needle = Needle(StrSpan(separator), in: text.kind)
            while parts < maximum {
                let found = needle.find(in: text.slice(position, text.count))
                if found < 0 { break }
                try append(list.value, self, position, position &+ found)
                position &+= found &+ count
                parts &+= 1
            }
        }
        try append(list.value, self, position, text.count)
        return list
    }
    @inline(__always) private static func append(_ list: Value, _ text: Value, _ start: Int, _ end: Int) throws(Raised) {
        let part = try StrObject.substring(text, start, end)
        try ListObject.append(list, owned: part.take())
    }
    @inline(__always) private static func isSpace(_ text: StrSpan, _ index: Int) -> Bool { CharacterTraits.isSpace(text[index]) }

    @inline(__always) private static func isSpace(ascii byte: UInt8) -> Bool {
        byte <= 32 && (byte == 32 || byte &- 9 < 5 || byte &- 28 < 4)
    }
    private static func splitSpace(_ self: Value, _ maximum: Int) throws(Raised) -> Ref {
        let list = ListObject.make()
        let text = StrSpan(self)
        let count = text.count
        var position = 0
        var parts = 0
        if StrObject.isASCII(self) {
            let bytes = text.bytes
            while true {
                while position < count && isSpace(ascii: bytes[position]) { position &+= 1 }
                if position == count { return list }
                let start = position
                if parts == maximum {
                    try append(list.value, self, start, count)
                    return list
                }
                while position < count && !isSpace(ascii: bytes[position]) { position &+= 1 }
                try append(list.value, self, start, position)
                parts &+= 1
            }
        }
        while true {
            while position < count && isSpace(text, position) { position &+= 1 }
            if position == count { return list }
            let start = position
            if parts == maximum {
                try append(list.value, self, start, count)
                return list
            }
            while position < count && !isSpace(text, position) { position &+= 1 }
            try append(list.value, self, start, position)
            parts &+= 1
        }
    }

    /// rsplit(sep=None, maxsplit=-1)
    static func rsplit(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let limit = try TextArguments.index(arguments[1], default: -1)
        let separator = arguments[0]
        // Without a limit both directions give the same, for separators that cannot overlap themselves.
        if limit < 0 && (separator.isNull || separator.isNone || (StrObject.isInstance(separator) && StrObject.length(separator) == 1)) {
            return try split(self, arguments)
        }
        let maximum = limit < 0 ? Int.max : limit
        let list = ListObject.make()
        let text = StrSpan(self)
        var end = text.count
        var parts = 0
        if separator.isNull || separator.isNone {
            while true {
                while end > 0 && isSpace(text, end &- 1) { end &-= 1 }
                if end == 0 { break }
                if parts == maximum {
                    try append(list.value, self, 0, end)
                    break
                }
                var start = end
                while start > 0 && !isSpace(text, start &- 1) { start &-= 1 }
                try append(list.value, self, start, end)
                end = start
                parts &+= 1
            }
        } else {
            if !StrObject.isInstance(separator) { throw raise(.typeError, "must be str or None, not \(separator.type.name)") }
            let count = StrObject.length(separator)
            if count == 0 { throw raise(.valueError, "empty separator") }
            let needle = Needle(StrSpan(separator), in: text.kind)
            while parts < maximum {
                let found = needle.findLast(in: text.slice(0, end))
                if found < 0 { break }
                try append(list.value, self, found &+ count, end)
                end = found
                parts &+= 1
            }
            try append(list.value, self, 0, end)
        }
        reverse(list.value)
        return list
    }
    static func reverse(_ list: Value) {
        let count = ListObject.count(list)
        if count < 2 { return }
        let items = ListObject.items(list)
        for index in 0..<count / 2 {
            let other = items[count &- 1 &- index]
            items[count &- 1 &- index] = items[index]
            items[index] = other
        }
    }

    // MARK: partition

    static func partition(_ self: Value, _ separator: Value) throws(Raised) -> Ref { try partition(self, separator, last: false) }
    static func rpartition(_ self: Value, _ separator: Value) throws(Raised) -> Ref { try partition(self, separator, last: true) }
    private static func partition(_ self: Value, _ separator: Value, last: Bool) throws(Raised) -> Ref {
        try TextArguments.str(separator)
        let length = StrObject.length(separator)
        if length == 0 { throw raise(.valueError, "empty separator") }
        let text = StrSpan(self)
        let found = last ? text.findLast(StrSpan(separator)) : text.find(StrSpan(separator))
        let tuple = TupleObject.allocateSmall(3)
        // A tuple may not be seen half filled: the places are null until then, which release bears.
        if found < 0 {
            // The object itself, even if it is of a subclass.
            TupleObject.store(tuple.value, last ? 2 : 0, Ref(self))
            TupleObject.store(tuple.value, 1, StrObject.empty)
            TupleObject.store(tuple.value, last ? 0 : 2, StrObject.empty)
            return tuple
        }
        TupleObject.store(tuple.value, 0, try StrObject.substring(self, 0, found))
        TupleObject.store(tuple.value, 1, Ref(separator))
        TupleObject.store(tuple.value, 2, try StrObject.substring(self, found &+ length, text.count))
        return tuple
    }

    // MARK: splitlines

    static func splitLines(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let keep = try keepEnds(arguments[0])
        let list = ListObject.make()
        let text = StrSpan(self)
        let count = text.count
        var position = 0
        while position < count {
            let start = position
            while position < count && !CharacterTraits.isLineBreak(text[position]) { position &+= 1 }
            var end = position
            if position < count {
                position &+= text[position] == 13 && position &+ 1 < count && text[position &+ 1] == 10 ? 2 : 1
                if keep { end = position }
            }
            try append(list.value, self, start, end)
        }
        return list
    }
    /// `keepends`: an int that is taken as a truth value.
    static func keepEnds(_ value: Value) throws(Raised) -> Bool {
        if value.isNull || value.isFalse { return false }
        if value.isTrue { return true }
        return try Index.int32(value) != 0
    }
}

extension StrObject {
    /// The words of a text, as a list.
    static func words(_ text: StaticString) throws(Raised) -> Ref {
        let list = ListObject.make()
        let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var start = 0
        for end in 0...bytes.count where end == bytes.count || bytes[end] <= UInt8(ascii: " ") {
            if end > start {
                let word = make(utf8: UnsafeBufferPointer(rebasing: bytes[start..<end]))
                try ListObject.append(list.value, word.value)
            }
            start = end + 1
        }
        return list
    }
}
