// Looking into bytes and bytearrays.

import CPythonABI
import Glibc

/// What is looked for: a byte given as an int, or a bytes-like object.
struct ByteNeedle: ~Copyable {
    /// Keeps the memory of a bytes-like object in place.
    private var view: BytesView?
    private var bytes: UnsafePointer<UInt8>?
    private var byte: UInt8 = 0
    private(set) var count = 1

    /// The argument of find, count and the like.
    init(_ value: Value) throws(Raised) {
        if Buffers.isExporter(value) {
            let view = try BytesView(value)
            bytes = view.bytes
            count = view.count
            self.view = consume view
            return
        }
        guard Index.isIndex(value) else {
            throw raise(.typeError, "argument should be integer or bytes-like object, not '\(value.type.name)'")
        }
        byte = try ByteNeedle.byte(value)
    }
    /// A number as a byte, or ValueError.
    static func byte(_ value: Value) throws(Raised) -> UInt8 {
        let number = value.isSmallInt ? value.smallInt : try Index.of(value, nil)
        if number < 0 || number > 255 { throw raise(.valueError, "byte must be in range(0, 256)") }
        return UInt8(number)
    }
    func find(in text: ByteText) -> Int {
        guard let bytes else { return TextSearch.first(text.data, text.count, byte) }
        return TextSearch.find(text.data, text.count, bytes, count)
    }
    func findLast(in text: ByteText) -> Int {
        guard let bytes else { return TextSearch.last(text.data, text.count, byte) }
        return TextSearch.findLast(text.data, text.count, bytes, count)
    }
    func occurrences(in text: ByteText) -> Int {
        guard let bytes else { return TextSearch.countCharacter(text.data, text.count, byte) }
        return TextSearch.occurrences(text.data, text.count, bytes, count)
    }
}

enum ByteSearch {
    private static func locate(_ self: Value, _ arguments: Arguments, _ name: StaticString, last: Bool) throws(Raised) -> Int {
        try TextArguments.count(arguments, name, 1, 3)
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], ByteText(self).count)
        let needle = try ByteNeedle(arguments[0])
        let text = ByteText(self)
        let stop = min(end, text.count)
        if stop &- start < needle.count { return -1 }
        let found = last ? needle.findLast(in: text.slice(start, stop)) : needle.find(in: text.slice(start, stop))
        return found < 0 ? -1 : found &+ start
    }
    static func find(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { IntObject.make(try locate(self, arguments, "find", last: false)) }
    static func rfind(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { IntObject.make(try locate(self, arguments, "rfind", last: true)) }
    static func index(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let place = try locate(self, arguments, "index", last: false)
        if place < 0 { throw raise(.valueError, "subsection not found") }
        return IntObject.make(place)
    }
    static func rindex(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let place = try locate(self, arguments, "rindex", last: true)
        if place < 0 { throw raise(.valueError, "subsection not found") }
        return IntObject.make(place)
    }
    static func count(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        try TextArguments.count(arguments, "count", 1, 3)
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], ByteText(self).count)
        let needle = try ByteNeedle(arguments[0])
        let text = ByteText(self)
        let stop = min(end, text.count)
        if stop &- start < needle.count { return IntObject.make(0) }
        return IntObject.make(needle.occurrences(in: text.slice(start, stop)))
    }
    /// needle in bytes
    static func contains(_ self: Value, _ needle: Value) throws(Raised) -> Bool {
        if Index.isIndex(needle) {
            // What fails to become a number is asked for its bytes.
            let number: Int
            do throws(Raised) { number = try Index.of(needle, nil) } catch {
                PendingException.clear()
                throw raise(.typeError, "a bytes-like object is required, not '\(needle.type.name)'")
            }
            let byte = try ByteNeedle.byte(Value(smallInt: number))
            let text = ByteText(self)
            return TextSearch.first(text.data, text.count, byte) >= 0
        }
        let view = try BytesView(needle)
        let text = ByteText(self)
        return TextSearch.find(text.data, text.count, view.bytes, view.count) >= 0
    }

    static func startsWith(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try affix(self, arguments, "startswith", atEnd: false) }
    static func endsWith(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref { try affix(self, arguments, "endswith", atEnd: true) }
    private static func affix(_ self: Value, _ arguments: Arguments, _ name: StaticString, atEnd: Bool) throws(Raised) -> Ref {
        try TextArguments.count(arguments, name, 1, 3)
        let (start, end) = try TextArguments.range(arguments[1], arguments[2], ByteText(self).count)
        let affix = arguments[0]
        if TupleObject.isInstance(affix) {
            for index in 0..<TupleObject.count(affix) where try has(self, TupleObject.item(affix, index), start, end, atEnd) { return .bool(true) }
            return .bool(false)
        }
        if !Buffers.isExporter(affix) {
            throw raise(.typeError, "\(name) first arg must be bytes or a tuple of bytes, not \(affix.type.name)")
        }
        return .bool(try has(self, affix, start, end, atEnd))
    }
    private static func has(_ self: Value, _ affix: Value, _ start: Int, _ end: Int, _ atEnd: Bool) throws(Raised) -> Bool {
        let view = try BytesView(affix)
        let text = ByteText(self)
        let stop = min(end, text.count)
        if view.count > stop &- start { return false }
        return memcmp(text.data + (atEnd ? stop &- view.count : start), view.bytes, view.count) == 0
    }
    static func removePrefix(_ self: Value, _ prefix: Value) throws(Raised) -> Ref {
        let view = try BytesView(prefix)
        let text = ByteText(self)
        let matches = view.count > 0 && view.count <= text.count && memcmp(text.data, view.bytes, view.count) == 0
        return try ByteText.substring(self, matches ? view.count : 0, text.count)
    }
    static func removeSuffix(_ self: Value, _ suffix: Value) throws(Raised) -> Ref {
        let view = try BytesView(suffix)
        let text = ByteText(self)
        let matches = view.count > 0 && view.count <= text.count && memcmp(text.data + (text.count &- view.count), view.bytes, view.count) == 0
        return try ByteText.substring(self, 0, matches ? text.count &- view.count : text.count)
    }
}
