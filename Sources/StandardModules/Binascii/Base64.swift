// Base64 (RFC 3548).

import CPythonABI
import Runtime

enum Base64 {
    private static let alphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

    /// The value of each byte as a digit; above 63 for others.
    nonisolated(unsafe) private static let values: MutableBytePointer = {
        let table = MutableBytePointer.allocate(capacity: 256)
        table.initialize(repeating: 255, count: 256)
        for index in 0..<64 { table[Int(alphabet.utf8Start[index])] = UInt8(index) }
        return table
    }()

    static func encode(_ data: Value, newline: Bool) throws(Raised) -> Ref {
        let view = try BytesView(data)
        let (source, count) = (view.bytes, view.count)
        if count > Int.max / 2 - 4 { throw BinasciiModule.fail("Too much data for base64 line") }
        let size = (count + 2) / 3 * 4
        let result = try BytesObject.allocate(size + (newline ? 1 : 0))
        var target = BytesObject.data(result.value)
        let digits = alphabet.utf8Start
        var index = 0
        while index &+ 2 < count {
            let group = UInt32(source[index]) &<< 16 | UInt32(source[index &+ 1]) &<< 8 | UInt32(source[index &+ 2])
            target[0] = digits[Int(group &>> 18)]
            target[1] = digits[Int(group &>> 12 & 63)]
            target[2] = digits[Int(group &>> 6 & 63)]
            target[3] = digits[Int(group & 63)]
            target += 4
            index &+= 3
        }
        if index < count {
            let second = index &+ 1 < count ? source[index &+ 1] : 0
            target[0] = digits[Int(source[index] &>> 2)]
            target[1] = digits[Int((source[index] & 3) &<< 4 | second &>> 4)]
            target[2] = index &+ 1 < count ? digits[Int((second & 15) &<< 2)] : 61
            target[3] = 61
            target += 4
        }
        if newline { target[0] = 10 }
        return result
    }

    /// Bytes outside the alphabet are passed over, unless `strict`.
    static func decode(_ text: Value, strict: Bool) throws(Raised) -> Ref {
        try BinasciiModule.withText(text) { (source, count) throws(Raised) -> Ref in
            let result = try BytesObject.allocate((count + 3) / 4 * 3 + 1)
            let target = BytesObject.data(result.value)
            let values = values
            var written = 0
            var index = 0
            // Whole groups of four digits, as long as nothing else comes.
            while index &+ 4 <= count {
                let a = values[Int(source[index])], b = values[Int(source[index &+ 1])]
                let c = values[Int(source[index &+ 2])], d = values[Int(source[index &+ 3])]
                if a | b | c | d > 63 { break }
                target[written] = a &<< 2 | b &>> 4
                target[written &+ 1] = b &<< 4 | c &>> 2
                target[written &+ 2] = c &<< 6 | d
                written &+= 3
                index &+= 4
            }
            var state = Decoder(strict: strict)
            try state.run(source, from: index, count, target, &written)
            return try BytesObject.shrunk(result, written)
        }
    }

    /// Decoding of what is not plain groups of digits.
    private struct Decoder {
        let strict: Bool
        var position = 0
        var leftover: UInt8 = 0
        var padding = 0
        var hasPadding = false

        init(strict: Bool) { self.strict = strict }

        mutating func run(_ source: BytePointer, from start: Int, _ count: Int, _ target: MutableBytePointer, _ written: inout Int) throws(Raised) {
            if strict && count > 0 && source[0] == 61 { throw BinasciiModule.fail("Leading padding not allowed") }
            var index = start
            while index < count {
                let character = source[index]
                index &+= 1
                if character == 61 {
                    hasPadding = true
                    guard position >= 2 else { continue }
                    padding += 1
                    if position + padding >= 4 {
                        if strict && index < count { throw BinasciiModule.fail("Excess data after padding") }
                        return
                    }
                    continue
                }
                let value = Base64.values[Int(character)]
                if value > 63 {
                    if strict { throw BinasciiModule.fail("Only base64 data is allowed") }
                    continue
                }
                if strict && hasPadding { throw BinasciiModule.fail("Discontinuous padding not allowed") }
                padding = 0
                switch position {
                case 0: leftover = value
                case 1:
                    target[written] = leftover &<< 2 | value &>> 4
                    leftover = value & 15
                    written &+= 1
                case 2:
                    target[written] = leftover &<< 4 | value &>> 2
                    leftover = value & 3
                    written &+= 1
                default:
                    target[written] = leftover &<< 6 | value
                    leftover = 0
                    written &+= 1
                }
                position = (position + 1) & 3
            }
            if position == 1 {
                throw BinasciiModule.fail(
                    "Invalid base64-encoded string: number of data characters (\(written / 3 * 4 + 1)) cannot be 1 more than a multiple of 4")
            }
            if position != 0 { throw BinasciiModule.fail("Incorrect padding") }
        }
    }
}
