// Text under construction, as generalised UTF-8 (surrogates are kept), for messages and reports that may hold any str.

import CPythonABI

public struct TextBuffer {
    public var bytes: [UInt8] = []
    public init() {}

    public mutating func append(_ string: String) { bytes.append(contentsOf: string.utf8) }
    public mutating func append(_ other: TextBuffer) { bytes.append(contentsOf: other.bytes) }
    public mutating func append(repeating byte: UInt8, count: Int) {
        if count > 0 { bytes.append(contentsOf: repeatElement(byte, count: count)) }
    }
    /// Appends the characters of a str in a range; anything else that is given appends nothing.
    public mutating func append(str value: Value, from start: Int = 0, to end: Int? = nil) {
        guard StrObject.isInstance(value) else { return }
        let end = min(end ?? StrObject.length(value), StrObject.length(value))
        if start >= end { return }
        if StrObject.isASCII(value) {
            bytes.append(contentsOf: UnsafeRawBufferPointer(start: StrObject.data(value) + start, count: end - start))
            return
        }
        for index in start..<end { append(codePoint: StrObject.character(value, index)) }
    }
    public mutating func append(codePoint code: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | code >> shift & 0x3F) }
        if code < 0x80 {
            bytes.append(UInt8(code))
        } else if code < 0x800 {
            bytes.append(UInt8(0xC0 | code >> 6))
            bytes.append(tail(0))
        } else if code < 0x10000 {
            bytes.append(UInt8(0xE0 | code >> 12))
            bytes.append(tail(6))
            bytes.append(tail(0))
        } else {
            bytes.append(UInt8(truncatingIfNeeded: 0xF0 | code >> 18))
            bytes.append(tail(12))
            bytes.append(tail(6))
            bytes.append(tail(0))
        }
    }
    /// Appends str(value).
    public mutating func append(strOf value: Value) throws(Raised) {
        let string = try Repr.str(value)
        append(str: string.value)
    }
    /// Appends repr(value).
    public mutating func append(reprOf value: Value) throws(Raised) {
        let string = try Repr.of(value)
        append(str: string.value)
    }
    /// The text as a str.
    public func makeStr() -> Ref {
        var made = Value.null
        bytes.withUnsafeBufferPointer { made = StrObject.make(utf8: $0).take() }
        return Ref(owned: made)
    }
}
