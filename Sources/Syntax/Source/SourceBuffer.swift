// The text that a lexer reads: UTF-8 with `\n` line ends, followed by zero bytes, so that the lexer may look at the next few bytes
// without a bounds check.

final class SourceBuffer {
    let base: UnsafeMutablePointer<UInt8>
    /// Bytes of text, without the padding.
    let count: Int

    static let padding = 8

    /// Copies `bytes`.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        count = bytes.count
        base = .allocate(capacity: count + SourceBuffer.padding)
        if let source = bytes.baseAddress, count > 0 { base.initialize(from: source, count: count) }
        (base + count).initialize(repeating: 0, count: SourceBuffer.padding)
    }

    init(_ bytes: [UInt8]) {
        count = bytes.count
        base = .allocate(capacity: count + SourceBuffer.padding)
        bytes.withUnsafeBufferPointer { source in
            if let start = source.baseAddress { base.initialize(from: start, count: source.count) }
        }
        (base + count).initialize(repeating: 0, count: SourceBuffer.padding)
    }

    /// Copies `bytes` with `\r\n` and `\r` as `\n`, and with a newline at the end when `endWithNewline` asks for it.
    init(normalizing bytes: UnsafeBufferPointer<UInt8>, endWithNewline: Bool) {
        base = .allocate(capacity: bytes.count + 1 + SourceBuffer.padding)
        var length = 0
        var index = 0
        let end = bytes.count
        while index < end {
            var byte = bytes[index]
            index &+= 1
            if byte == 13 {
                byte = 10
                if index < end, bytes[index] == 10 { index &+= 1 }
            }
            (base + length).initialize(to: byte)
            length &+= 1
        }
        if endWithNewline, length > 0, base[length - 1] != 10 {
            (base + length).initialize(to: 10)
            length += 1
        } else if endWithNewline, length == 0 {
            // An empty program has no line at all.
        }
        (base + length).initialize(repeating: 0, count: SourceBuffer.padding)
        count = length
    }

    deinit { base.deallocate() }

    /// A part of the text, to be read at once.
    func bytes(from start: Int, to end: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + start, count: max(0, end - start))
    }

    /// Offset of the first byte of the line that holds `offset`.
    func lineStart(of offset: Int) -> Int {
        var start = min(max(offset, 0), count)
        while start > 0, base[start - 1] != 10 { start -= 1 }
        return start
    }

    /// Offset of the newline that ends the line of `offset`, or of the end of the text.
    func lineEnd(of offset: Int) -> Int {
        var end = max(offset, 0)
        while end < count, base[end] != 10 { end += 1 }
        return min(end, count)
    }

    /// Start of a line counted from 1; nil beyond the last one.
    func start(ofLine line: Int) -> Int? {
        if line <= 1 { return 0 }
        var current = 1
        var index = 0
        while index < count {
            if base[index] == 10 {
                current += 1
                if current == line { return index + 1 }
            }
            index += 1
        }
        return nil
    }

    var lines: Int {
        var total = count > 0 && base[count - 1] != 10 ? 1 : 0
        for index in 0..<count where base[index] == 10 { total += 1 }
        return total
    }

    /// Characters in a range of bytes.
    func characters(from start: Int, to end: Int) -> Int {
        var total = 0
        var index = max(start, 0)
        let stop = min(end, count)
        while index < stop {
            if base[index] & 0xC0 != 0x80 { total += 1 }
            index += 1
        }
        return total
    }

    func string(from start: Int, to end: Int) -> String {
        let low = max(0, min(start, count)), high = max(low, min(end, count))
        return String(decoding: UnsafeBufferPointer(start: base + low, count: high - low), as: UTF8.self)
    }
}
