/// Reading floats.
extension FloatText {
    /// `float(text)` for text whose non-ASCII spaces and digits have been made ASCII; nil if it is malformed ("could not convert string to float").
    /// Takes surrounding ASCII whitespace, a sign, underscores between digits, "inf", "infinity" and "nan" in any case.
    /// Too large a number is an infinity.
    public static func parse(_ text: UnsafePointer<UInt8>, _ count: Int) -> Double? {
        var start = 0
        var end = count
        while start < end && isSpace(text[start]) { start &+= 1 }
        while end > start && isSpace(text[end &- 1]) { end &-= 1 }
        if start == end { return nil }
        let (value, length) = parsePrefix(text + start, end &- start, underscores: true)
        return length == end &- start ? value : nil
    }

    @inline(__always)
    static func isSpace(_ c: UInt8) -> Bool { c == 0x20 || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F) }

    @inline(__always)
    private static func isDigit(_ c: UInt8) -> Bool { c &- 0x30 < 10 }

    /// Reads the longest number that the text begins with, without skipping whitespace. Length 0 means that there is none.
    public static func parsePrefix(
        _ text: UnsafePointer<UInt8>, _ count: Int, underscores: Bool = false
    ) -> (value: Double, length: Int) {
        var i = 0
        var negative = false
        if i < count, text[i] == 0x2D || text[i] == 0x2B {
            negative = text[i] == 0x2D
            i &+= 1
        }
        if i < count, !isDigit(text[i]), text[i] != 0x2E {
            let (value, length) = parseWord(text + i, count &- i)
            return length == 0 ? (0, 0) : (negative ? -value : value, i &+ length)
        }
        // The first 19 significant digits make the mantissa; the position of the rest moves the exponent.
        let first = i
        var mantissa: UInt64 = 0
        var kept = 0
        var dropped = false
        var any = false
        var exponent = 0
        var seenPoint = false
        scan: while i < count {
            let c = text[i]
            if isDigit(c) {
                any = true
                if kept < 19 {
                    mantissa = mantissa &* 10 &+ UInt64(c &- 0x30)
                    if mantissa != 0 { kept &+= 1 }
                    if seenPoint { exponent &-= 1 }
                } else {
                    if c != 0x30 { dropped = true }
                    if !seenPoint { exponent &+= 1 }
                }
                i &+= 1
            } else if c == 0x2E && !seenPoint {
                seenPoint = true
                i &+= 1
            } else if c == 0x5F && underscores && i > first && isDigit(text[i &- 1]) && i &+ 1 < count && isDigit(text[i &+ 1]) {
                i &+= 1
            } else {
                break scan
            }
        }
        if !any { return (0, 0) }
        let digitsEnd = i
        if i < count, text[i] | 0x20 == 0x65 {
            var j = i &+ 1
            var negativeExponent = false
            if j < count, text[j] == 0x2D || text[j] == 0x2B {
                negativeExponent = text[j] == 0x2D
                j &+= 1
            }
            if j < count && isDigit(text[j]) {
                var value = 0
                while j < count {
                    if isDigit(text[j]) {
                        // Beyond this any mantissa that memory can hold is zero or infinity.
                        if value < 1 << 50 { value = value &* 10 &+ Int(text[j] &- 0x30) }
                    } else if !(text[j] == 0x5F && underscores && isDigit(text[j &- 1]) && j &+ 1 < count
                        && isDigit(text[j &+ 1])) {
                        break
                    }
                    j &+= 1
                }
                exponent = exponent &+ (negativeExponent ? 0 &- value : value)
                i = j
            }
        }
        let value = scale(mantissa, exponent, dropped: dropped)
            ?? exact(text + first, digitsEnd &- first, exponent: exponent, kept: kept)
        return (negative ? -value : value, i)
    }

    /// "inf", "infinity" or "nan".
    static func parseWord(_ text: UnsafePointer<UInt8>, _ count: Int) -> (Double, Int) {
        func matches(_ word: StaticString) -> Bool {
            let length = word.utf8CodeUnitCount
            if length > count { return false }
            for i in 0..<length where text[i] | 0x20 != word.utf8Start[i] { return false }
            return true
        }
        if matches("infinity") { return (.infinity, 8) }
        if matches("inf") { return (.infinity, 3) }
        if matches("nan") { return (.nan, 3) }
        return (0, 0)
    }

    /// mantissa * 10^exponent, correctly rounded; nil where this cannot be told from 128 bits.
    static func scale(_ mantissa: UInt64, _ exponent: Int, dropped: Bool) -> Double? {
        if mantissa == 0 { return 0 }
        if !dropped && mantissa <= 1 << 53 {
            // Both factors are exact, so the one operation rounds correctly.
            if exponent == 0 { return Double(mantissa) }
            if exponent > 0 && exponent <= 22 { return Double(mantissa) * exactPower(exponent) }
            if exponent < 0 && exponent >= -22 { return Double(mantissa) / exactPower(0 &- exponent) }
        }
        if exponent < -342 { return exponent < -362 ? 0 : nil }
        if exponent > 308 { return .infinity }
        let power = DecimalPower(exponent)
        let lead = UInt64(truncatingIfNeeded: mantissa.leadingZeroBitCount)
        let factor = mantissa &<< lead
        // The upper 128 of the product's 192 bits. The table is rounded up by less than one unit of its 128th bit, so the
        // product is too large by less than one unit of `low`; cut off digits make it too small by less than one unit of `factor`.
        let (carry, _) = power.low.multipliedFullWidth(by: factor)
        var (high, low) = power.high.multipliedFullWidth(by: factor)
        let (sum, overflow) = low.addingReportingOverflow(carry)
        low = sum
        if overflow { high &+= 1 }
        if dropped {
            // Rare: decided only if the next larger mantissa gives the same answer.
            if mantissa == .max { return nil }
            guard let here = scale(mantissa, exponent, dropped: false),
                let next = scale(mantissa &+ 1, exponent, dropped: false), here == next
            else { return nil }
            return here
        }
        let shift: UInt64 = high &>> 63 == 0 ? 10 : 11
        let bits = high &>> shift
        let rest = high & ((1 &<< shift) &- 1)
        let half: UInt64 = 1 &<< (shift &- 1)
        // Within two units of a tie or of the next lower number the answer is open.
        if rest == half && low <= 2 || rest == half &- 1 && low >= .max &- 2 { return nil }
        if rest == 0 && low <= 2 { return nil }
        // Bit 0 of `bits` weighs 2^e.
        let e = DecimalPower.binaryExponent(exponent) &- 127 &+ 128 &- Int(lead) &+ Int(shift)
        if e < -1074 { return nil }
        let rounded = rest >= half ? bits &+ 1 : bits
        // rounded can be 2^53; the exponent field then absorbs the carry.
        let field = e &+ 1075
        if field >= 0x7FF { return .infinity }
        let pattern = (UInt64(field) &<< 52) &+ (rounded &- 1 &<< 52)
        return pattern >= 0x7FF0_0000_0000_0000 ? .infinity : Double(bitPattern: pattern)
    }

    /// 10^0...10^22, which doubles hold exactly.
    @inline(__always)
    private static func exactPower(_ exponent: Int) -> Double {
        let power = DecimalPower(exponent)
        return Double(sign: .plus, exponent: DecimalPower.binaryExponent(exponent) &- 63, significand: Double(power.high))
    }

    /// The slow way: with whole numbers. `exponent` is that of the mantissa's last kept digit.
    @inline(never)
    private static func exact(_ text: UnsafePointer<UInt8>, _ count: Int, exponent: Int, kept: Int) -> Double {
        // Digits beyond the 768th can only break a tie: one digit that is not zero stands for all of them.
        let limit = 800
        let answer = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit &+ 2) { buffer -> Double? in
            guard let digits = buffer.baseAddress else { return nil }
            var length = 0
            var sticky = false
            var skipped = 0
            for i in 0..<count where isDigit(text[i]) {
                if length == 0 && text[i] == 0x30 { continue }
                if length < limit {
                    digits[length] = text[i]
                    length &+= 1
                } else {
                    skipped &+= 1
                    if text[i] != 0x30 { sticky = true }
                }
            }
            // The value is 0.digits * 10^point.
            let point = exponent &+ kept
            var scale = point &- length
            if point > 310 { return .infinity }
            if point < -326 { return 0 }
            if sticky {
                digits[length] = 0x31
                length &+= 1
                scale &-= 1
            }
            return try? ratio(digits, length, scale)
        }
        return answer ?? .nan
    }

    private static func ratio(
        _ digits: UnsafePointer<UInt8>, _ length: Int, _ scale: Int
    ) throws(Digits.Interruption) -> Double {
        let room = Digits.parseRoom(length &+ max(scale, 0) &+ 2, base: 10) &+ 2
        let powerRoom = Int(scale.magnitude) / 9 &+ 4
        let scratch = try Scratch(room &* 2 &+ powerRoom &* 2)
        let number = scratch.digits
        let product = number + room
        let power = product + room
        var ten: UInt32 = 10
        let numberCount = try Digits.parse(number, digits, length)
        let powerCount = try Digits.power(power, &ten, 1, exponent: Int(scale.magnitude))
        if scale >= 0 {
            let count = try Digits.multiply(product, number, numberCount, power, powerCount)
            return Digits.double(product, size: count) ?? .infinity
        }
        switch try Digits.trueDivide(number, aSize: numberCount, power, bSize: powerCount) {
        case .value(let value): return value
        case .overflow, .divisionByZero: return .infinity
        }
    }
}
