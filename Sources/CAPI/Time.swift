// _PyTime_*: times in nanoseconds.

import CPythonABI
import Glibc
import Runtime

private func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
/// Rounding: 0 down, 1 up, 2 half to even, 3 away from zero.
private func divide(_ time: Int64, _ unit: Int64, _ rounding: Int32) -> Int64 {
    let (quotient, rest) = (time / unit, time % unit)
    if rest == 0 { return quotient }
    switch rounding {
    case 0: return rest < 0 ? quotient - 1 : quotient
    case 1: return rest > 0 ? quotient + 1 : quotient
    case 2:
        let double = rest.magnitude * 2
        let away = double > unit.magnitude || double == unit.magnitude && quotient & 1 != 0
        return away ? quotient + (time < 0 ? -1 : 1) : quotient
    default: return quotient + (time < 0 ? -1 : 1)
    }
}
@c public func _PyTime_AsMicroseconds(_ time: Int64, _ rounding: Int32) -> Int64 { divide(time, 1000, rounding) }
@c public func _PyTime_AsMilliseconds(_ time: Int64, _ rounding: Int32) -> Int64 { divide(time, 1_000_000, rounding) }
@c public func _PyTime_AsSecondsDouble(_ time: Int64) -> Double { Double(time) / 1e9 }
@c public func _PyTime_FromSeconds(_ seconds: Int32) -> Int64 { Int64(seconds) * 1_000_000_000 }
@c public func _PyTime_FromNanoseconds(_ time: Int64) -> Int64 { time }
@c public func _PyTime_GetPerfCounter() -> Int64 { now() }
@c public func _PyTime_GetMonotonicClock() -> Int64 { now() }
@c public func _PyDeadline_Init(_ timeout: Int64) -> Int64 {
    let (sum, overflow) = now().addingReportingOverflow(timeout)
    return overflow ? Int64.max : sum
}
@c public func _PyDeadline_Get(_ deadline: Int64) -> Int64 { deadline &- now() }
@c public func _PyTime_FromSecondsObject(_ result: UnsafeMutablePointer<Int64>?, _ object: Object?, _ rounding: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        if let object, object.isInstance(PyFloat_TypePointer()) {
            let seconds = Value(object).cast(to: PyFloatObject.self).pointee.ob_fval
            if seconds.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            var scaled = seconds * 1e9
            switch rounding {
            case 0: scaled = scaled.rounded(.down)
            case 1: scaled = scaled.rounded(.up)
            case 2: scaled = scaled.rounded(.toNearestOrEven)
            default: scaled = scaled.rounded(.awayFromZero)
            }
            guard let time = Int64(exactly: scaled) else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
            result?.pointee = time
            return
        }
        let seconds = PyLong_AsLongLong(object)
        if seconds == -1 && PendingException.isSet { throw Raised() }
        let (time, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1_000_000_000)
        if overflow { throw raise(.overflowError, "timestamp too large to convert to C _PyTime_t") }
        result?.pointee = time
    }
}

// MARK: Properties of characters

