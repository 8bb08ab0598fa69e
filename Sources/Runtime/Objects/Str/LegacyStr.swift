// Strings of which C writes the characters after they are made: `PyUnicode_FromUnicode(NULL, length)`, the way of before Python 3.3.
//
// Such a string begins as one of four bytes a character in a block of its own, into which C writes. When control comes back to the
// interpreter, which a request to the eval breaker sees to, it gets the narrowest form that holds what was written: every other string
// has that, and comparisons rely on it.

import CPythonABI
import Glibc

public enum LegacyStrings {
    /// Those whose form is not settled, each with a reference.
    nonisolated(unsafe) private static var waiting: [Value] = []

    public static func make(length: Int) throws(Raised) -> Ref {
        if length == 0 { return StrObject.empty }
        let (bytes, overflow) = (length &+ 1).multipliedReportingOverflow(by: 4)
        guard length > 0, !overflow, let block = calloc(bytes, 1) else { throw raise(.memoryError, argument: .null) }
        let fields = ObjectMemory.new(PyUnicode_TypePointer(), as: PyUnicodeObject.self, size: MemoryLayout<PyUnicodeObject>.size)
        fields.pointee._base._base.length = length
        fields.pointee._base._base.hash = -1
        // Not "ready", in C's terms.
        fields.pointee._base._base.state = 4 << 2
        fields.pointee._base._base.wstr = block.assumingMemoryBound(to: wchar_t.self)
        fields.pointee._base.utf8 = nil
        fields.pointee._base.utf8_length = 0
        fields.pointee._base.wstr_length = length
        fields.pointee.data.any = block
        let string = Value(pointer: fields)
        string.retain()
        waiting.append(string)
        EvalBreaker.request(.settleStrings)
        return Ref(owned: string)
    }

    /// Gives the strings that wait their final form.
    /// What was no character and was replaced, since somebody asked; 0: all were.
    nonisolated(unsafe) public static var invalid: UInt32 = 0

    public static func settle() {
        let strings = waiting
        waiting.removeAll()
        for string in strings {
            settle(string.cast(to: PyUnicodeObject.self))
            string.release()
        }
    }
    private static func settle(_ fields: UnsafeMutablePointer<PyUnicodeObject>) {
        let length = fields.pointee._base._base.length
        let wide = UnsafeMutableRawPointer(fields.pointee.data.any.unsafelyUnwrapped).assumingMemoryBound(to: UInt32.self)
        var maximum: UInt32 = 0
        for index in 0..<length {
            if wide[index] > 0x10FFFF {
                invalid = wide[index]
                wide[index] = 0xFFFD
            }
            maximum = max(maximum, wide[index])
        }
        let ascii: UInt32 = maximum < 0x80 ? UInt32(PyUnicode_STATE_ASCII) : 0
        fields.pointee._base._base.state = UInt32(PyUnicode_STATE_READY) | 4 << 2
        if maximum > 0xFFFF { return }
        let size = maximum < 0x100 ? 1 : 2
        guard let narrow = malloc((length + 1) * size) else { return }
        for index in 0...length {
            let code = wide[index]
            if size == 1 {
                narrow.storeBytes(of: UInt8(truncatingIfNeeded: code), toByteOffset: index, as: UInt8.self)
            } else {
                narrow.storeBytes(of: UInt16(truncatingIfNeeded: code), toByteOffset: index * 2, as: UInt16.self)
            }
        }
        // C may go on reading the wide characters.
        fields.pointee.data.any = narrow
        fields.pointee._base._base.hash = -1
        fields.pointee._base._base.state = UInt32(PyUnicode_STATE_READY) | UInt32(size) << 2 | ascii
    }
}
