// Dates and times in ISO 8601: reading.
//
// Text that is not ASCII is none of the formats, but for one character between date and time.

import CPythonABI
import Runtime

struct IsoParser: ~Copyable {
    struct Malformed: Error {}
    struct Time {
        var hour = 0, minute = 0, second = 0, microsecond = 0
        /// Offset in seconds and microseconds, if there is one.
        var hasOffset = false
        var offset = 0
        var offsetMicroseconds = 0
    }
    /// The text, held by the caller.
    private let text: Value
    let count: Int

    init(_ text: Value) {
        self.text = text
        count = StrObject.length(text)
    }
    private func character(_ index: Int) -> UInt32 { index < count ? StrObject.character(text, index) : 0 }
    private func isDigit(_ index: Int) -> Bool { character(index) &- 48 < 10 }

    private func number(_ start: Int, _ width: Int, _ end: Int) throws(Malformed) -> Int {
        if start + width > end { throw Malformed() }
        var result = 0
        for index in start..<start + width {
            let digit = character(index) &- 48
            if digit > 9 { throw Malformed() }
            result = result * 10 + Int(digit)
        }
        return result
    }

    // MARK: Dates

    /// Reads the date in the first `end` characters.
    func date(_ end: Int) throws(Malformed) -> (Int, Int, Int) {
        if end != 7 && end != 8 && end != 10 { throw Malformed() }
        let year = try number(0, 4, end)
        let hasMarks = character(4) == 45
        var index = hasMarks ? 5 : 4
        if character(index) == 87 {
            index += 1
            let week = try number(index, 2, end)
            index += 2
            var day = 1
            if index < end {
                if hasMarks {
                    if character(index) != 45 { throw Malformed() }
                    index += 1
                }
                day = try number(index, 1, end)
            }
            let ordinal: Int
            do throws(CivilCalendar.WeekError) {
                ordinal = try CivilCalendar.ordinal(isoYear: year, week: week, weekday: day)
            } catch { throw Malformed() }
            guard ordinal >= 1 && ordinal <= CivilCalendar.lastOrdinal else { throw Malformed() }
            return CivilCalendar.date(ordinal)
        }
        let month = try number(index, 2, end)
        index += 2
        if hasMarks {
            if character(index) != 45 { throw Malformed() }
            index += 1
        }
        let day = try number(index, 2, end)
        return (year, month, day)
    }

    /// Where the date ends in a text that may go on with a time.
    func separator() throws(Malformed) -> Int {
        if count == 7 { return 7 }
        if count < 7 { throw Malformed() }
        if character(4) == 45 {
            guard character(5) == 87 else { return 10 }
            if count < 8 { throw Malformed() }
            guard count > 8 && character(8) == 45 else { return 8 }
            // A dash can begin the day of the week or stand between date and time.
            if count == 9 { throw Malformed() }
            return count > 10 && isDigit(10) ? 8 : 10
        }
        guard character(4) == 87 else { return 8 }
        var index = 7
        while index < count && isDigit(index) { index += 1 }
        if index < 9 { return index }
        return index % 2 == 0 ? 7 : 8
    }

    // MARK: Times

    /// Reads the time from `start` to the end of the text, with an offset.
    func time(_ start: Int) throws(Malformed) -> Time {
        var result = Time()
        var zone = start
        while zone < count && character(zone) != 43 && character(zone) != 45 && character(zone) != 90 { zone += 1 }
        var hasExtra = false
        (result.hour, result.minute, result.second, result.microsecond) = try clock(start, zone, &hasExtra)
        if zone == count {
            if hasExtra { throw Malformed() }
            return result
        }
        result.hasOffset = true
        if character(zone) == 90 {
            if zone + 1 != count { throw Malformed() }
            return result
        }
        let (hours, minutes, seconds, microseconds) = try clock(zone + 1, count, &hasExtra)
        if hasExtra { throw Malformed() }
        let sign = character(zone) == 45 ? -1 : 1
        result.offset = sign * (hours * 3600 + minutes * 60 + seconds)
        result.offsetMicroseconds = sign * microseconds
        return result
    }
    /// HH[[:]MM[[:]SS[.fff...]]]. As the reference reads it, a fraction may follow any part, and without colons needs no point;
    /// what is too much (`hasExtra`) is an error only at the end of the text.
    private func clock(_ start: Int, _ end: Int, _ hasExtra: inout Bool) throws(Malformed) -> (Int, Int, Int, Int) {
        var parts = (0, 0, 0)
        var index = start
        let hasMarks = start + 2 < end && character(start + 2) == 58
        for part in 0..<3 {
            let value = try number(index, 2, end)
            index += 2
            switch part {
            case 0: parts.0 = value
            case 1: parts.1 = value
            default: parts.2 = value
            }
            hasExtra = index + 1 == end
            if index + 1 >= end { return (parts.0, parts.1, parts.2, 0) }
            let next = character(index)
            if hasMarks && next == 58 {
                index += 1
            } else if next == 46 || next == 44 {
                index += 1
                break
            } else if hasMarks {
                throw Malformed()
            }
        }
        // A fraction: six digits count, more are passed over.
        var fraction = 0
        let digits = min(end - index, 6)
        fraction = try number(index, digits, end)
        for _ in digits..<6 { fraction *= 10 }
        index += digits
        while index < end && isDigit(index) { index += 1 }
        hasExtra = index != end
        return (parts.0, parts.1, parts.2, fraction)
    }

    // MARK: Results

    static func fail(_ text: Value) throws(Raised) -> Raised {
        raise(.valueError, "Invalid isoformat string: \(try Repr.string(text))")
    }
    /// The zone of an offset: None if there is none.
    static func zone(_ time: Time) throws(Raised) -> Ref {
        if !time.hasOffset { return .none }
        if time.offset == 0 && time.offsetMicroseconds == 0 { return Ref(FixedZone.utc) }
        let delta = try DeltaObject.make(0, time.offset, time.offsetMicroseconds)
        return try FixedZone.make(delta.value, .null)
    }
}
