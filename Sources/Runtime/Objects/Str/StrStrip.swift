// Trimming and padding.

import CPythonABI

enum StrStrip {
    static func strip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], "strip", true, true) }
    static func lstrip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], "lstrip", true, false) }
    static func rstrip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], "rstrip", false, true) }

    private static func trim(_ self: Value, _ characters: Value, _ name: StaticString, _ left: Bool, _ right: Bool) throws(Raised) -> Ref {
        let text = StrSpan(self)
        var start = 0
        var end = text.count
        if characters.isNull || characters.isNone {
            if left { while start < end && CharacterTraits.isSpace(text[start]) { start &+= 1 } }
            if right { while end > start && CharacterTraits.isSpace(text[end &- 1]) { end &-= 1 } }
        } else {
            if !StrObject.isInstance(characters) { throw raise(.typeError, "\(name) arg must be None or str") }
            let set = StrSpan(characters)
            // One bit a residue: most characters that are not in the set are told apart without a search.
            var mask: UInt64 = 0
            for index in 0..<set.count { mask |= 1 &<< UInt64(set[index] & 63) }
            func isIn(_ code: UInt32) -> Bool { mask &>> UInt64(code & 63) & 1 != 0 && set.first(code) >= 0 }
            if left { while start < end && isIn(text[start]) { start &+= 1 } }
            if right { while end > start && isIn(text[end &- 1]) { end &-= 1 } }
        }
        return try StrObject.substring(self, start, end)
    }

    // MARK: Padding

    static func center(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments)
        let count = StrObject.length(self)
        if width <= count { return try StrObject.exact(self) }
        let all = width &- count
        // The odd one out goes to the left if the width is odd.
        let left = all / 2 &+ (all & width & 1)
        return try pad(self, left, all &- left, fill)
    }
    static func ljust(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments)
        return try pad(self, 0, max(width, StrObject.length(self)) &- StrObject.length(self), fill)
    }
    static func rjust(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments)
        return try pad(self, max(width, StrObject.length(self)) &- StrObject.length(self), 0, fill)
    }
    private static func padding(_ arguments: Arguments) throws(Raised) -> (Int, UInt32) {
        let width = try TextArguments.index(arguments[0], default: 0)
        let fill = arguments[1]
        if fill.isNull { return (width, 32) }
        if !StrObject.isInstance(fill) {
            throw raise(.typeError, "The fill character must be a unicode character, not \(fill.type.name)")
        }
        if StrObject.length(fill) != 1 { throw raise(.typeError, "The fill character must be exactly one character long") }
        return (width, StrObject.character(fill, 0))
    }
    static func pad(_ self: Value, _ left: Int, _ right: Int, _ fill: UInt32) throws(Raised) -> Ref {
        if left <= 0 && right <= 0 { return try StrObject.exact(self) }
        let count = StrObject.length(self)
        let (sum, o1) = left.addingReportingOverflow(right)
        let (total, o2) = sum.addingReportingOverflow(count)
        if o1 || o2 { throw raise(.overflowError, "padded string is too long") }
        let bound = StrObject.bound(self) | fill
        let result = try StrObject.allocate(length: total, maximum: bound)
        if total == 1 { return StrObject.character(count == 1 ? StrObject.character(self, 0) : fill) }
        let data = StrObject.data(result.value)
        let kind = StrObject.Kind.holding(bound)
        Characters.fill(fill, data, kind, at: 0, left)
        Characters.copy(StrSpan(self), 0, to: data, kind, at: left, count)
        Characters.fill(fill, data, kind, at: left &+ count, right)
        return result
    }
    static func zfill(_ self: Value, _ width: Value) throws(Raised) -> Ref {
        let width = try TextArguments.index(width, default: 0)
        let count = StrObject.length(self)
        if width <= count { return try StrObject.exact(self) }
        let result = try pad(self, width &- count, 0, 48)
        if count > 0 {
            // The sign stays in front.
            let sign = StrObject.character(self, 0)
            if sign == 43 || sign == 45 {
                let (data, kind) = (StrObject.data(result.value), StrObject.kind(result.value))
                StrObject.store(48, data, kind, width &- count)
                StrObject.store(sign, data, kind, 0)
            }
        }
        return result
    }

    static func expandTabs(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        var size = 8
        if !arguments[0].isNull {
            size = try Index.int32(arguments[0])
        }
        let text = StrSpan(self)
        if text.first(9) < 0 { return try StrObject.exact(self) }
        var builder = StrBuilder(capacity: text.count)
        var column = 0
        for index in 0..<text.count {
            let code = text[index]
            if code == 9 {
                if size > 0 {
                    let fill = size &- column % size
                    try builder.append(repeating: 32, fill)
                    column &+= fill
                }
            } else {
                column = code == 10 || code == 13 ? 0 : column &+ 1
                try builder.append(code)
            }
        }
        return try builder.finish()
    }
}
