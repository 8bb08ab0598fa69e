/// The shortest decimal that reads back as a given double, nearest to it among the shortest: the digits of `repr`.
///
/// The method is Raffaello Giulietti's ("The Schubfach way to render doubles", 2020). The interval that rounds to the
/// double is scaled by a power of ten, so that its length is between 1 and 10; then it holds at least one integer and at
/// most one multiple of ten, and a few comparisons find the best. Products keep a sticky bit ("round to odd"), which keeps the
/// comparisons exact.
struct ShortestDecimal {
    /// The value is digits * 10^exponent.
    let digits: UInt64
    let exponent: Int

    /// `bits` are those of a finite double greater than zero.
    init(_ bits: UInt64) {
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        let biased = Int(truncatingIfNeeded: bits &>> 52 & 0x7FF)
        let c = biased == 0 ? fraction : fraction | 1 &<< 52
        let q = biased == 0 ? -1074 : biased &- 1075
        if q <= 0 && q > -53 && c & ((1 &<< UInt64(truncatingIfNeeded: 0 &- q)) &- 1) == 0 {
            // An integer below 2^53: its neighbours are no more than 1 away, so no shorter integer is as near.
            self.init(integer: c &>> UInt64(truncatingIfNeeded: 0 &- q))
            return
        }
        let closerBelow = fraction == 0 && biased > 1
        let exclusive: UInt64 = c & 1
        let k = (q &* 1_262_611 &- (closerBelow ? 524_031 : 0)) &>> 22
        let h = UInt64(truncatingIfNeeded: q &+ DecimalPower.binaryExponent(0 &- k) &+ 1)
        let power = DecimalPower(0 &- k)
        let middle = c &<< 2
        let lower = Self.scale(power, (middle &- (closerBelow ? 1 : 2)) &<< h) &+ exclusive
        let centre = Self.scale(power, middle &<< h)
        let upper = Self.scale(power, (middle &+ 2) &<< h) &- exclusive

        let s = centre &>> 2
        if s >= 10 {
            let tens = s / 10
            let below = lower <= 40 &* tens
            let above = 40 &* tens &+ 40 <= upper
            if below != above {
                self.init(digits: tens &+ (above ? 1 : 0), exponent: k &+ 1)
                return
            }
        }
        let below = lower <= 4 &* s
        let above = 4 &* s &+ 4 <= upper
        if below != above {
            self.init(digits: s &+ (above ? 1 : 0), exponent: k)
            return
        }
        let half = 4 &* s &+ 2
        let up = centre > half || (centre == half && s & 1 != 0)
        self.init(digits: s &+ (up ? 1 : 0), exponent: k)
    }

    private init(integer: UInt64) { self.init(digits: integer, exponent: 0) }

    /// Takes trailing zeros off.
    private init(digits: UInt64, exponent: Int) {
        var digits = digits
        var exponent = exponent
        while true {
            let (q, r) = digits.quotientAndRemainder(dividingBy: 10)
            if r != 0 || digits == 0 { break }
            digits = q
            exponent &+= 1
        }
        self.digits = digits
        self.exponent = exponent
    }

    @inline(__always)
    private static func scale(_ power: DecimalPower, _ x: UInt64) -> UInt64 {
        let (carry, _) = power.low.multipliedFullWidth(by: x)
        let (high, low) = power.high.multipliedFullWidth(by: x)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        return (high &+ (overflow ? 1 : 0)) | (sum > 1 ? 1 : 0)
    }
}
