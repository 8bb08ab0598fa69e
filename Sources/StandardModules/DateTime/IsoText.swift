// Dates and times in ISO 8601: writing.

import CPythonABI
import Runtime

enum IsoText {
    /// A number in at least `width` digits.
    static func number(_ number: Int, _ width: Int, _ builder: inout StrBuilder) throws(Raised) {
        if number < 0 {
            try builder.append(45)
            return try self.number(-number, width, &builder)
        }
        var divisor = 1
        for _ in 1..<max(width, 1) { divisor *= 10 }
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            try builder.append(UInt32(48 + number / divisor % 10))
            divisor /= 10
        }
    }
    static func date(_ year: Int, _ month: Int, _ day: Int, _ builder: inout StrBuilder) throws(Raised) {
        try number(year, 4, &builder)
        try builder.append(45)
        try number(month, 2, &builder)
        try builder.append(45)
        try number(day, 2, &builder)
    }

    /// How precisely a time is written.
    enum Precision { case auto, hours, minutes, seconds, milliseconds, microseconds }
    static func precision(_ value: Value) throws(Raised) -> Precision {
        if value.isNull { return .auto }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "isoformat() argument 2 must be str, not \(value.isNone ? "None" : value.type.name)")
        }
        let names: [(StaticString, Precision)] = [
            ("auto", .auto), ("hours", .hours), ("minutes", .minutes), ("seconds", .seconds), ("milliseconds", .milliseconds),
            ("microseconds", .microseconds),
        ]
        for (name, precision) in names where StrObject.equals(value, name) { return precision }
        throw raise(.valueError, "Unknown timespec value")
    }
    static func time(
        _ hour: Int, _ minute: Int, _ second: Int, _ microsecond: Int, _ precision: Precision, _ builder: inout StrBuilder
    ) throws(Raised) {
        var precision = precision
        if precision == .auto { precision = microsecond == 0 ? .seconds : .microseconds }
        try number(hour, 2, &builder)
        if precision == .hours { return }
        try builder.append(58)
        try number(minute, 2, &builder)
        if precision == .minutes { return }
        try builder.append(58)
        try number(second, 2, &builder)
        if precision == .milliseconds {
            try builder.append(46)
            try number(microsecond / 1000, 3, &builder)
        } else if precision == .microseconds {
            try builder.append(46)
            try number(microsecond, 6, &builder)
        }
    }
    /// An offset from UTC, +HH:MM with seconds and microseconds where there are any.
    static func offset(_ delta: Value, separator: Bool, _ builder: inout StrBuilder) throws(Raised) {
        var seconds = DeltaObject.secondsTotal(delta)
        var microseconds = DeltaObject.microseconds(delta)
        let isNegative = DeltaObject.days(delta) < 0
        if isNegative {
            seconds = -seconds
            if microseconds != 0 {
                seconds -= 1
                microseconds = 1_000_000 - microseconds
            }
        }
        try builder.append(isNegative ? 45 : 43)
        try number(seconds / 3600, 2, &builder)
        if separator { try builder.append(58) }
        try number(seconds / 60 % 60, 2, &builder)
        if seconds % 60 == 0 && microseconds == 0 { return }
        if separator { try builder.append(58) }
        try number(seconds % 60, 2, &builder)
        if microseconds == 0 { return }
        try builder.append(46)
        try number(microseconds, 6, &builder)
    }
}
