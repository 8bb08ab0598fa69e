/// A double rounded to so many decimals, for doubles and precisions that two words can hold exactly.
struct FixedDecimal {
    let whole: UInt64
    /// In units of the last decimal.
    let fraction: UInt64

    /// |x| rounded half to even at `precision` (0...18) decimals; nil if x is too large or too near to zero.
    init?(_ x: Double, _ precision: Int) {
        var mantissa = x.significandBitPattern
        let biased = Int(x.exponentBitPattern)
        if biased == 0 {
            if mantissa != 0 { return nil }
            whole = 0
            fraction = 0
            return
        }
        mantissa |= 1 &<< 52
        let shift = 1075 &- biased
        if shift <= 0 {
            if shift < -11 { return nil }
            whole = mantissa &<< UInt64(truncatingIfNeeded: 0 &- shift)
            fraction = 0
            return
        }
        if shift >= 120 { return nil }
        var whole: UInt64 = 0
        if shift < 64 {
            whole = mantissa &>> UInt64(truncatingIfNeeded: shift)
            mantissa &= (1 &<< UInt64(truncatingIfNeeded: shift)) &- 1
        }
        // mantissa / 2^shift < 1 now, or mantissa < 2^53 and shift < 120: the product has at most 113 bits.
        let unit = FloatText.tenToThe(precision)
        let (high, low) = mantissa.multipliedFullWidth(by: unit)
        var scaled: UInt64
        let restHigh: UInt64
        let restLow: UInt64
        let halfHigh: UInt64
        let halfLow: UInt64
        let part = UInt64(truncatingIfNeeded: shift & 63)
        if shift >= 64 {
            scaled = high &>> part
            restHigh = high & ((1 &<< part) &- 1)
            restLow = low
            halfHigh = part == 0 ? 0 : 1 &<< (part &- 1)
            halfLow = part == 0 ? 1 &<< 63 : 0
        } else {
            scaled = high &<< (64 &- part) | low &>> part
            restHigh = 0
            restLow = low & ((1 &<< part) &- 1)
            halfHigh = 0
            halfLow = 1 &<< (part &- 1)
        }
        let odd = precision == 0 ? (whole &+ scaled) & 1 : scaled & 1
        if restHigh > halfHigh || (restHigh == halfHigh && (restLow > halfLow || (restLow == halfLow && odd != 0))) {
            scaled &+= 1
        }
        if scaled >= unit {
            scaled &-= unit
            whole &+= 1
        }
        self.whole = whole
        fraction = scaled
    }
}
