// The values of number literals.

import Glibc

extension Parser {
    func parseNumber() throws(ParseFailed) -> Expression {
        let token = current
        height = 1
        let start = Int(token.pointee.start), end = Int(token.pointee.end)
        // The usual case: a decimal int of few digits.
        if end - start <= 18 {
            var value = 0
            var index = start
            while index < end, base[index] &- 0x30 < 10 {
                value = value &* 10 &+ Int(base[index] &- 0x30)
                index &+= 1
            }
            if index == end {
                advance()
                return Expression(.constant(.int(value)), SourceRange(token, token))
            }
        }
        let constant = try numberConstant(start, end)
        advance()
        return Expression(.constant(constant), SourceRange(token, token))
    }

    func hasUnderscore(_ number: TokenCursor) -> Bool {
        source.bytes(from: Int(number.pointee.start), to: Int(number.pointee.end)).contains(0x5F)
    }

    private func numberConstant(_ start: Int, _ end: Int) throws(ParseFailed) -> Constant {
        var text: [UInt8] = []
        text.reserveCapacity(end - start + 1)
        var hasUnderscore = false
        for index in start..<end {
            if base[index] == 0x5F { hasUnderscore = true } else { text.append(base[index]) }
        }
        if hasUnderscore, options.featureVersion < 6 { throw failVersion("Underscores in numeric literals are", 6) }
        if text.count > 1, text[0] == 0x30 {
            switch text[1] | 0x20 {
            case 0x78: return IntegerLiteral.powerOfTwoRadix(text[2...], bitsPerDigit: 4)
            case 0x6F: return IntegerLiteral.powerOfTwoRadix(text[2...], bitsPerDigit: 3)
            case 0x62: return IntegerLiteral.powerOfTwoRadix(text[2...], bitsPerDigit: 1)
            default: break
            }
        }
        if text.allSatisfy({ $0 &- 0x30 < 10 }) {
            if options.maxIntegerDigits > 0, text.count > options.maxIntegerDigits { throw failIntegerDigits(text.count) }
            return IntegerLiteral.decimal(text)
        }
        let imaginary = (text.last ?? 0) | 0x20 == 0x6A
        if imaginary { text.removeLast() }
        let value = strtod(String(decoding: text, as: UTF8.self), nil)
        return imaginary ? .complex(realBits: 0, imaginaryBits: value.bitPattern) : .float(bits: value.bitPattern)
    }

    private func failIntegerDigits(_ digits: Int) -> ParseFailed {
        let message = "Exceeds the limit (\(options.maxIntegerDigits) digits) for integer string conversion: value has \(digits) digits; "
            + "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid "
            + "decimal conversion limits."
        if failure == nil {
            let line = Int(current.pointee.line)
            let start = source.lineStart(of: Int(current.pointee.start))
            failure = SyntaxFailure(
                kind: .syntaxError, message: message, filename: "", line: line, offset: 0, endLine: line, endOffset: 0,
                text: source.string(from: start, to: source.lineEnd(of: start) + 1))
        }
        return ParseFailed()
    }
}

/// Int literals of any size, in 30-bit digits when they do not fit a word.
enum IntegerLiteral {
    /// Linear in the number of digits.
    static func powerOfTwoRadix(_ digits: ArraySlice<UInt8>, bitsPerDigit: Int) -> Constant {
        let significant = digits.drop { $0 == 0x30 }
        if significant.count * bitsPerDigit < 63 {
            var value = 0
            for digit in significant { value = value << bitsPerDigit | digitValue(digit) }
            return .int(value)
        }
        var limbs: [UInt32] = []
        limbs.reserveCapacity(significant.count * bitsPerDigit / 30 + 1)
        var accumulator: UInt64 = 0
        var bits = 0
        for digit in significant.reversed() {
            accumulator |= UInt64(digitValue(digit)) << UInt64(bits)
            bits += bitsPerDigit
            if bits >= 30 {
                limbs.append(UInt32(accumulator & 0x3FFF_FFFF))
                accumulator >>= 30
                bits -= 30
            }
        }
        if bits > 0 { limbs.append(UInt32(accumulator)) }
        return constant(limbs)
    }

    private static func digitValue(_ byte: UInt8) -> Int {
        byte < 0x3A ? Int(byte) - 0x30 : Int(byte | 0x20) - 0x61 + 10
    }

    /// Quadratic with a small constant: eighteen digits a step into 60-bit limbs. 4300 digits take microseconds.
    static func decimal(_ digits: [UInt8]) -> Constant {
        let significant = digits.drop { $0 == 0x30 }
        if significant.count <= 18 {
            var value = 0
            for digit in significant { value = value * 10 + Int(digit - 0x30) }
            return .int(value)
        }
        let limbMask: UInt64 = (1 << 60) - 1
        var limbs: [UInt64] = []
        limbs.reserveCapacity(significant.count / 18 + 1)
        var index = significant.startIndex
        while index < significant.endIndex {
            let stop = min(index + 18, significant.endIndex)
            var chunk: UInt64 = 0
            var scale: UInt64 = 1
            while index < stop {
                chunk = chunk * 10 + UInt64(significant[index] - 0x30)
                scale *= 10
                index += 1
            }
            var carry = chunk
            for position in 0..<limbs.count {
                let product = limbs[position].multipliedFullWidth(by: scale)
                let (low, overflow) = product.low.addingReportingOverflow(carry)
                let high = product.high &+ (overflow ? 1 : 0)
                limbs[position] = low & limbMask
                carry = (high << 4) | (low >> 60)
            }
            if carry > 0 { limbs.append(carry) }
        }
        var result: [UInt32] = []
        result.reserveCapacity(limbs.count * 2)
        for limb in limbs {
            result.append(UInt32(limb & 0x3FFF_FFFF))
            result.append(UInt32(limb >> 30))
        }
        return constant(result)
    }

    /// Drops leading zeros, and uses a word where one is enough.
    private static func constant(_ limbs: [UInt32]) -> Constant {
        var limbs = limbs
        while limbs.last == 0 { limbs.removeLast() }
        if limbs.count <= 2 {
            var value = 0
            for limb in limbs.reversed() { value = value << 30 | Int(limb) }
            return .int(value)
        }
        if limbs.count == 3, limbs[2] < 8 {
            return .int(Int(limbs[2]) << 60 | Int(limbs[1]) << 30 | Int(limbs[0]))
        }
        return .bigInt(limbs)
    }
}
