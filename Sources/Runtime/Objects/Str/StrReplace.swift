// replace and translate.

import CPythonABI
import Glibc

enum StrReplace {
    /// replace(old, new, count=-1)
    static func replace(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (old, new) = (arguments[0], arguments[1])
        try TextArguments.str(old, "replace", 1)
        try TextArguments.str(new, "replace", 2)
        let limit = try TextArguments.index(arguments[2], default: -1)
        return try replace(self, old, new, limit < 0 ? Int.max : limit)
    }
    static func replace(_ self: Value, _ old: Value, _ new: Value, _ limit: Int) throws(Raised) -> Ref {
        let text = StrSpan(self)
        let (from, to) = (StrSpan(old), StrSpan(new))
        if limit == 0 || from.count > text.count || (from.count == 0 && to.count == 0) { return try StrObject.exact(self) }
        if from.count == 0 { return try interleave(self, to, min(limit, text.count &+ 1), new) }
        if from.count == 1 && to.count == 1 && limit == Int.max { return try replaceCharacter(self, from[0], to[0]) }
        if old === new { return try StrObject.exact(self) }
        let needle = Needle(from, in: text.kind)
        let times = needle.occurrences(in: text, limit: limit)
        if times == 0 { return try StrObject.exact(self) }
        let (growth, o1) = (to.count &- from.count).multipliedReportingOverflow(by: times)
        let (total, o2) = text.count.addingReportingOverflow(growth)
        if o1 || o2 { throw raise(.overflowError, "replace string is too long") }
        if total == 0 { return StrObject.empty }
        // The result may be narrower than the text: what was replaced may have been all that was wide.
        let wide = StrObject.bound(self) | StrObject.bound(new)
        let result = try StrObject.allocate(length: max(total, 2), maximum: wide)
        let data = StrObject.data(result.value)
        let kind = StrObject.Kind.holding(wide)
        var source = 0
        var target = 0
        for _ in 0..<times {
            let found = needle.find(in: text.slice(source, text.count))
            if found < 0 { break }
            if found > 0 {
                Characters.copy(text, source, to: data, kind, at: target, found)
                target &+= found
            }
            if to.count > 0 {
                Characters.copy(to, 0, to: data, kind, at: target, to.count)
                target &+= to.count
            }
            source &+= found &+ from.count
        }
        Characters.copy(text, source, to: data, kind, at: target, text.count &- source)
        let span = StrSpan(data, total, kind)
        if total == 1 { return StrObject.character(span[0]) }
        if wide >= 0x80 && !StrObject.isASCII(old) {
            let bound = span.bound
            if bound < 0x80 || StrObject.Kind.holding(bound) != kind { return try StrObject.make(span) }
        }
        return result
    }
    private static func replaceCharacter(_ self: Value, _ from: UInt32, _ to: UInt32) throws(Raised) -> Ref {
        let text = StrSpan(self)
        let found = text.first(from)
        if found < 0 || from == to { return try StrObject.exact(self) }
        if text.count == 1 { return StrObject.character(to) }
        let wide = StrObject.bound(self) | to
        let kind = StrObject.Kind.holding(wide)
        let result = try StrObject.allocate(length: text.count, maximum: wide)
        let data = StrObject.data(result.value)
        Characters.copy(text, 0, to: data, kind, at: 0, text.count)
        switch kind {
        case .one: substitute(data.assumingMemoryBound(to: UInt8.self), found, text.count, UInt8(truncatingIfNeeded: from), UInt8(truncatingIfNeeded: to))
        case .two: substitute(data.assumingMemoryBound(to: UInt16.self), found, text.count, UInt16(truncatingIfNeeded: from), UInt16(truncatingIfNeeded: to))
        case .four: substitute(data.assumingMemoryBound(to: UInt32.self), found, text.count, from, to)
        }
        if from >= 0x80 {
            let span = StrSpan(data, text.count, kind)
            let bound = span.bound
            if (bound < 0x80) != (wide < 0x80) || StrObject.Kind.holding(bound) != kind { return try StrObject.make(span) }
        }
        return result
    }
    @inline(__always) private static func substitute<C: FixedWidthInteger>(_ text: UnsafeMutablePointer<C>, _ start: Int, _ count: Int, _ from: C, _ to: C) {
        for index in start..<count where text[index] == from { text[index] = to }
    }
    /// The new text before each of the first characters (and at the end, if the limit reaches).
    private static func interleave(_ self: Value, _ new: StrSpan, _ times: Int, _ newValue: Value) throws(Raised) -> Ref {
        let text = StrSpan(self)
        let (growth, o1) = new.count.multipliedReportingOverflow(by: times)
        let (total, o2) = text.count.addingReportingOverflow(growth)
        if o1 || o2 { throw raise(.overflowError, "replace string is too long") }
        var builder = StrBuilder(capacity: total)
        let bound = StrObject.bound(newValue)
        for index in 0..<times {
            try builder.append(new, bound: bound)
            if index < text.count { try builder.append(text[index]) }
        }
        if times < text.count { try builder.append(self, times, text.count) }
        return try builder.finish()
    }

    // MARK: translate

