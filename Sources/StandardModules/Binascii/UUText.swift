// Lines of uuencoded text.

import CPythonABI
import Runtime

enum UUText {
    static func encode(_ data: Value, backtick: Bool) throws(Raised) -> Ref {
        let view = try BytesView(data)
        let (source, count) = (view.bytes, view.count)
        if count > 45 { throw BinasciiModule.fail("At most 45 bytes at once") }
        let result = try BytesObject.allocate(2 + (count + 2) / 3 * 4)
        var target = BytesObject.data(result.value)
        func digit(_ number: UInt8) -> UInt8 { number == 0 && backtick ? 96 : number &+ 32 }
        target[0] = digit(UInt8(count))
        target += 1
        var index = 0
        while index < count {
            let a = source[index]
            let b = index + 1 < count ? source[index + 1] : 0
            let c = index + 2 < count ? source[index + 2] : 0
            target[0] = digit(a &>> 2)
            target[1] = digit((a & 3) &<< 4 | b &>> 4)
            target[2] = digit((b & 15) &<< 2 | c &>> 6)
            target[3] = digit(c & 63)
            target += 4
            index += 3
        }
        target[0] = 10
        return result
    }

    static func decode(_ text: Value) throws(Raised) -> Ref {
        try BinasciiModule.withText(text) { (source, count) throws(Raised) -> Ref in
            // The first character says how many bytes there are.
            let length = count == 0 ? 32 : Int((source[0] &- 32) & 63)
            let result = try BytesObject.allocate(length)
            let target = BytesObject.data(result.value)
            var index = 1
            var written = 0
            var bits: UInt32 = 0
            var bitCount = 0
            while written < length {
                var character: UInt8 = 0
                // A line may have lost its spaces at the end.
                if index < count && source[index] != 10 && source[index] != 13 {
                    character = source[index] &- 32
                    if source[index] < 32 || source[index] > 96 { throw BinasciiModule.fail("Illegal char") }
                    character &= 63
                }
                index += 1
                bits = bits &<< 6 | UInt32(character)
                bitCount += 6
                if bitCount >= 8 {
                    bitCount -= 8
                    target[written] = UInt8(truncatingIfNeeded: bits &>> UInt32(bitCount))
                    bits &= (1 &<< UInt32(bitCount)) - 1
                    written += 1
                }
            }
            while index < count {
                let character = source[index]
                index += 1
                if character != 32 && character != 96 && character != 10 && character != 13 { throw BinasciiModule.fail("Trailing garbage") }
            }
            return result
        }
    }
}
