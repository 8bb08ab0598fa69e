// Output of the standard streams: two buffers, one of text and one of bytes, as the layers of CPython's io have.

import CPythonABI
import Glibc

/// State of a standard stream. Lives as long as the process.
final class StandardStream {
    static let chunkSize = 8192

    let descriptor: Int32
    let name: StaticString
    let isOutput: Bool
    let isTerminal: Bool
    var isLineBuffered: Bool
    /// Nothing is kept back (`-u`).
    var isWriteThrough: Bool
    var errors: ErrorHandling
    var isClosed = false

    enum ErrorHandling: String { case strict, surrogateescape, backslashreplace, replace, ignore }

    /// Text written and not yet handed to the bytes below.
    private var text: UnsafeMutablePointer<UInt8>
    private var textCount = 0
    private var textCapacity = chunkSize * 2
    private var bytes: UnsafeMutablePointer<UInt8>
    private var bytesCount = 0

    // Input.
    private var input: [UInt8] = []
    private var inputPosition = 0
    private var isAtEnd = false

    init(_ descriptor: Int32, _ name: StaticString, isOutput: Bool, unbuffered: Bool) {
        self.descriptor = descriptor
        self.name = name
        self.isOutput = isOutput
        isTerminal = isatty(descriptor) == 1
        isWriteThrough = unbuffered
        isLineBuffered = !unbuffered && (isTerminal || descriptor == 2)
        errors = descriptor == 2 ? .backslashreplace : .strict
        text = .allocate(capacity: textCapacity)
        bytes = .allocate(capacity: StandardStream.chunkSize)
    }

    // MARK: Text

    /// Appends the UTF-8 of a str. Raises UnicodeEncodeError.
    func write(_ string: Value) throws(Raised) {
        let length = StrObject.length(string)
        let data = StrObject.data(string)
        var hasNewline = false
        if StrObject.isASCII(string) {
            reserve(length)
            copyBytes(text + textCount, data, length)
            textCount += length
            if isLineBuffered {
                hasNewline = memchr(data, 10, length) != nil || memchr(data, 13, length) != nil
            }
        } else {
            hasNewline = try encode(string, length)
        }
        if isWriteThrough {
            do throws(Raised) { try flush() } catch {
                // Unbuffered: what cannot be written now is lost.
                abandon()
                throw error
            }
        } else if isLineBuffered && hasNewline {
            try flush()
        } else if textCount > StandardStream.chunkSize {
            try pushText()
        }
    }

