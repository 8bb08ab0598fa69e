// The proleptic Gregorian calendar: days as ordinals, day 1 being the first of January of year 1.

enum CivilCalendar {
    static let firstYear = 1
    static let lastYear = 9999
    /// The ordinal of the 31st of December 9999.
    static let lastOrdinal = 3_652_059

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }
    static func daysInMonth(_ year: Int, _ month: Int) -> Int {
        switch month {
        case 2: return isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }
    /// Days of the year in front of a month.
    static func daysBefore(_ year: Int, month: Int) -> Int {
        // Months from March on come in a pattern of five.
        if month <= 2 { return (month - 1) * 31 }
        return (153 * (month - 3) + 2) / 5 + 59 + (isLeap(year) ? 1 : 0)
    }
    static func daysBefore(year: Int) -> Int {
        let y = year - 1
        return y * 365 + y / 4 - y / 100 + y / 400
    }
    static func ordinal(_ year: Int, _ month: Int, _ day: Int) -> Int {
        daysBefore(year: year) + daysBefore(year, month: month) + day
    }
    /// The date of an ordinal from 1 to `lastOrdinal`.
    static func date(_ ordinal: Int) -> (year: Int, month: Int, day: Int) {
        // Counted from the first of March of year 0, so that the leap day comes last.
        let days = ordinal + 305
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shifted + 2) / 5 + 1
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
    /// Monday is 0.
    static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int { (ordinal(year, month, day) + 6) % 7 }

    // MARK: ISO weeks

    /// The ordinal of the Monday that begins week 1 of a year: the week with its first Thursday.
    static func firstMonday(_ year: Int) -> Int {
        let first = ordinal(year, 1, 1)
        let weekday = (first + 6) % 7
        return first - weekday + (weekday > 3 ? 7 : 0)
    }
    static func isoCalendar(_ year: Int, _ month: Int, _ day: Int) -> (year: Int, week: Int, weekday: Int) {
        let today = ordinal(year, month, day)
        var isoYear = year
        var monday = firstMonday(year)
        if today < monday {
            isoYear -= 1
            monday = firstMonday(isoYear)
        } else if today >= firstMonday(year + 1) {
            isoYear += 1
            monday = firstMonday(isoYear)
        }
        return (isoYear, (today - monday) / 7 + 1, (today - monday) % 7 + 1)
    }
    enum WeekError: Error { case year, week, day }
    /// The ordinal of a day of an ISO week. The result may lie outside of what dates can show.
    static func ordinal(isoYear: Int, week: Int, weekday: Int) throws(WeekError) -> Int {
        if isoYear < firstYear || isoYear > lastYear { throw .year }
        if week < 1 || week > 53 { throw .week }
        if week == 53 {
            // Years that begin on a Thursday, or leap years that begin on a Wednesday.
            let first = (ordinal(isoYear, 1, 1) + 6) % 7
            if first != 3 && !(first == 2 && isLeap(isoYear)) { throw .week }
        }
        if weekday < 1 || weekday > 7 { throw .day }
        return firstMonday(isoYear) + (week - 1) * 7 + weekday - 1
    }
}
