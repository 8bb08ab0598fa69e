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
