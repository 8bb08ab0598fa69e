/// `int.to_bytes` and `int.from_bytes`.
extension Digits {
    public enum ByteOrder: Sendable { case little, big }

    public enum ByteConversion: Sendable {
        case done
        /// OverflowError: "int too big to convert".
        case tooBig
        /// OverflowError: "can't convert negative int to unsigned".
        case negative
    }

    /// Digits that `fromBytes` may write.
    @inlinable
    public static func roomForBytes(_ count: Int) -> Int { (count &* 8 &+ 29) / 30 &+ 1 }

    /// Reads a number; returns its size. Room: `roomForBytes`.
    public static func fromBytes(
        _ result: UnsafeMutablePointer<UInt32>, _ bytes: UnsafePointer<UInt8>, _ byteCount: Int, order: ByteOrder,
        signed: Bool
    ) -> Int {
        if byteCount <= 0 { return 0 }
        let top = order == .little ? bytes[byteCount &- 1] : bytes[0]
        let negative = signed && top >= 0x80
        let flip: UInt64 = negative ? 0xFF : 0
        var carry: UInt64 = negative ? 1 : 0
        var word: UInt64 = 0
        var held: UInt64 = 0
        var count = 0
        for i in 0..<byteCount {
            let byte = order == .little ? bytes[i] : bytes[byteCount &- 1 &- i]
            carry = (UInt64(byte) ^ flip) &+ carry
            word |= (carry & 0xFF) &<< held
            carry &>>= 8
            held &+= 8
            if held >= 30 {
                result[count] = UInt32(truncatingIfNeeded: word) & mask
                count &+= 1
                word &>>= 30
                held &-= 30
            }
        }
        // -(256 ** byteCount) is out of range, so a carry can only come from the digits being all zero, which `top` excludes.
        if held > 0 {
            result[count] = UInt32(truncatingIfNeeded: word)
            count &+= 1
        }
        let size = normalisedCount(result, count)
        return negative ? 0 &- size : size
    }

    /// Writes exactly `byteCount` bytes, if the number fits in them.
    public static func toBytes(
        _ bytes: UnsafeMutablePointer<UInt8>, _ byteCount: Int, _ a: UnsafePointer<UInt32>, size: Int,
        order: ByteOrder, signed: Bool
    ) -> ByteConversion {
        let negative = size < 0
        if negative && !signed { return .negative }
        let count = negative ? 0 &- size : size
        let bits = bitLength(a, count)
        if signed {
            // -2^(n - 1) has n bits and still fits.
            let minimum = negative && bits > 0 && bits &- 1 == trailingZeroBits(a, count)
            // -1 is all sign, which no bytes at all are taken to have.
            let needed = count == 0 || (byteCount == 0 && negative && bits == 1) ? 0 : minimum ? bits : bits &+ 1
            if needed > byteCount &* 8 { return .tooBig }
        } else if bits > byteCount &* 8 {
            return .tooBig
        }
        let flip: UInt64 = negative ? 0xFF : 0
        var carry: UInt64 = negative ? 1 : 0
        var word: UInt64 = 0
        var held: UInt64 = 0
        var next = 0
        for i in 0..<byteCount {
            if held < 8 {
                if next < count { word |= UInt64(a[next]) &<< held }
                next &+= 1
                held &+= 30
            }
            carry = ((word & 0xFF) ^ flip) &+ carry
            bytes[order == .little ? i : byteCount &- 1 &- i] = UInt8(truncatingIfNeeded: carry)
            carry &>>= 8
            word &>>= 8
            held &-= 8
        }
        return .done
    }
}
