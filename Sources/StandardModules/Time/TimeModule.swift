// The module time.

import CPythonABI
import Glibc
import Runtime

enum TimeModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(TimeDocs.module)
        module.set("CLOCK_REALTIME", int: Int(CLOCK_REALTIME))
        module.set("CLOCK_MONOTONIC", int: Int(CLOCK_MONOTONIC))
        module.set("CLOCK_MONOTONIC_RAW", int: Int(CLOCK_MONOTONIC_RAW))
        module.set("CLOCK_PROCESS_CPUTIME_ID", int: Int(CLOCK_PROCESS_CPUTIME_ID))
        module.set("CLOCK_THREAD_CPUTIME_ID", int: Int(CLOCK_THREAD_CPUTIME_ID))
        module.set("CLOCK_BOOTTIME", int: Int(CLOCK_BOOTTIME))
        module.set("CLOCK_TAI", int: 11)
        module.set("_STRUCT_TM_ITEMS", int: 11)
        module.type("struct_time", Calendar.type)
        try TimeZone.set(ModuleObject.dict(module.module))
        TimeClocks.add(module)
        Calendar.add(module)
        module.function("sleep", .one { (_, seconds) throws(Raised) -> Ref in
            try sleep(seconds)
            return .none
        }, TimeDocs.sleep)
        module.function("tzset", .noArguments { (module) throws(Raised) -> Ref in
            try TimeZone.set(ModuleObject.dict(module))
            return .none
        }, TimeDocs.tzset)
    }

    static func osError(_ number: Int32) -> Raised {
        let message = StrObject.make(CalendarText.message(number))
        let arguments = TupleObject.make(Value(smallInt: Int(number)), message.value)
        return raise(.osError, argument: arguments.value)
    }

    // MARK: Numbers of seconds

    /// Seconds as nanoseconds; fractions below are rounded away from zero.
    static func nanoseconds(_ seconds: Value) throws(Raised) -> Int {
        let tooLarge = "timestamp too large to convert to C _PyTime_t"
        if FloatObject.isInstance(seconds) {
            let number = FloatObject.number(seconds)
            if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            let scaled = (number * 1e9).rounded(.awayFromZero)
            guard scaled > -0x1p63, scaled < 0x1p63 else { throw raise(.overflowError, tooLarge) }
            return Int(scaled)
        }
        let index = try Index.object(seconds)
        guard let word = IntObject.word(index.value) else { throw raise(.overflowError, tooLarge) }
        let (result, overflow) = word.multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { throw raise(.overflowError, tooLarge) }
        return result
    }
    /// Seconds since the epoch as a whole number, rounded down; None is now.
    static func wholeSeconds(_ value: Value) throws(Raised) -> Int {
        if value.isNull || value.isNone { return time(nil) }
        let tooLarge = "timestamp out of range for platform time_t"
        if FloatObject.isInstance(value) {
            let number = FloatObject.number(value)
            if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            let whole = number.rounded(.down)
            guard whole >= -0x1p63, whole < 0x1p63 else { throw raise(.overflowError, tooLarge) }
            return Int(whole)
        }
        let index = try Index.object(value)
        guard let word = IntObject.word(index.value) else { throw raise(.overflowError, tooLarge) }
        return word
    }

    private static func sleep(_ seconds: Value) throws(Raised) {
        let duration = try nanoseconds(seconds)
        if duration < 0 { throw raise(.valueError, "sleep length must be non-negative") }
        // Until a moment, so that interruptions do not lengthen the sleep.
        var until = timespec()
        clock_gettime(CLOCK_MONOTONIC, &until)
        let (nanoseconds, _) = (until.tv_nsec + duration % 1_000_000_000, 0)
        until.tv_sec += duration / 1_000_000_000 + nanoseconds / 1_000_000_000
        until.tv_nsec = nanoseconds % 1_000_000_000
        while true {
            let result = GIL.released { clock_nanosleep(CLOCK_MONOTONIC, 1, &until, nil) }
            if result == 0 { return }
            guard result == EINTR else { throw osError(result) }
            try EvalBreaker.serve()
        }
    }
}

/// timezone, altzone, daylight and tzname: from the offsets at the beginning and in the middle of this year.
enum TimeZone {
    static func set(_ dict: Value) throws(Raised) {
        tzset()
        let year = 365 * 24 * 3600 + 6 * 3600
        var start = time(nil) / year * year
        var january = tm()
        localtime_r(&start, &january)
        var middle = start + year / 2
        var july = tm()
        localtime_r(&middle, &july)
        let (first, second) = (-january.tm_gmtoff, -july.tm_gmtoff)
        let southern = first < second
        let standard = CalendarText.zone(southern ? july : january)
        let summer = CalendarText.zone(southern ? january : july)
        func put(_ name: StaticString, _ value: Value) throws(Raised) {
            let key = StrObject.intern(name)
            try DictObject.set(dict, key.value, value)
        }
        try put("timezone", Value(smallInt: southern ? second : first))
        try put("altzone", Value(smallInt: southern ? first : second))
        try put("daylight", Value(smallInt: first != second ? 1 : 0))
        let a = StrObject.make(standard)
        let b = StrObject.make(summer)
        let names = TupleObject.make(a.value, b.value)
        try put("tzname", names.value)
    }
}
