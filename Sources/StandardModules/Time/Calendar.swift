// Broken-down times: struct_time and the functions on it.

import CPythonABI
import Glibc
import Runtime

enum Calendar {
    static let type: TypePointer = StructSequence.type(
        "time.struct_time",
        doc: """
            The time value as returned by gmtime(), localtime(), and strptime(), and
             accepted by asctime(), mktime() and strftime().  May be considered as a
             sequence of 9 integers.

             Note that several fields' values are not the same as those defined by
             the C language standard for struct tm.  For example, the value of the
             field tm_year is the actual year, not year - 1900.  See individual
             fields' descriptions for details.
            """,
        fields: [
            StructSequence.Field("tm_year", "year, for example, 1993"), StructSequence.Field("tm_mon", "month of year, range [1, 12]"),
            StructSequence.Field("tm_mday", "day of month, range [1, 31]"), StructSequence.Field("tm_hour", "hours, range [0, 23]"),
            StructSequence.Field("tm_min", "minutes, range [0, 59]"), StructSequence.Field("tm_sec", "seconds, range [0, 61])"),
            StructSequence.Field("tm_wday", "day of week, range [0, 6], Monday is 0"), StructSequence.Field("tm_yday", "day of year, range [1, 366]"),
            StructSequence.Field("tm_isdst", "1 if summer time is in effect, 0 if not, and -1 if unknown"),
            StructSequence.Field("tm_zone", "abbreviation of timezone name"), StructSequence.Field("tm_gmtoff", "offset from UTC in seconds"),
        ], visible: 9)

    private static func make(_ time: tm) -> Ref {
        let result = StructSequence.make(type)
        let numbers = [
            Int(time.tm_year) + 1900, Int(time.tm_mon) + 1, Int(time.tm_mday), Int(time.tm_hour), Int(time.tm_min), Int(time.tm_sec),
            (Int(time.tm_wday) + 6) % 7, Int(time.tm_yday) + 1, Int(time.tm_isdst),
        ]
        for (index, number) in numbers.enumerated() { StructSequence.setInt(result.value, index, number) }
        StructSequence.set(result.value, 9, StrObject.make(CalendarText.zone(time)))
        StructSequence.setInt(result.value, 10, time.tm_gmtoff)
        StructSequence.finish(result.value)
        return result
    }
    private static func brokenDown(_ seconds: Value, local: Bool) throws(Raised) -> tm {
        var moment = try TimeModule.wholeSeconds(seconds)
        var result = tm()
        errno = 0
        let done = local ? localtime_r(&moment, &result) : gmtime_r(&moment, &result)
        if done == nil { throw TimeModule.osError(errno == 0 ? EINVAL : errno) }
        return result
    }