    private func reserve(_ count: Int) {
        let needed = textCount + count
        if needed <= textCapacity { return }
        textCapacity = max(needed, textCapacity * 2)
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: textCapacity)
        copyBytes(grown, text, textCount)
        text.deallocate()
        text = grown
    }

    private func encode(_ string: Value, _ length: Int) throws(Raised) -> Bool {
        let start = textCount
        var hasNewline = false
        for index in 0..<length {
            let code = StrObject.character(string, index)
            reserve(10)
            if code < 0x80 {
                text[textCount] = UInt8(code)
                textCount += 1
                if code == 10 || code == 13 { hasNewline = true }
            } else if code & 0xFFFF_F800 == 0xD800 {
                if !encodeSurrogate(code) {
                    textCount = start
                    var end = index + 1
                    while end < length, StrObject.character(string, end) & 0xFFFF_F800 == 0xD800 { end += 1 }
                    throw UnicodeFailures.encode("utf-8", string, index, end, "surrogates not allowed")
                }
            } else {
                if code < 0x800 {
                    text[textCount] = UInt8(0xC0 | code >> 6)
                    textCount += 1
                } else {
                    if code < 0x10000 {
                        text[textCount] = UInt8(0xE0 | code >> 12)
                        textCount += 1
                    } else {
                        text[textCount] = UInt8(truncatingIfNeeded: 0xF0 | code >> 18)
                        text[textCount + 1] = UInt8(truncatingIfNeeded: 0x80 | code >> 12 & 0x3F)
                        textCount += 2
                    }
                    text[textCount] = UInt8(truncatingIfNeeded: 0x80 | code >> 6 & 0x3F)
                    textCount += 1
                }
                text[textCount] = UInt8(truncatingIfNeeded: 0x80 | code & 0x3F)
                textCount += 1
            }
        }
        return hasNewline
    }
    private func encodeSurrogate(_ code: UInt32) -> Bool {
        switch errors {
        case .strict: return false
        case .surrogateescape:
            guard code >= 0xDC80, code <= 0xDCFF else { return false }
            text[textCount] = UInt8(code & 0xFF)
            textCount += 1
        case .replace:
            text[textCount] = UInt8(ascii: "?")
            textCount += 1
        case .ignore: break
        case .backslashreplace:
            for byte in "\\u\(String(code, radix: 16))".utf8 {
                text[textCount] = byte
                textCount += 1
            }
        }
        return true
    }

    /// Hands the text to the buffer of bytes.
    private func pushText() throws(Raised) {
        let count = textCount
        if count == 0 { return }
        textCount = 0
        try writeBytes(text, count)
    }

    // MARK: Bytes

    /// Appends bytes; what does not fit goes to the file at once.
    func writeBytes(_ data: UnsafePointer<UInt8>, _ count: Int) throws(Raised) {
        if count <= StandardStream.chunkSize - bytesCount {
            copyBytes(bytes + bytesCount, data, count)
            bytesCount += count
            return
        }
        try flushBytes()
        if count < StandardStream.chunkSize {
            copyBytes(bytes, data, count)
            bytesCount = count
            return
        }
        var done = 0
        while done < count { done += try writeOnce(data + done, count - done) }
    }
    func flushBytes() throws(Raised) {
        var done = 0
        while done < bytesCount {
            do throws(Raised) { done += try writeOnce(bytes + done, bytesCount - done) } catch {
                // What was not written stays, for the next attempt.
                moveBytes(bytes, bytes + done, bytesCount - done)
                bytesCount -= done
                throw error
            }
        }
        bytesCount = 0
    }
    private func writeOnce(_ data: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Int {
        while true {
            let written = Glibc.write(descriptor, data, count)
            if written >= 0 { return written }
            if errno != EINTR { throw OSErrors.raise() }
            try EvalBreaker.serve()
        }
    }
    func flush() throws(Raised) {
        try pushText()
        try flushBytes()
    }

    /// Throws away what is kept back.
    func abandon() {
        textCount = 0
        bytesCount = 0
    }

    // MARK: Input

    /// Reads more; false at the end.
    private func fill() throws(Raised) -> Bool {
        if isAtEnd && !isTerminal { return false }
        if inputPosition > 0 {
            input.removeFirst(inputPosition)
            inputPosition = 0
        }
        var room = InlineArray<8192, UInt8>(repeating: 0)
        while true {
            let count = withUnsafeMutablePointer(to: &room) { pointer -> Int in
                let count = Glibc.read(descriptor, pointer, 8192)
                if count > 0 { input.append(contentsOf: UnsafeRawBufferPointer(start: pointer, count: count)) }
                return count
            }
            if count > 0 { return true }
            if count == 0 {
                isAtEnd = true
                return false
            }
            if errno != EINTR { throw OSErrors.raise() }
            try EvalBreaker.serve()
        }
    }
    /// Bytes up to and including the next newline, at most `limit` (negative for no limit). Empty at the end.
    func readLine(limit: Int = -1) throws(Raised) -> [UInt8] {
        var searched = inputPosition
        while true {
            if let newline = input[searched...].firstIndex(of: 10) { return take(limited(newline + 1 - inputPosition, limit)) }
            if limit >= 0 && input.count - inputPosition >= limit { return take(limit) }
            let available = input.count - inputPosition
            if !(try fill()) { return take(limited(input.count - inputPosition, limit)) }
            searched = inputPosition + available
        }
    }
    private func limited(_ count: Int, _ limit: Int) -> Int { limit < 0 ? count : min(count, limit) }
    /// `count` bytes, or all when negative.
    func read(_ count: Int) throws(Raised) -> [UInt8] {
        while count < 0 || input.count - inputPosition < count {
            if !(try fill()) { break }
        }
        return take(limited(input.count - inputPosition, count))
    }
    private func take(_ count: Int) -> [UInt8] {
        let result = Array(input[inputPosition..<inputPosition + count])
        inputPosition += count
        return result
    }
}

/// Errors of encodings, raised by native code.
public enum UnicodeFailures {
    public static func encode(_ encoding: String, _ string: Value, _ start: Int, _ end: Int, _ reason: String) -> Raised {
        let (name, text) = (StrObject.make(encoding).take(), StrObject.make(reason).take())
        let arguments = TupleObject.make(name, string, Value(smallInt: start), Value(smallInt: end), text)
        name.release()
        text.release()
        return PendingException.set(PyExc_UnicodeEncodeErrorPointer(), arguments.value)
    }
    /// `bytes` is a bytes object.
    public static func decode(_ encoding: String, _ bytes: Value, _ start: Int, _ end: Int, _ reason: String) -> Raised {
        let (name, text) = (StrObject.make(encoding).take(), StrObject.make(reason).take())
        let arguments = TupleObject.make(name, bytes, Value(smallInt: start), Value(smallInt: end), text)
        name.release()
        text.release()
        return PendingException.set(PyExc_UnicodeDecodeErrorPointer(), arguments.value)
    }
}
