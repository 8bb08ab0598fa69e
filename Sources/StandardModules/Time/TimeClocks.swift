// Clocks.

import CPythonABI
import Glibc
import Runtime

enum TimeClocks {
    private static func read(_ clock: clockid_t) throws(Raised) -> Int {
        var now = timespec()
        if clock_gettime(clock, &now) != 0 { throw TimeModule.osError(errno) }
        return now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
    }
    private static func seconds(_ nanoseconds: Int) -> Ref {
        if nanoseconds % 1_000_000_000 == 0 { return .float(Double(nanoseconds / 1_000_000_000)) }
        return .float(Double(nanoseconds) / 1e9)
    }
    private static func clock(_ value: Value) throws(Raised) -> clockid_t {
        let number = try Index.object(value)
        guard let word = IntObject.word(number.value), word >= Int(Int32.min), word <= Int(Int32.max) else {
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
        return clockid_t(word)
    }

    static func add(_ module: ModuleBuilder) {
        module.function("time", .noArguments { (_) throws(Raised) -> Ref in seconds(try read(CLOCK_REALTIME)) }, TimeDocs.time)
        module.function("time_ns", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(try read(CLOCK_REALTIME)) }, TimeDocs.time_ns)
        module.function("monotonic", .noArguments { (_) throws(Raised) -> Ref in seconds(try read(CLOCK_MONOTONIC)) }, TimeDocs.monotonic)
        module.function("monotonic_ns", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(try read(CLOCK_MONOTONIC)) }, TimeDocs.monotonic_ns)
        module.function("perf_counter", .noArguments { (_) throws(Raised) -> Ref in seconds(try read(CLOCK_MONOTONIC)) }, TimeDocs.perf_counter)
        module.function("perf_counter_ns", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(try read(CLOCK_MONOTONIC)) }, TimeDocs.perf_counter_ns)
        module.function("process_time", .noArguments { (_) throws(Raised) -> Ref in seconds(try read(CLOCK_PROCESS_CPUTIME_ID)) }, TimeDocs.process_time)
        module.function("process_time_ns", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(try read(CLOCK_PROCESS_CPUTIME_ID)) }, TimeDocs.process_time_ns)
        module.function("thread_time", .noArguments { (_) throws(Raised) -> Ref in seconds(try read(CLOCK_THREAD_CPUTIME_ID)) }, TimeDocs.thread_time)
        module.function("thread_time_ns", .noArguments { (_) throws(Raised) -> Ref in IntObject.make(try read(CLOCK_THREAD_CPUTIME_ID)) }, TimeDocs.thread_time_ns)
        module.function("clock_gettime", .one { (_, id) throws(Raised) -> Ref in seconds(try read(try clock(id))) }, TimeDocs.clock_gettime)
        module.function("clock_gettime_ns", .one { (_, id) throws(Raised) -> Ref in IntObject.make(try read(try clock(id))) }, TimeDocs.clock_gettime_ns)
        module.function("clock_getres", .one { (_, id) throws(Raised) -> Ref in
            var resolution = timespec()
            if clock_getres(try clock(id), &resolution) != 0 { throw TimeModule.osError(errno) }
            return .float(Double(resolution.tv_sec) + Double(resolution.tv_nsec) * 1e-9)
        }, TimeDocs.clock_getres)
        module.function("clock_settime", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let number = try FloatConversion.number(a[1])
            guard number.magnitude < 9e9 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
            let whole = number.rounded(.down)
            return try set(try clock(a[0]), timespec(tv_sec: Int(whole), tv_nsec: Int((number - whole) * 1e9)))
        }, TimeDocs.clock_settime)
        module.function("clock_settime_ns", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
            let number = try Index.size(a[1])
            return try set(try clock(a[0]), timespec(tv_sec: number / 1_000_000_000, tv_nsec: number % 1_000_000_000))
        }, TimeDocs.clock_settime_ns)
        module.function("pthread_getcpuclockid", .one { (_, thread) throws(Raised) -> Ref in
            let number = try Index.object(thread)
            guard let word = IntObject.unsignedWord(number.value) else {
                throw raise(.overflowError, "can't convert negative value to unsigned int")
            }
            // glibc reads what the number points to.
            guard ThreadStates.isKnown(UInt(word)) else { throw TimeModule.osError(ESRCH) }
            var id = clockid_t()
            let result = pthread_getcpuclockid(pthread_t(word), &id)
            if result != 0 { throw TimeModule.osError(result) }
            return IntObject.make(Int(id))
        }, TimeDocs.pthread_getcpuclockid)
        module.function("get_clock_info", .one { (_, name) throws(Raised) -> Ref in try info(name) }, TimeDocs.get_clock_info)
    }
    private static func set(_ clock: clockid_t, _ time: timespec) throws(Raised) -> Ref {
        var time = time
        if clock_settime(clock, &time) != 0 { throw TimeModule.osError(errno) }
        return .none
    }

    private static func info(_ name: Value) throws(Raised) -> Ref {
        guard StrObject.isInstance(name) else {
            throw raise(.typeError, "get_clock_info() argument 1 must be str, not \(ArgumentTypeName.of(name))")
        }
        let implementation: String
        let clock: clockid_t
        switch text(name) {
        case "time": (implementation, clock) = ("CLOCK_REALTIME", CLOCK_REALTIME)
        case "monotonic", "perf_counter": (implementation, clock) = ("CLOCK_MONOTONIC", CLOCK_MONOTONIC)
        case "process_time": (implementation, clock) = ("CLOCK_PROCESS_CPUTIME_ID", CLOCK_PROCESS_CPUTIME_ID)
        case "thread_time": (implementation, clock) = ("CLOCK_THREAD_CPUTIME_ID", CLOCK_THREAD_CPUTIME_ID)
        default: throw raise(.valueError, "unknown clock")
        }
        var resolution = timespec()
        if clock_getres(clock, &resolution) != 0 { throw TimeModule.osError(errno) }
        let dict = DictObject.make()
        func put(_ name: StaticString, _ value: Value) throws(Raised) {
            let key = StrObject.intern(name)
            try DictObject.set(dict.value, key.value, value)
        }
        let function = StrObject.make("clock_gettime(\(implementation))")
        try put("implementation", function.value)
        try put("monotonic", Value(bool: clock != CLOCK_REALTIME))
        try put("adjustable", Value(bool: clock == CLOCK_REALTIME))
        try put("resolution", Value(float: Double(resolution.tv_sec) + Double(resolution.tv_nsec) * 1e-9))
        return try SimpleNamespace.make(dict.value)
    }
}
