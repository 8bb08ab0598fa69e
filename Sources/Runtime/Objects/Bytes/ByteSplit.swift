// Taking bytes and bytearrays apart and putting them together.

import CPythonABI
import Glibc

enum ByteSplit {
    @inline(__always) static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || byte &- 9 < 5 }

    static func join(_ self: Value, _ iterable: Value) throws(Raised) -> Ref {
        let isSequence = ListObject.isInstance(iterable) || TupleObject.isInstance(iterable)
        if !isSequence && iterable.record.pointee.iter == nil && !Sequences.isSequence(iterable) { throw raise(.typeError, "can only join an iterable") }
        // A copy of the items: a buffer's exporter may run code that changes the list.
        let items = try Iteration.tuple(iterable)
        let count = TupleObject.count(items.value)
        if count == 0 { return try ByteText.make(like: self, ByteText(self).data, 0) }
        if count == 1 && BytesObject.isExact(self) && BytesObject.isExact(TupleObject.item(items.value, 0)) {
            return Ref(TupleObject.item(items.value, 0))
        }
        var total = 0
        for index in 0..<count {
            let item = TupleObject.item(items.value, index)
            guard Buffers.isExporter(item) else {
                throw raise(.typeError, "sequence item \(index): expected a bytes-like object, \(item.type.name) found")
            }
            let length = BytesObject.isInstance(item) ? BytesObject.count(item) : try lengthOf(item)
            let (sum, overflow) = total.addingReportingOverflow(length)
            if overflow { throw raise(.overflowError, "join() result is too long") }
            total = sum
        }
        let separator = ByteText(self)
        let (between, o1) = separator.count.multipliedReportingOverflow(by: count &- 1)
        let (all, o2) = total.addingReportingOverflow(between)
        if o1 || o2 { throw raise(.overflowError, "join() result is too long") }
        let result = try ByteText.allocate(like: self, all)
        let target = ByteText.pointer(result.value)
        var position = 0
        for index in 0..<count {
            if index > 0 {
                copyBytes(target + position, separator.data, separator.count)
                position &+= separator.count
            }
            let view = try BytesView(TupleObject.item(items.value, index))
            let part = min(view.count, all &- position)
            copyBytes(target + position, view.bytes, part)
            position &+= part
        }
        return result
    }
    private static func lengthOf(_ item: Value) throws(Raised) -> Int {
        let view = try BytesView(item)
        return view.count
    }

    @inline(__always) private static func append(_ list: Value, _ self: Value, _ start: Int, _ end: Int) throws(Raised) {
        let part = try ByteText.make(like: self, ByteText(self).data + start, end &- start)
        try ListObject.append(list, owned: part.take())
    }

    static func split(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let limit = try TextArguments.index(arguments[1], default: -1)
        let maximum = limit < 0 ? Int.max : limit
        let separator = arguments[0]
        let list = ListObject.make()
        var parts = 0
        var position = 0
        if separator.isNull || separator.isNone {
            let text = ByteText(self)
            while true {
                while position < text.count && isSpace(text[position]) { position &+= 1 }
                if position == text.count { return list }
                let start = position
                if parts == maximum {
                    try append(list.value, self, start, text.count)
                    return list
                }
                while position < text.count && !isSpace(text[position]) { position &+= 1 }
                try append(list.value, self, start, position)
                parts &+= 1
            }
        }
        let needle = try BytesView(separator)
        if needle.count == 0 { throw raise(.valueError, "empty separator") }
        let text = ByteText(self)
        while parts < maximum {
            let found = TextSearch.find(text.data + position, text.count &- position, needle.bytes, needle.count)
            if found < 0 { break }
            try append(list.value, self, position, position &+ found)
            position &+= found &+ needle.count
            parts &+= 1
        }
        try append(list.value, self, position, text.count)
        return list
    }

    static func rsplit(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let limit = try TextArguments.index(arguments[1], default: -1)
        let maximum = limit < 0 ? Int.max : limit
        let separator = arguments[0]
        let list = ListObject.make()
        var parts = 0
        if separator.isNull || separator.isNone {
            let text = ByteText(self)
            var end = text.count
            while true {
                while end > 0 && isSpace(text[end &- 1]) { end &-= 1 }
                if end == 0 { break }
                if parts == maximum {
                    try append(list.value, self, 0, end)
                    break
                }
                var start = end
                while start > 0 && !isSpace(text[start &- 1]) { start &-= 1 }
                try append(list.value, self, start, end)
                end = start
                parts &+= 1
            }
        } else {
            let needle = try BytesView(separator)
            if needle.count == 0 { throw raise(.valueError, "empty separator") }
            let text = ByteText(self)
            var end = text.count
            while parts < maximum {
                let found = TextSearch.findLast(text.data, end, needle.bytes, needle.count)
                if found < 0 { break }
                try append(list.value, self, found &+ needle.count, end)
                end = found
                parts &+= 1
            }
            try append(list.value, self, 0, end)
        }
        StrSplit.reverse(list.value)
        return list
    }

    static func splitLines(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let keep = try StrSplit.keepEnds(arguments[0])
        let list = ListObject.make()
        let text = ByteText(self)
        var position = 0
        while position < text.count {
            let start = position
            while position < text.count && text[position] != 10 && text[position] != 13 { position &+= 1 }
            var end = position
            if position < text.count {
                position &+= text[position] == 13 && position &+ 1 < text.count && text[position &+ 1] == 10 ? 2 : 1
                if keep { end = position }
            }
            try append(list.value, self, start, end)
        }
        return list
    }

    static func partition(_ self: Value, _ separator: Value) throws(Raised) -> Ref { try partition(self, separator, last: false) }
    static func rpartition(_ self: Value, _ separator: Value) throws(Raised) -> Ref { try partition(self, separator, last: true) }
    private static func partition(_ self: Value, _ separator: Value, last: Bool) throws(Raised) -> Ref {
        let needle = try BytesView(separator)
        if needle.count == 0 { throw raise(.valueError, "empty separator") }
        let text = ByteText(self)
        let found = last
            ? TextSearch.findLast(text.data, text.count, needle.bytes, needle.count) : TextSearch.find(text.data, text.count, needle.bytes, needle.count)
        let tuple = TupleObject.allocateSmall(3)
        if found < 0 {
            TupleObject.store(tuple.value, last ? 2 : 0, BytesObject.isInstance(self) ? Ref(self) : try ByteText.unchanged(self))
            TupleObject.store(tuple.value, 1, try ByteText.make(like: self, text.data, 0))
            TupleObject.store(tuple.value, last ? 0 : 2, try ByteText.make(like: self, text.data, 0))
            return tuple
        }
        let middle = BytesObject.isInstance(self) ? Ref(separator) : try ByteArrayObject.make(needle.bytes, needle.count)
        TupleObject.store(tuple.value, 0, try ByteText.make(like: self, text.data, found))
        TupleObject.store(tuple.value, 1, middle)
        TupleObject.store(tuple.value, 2, try ByteText.make(like: self, text.data + found + needle.count, text.count &- found &- needle.count))
        return tuple
    }
}
