import UnicodeData

/// Decimal digits of any script, as numbers in text have them.
enum UnicodeDigits {
    /// The value of a digit, or -1.
    @inline(__always) static func decimal(_ code: UInt32) -> Int {
        if code < 128 { return code &- 48 < 10 ? Int(code &- 48) : -1 }
        return UnicodeData.decimal(code) ?? -1
    }
}
