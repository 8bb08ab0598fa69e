// Bytes from the formats of PyBytes_FromFormat: fewer than those of text, widths and flags are read and not used, and what C strings
// hold is taken as it is.

import CPythonABI
import Glibc
import Runtime

private struct BytesFormatter {
    var bytes: [UInt8] = []

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
    mutating func append(_ text: CString, _ count: Int) {
        for index in 0..<count { bytes.append(UInt8(bitPattern: text[index])) }
    }

    /// False with an exception set.
    mutating func run(_ format: CString, _ list: UnsafeMutablePointer<PyArgumentList>) -> Bool {
        var scan = format
        func next() -> UInt8 { UInt8(bitPattern: scan.pointee) }
        func isDigit() -> Bool { next() >= 48 && next() <= 57 }
        while next() != 0 {
            if next() != UInt8(ascii: "%") {
                bytes.append(next())
                scan += 1
                continue
            }
            let directive = scan
            scan += 1
            while isDigit() { scan += 1 }
            var precision = 0
            if next() == UInt8(ascii: ".") {
                scan += 1
                while isDigit() {
                    precision = min(precision * 10 + Int(next() - 48), 1 << 30)
                    scan += 1
                }
            }
            while next() != 0, next() != UInt8(ascii: "%"), !isLetter(next()) { scan += 1 }
            // A size stands in front of `d` and `u` alone.
            var size: UInt8 = 0
            let following = next() == 0 ? 0 : UInt8(bitPattern: scan[1])
            if next() == UInt8(ascii: "l") || next() == UInt8(ascii: "z"), following == UInt8(ascii: "d") || following == UInt8(ascii: "u") {
                size = next()
                scan += 1
            }
            let code = next()
            if code != 0 { scan += 1 }
            switch code {
            case UInt8(ascii: "%"): bytes.append(code)
            case UInt8(ascii: "c"):
                let number = _PySwift_take_int(list)
                guard let byte = UInt8(exactly: number) else {
                    _ = raise(.overflowError, "PyBytes_FromFormatV(): %c format expects an integer in range [0; 255]")
                    return false
                }
                bytes.append(byte)
            case UInt8(ascii: "d"): append(String(size == 0 ? Int(_PySwift_take_int(list)) : _PySwift_take_long(list)))
            case UInt8(ascii: "u"): append(String(size == 0 ? UInt(_PySwift_take_unsigned_int(list)) : _PySwift_take_unsigned_long(list)))
            case UInt8(ascii: "i"): append(String(_PySwift_take_int(list)))
            case UInt8(ascii: "x"): append(String(_PySwift_take_unsigned_int(list), radix: 16))
            case UInt8(ascii: "s"):
                guard let text = _PySwift_take_string(list) else { break }
                append(text, precision > 0 ? strnlen(text, precision) : strlen(text))
            case UInt8(ascii: "p"):
                guard let pointer = _PySwift_take_pointer(list) else {
                    append("0x(nil)")
                    break
                }
                append("0x" + String(UInt(bitPattern: pointer), radix: 16))
            default:
                // What is no directive is copied with all that follows.
                append(directive, strlen(directive))
                return true
            }
        }
        return true
    }
    private func isLetter(_ byte: UInt8) -> Bool { byte | 32 >= 97 && byte | 32 <= 122 }
}

@c @implementation public func _PySwift_bytes_from_format(_ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let format, let list else { return PyBytes_FromStringAndSize(nil, 0) }
    var formatter = BytesFormatter()
    guard formatter.run(format, list) else { return nil }
    return formatter.bytes.withUnsafeBytes { Border.toC(owned: BytesObject.make($0)) }
}