private func property(_ code: UInt32, _ method: StaticString) -> Int32 {
    guard code <= 0x10FFFF else { return 0 }
    let character = StrObject.character(code)
    guard let answer = Strings.method(character.value.object, method) else {
        PendingException.clear()
        return 0
    }
    defer { release(answer) }
    return answer == Py_TruePointer() ? 1 : 0
}
@c public func _PyUnicode_IsAlpha(_ code: UInt32) -> Int32 { property(code, "isalpha") }
@c public func _PyUnicode_IsDecimalDigit(_ code: UInt32) -> Int32 { property(code, "isdecimal") }
@c public func _PyUnicode_IsDigit(_ code: UInt32) -> Int32 { property(code, "isdigit") }
@c public func _PyUnicode_IsNumeric(_ code: UInt32) -> Int32 { property(code, "isnumeric") }
@c public func _PyUnicode_IsLowercase(_ code: UInt32) -> Int32 { property(code, "islower") }
@c public func _PyUnicode_IsUppercase(_ code: UInt32) -> Int32 { property(code, "isupper") }
@c public func _PyUnicode_IsTitlecase(_ code: UInt32) -> Int32 { property(code, "istitle") }
@c public func _PyUnicode_IsPrintable(_ code: UInt32) -> Int32 { property(code, "isprintable") }
@c public func _PyUnicode_IsWhitespace(_ code: UInt32) -> Int32 { property(code, "isspace") }
@c public func _PyUnicode_ToDecimalDigit(_ code: UInt32) -> Int32 {
    if code >= 48 && code <= 57 { return Int32(code) - 48 }
    guard code >= 128, property(code, "isdecimal") != 0 else { return -1 }
    let character = StrObject.character(code)
    guard let number = PyLong_FromUnicodeObject(character.value.object, 10) else {
        PendingException.clear()
        return -1
    }
    defer { release(number) }
    return Int32(truncatingIfNeeded: PyLong_AsLong(number))
}
@c public func PyOS_strtoul(_ text: CString?, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ base: Int32) -> UInt { text.map { strtoul($0, end, base) } ?? 0 }
@c public func PyOS_strtol(_ text: CString?, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ base: Int32) -> Int { text.map { strtol($0, end, base) } ?? 0 }

// MARK: Seconds and parts of a second

