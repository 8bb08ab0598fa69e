extension Digits {
    public enum BitOperation: Sendable { case and, or, xor }

    /// Digits that a bitwise operation on numbers of these sizes may write.
    @inlinable
    public static func bitwiseRoom(aSize: Int, bSize: Int) -> Int {
        max(aSize < 0 ? 0 &- aSize : aSize, bSize < 0 ? 0 &- bSize : bSize) &+ 1
    }

    /// `&`, `|` or `^` of signed numbers, as if both were written in endless two's complement.
    /// Room: `bitwiseRoom`. The result may be `a` or `b`.
    public static func bitwise(
        _ operation: BitOperation, _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, aSize: Int,
        _ b: UnsafePointer<UInt32>, bSize: Int
    ) -> Int {
        let aCount = aSize < 0 ? 0 &- aSize : aSize
        let bCount = bSize < 0 ? 0 &- bSize : bSize
        let negative: Bool
        switch operation {
        case .and: negative = aSize < 0 && bSize < 0
        case .or: negative = aSize < 0 || bSize < 0
        case .xor: negative = (aSize < 0) != (bSize < 0)
        }
        // Complement on the fly: -x is ~x + 1, and the carry of the + 1 runs along with the digits.
        let aFlip: UInt32 = aSize < 0 ? mask : 0
        let bFlip: UInt32 = bSize < 0 ? mask : 0
        let flip: UInt32 = negative ? mask : 0
        var aCarry: UInt32 = aSize < 0 ? 1 : 0
        var bCarry: UInt32 = bSize < 0 ? 1 : 0
        var carry: UInt32 = negative ? 1 : 0
        let count = max(aCount, bCount)
        for i in 0..<count {
            aCarry = ((i < aCount ? a[i] : 0) ^ aFlip) &+ aCarry
            bCarry = ((i < bCount ? b[i] : 0) ^ bFlip) &+ bCarry
            let x = aCarry & mask
            let y = bCarry & mask
            aCarry &>>= 30
            bCarry &>>= 30
            let bits: UInt32
            switch operation {
            case .and: bits = x & y
            case .or: bits = x | y
            case .xor: bits = x ^ y
            }
            carry = (bits ^ flip) &+ carry
            result[i] = carry & mask
            carry &>>= 30
        }
        // Only -(2^30)^count, all of whose digits are zero, carries out of the top.
        result[count] = carry
        let size = normalisedCount(result, count &+ 1)
        return negative ? 0 &- size : size
    }

    /// ~a, that is -a - 1. Room: |size| + 1. The result may be `a`.
    public static func invert(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, size: Int
    ) -> Int {
        let count = size < 0 ? 0 &- size : size
        for i in 0..<count { result[i] = a[i] }
        return size < 0 ? subtractDigit(result, count, 1) : 0 &- addDigit(result, count, 1)
    }
}