    /// translate(table): each character goes through table[ord(c)].
    static func translate(_ self: Value, _ table: Value) throws(Raised) -> Ref {
        let count = StrObject.length(self)
        if count == 0 { return try StrObject.exact(self) }
        // Answers for ASCII are remembered: 0 unknown, 1 same, 2 deleted, else the character plus 3. Longer ones are asked for each time.
        var known = InlineArray<128, UInt16>(repeating: 0)
        var builder = StrBuilder(capacity: count)
        var index = 0
        if StrObject.isASCII(self) {
            // Byte for byte, as long as the answers are ASCII characters.
            let result = try StrObject.allocate(length: count, maximum: 0x7F)
            let source = StrObject.data(self).assumingMemoryBound(to: UInt8.self)
            let target = StrObject.data(result.value).assumingMemoryBound(to: UInt8.self)
            // 0xFF unknown, 0xFE deleted, else the character.
            var bytes = InlineArray<128, UInt8>(repeating: 0xFF)
            var made = 0
            while index < count {
                let code = source[index]
                let answer = bytes[Int(code & 0x7F)]
                if answer < 0x80 {
                    target[made] = answer
                    made &+= 1
                    index &+= 1
                    continue
                }
                if answer == 0xFE {
                    index &+= 1
                    continue
                }
                let mapped = try lookup(table, UInt32(code))
                if mapped.isNull {
                    bytes[Int(code & 0x7F)] = code
                } else if mapped.value.isNone {
                    bytes[Int(code & 0x7F)] = 0xFE
                } else if StrObject.isInstance(mapped.value) && StrObject.length(mapped.value) == 1 && StrObject.isASCII(mapped.value) {
                    bytes[Int(code & 0x7F)] = UInt8(truncatingIfNeeded: StrObject.character(mapped.value, 0))
                } else if mapped.value.isSmallInt && mapped.value.smallInt >= 0 && mapped.value.smallInt < 0x80 {
                    bytes[Int(code & 0x7F)] = UInt8(mapped.value.smallInt)
                } else {
                    break
                }
            }
            if index == count {
                return made == count && count > 1 ? result : try StrObject.make(StrSpan(StrObject.data(result.value), made, .one))
            }
            try builder.append(ascii: target, made)
        }
        while index < count {
            let code = StrObject.character(self, index)
            index &+= 1
            if code < 128 {
                let answer = known[Int(code)]
                if answer == 1 {
                    try builder.append(code)
                    continue
                }
                if answer == 2 { continue }
                if answer > 2 {
                    try builder.append(UInt32(answer &- 3))
                    continue
                }
            }
            let mapped = try lookup(table, code)
            if mapped.isNull {
                if code < 128 { known[Int(code)] = 1 }
                try builder.append(code)
            } else if mapped.value.isNone {
                if code < 128 { known[Int(code)] = 2 }
            } else if StrObject.isInstance(mapped.value) {
                if code < 128 && StrObject.length(mapped.value) == 1 {
                    let to = StrObject.character(mapped.value, 0)
                    if to < 0x8000 { known[Int(code)] = UInt16(to &+ 3) }
                }
                try builder.append(mapped.value)
            } else if IntObject.isInstance(mapped.value) {
                guard let number = IntView(mapped.value).int, number >= 0, number <= 0x10FFFF else {
                    throw raise(.valueError, "character mapping must be in range(0x110000)")
                }
                if code < 128 && number < 0x8000 { known[Int(code)] = UInt16(number &+ 3) }
                try builder.append(UInt32(number))
            } else {
                throw raise(.typeError, "character mapping must return integer, None or str")
            }
        }
        return try builder.finish()
    }
    /// table[code], null where there is none.
    private static func lookup(_ table: Value, _ code: UInt32) throws(Raised) -> Ref {
        do throws(Raised) { return try Sequences.get(table, Value(smallInt: Int(code))) } catch {
            if PendingException.clear(if: .lookupError) { return .null }
            throw error
        }
    }

    /// str.maketrans
    static func makeTable(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (x, y, z) = (arguments[0], arguments[1], arguments[2])
        let table = DictObject.make()
        if !y.isNull {
            // In this order CPython looks at them.
            if !StrObject.isInstance(y) { throw TextArguments.wrongType("maketrans", 2, "str", y) }
            if !z.isNull && !StrObject.isInstance(z) { throw TextArguments.wrongType("maketrans", 3, "str", z) }
            if !StrObject.isInstance(x) { throw raise(.typeError, "first maketrans argument must be a string if there is a second argument") }
            if StrObject.length(x) != StrObject.length(y) {
                throw raise(.valueError, "the first two maketrans arguments must have equal length")
            }
            for index in 0..<StrObject.length(x) {
                try DictObject.set(table.value, Value(smallInt: Int(StrObject.character(x, index))), Value(smallInt: Int(StrObject.character(y, index))))
            }
            if !z.isNull {
                for index in 0..<StrObject.length(z) { try DictObject.set(table.value, Value(smallInt: Int(StrObject.character(z, index))), .none) }
            }
            return table
        }
        guard x.isObject, x.object.pointee.ob_type == PyDict_TypePointer() else {
            throw raise(.typeError, "if you give only one argument to maketrans it must be a dict")
        }
        var position = 0
        while let (key, value) = DictObject.next(x, &position) {
            if StrObject.isInstance(key) {
                if StrObject.length(key) != 1 { throw raise(.valueError, "string keys in translate table must be of length 1") }
                try DictObject.set(table.value, Value(smallInt: Int(StrObject.character(key, 0))), value)
            } else if IntObject.isInstance(key) {
                try DictObject.set(table.value, key, value)
            } else {
                throw raise(.typeError, "keys in translate table must be strings or integers")
            }
        }
        return table
    }
}
