extension Digits {
    /// Digits that a left shift needs.
    @inlinable
    public static func shiftLeftRoom(_ count: Int, _ bits: Int) -> Int { count &+ bits / 30 &+ 1 }

    /// a << bits. Room: `shiftLeftRoom`. The result may be `a`.
    public static func shiftLeft(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int, _ bits: Int
    ) -> Int {
        if count == 0 { return 0 }
        let whole = bits / 30
        let part = UInt32(truncatingIfNeeded: bits % 30)
        // From the top down, so that the operand may be overwritten.
        var upper: UInt32 = 0
        var i = count
        while i > 0 {
            i &-= 1
            let digit = a[i]
            result[i &+ whole &+ 1] = (upper &<< part | (digit &>> (30 &- part))) & mask
            upper = digit
        }
        result[whole] = (upper &<< part) & mask
        for i in 0..<whole { result[i] = 0 }
        return normalisedCount(result, count &+ whole &+ 1)
    }

    /// a >> bits of the magnitude, dropping what is shifted out. Room: max(count - bits / 30, 0). The result may be `a`.
    public static func shiftRight(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ count: Int, _ bits: Int
    ) -> Int {
        let whole = bits / 30
        if whole >= count { return 0 }
        let part = UInt32(truncatingIfNeeded: bits % 30)
        let left = count &- whole
        if part == 0 {
            for i in 0..<left { result[i] = a[i &+ whole] }
            return left
        }
        var digit = a[whole]
        for i in 0..<(left &- 1) {
            let next = a[i &+ whole &+ 1]
            result[i] = (digit &>> part | next &<< (30 &- part)) & mask
            digit = next
        }
        result[left &- 1] = digit &>> part
        return normalisedCount(result, left)
    }

    /// True if any of the lowest `bits` bits is set.
    public static func anyBits(_ a: UnsafePointer<UInt32>, _ count: Int, below bits: Int) -> Bool {
        let whole = bits / 30
        if whole >= count { return count > 0 }
        for i in 0..<whole where a[i] != 0 { return true }
        let part = UInt32(truncatingIfNeeded: bits % 30)
        return a[whole] & (1 &<< part &- 1) != 0
    }

    /// a >> bits of a signed number, rounding down. Room: max(|size| - bits / 30, 0) + 1. The result may be `a`.
    public static func shiftRightSigned(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, size: Int, _ bits: Int
    ) -> Int {
        if size >= 0 { return shiftRight(result, a, size, bits) }
        let lost = anyBits(a, 0 &- size, below: bits)
        let count = shiftRight(result, a, 0 &- size, bits)
        return 0 &- (lost ? addDigit(result, count, 1) : count)
    }
}
