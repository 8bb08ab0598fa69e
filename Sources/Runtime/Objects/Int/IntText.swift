// Ints as text: repr(), int(text), and the limit on decimal digits (`sys.set_int_max_str_digits`).

import CPythonABI
import Glibc
import Numerics

public enum IntText {
    /// Most decimal digits that are converted to or from text; 0 for no limit.
    nonisolated(unsafe) public static var maximalDigits = 4300
    /// What `sys.int_info` calls default_max_str_digits and str_digits_check_threshold.
    public static let defaultMaximalDigits = 4300
    public static let checkThreshold = 640

    static func tooLong(_ digits: Int? = nil) -> Raised {
        let value = digits.map { ": value has \($0) digits" } ?? ""
        return raise(
            .valueError,
            "Exceeds the limit (\(maximalDigits) digits) for integer string conversion\(value); use sys.set_int_max_str_digits() to increase the limit"
        )
    }

    // MARK: Writing

    /// repr(int): an exact str.
    public static func repr(_ value: Value) throws(Raised) -> Ref {
        if !value.isObject { return repr(IntObject.immediate(value)) }
        return try string(value, base: 10, prefix: 0)
    }
    /// The decimal digits of a word of 49 bits.
    private static func repr(_ number: Int) -> Ref {
        if number >= 0 && number < 10 { return StrObject.character(UInt32(0x30 + number)) }
        var magnitude = number.magnitude
        var length = number < 0 ? 1 : 0
        var probe = magnitude
        repeat {
            length += 1
            probe /= 10
        } while probe != 0
        let block = Allocator.allocate(49 + length) ?? ObjectMemory.outOfMemory(length)
        let string = StrObject.initialize(block, length: length, kind: .one, ascii: true)
        let text = (block + 48).assumingMemoryBound(to: UInt8.self)
        var position = length
        repeat {
            position -= 1
            text[position] = 0x30 &+ UInt8(truncatingIfNeeded: magnitude % 10)
            magnitude /= 10
        } while magnitude != 0
        if number < 0 { text[0] = 0x2D }
        return string
    }

    /// The text of an int in a base of 2 to 36, with "0b", "0o" or "0x" where `prefix` names the letter (0 for none): what `bin()`,
    /// `oct()` and `hex()` give.
    public static func string(_ value: Value, base: Int, prefix: UInt8, upper: Bool = false) throws(Raised) -> Ref {
        try IntObject.withDigits(value) { (x, size) throws(Raised) -> Ref in
            let count = abs(size)
            // A number that is far too long is refused before the work, not after it.
            let limited = base == 10 && maximalDigits > 0 && count > 60
            if limited && Digits.bitLength(x, count) / 4 > maximalDigits { throw tooLong() }
            guard let room = malloc(Digits.textRoom(x, count, base: base) + 3) else { throw raise(.memoryError, argument: .null) }
            defer { free(room) }
            let text = room.assumingMemoryBound(to: UInt8.self)
            var position = 0
            if size < 0 {
                text[0] = 0x2D
                position = 1
            }
            if prefix != 0 {
                text[position] = 0x30
                text[position + 1] = prefix
                position += 2
            }
            let length: Int
            do throws(Digits.Interruption) { length = try Digits.write(text + position, x, count, base: base) } catch {
                throw IntErrors.interrupted(error)
            }
            if limited && length > maximalDigits { throw tooLong() }
            if upper {
                for index in position..<position + length where text[index] >= 0x61 { text[index] -= 0x20 }
            }
            return try StrObject.make(ascii: text, count: position + length)
        }
    }

    // MARK: Reading

    /// The int that a str, bytes or bytearray spells, or ValueError. `base` is 0 or 2 to 36.
    public static func parse(_ source: Value, base: Int = 10) throws(Raised) -> Ref {
        let result = try NumericText.withText(source) { (text, count) throws(Raised) -> Ref in try parse(text, count, base: base) }
        if !result.isNull { return result }
        let shownSource = StrObject.isInstance(source) ? Ref(source) : try BytesType.from(source)
        let repr = try Repr.of(shownSource.value)
        var shown = text(repr.value)
        if shown.unicodeScalars.count > 200 { shown = String(shown.unicodeScalars.prefix(200)) }
        throw raise(.valueError, "invalid literal for int() with base \(base): \(shown)")
    }

    /// The int that ASCII text without surrounding spaces spells; null if it spells none.
    public static func parse(_ text: UnsafePointer<UInt8>, _ count: Int, base: Int) throws(Raised) -> Ref {
        var (position, base) = (0, base)
        var negative = false
        if count > 0, text[0] == 0x2B || text[0] == 0x2D {
            negative = text[0] == 0x2D
            position = 1
        }
        // Prefixes. With base 0 there must be one, or else the number is decimal and has no leading zeros.
        var onlyZeros = false
        if count - position >= 2, text[position] == 0x30, let named = prefixBase(text[position + 1]), base == 0 || base == named {
            base = named
            position += 2
            if position < count && text[position] == 0x5F { position += 1 }
        } else if base == 0 {
            base = 10
            onlyZeros = count > position && text[position] == 0x30
        }
        let start = position
        var digits = 0
        var previous: UInt8 = 0x5F
        var nonzero = false
        while position < count {
            let c = text[position]
            if c == 0x5F {
                if previous == 0x5F { return .null }
            } else {
                guard Int(Digits.digitValue(c)) < base else { return .null }
                digits += 1
                if c != 0x30 { nonzero = true }
            }
            previous = c
            position += 1
        }
        if digits == 0 || previous == 0x5F || (onlyZeros && nonzero) { return .null }
        let isPowerOfTwo = base & (base - 1) == 0
        if !isPowerOfTwo && maximalDigits > 0 && digits > checkThreshold && digits > maximalDigits { throw tooLong(digits) }
        if digits == count - start { return try number(text + start, digits, base, negative) }
        guard let room = malloc(digits) else { throw raise(.memoryError, argument: .null) }
        defer { free(room) }
        let plain = room.assumingMemoryBound(to: UInt8.self)
        var end = 0
        for index in start..<count where text[index] != 0x5F {
            plain[end] = text[index]
            end += 1
        }
        return try number(plain, digits, base, negative)
    }
    private static func prefixBase(_ letter: UInt8) -> Int? {
        switch letter | 0x20 {
        case 0x62: return 2
        case 0x6F: return 8
        case 0x78: return 16
        default: return nil
        }
    }
    /// The number of digits that are known to be good.
    private static func number(_ text: UnsafePointer<UInt8>, _ count: Int, _ base: Int, _ negative: Bool) throws(Raised) -> Ref {
        if count <= 12 {
            // 36^12 < 2^63.
            var number = 0
            for index in 0..<count { number = number &* base &+ Int(Digits.digitValue(text[index])) }
            return IntObject.make(negative ? 0 &- number : number)
        }
        return try IntObject.build(room: Digits.parseRoom(count, base: base)) { (room) throws(Digits.Interruption) -> Int in
            let size = try Digits.parse(room, text, count, base: base)
            return negative ? 0 &- size : size
        }
    }
}
