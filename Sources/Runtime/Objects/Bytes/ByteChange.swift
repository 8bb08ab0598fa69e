// Methods of bytes and bytearray that make changed copies: case, padding, replacement.

import CPythonABI
import Glibc

enum ByteChange {
    // MARK: Trimming and padding

    static func strip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], true, true) }
    static func lstrip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], true, false) }
    static func rstrip(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try trim(self, arguments[0], false, true) }
    private static func trim(_ self: Value, _ set: Value, _ left: Bool, _ right: Bool) throws(Raised) -> Ref {
        var start = 0
        if set.isNull || set.isNone {
            let text = ByteText(self)
            var end = text.count
            if left { while start < end && ByteSplit.isSpace(text[start]) { start &+= 1 } }
            if right { while end > start && ByteSplit.isSpace(text[end &- 1]) { end &-= 1 } }
            return try ByteText.substring(self, start, end)
        }
        let view = try BytesView(set)
        let text = ByteText(self)
        var end = text.count
        if left { while start < end && memchr(view.bytes, Int32(text[start]), view.count) != nil { start &+= 1 } }
        if right { while end > start && memchr(view.bytes, Int32(text[end &- 1]), view.count) != nil { end &-= 1 } }
        return try ByteText.substring(self, start, end)
    }

    private static func padding(_ arguments: Arguments, _ name: StaticString) throws(Raised) -> (Int, UInt8) {
        let width = try TextArguments.index(arguments[0], default: 0)
        let fill = arguments[1]
        if fill.isNull { return (width, 32) }
        if BytesObject.isInstance(fill) && BytesObject.count(fill) == 1 { return (width, BytesObject.data(fill)[0]) }
        if ByteArrayObject.isInstance(fill) && ByteArrayObject.count(fill) == 1 { return (width, ByteArrayObject.data(fill)[0]) }
        throw TextArguments.wrongType(name, 2, "a byte string of length 1", fill)
    }
    private static func pad(_ self: Value, _ left: Int, _ right: Int, _ fill: UInt8) throws(Raised) -> Ref {
        if left <= 0 && right <= 0 { return try ByteText.unchanged(self) }
        let count = ByteText(self).count
        let (sum, o1) = left.addingReportingOverflow(right)
        let (total, o2) = sum.addingReportingOverflow(count)
        if o1 || o2 { throw raise(.memoryError, argument: .null) }
        let result = try ByteText.allocate(like: self, total)
        let target = ByteText.pointer(result.value)
        fillBytes(target, Int32(fill), left)
        copyBytes(target + left, ByteText(self).data, count)
        fillBytes(target + left + count, Int32(fill), right)
        return result
    }
    static func center(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments, "center")
        let count = ByteText(self).count
        if width <= count { return try ByteText.unchanged(self) }
        let all = width &- count
        let left = all / 2 &+ (all & width & 1)
        return try pad(self, left, all &- left, fill)
    }
    static func ljust(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments, "ljust")
        let count = ByteText(self).count
        return try pad(self, 0, max(width, count) &- count, fill)
    }
    static func rjust(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let (width, fill) = try padding(arguments, "rjust")
        let count = ByteText(self).count
        return try pad(self, max(width, count) &- count, 0, fill)
    }
    static func zfill(_ self: Value, _ width: Value) throws(Raised) -> Ref {
        let width = try TextArguments.index(width, default: 0)
        let count = ByteText(self).count
        if width <= count { return try ByteText.unchanged(self) }
        let result = try pad(self, width &- count, 0, 48)
        let target = ByteText.pointer(result.value)
        if count > 0 {
            let sign = ByteText(self)[0]
            if sign == 43 || sign == 45 {
                target[width &- count] = 48
                target[0] = sign
            }
        }
        return result
    }
    static func expandTabs(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        var size = 8
        if !arguments[0].isNull {
            size = try Index.int32(arguments[0])
        }
        let text = ByteText(self)
        var builder = StrBuilder(capacity: text.count)
        var column = 0
        for index in 0..<text.count {
            let byte = text[index]
            if byte == 9 {
                if size > 0 {
                    let fill = size &- column % size
                    try builder.append(repeating: 32, fill)
                    column &+= fill
                }
            } else {
                column = byte == 10 || byte == 13 ? 0 : column &+ 1
                try builder.append(UInt32(byte))
            }
        }
        let span = builder.span
        return try ByteText.make(like: self, span.bytes, span.count)
    }

    // MARK: Replacement

    static func replace(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let old = try BytesView(arguments[0])
        let new = try BytesView(arguments[1])
        let wanted = try TextArguments.index(arguments[2], default: -1)
        let limit = wanted < 0 ? Int.max : wanted
        let text = ByteText(self)
        if limit == 0 || old.count > text.count { return try ByteText.unchanged(self) }
        let times = TextSearch.occurrences(text.data, text.count, old.bytes, old.count, limit: limit)
        if times == 0 { return try ByteText.unchanged(self) }
        let (growth, o1) = (new.count &- old.count).multipliedReportingOverflow(by: times)
        let (total, o2) = text.count.addingReportingOverflow(growth)
        if o1 || o2 { throw raise(.overflowError, "replace bytes is too long") }
        let result = try ByteText.allocate(like: self, total)
        let target = ByteText.pointer(result.value)
        var source = 0
        var position = 0
        for index in 0..<times {
            // An empty needle stands before each byte.
            let found = old.count == 0 ? min(index, 1) : TextSearch.find(text.data + source, text.count &- source, old.bytes, old.count)
            copyBytes(target + position, text.data + source, found)
            position &+= found
            copyBytes(target + position, new.bytes, new.count)
            position &+= new.count
            source &+= found &+ old.count
        }
        copyBytes(target + position, text.data + source, text.count &- source)
        return total == 1 && BytesObject.isInstance(self) ? BytesObject.make(byte: target[0]) : result
    }

    /// translate(table, /, delete=b'')
    static func translate(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        var table = InlineArray<256, UInt8>(repeating: 0)
        for byte in 0..<256 { table[byte] = UInt8(byte) }
        let tableArgument = arguments[0]
        if !tableArgument.isNone {
            let view = try BytesView(tableArgument)
            if view.count != 256 { throw raise(.valueError, "translation table must be 256 characters long") }
            for byte in 0..<256 { table[byte] = view.bytes[byte] }
        }
        var deleted = InlineArray<256, Bool>(repeating: false)
        if !arguments[1].isNull {
            let view = try BytesView(arguments[1])
            for index in 0..<view.count { deleted[Int(view.bytes[index])] = true }
        }
        let text = ByteText(self)
        let result = try ByteText.allocate(like: self, text.count)
        let target = ByteText.pointer(result.value)
        var position = 0
        for index in 0..<text.count {
            let byte = Int(text[index])
            if deleted[byte] { continue }
            target[position] = table[byte]
            position &+= 1
        }
        if position == text.count && position != 1 { return result }
        return try ByteText.make(like: self, UnsafePointer(target), position)
    }
    static func makeTable(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let from = try BytesView(arguments[0])
        let to = try BytesView(arguments[1])
        if from.count != to.count { throw raise(.valueError, "maketrans arguments must have same length") }
        let result = try BytesObject.allocate(256)
        let table = BytesObject.data(result.value)
        for byte in 0..<256 { table[byte] = UInt8(byte) }
        for index in 0..<from.count { table[Int(from.bytes[index])] = to.bytes[index] }
        return result
    }

    // MARK: Case

    @inline(__always) static func isUpper(_ byte: UInt8) -> Bool { byte &- 65 < 26 }
    @inline(__always) static func isLower(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
    @inline(__always) static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    @inline(__always) private static func map(_ self: Value, _ body: (ByteText, Int) -> UInt8) throws(Raised) -> Ref {
        let text = ByteText(self)
        if text.count == 1 && BytesObject.isInstance(self) { return BytesObject.make(byte: body(text, 0)) }
        let result = try ByteText.allocate(like: self, text.count)
        let target = ByteText.pointer(result.value)
        for index in 0..<text.count { target[index] = body(text, index) }
        return result
    }
    static func upper(_ self: Value) throws(Raised) -> Ref { try map(self) { (text, index) in text[index] ^ (isLower(text[index]) ? 32 : 0) } }
    static func lower(_ self: Value) throws(Raised) -> Ref { try map(self) { (text, index) in text[index] ^ (isUpper(text[index]) ? 32 : 0) } }
    static func swapcase(_ self: Value) throws(Raised) -> Ref { try map(self) { (text, index) in text[index] ^ (isLetter(text[index]) ? 32 : 0) } }
    static func capitalize(_ self: Value) throws(Raised) -> Ref {
        try map(self) { (text, index) in
            let byte = text[index]
            return byte ^ ((index == 0 ? isLower(byte) : isUpper(byte)) ? 32 : 0)
        }
    }
    static func title(_ self: Value) throws(Raised) -> Ref {
        try map(self) { (text, index) in
            let byte = text[index]
            let inside = index > 0 && isLetter(text[index &- 1])
            return byte ^ ((inside ? isUpper(byte) : isLower(byte)) ? 32 : 0)
        }
    }

    @inline(__always) private static func all(_ self: Value, _ test: (UInt8) -> Bool) -> Ref {
        let text = ByteText(self)
        for index in 0..<text.count where !test(text[index]) { return .bool(false) }
        return .bool(text.count > 0)
    }
    static func isAlpha(_ self: Value) throws(Raised) -> Ref { all(self) { isLetter($0) } }
    static func isDigit(_ self: Value) throws(Raised) -> Ref { all(self) { $0 &- 48 < 10 } }
    static func isAlnum(_ self: Value) throws(Raised) -> Ref { all(self) { isLetter($0) || $0 &- 48 < 10 } }
    static func isSpace(_ self: Value) throws(Raised) -> Ref { all(self) { ByteSplit.isSpace($0) } }
    static func isASCII(_ self: Value) throws(Raised) -> Ref {
        let text = ByteText(self)
        return .bool(Characters.isASCII(text.data, text.count))
    }
    static func isUpper(_ self: Value) throws(Raised) -> Ref {
        let text = ByteText(self)
        var found = false
        for index in 0..<text.count {
            if isLower(text[index]) { return .bool(false) }
            if isUpper(text[index]) { found = true }
        }
        return .bool(found)
    }
    static func isLower(_ self: Value) throws(Raised) -> Ref {
        let text = ByteText(self)
        var found = false
        for index in 0..<text.count {
            if isUpper(text[index]) { return .bool(false) }
            if isLower(text[index]) { found = true }
        }
        return .bool(found)
    }
    static func isTitle(_ self: Value) throws(Raised) -> Ref {
        let text = ByteText(self)
        var found = false
        var inside = false
        for index in 0..<text.count {
            let byte = text[index]
            if isUpper(byte) {
                if inside { return .bool(false) }
                inside = true
                found = true
            } else if isLower(byte) {
                if !inside { return .bool(false) }
                found = true
            } else {
                inside = false
            }
        }
        return .bool(found)
    }
}