private func split(_ time: Int64) -> (seconds: Int64, rest: Int64) {
    var (seconds, rest) = time.quotientAndRemainder(dividingBy: 1_000_000_000)
    if rest < 0 {
        seconds -= 1
        rest += 1_000_000_000
    }
    return (seconds, rest)
}
@c public func _PyTime_AsTimespec_clamp(_ time: Int64, _ result: UnsafeMutablePointer<timespec>?) {
    let (seconds, rest) = split(time)
    result?.pointee = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest))
}
@c public func _PyTime_AsTimespec(_ time: Int64, _ result: UnsafeMutablePointer<timespec>?) -> Int32 {
    _PyTime_AsTimespec_clamp(time, result)
    return 0
}
@c public func _PyTime_AsTimeval_clamp(_ time: Int64, _ result: UnsafeMutablePointer<timeval>?, _ rounding: Int32) {
    let microseconds = divide(time, 1000, rounding)
    var (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    if rest < 0 {
        seconds -= 1
        rest += 1_000_000
    }
    result?.pointee = timeval(tv_sec: Int(seconds), tv_usec: Int(rest))
}
@c public func _PyTime_AsTimeval(_ time: Int64, _ result: UnsafeMutablePointer<timeval>?, _ rounding: Int32) -> Int32 {
    _PyTime_AsTimeval_clamp(time, result, rounding)
    return 0
}
@c public func _PyTime_FromNanosecondsObject(_ result: UnsafeMutablePointer<Int64>?, _ object: Object?) -> Int32 {
    guard let object, object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) else {
        _ = raise(.typeError, "expect int, got \(value(object).type.name)")
        return -1
    }
    let time = PyLong_AsLongLong(object)
    if time == -1 && PendingException.isSet {
        if PendingException.clear(if: .overflowError) { _ = raise(.overflowError, "timestamp too large to convert to C _PyTime_t") }
        return -1
    }
    result?.pointee = Int64(time)
    return 0
}
/// By the numbers of `_PyTime_round_t`: down, up, to even, away from zero.
private func rounded(_ number: Double, _ rounding: Int32) -> Double {
    switch rounding {
    case 0: number.rounded(.down)
    case 1: number.rounded(.up)
    case 2: number.rounded(.toNearestOrEven)
    default: number.rounded(.awayFromZero)
    }
}
/// The whole seconds of a number and its parts of a second, of which there are `unit` to one.
private func parts(_ object: Object?, _ unit: Double, _ rounding: Int32) throws(Raised) -> (seconds: Int, rest: Int) {
    if let object, object.isInstance(PyFloat_TypePointer()) {
        let number = Value(object).cast(to: PyFloatObject.self).pointee.ob_fval
        if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
        var whole = number.rounded(.towardZero)
        var rest = (number - whole) * unit
        rest = rounded(rest, rounding)
        if rest >= unit {
            rest -= unit
            whole += 1
        } else if rest < 0 {
            rest += unit
            whole -= 1
        }
        guard whole >= -0x1p63, whole < 0x1p63 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
        return (Int(whole), Int(rest))
    }
    let seconds = PyLong_AsLongLong(object)
    if seconds == -1 && PendingException.isSet {
        if PendingException.clear(if: .overflowError) { throw raise(.overflowError, "timestamp out of range for platform time_t") }
        throw Raised()
    }
    return (Int(seconds), 0)
}
@c public func _PyTime_ObjectToTime_t(_ object: Object?, _ seconds: UnsafeMutablePointer<time_t>?, _ rounding: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        if let object, object.isInstance(PyFloat_TypePointer()) {
            let number = rounded(Value(object).cast(to: PyFloatObject.self).pointee.ob_fval, rounding)
            if number.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
            guard number >= -0x1p63, number < 0x1p63 else { throw raise(.overflowError, "timestamp out of range for platform time_t") }
            seconds?.pointee = Int(number)
            return
        }
        let found = try parts(object, 1, rounding)
        seconds?.pointee = found.seconds + found.rest
    }
}
@c public func _PyTime_ObjectToTimespec(
    _ object: Object?, _ seconds: UnsafeMutablePointer<time_t>?, _ nanoseconds: UnsafeMutablePointer<Int>?, _ rounding: Int32
) -> Int32 {
    status { () throws(Raised) -> Void in
        let found = try parts(object, 1e9, rounding)
        seconds?.pointee = found.seconds
        nanoseconds?.pointee = found.rest
    }
}
@c public func _PyTime_ObjectToTimeval(
    _ object: Object?, _ seconds: UnsafeMutablePointer<time_t>?, _ microseconds: UnsafeMutablePointer<Int>?, _ rounding: Int32
) -> Int32 {
    status { () throws(Raised) -> Void in
        let found = try parts(object, 1e6, rounding)
        seconds?.pointee = found.seconds
        microseconds?.pointee = found.rest
    }
}
@c public func _PyTime_gmtime(_ time: time_t, _ result: UnsafeMutablePointer<tm>?) -> Int32 {
    var time = time
    if gmtime_r(&time, result) != nil { return 0 }
    _ = PyErr_SetFromErrno(PyExc_OSErrorPointer().asObject)
    return -1
}
@c public func _PyTime_localtime(_ time: time_t, _ result: UnsafeMutablePointer<tm>?) -> Int32 {
    var time = time
    if localtime_r(&time, result) != nil { return 0 }
    _ = PyErr_SetFromErrno(PyExc_OSErrorPointer().asObject)
    return -1
}
@c public func _PyTime_GetSystemClock() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
}
@c public func _PyTime_AsTimevalTime_t(
    _ time: Int64, _ seconds: UnsafeMutablePointer<time_t>?, _ microseconds: UnsafeMutablePointer<Int32>?, _ rounding: Int32
) -> Int32 {
    var result = timeval()
    _PyTime_AsTimeval_clamp(time, &result, rounding)
    seconds?.pointee = result.tv_sec
    microseconds?.pointee = Int32(result.tv_usec)
    return 0
}
@c public func _PyLong_AsTime_t(_ object: Object?) -> time_t {
    let number = PyLong_AsLongLong(object)
    if number == -1 && PendingException.isSet && PendingException.clear(if: .overflowError) {
        _ = raise(.overflowError, "timestamp out of range for platform time_t")
    }
    return Int(number)
}
