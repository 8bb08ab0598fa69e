// Text that numbers are read from: str, bytes and bytearray as ASCII.
//
// Numbers may be written with any decimal digits and spaces of Unicode. Such text is made ASCII first, a character for a character:
// spaces become ' ', digits '0' to '9', everything else that is not ASCII '?', which no number contains.

import CPythonABI
import Glibc
import Numerics
import UnicodeData

public enum NumericText {
    /// What the text is read from, borrowed: bytes of a bytes or bytearray object.
    @inline(__always) static func bytes(_ value: Value) -> UnsafeBufferPointer<UInt8>? {
        guard value.isObject else { return nil }
        let type = value.type
        if type.pointee.tp_flags & Py_TPFLAGS_BYTES_SUBCLASS != 0 {
            let head = value.cast(to: PyBytesObject.self)
            return UnsafeBufferPointer(
                start: (UnsafeRawPointer(head) + 32).assumingMemoryBound(to: UInt8.self), count: head.pointee.ob_base.ob_size)
        }
        if type.isSubtype(of: PyByteArray_TypePointer()) {
            let head = value.cast(to: PyByteArrayObject.self)
            let start = head.pointee.ob_start.map { UnsafeRawPointer($0).assumingMemoryBound(to: UInt8.self) }
            return UnsafeBufferPointer(start: start, count: head.pointee.ob_base.ob_size)
        }
        return nil
    }

    /// Lends the text of a str, bytes or bytearray (`value` must be one) as ASCII, without surrounding spaces.
    static func withText<R: ~Copyable>(
        _ value: Value, _ body: (UnsafePointer<UInt8>, Int) throws(Raised) -> R
    ) throws(Raised) -> R {
        if let bytes = bytes(value) {
            var empty: UInt8 = 0
            guard let start = bytes.baseAddress else {
                return try withUnsafeMutablePointer(to: &empty) { (pointer) throws(Raised) -> R in try body(pointer, 0) }
            }
            return try trimmed(start, bytes.count, body)
        }
        let count = StrObject.length(value)
        if StrObject.isASCII(value) {
            return try trimmed(UnsafePointer(StrObject.data(value).assumingMemoryBound(to: UInt8.self)), count, body)
        }
        guard let room = malloc(max(count, 1)) else { throw raise(.memoryError, argument: .null) }
        defer { free(room) }
        let text = room.assumingMemoryBound(to: UInt8.self)
        for index in 0..<count { text[index] = ascii(StrObject.character(value, index)) }
        return try trimmed(text, count, body)
    }
    private static func ascii(_ character: UInt32) -> UInt8 {
        if character < 0x80 { return UInt8(character) }
        if UnicodeData.isSpace(character) { return 0x20 }
        if let digit = UnicodeData.decimal(character) { return 0x30 &+ UInt8(truncatingIfNeeded: digit) }
        return 0x3F
    }
    @inline(__always) private static func trimmed<R: ~Copyable>(
        _ text: UnsafePointer<UInt8>, _ count: Int, _ body: (UnsafePointer<UInt8>, Int) throws(Raised) -> R
    ) throws(Raised) -> R {
        var (start, end) = (0, count)
        while start < end && isSpace(text[start]) { start += 1 }
        while end > start && isSpace(text[end - 1]) { end -= 1 }
        return try body(text + start, end - start)
    }
    /// Space as C's `isspace` has it.
    @inline(__always) static func isSpace(_ c: UInt8) -> Bool { c == 0x20 || c &- 9 < 5 }
}

extension StrObject {
    /// A str of ASCII characters in memory.
    static func make(ascii text: UnsafePointer<UInt8>, count: Int) throws(Raised) -> Ref {
        if count == 1 { return character(UInt32(text[0])) }
        let string = try allocate(length: count, maximum: 0x7F)
        if count > 0 { copyBytes(data(string.value), text, count) }
        return string
    }
}
