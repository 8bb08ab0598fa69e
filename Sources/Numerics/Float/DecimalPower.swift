import NumericTables

/// 10^k as a 128-bit significand, rounded up, times a power of two. Shared by printing and parsing.
struct DecimalPower {
    static var range: ClosedRange<Int> { -343...325 }

    let high: UInt64
    let low: UInt64

    @inline(__always)
    init(_ k: Int) {
        let entry = PyDecimalPowers_Start() + (k &+ 343) &* 2
        high = entry[0]
        low = entry[1]
    }

    /// floor(log2(10^k)), for |k| up to 1233.
    @inline(__always)
    static func binaryExponent(_ k: Int) -> Int { (k &* 1_741_647) &>> 19 }
}
