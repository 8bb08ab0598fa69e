// Hexadecimal digits.

import CPythonABI
import Runtime

enum HexText {
    static func decode(_ text: Value) throws(Raised) -> Ref {
        try BinasciiModule.withText(text) { (source, count) throws(Raised) -> Ref in
            if count % 2 != 0 { throw BinasciiModule.fail("Odd-length string") }
            let result = try BytesObject.allocate(count / 2)
            let target = BytesObject.data(result.value)
            var index = 0
            while index < count {
                let (high, low) = (digit(source[index]), digit(source[index &+ 1]))
                if high | low > 15 { throw BinasciiModule.fail("Non-hexadecimal digit found") }
                target[index / 2] = high &<< 4 | low
                index &+= 2
            }
            return result
        }
    }
    /// The value of a digit, above 15 for other characters.
    @inline(__always) private static func digit(_ character: UInt8) -> UInt8 {
        let number = character &- 48
        if number < 10 { return number }
        let letter = (character | 32) &- 97
        return letter < 6 ? letter &+ 10 : 255
    }

    static func encode(_ data: Value, _ separator: Value, _ group: Value) throws(Raised) -> Ref {
        let view = try BytesView(data)
        if separator.isNull {
            let result = try BytesObject.allocate(view.count &* 2)
            let (target, source, count) = (BytesObject.data(result.value), view.bytes, view.count)
            for index in 0..<count {
                let (high, low) = (source[index] &>> 4, source[index] & 15)
                target[index &* 2] = high < 10 ? 48 &+ high : 87 &+ high
                target[index &* 2 &+ 1] = low < 10 ? 48 &+ low : 87 &+ low
            }
            return result
        }
        let text = try ByteHex.hex(view.bytes, view.count, separator, group)
        return try BytesObject.make(StrObject.data(text.value).assumingMemoryBound(to: UInt8.self), StrObject.length(text.value))
    }
}
