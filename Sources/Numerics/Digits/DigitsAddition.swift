extension Digits {
    /// a + b. Room: max(aCount, bCount) + 1. The result may be `a` or `b`.
    public static func add(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) -> Int {
        if aCount < bCount { return add(result, b, bCount, a, aCount) }
        var carry: UInt32 = 0
        var i = 0
        while i < bCount {
            carry = carry &+ a[i] &+ b[i]
            result[i] = carry & mask
            carry &>>= 30
            i &+= 1
        }
        while i < aCount {
            carry = carry &+ a[i]
            result[i] = carry & mask
            carry &>>= 30
            i &+= 1
        }
        if carry == 0 { return aCount }
        result[aCount] = carry
        return aCount &+ 1
    }

    /// a - b, where a >= b. Room: aCount. The result may be `a` or `b`.
    public static func subtract(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, _ aCount: Int,
        _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) -> Int {
        var borrow: UInt32 = 0
        var i = 0
        while i < bCount {
            borrow = a[i] &- b[i] &- borrow
            result[i] = borrow & mask
            borrow = (borrow &>> 30) & 1
            i &+= 1
        }
        while i < aCount {
            borrow = a[i] &- borrow
            result[i] = borrow & mask
            borrow = (borrow &>> 30) & 1
            i &+= 1
        }
        return normalisedCount(result, aCount)
    }

    /// a + b of signed numbers. Room: max(|aSize|, |bSize|) + 1. The result may be `a` or `b`.
    public static func addSigned(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, aSize: Int,
        _ b: UnsafePointer<UInt32>, bSize: Int
    ) -> Int {
        let aCount = aSize < 0 ? 0 &- aSize : aSize
        let bCount = bSize < 0 ? 0 &- bSize : bSize
        if (aSize < 0) == (bSize < 0) {
            let count = add(result, a, aCount, b, bCount)
            return aSize < 0 ? 0 &- count : count
        }
        if compare(a, aCount, b, bCount) >= 0 {
            let count = subtract(result, a, aCount, b, bCount)
            return aSize < 0 ? 0 &- count : count
        }
        let count = subtract(result, b, bCount, a, aCount)
        return bSize < 0 ? 0 &- count : count
    }

    /// a - b of signed numbers. Room: max(|aSize|, |bSize|) + 1. The result may be `a` or `b`.
    public static func subtractSigned(
        _ result: UnsafeMutablePointer<UInt32>, _ a: UnsafePointer<UInt32>, aSize: Int,
        _ b: UnsafePointer<UInt32>, bSize: Int
    ) -> Int {
        addSigned(result, a, aSize: aSize, b, bSize: 0 &- bSize)
    }

    /// Adds a small number in place. Room: count + 1.
    @discardableResult
    public static func addDigit(_ a: UnsafeMutablePointer<UInt32>, _ count: Int, _ digit: UInt32) -> Int {
        var carry = digit
        var i = 0
        while carry != 0 && i < count {
            carry = carry &+ a[i]
            a[i] = carry & mask
            carry &>>= 30
            i &+= 1
        }
        if carry == 0 { return count }
        a[count] = carry
        return count &+ 1
    }

    /// Subtracts a small number from one that is at least as large, in place.
    static func subtractDigit(_ a: UnsafeMutablePointer<UInt32>, _ count: Int, _ digit: UInt32) -> Int {
        var borrow = digit
        var i = 0
        while borrow != 0 && i < count {
            let difference = a[i] &- borrow
            a[i] = difference & mask
            borrow = (difference &>> 30) & 1
            i &+= 1
        }
        return normalisedCount(a, count)
    }
}
