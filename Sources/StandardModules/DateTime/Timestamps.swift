// Moments counted in seconds since 1970, and the zone of the place.

import CPythonABI
import Glibc
import Runtime

enum Timestamps {
    /// The beginning of 1970, in seconds since that of year 1 (whose first day is day 1).
    static let epoch = 719_163 * 86400
    private static let day = 86400

    static func osError() -> Raised {
        let number = errno == 0 ? EINVAL : errno
        if number == EOVERFLOW { return raise(.overflowError, "timestamp out of range for platform time_t") }
        return TimeModule.osError(number)
    }

    /// A number of seconds rounded down.
    static func whole(_ value: Value) throws(Raised) -> Int {
        if FloatObject.isInstance(value) {
            let number = FloatObject.number(value)
            if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            let whole = number.rounded(.down)
            guard whole >= -0x1p63, whole < 0x1p63 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
            return Int(whole)
        }
        return try integer(value)
    }
    private static func integer(_ value: Value) throws(Raised) -> Int {
        let index = try Index.object(value)
        guard let word = IntObject.word(index.value) else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
        return word
    }
    /// A number of seconds in seconds and microseconds, rounded to the nearest, halves to even.
    static func split(_ value: Value) throws(Raised) -> (Int, Int) {
        guard FloatObject.isInstance(value) else { return (try integer(value), 0) }
        let number = FloatObject.number(value)
        if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
        var whole = number.rounded(.towardZero)
        var part = ((number - whole) * 1e6).rounded(.toNearestOrEven)
        if part >= 1e6 {
            part -= 1e6
            whole += 1
        } else if part < 0 {
            part += 1e6
            whole -= 1
        }
        guard whole >= -0x1p63, whole < 0x1p63 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
        return (Int(whole), Int(part))
    }

    // MARK: To broken-down times

    static func utc(_ type: Value, _ seconds: Int, _ microseconds: Int, _ zone: Value) throws(Raised) -> Ref {
        var moment = seconds
        var broken = tm()
        errno = 0
        if gmtime_r(&moment, &broken) == nil { throw osError() }
        return try DateTimeObject.construct(type, parts(broken, microseconds), zone)
    }
    private static func parts(_ broken: tm, _ microseconds: Int) -> DateTimeObject.Parts {
        var parts = DateTimeObject.Parts()
        (parts.year, parts.month, parts.day) = (Int(broken.tm_year) + 1900, Int(broken.tm_mon) + 1, Int(broken.tm_mday))
        // A leap second, which no datetime can show, counts as the one before.
        (parts.hour, parts.minute, parts.second) = (Int(broken.tm_hour), Int(broken.tm_min), min(Int(broken.tm_sec), 59))
        parts.microsecond = microseconds
        return parts
    }
    /// The time on the wall, with the fold of one that comes twice.
    static func wall(_ type: Value, _ seconds: Int, _ microseconds: Int) throws(Raised) -> Ref {
        var moment = seconds
        var broken = tm()
        errno = 0
        if localtime_r(&moment, &broken) == nil { throw osError() }
        var parts = parts(broken, microseconds)
        if parts.year >= 1 && parts.year <= 9999 {
            let shown = CivilCalendar.ordinal(parts.year, parts.month, parts.day) * day + parts.hour * 3600 + parts.minute * 60 + parts.second
            // A day earlier there was the offset from before a change, if there was one.
            let probe = shown - epoch - day
            if shown - epoch - day > -epoch {
                var earlier = seconds - day
                var before = tm()
                if localtime_r(&earlier, &before) != nil {
                    let change = Int(broken.tm_gmtoff) - Int(before.tm_gmtoff)
                    if change < 0 {
                        var twin = seconds + change
                        var other = tm()
                        if localtime_r(&twin, &other) != nil, other.tm_hour == broken.tm_hour, other.tm_min == broken.tm_min,
                            other.tm_sec == broken.tm_sec, other.tm_mday == broken.tm_mday
                        {
                            parts.fold = 1
                        }
                    }
                }
            }
            _ = probe
        }
        return try DateTimeObject.construct(type, parts, .none)
    }

    // MARK: From the wall

    /// What the wall shows at a moment, both in seconds since year 1.
    private static func shown(_ seconds: Int) throws(Raised) -> Int {
        guard seconds >= day && seconds <= CivilCalendar.lastOrdinal * day + day - 1 else { throw outOfRange(seconds) }
        var moment = seconds - epoch
        var broken = tm()
        errno = 0
        if localtime_r(&moment, &broken) == nil { throw osError() }
        let year = Int(broken.tm_year) + 1900
        guard year >= 1 && year <= 9999 else { throw raise(.valueError, "year \(year) is out of range") }
        return CivilCalendar.ordinal(year, Int(broken.tm_mon) + 1, Int(broken.tm_mday)) * day + Int(broken.tm_hour) * 3600
            + Int(broken.tm_min) * 60 + Int(broken.tm_sec)
    }
    private static func outOfRange(_ seconds: Int) -> Raised { raise(.valueError, "year \(seconds < day ? 0 : 10000) is out of range") }

    /// The moment at which the wall shows a time, both in seconds since year 1. Of two such moments the fold chooses.
    static func local(_ time: Int, _ fold: Int) throws(Raised) -> Int {
        let probe = try shown(time) - time
        let first = time - probe
        let firstShown = try shown(first)
        var other = 0
        if firstShown == time {
            // There may be another moment, with the offset of a day earlier or later.
            let near = first + (fold == 0 ? -day : day)
            other = try shown(near) - near
            if other == probe { return first }
        } else {
            other = firstShown - first
        }
        let second = time - other
        if try shown(second) == time { return second }
        if firstShown == time { return first }
        // In a gap.
        return fold == 0 ? max(first, second) : min(first, second)
    }

    // MARK: The zone of the place

    private static func zone(_ moment: Int) throws(Raised) -> Ref {
        var moment = moment
        var broken = tm()
        errno = 0
        if localtime_r(&moment, &broken) == nil { throw osError() }
        let offset = try DeltaObject.make(0, Int(broken.tm_gmtoff), 0)
        let name = StrObject.make(broken.tm_zone.map { String(cString: $0) } ?? "")
        return try FixedZone.make(offset.value, name.value)
    }
    /// Where a time without zone is taken to be.
    static func localZone(of time: Value) throws(Raised) -> Ref {
        try zone(try local(DateTimeObject.secondsTotal(time), DateTimeObject.fold(time)) - epoch)
    }
    static func localZone(ofUTC time: Value) throws(Raised) -> Ref { try zone(DateTimeObject.secondsTotal(time) - epoch) }
}