    static func add(_ module: ModuleBuilder) {
        func optional(_ name: StaticString, _ doc: FunctionDoc, _ body: @escaping (Value) throws(Raised) -> Ref) {
            module.function(name, .raw { (_, arguments) throws(Raised) -> Ref in
                try arguments.noKeywords(name)
                if arguments.count > 1 { throw raise(.typeError, "\(name)() takes at most 1 argument (\(arguments.count) given)") }
                return try body(arguments[0])
            }, doc)
        }
        optional("gmtime", TimeDocs.gmtime) { (seconds) throws(Raised) -> Ref in make(try brokenDown(seconds, local: false)) }
        optional("localtime", TimeDocs.localtime) { (seconds) throws(Raised) -> Ref in make(try brokenDown(seconds, local: true)) }
        optional("ctime", TimeDocs.ctime) { (seconds) throws(Raised) -> Ref in ascii(try brokenDown(seconds, local: true)) }
        module.function("asctime", .positional(minimum: 0, maximum: 1) { (_, a) throws(Raised) -> Ref in
            if a.count == 0 { return ascii(try brokenDown(.none, local: true)) }
            var time = try read(a[0], "asctime")
            try check(&time)
            return ascii(time)
        }, TimeDocs.asctime)
        module.function("mktime", .one { (_, tuple) throws(Raised) -> Ref in
            var time = try read(tuple, "mktime")
            time.tm_wday = -1
            let seconds = mktime(&time)
            // -1 is a moment, too: then the day of the week is filled in.
            if seconds == -1 && time.tm_wday == -1 { throw raise(.overflowError, "mktime argument out of range") }
            return .float(Double(seconds))
        }, TimeDocs.mktime)
        module.function("strftime", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
            guard StrObject.isInstance(a[0]) else { throw raise(.typeError, "strftime() argument 1 must be str, not \(ArgumentTypeName.of(a[0]))") }
            var time: tm
            if a.count == 1 {
                time = try brokenDown(.none, local: true)
            } else {
                time = try read(a[1], "strftime")
                try check(&time)
            }
            time.tm_isdst = min(max(time.tm_isdst, -1), 1)
            return try format(a[0], time)
        }, TimeDocs.strftime)
        module.function("strptime", .raw { (_, arguments) throws(Raised) -> Ref in
            let moduleName = StrObject.intern("_strptime")
            let module = try InterpreterHooks.importByName(moduleName.value)
            let name = StrObject.intern("_strptime_time")
            let function = try Attributes.get(module.value, name.value)
            return try Call.call(function.value, arguments)
        }, TimeDocs.strptime)
    }

    /// Surrogates, which no String holds, stand between the pieces that the C library formats.
    private static func format(_ format: Value, _ time: tm) throws(Raised) -> Ref {
        var builder = StrBuilder()
        let count = StrObject.length(format)
        var start = 0
        for index in 0...count {
            let character = index < count ? StrObject.character(format, index) : 0
            if index < count && character == 0 { throw raise(.valueError, "embedded null character") }
            if index < count && character & 0xFFFF_F800 != 0xD800 { continue }
            if start < index {
                let piece = try StrObject.substring(format, start, index)
                guard let result = CalendarText.format(text(piece.value), time) else { throw raise(.memoryError, argument: .null) }
                let shown = StrObject.make(result)
                try builder.append(shown.value)
            }
            if index < count { try builder.append(character) }
            start = index + 1
        }
        return try builder.finish()
    }

    private static func ascii(_ time: tm) -> Ref {
        let days: [String] = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months: [String] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = time.tm_mday < 10 ? " \(time.tm_mday)" : "\(time.tm_mday)"
        return StrObject.make(
            "\(days[Int(time.tm_wday) % 7]) \(months[Int(time.tm_mon) % 12]) \(day) \(two(time.tm_hour)):\(two(time.tm_min)):\(two(time.tm_sec)) \(1900 + Int(time.tm_year))"
        )
    }

    // MARK: Tuples as times

    private static func read(_ value: Value, _ function: StaticString) throws(Raised) -> tm {
        guard TupleObject.isInstance(value) else { throw raise(.typeError, "Tuple or struct_time argument required") }
        guard TupleObject.count(value) == 9 else { throw raise(.typeError, "\(function)(): illegal time tuple argument") }
        var fields: [Int32] = []
        for index in 0..<9 {
            let number = try Index.object(TupleObject.item(value, index))
            guard let wide = IntObject.word(number.value) else { throw raise(.overflowError, "Python int too large to convert to C long") }
            guard let word = Int32(exactly: wide) else {
                throw raise(.overflowError, wide < 0 ? "signed integer is less than minimum" : "signed integer is greater than maximum")
            }
            fields.append(word)
        }
        if fields[0] < Int32.min + 1900 { throw raise(.overflowError, "year out of range") }
        var time = tm()
        time.tm_year = fields[0] - 1900
        time.tm_mon = fields[1] &- 1
        time.tm_mday = fields[2]
        time.tm_hour = fields[3]
        time.tm_min = fields[4]
        time.tm_sec = fields[5]
        time.tm_wday = (fields[6] &+ 1) % 7
        time.tm_yday = fields[7] &- 1
        time.tm_isdst = fields[8]
        if value.type == type {
            let offset = StructSequence.field(value, 10)
            if IntObject.isInstance(offset), let seconds = IntObject.word(offset) { time.tm_gmtoff = seconds }
            let zone = StructSequence.field(value, 9)
            // The text is held by the tuple, which the caller holds.
            if StrObject.isInstance(zone) { CalendarText.setZone(&time, zone) }
        }
        return time
    }
    /// Ranges, and zeros that stand for the first.
    private static func check(_ time: inout tm) throws(Raised) {
        if time.tm_mon == -1 { time.tm_mon = 0 }
        if time.tm_mday == 0 { time.tm_mday = 1 }
        if time.tm_yday == -1 { time.tm_yday = 0 }
        func require(_ good: Bool, _ what: StaticString) throws(Raised) {
            if !good { throw raise(.valueError, "\(what) out of range") }
        }
        try require(time.tm_mon >= 0 && time.tm_mon <= 11, "month")
        try require(time.tm_mday >= 1 && time.tm_mday <= 31, "day of month")
        try require(time.tm_hour >= 0 && time.tm_hour <= 23, "hour")
        try require(time.tm_min >= 0 && time.tm_min <= 59, "minute")
        try require(time.tm_sec >= 0 && time.tm_sec <= 61, "seconds")
        try require(time.tm_wday >= 0, "day of week")
        try require(time.tm_yday >= 0 && time.tm_yday <= 365, "day of year")
    }
}
