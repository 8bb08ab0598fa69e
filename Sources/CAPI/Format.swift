// Text from the formats of PyUnicode_FromFormat: messages of exceptions above all.

import CPythonABI
import Glibc
import Runtime

private struct MessageFormatter {
    var units: [UInt32] = []

    mutating func append(_ text: String) { units.append(contentsOf: text.unicodeScalars.map { $0.value }) }
    mutating func append(_ text: Value, precision: Int, width: Int) {
        let length = StrObject.length(text)
        let shown = precision >= 0 ? min(precision, length) : length
        if shown < width { units.append(contentsOf: repeatElement(32, count: width - shown)) }
        for index in 0..<shown { units.append(StrObject.character(text, index)) }
    }
    mutating func append(_ text: CString, precision: Int, width: Int) {
        let length = precision >= 0 ? strnlen(text, precision) : strlen(text)
        guard let decoded = PyUnicode_DecodeUTF8(text, length, "replace") else {
            PendingException.clear()
            return append("?")
        }
        append(Value(decoded), precision: -1, width: width)
        release(decoded)
    }
    mutating func append(digits: String, negative: Bool, width: Int, precision: Int, zero: Bool) {
        var digits = digits
        if precision > digits.utf8.count { digits = String(repeating: "0", count: precision - digits.utf8.count) + digits }
        let total = digits.utf8.count + (negative ? 1 : 0)
        if zero && width > total { digits = String(repeating: "0", count: width - total) + digits }
        if !zero && width > total { append(String(repeating: " ", count: width - total)) }
        append((negative ? "-" : "") + digits)
    }

    /// False with an exception set.
    mutating func run(_ format: CString, _ list: UnsafeMutablePointer<PyArgumentList>) -> Bool {
        var scan = format
        while scan.pointee != 0 {
            if scan.pointee != 37 {
                let start = scan
                while scan.pointee != 0 && scan.pointee != 37 { scan += 1 }
                append(start, precision: scan - start, width: 0)
                continue
            }
            let directive = scan
            scan += 1
            var zero = false
            if scan.pointee == 48 {
                zero = true
                scan += 1
            }
            func number() -> Int? {
                guard scan.pointee >= 48 && scan.pointee <= 57 else { return nil }
                var result = 0
                while scan.pointee >= 48 && scan.pointee <= 57 {
                    result = min(result * 10 + Int(scan.pointee - 48), 1 << 30)
                    scan += 1
                }
                return result
            }
            let width = number() ?? 0
            var precision = -1
            if scan.pointee == 46 {
                scan += 1
                precision = number() ?? 0
            }
            var long = false
            while scan.pointee == 108 || scan.pointee == 122 {
                long = true
                scan += 1
            }
            let code = UInt8(bitPattern: scan.pointee)
            if code != 0 { scan += 1 }
            switch code {
            case UInt8(ascii: "%"): append("%")
            case UInt8(ascii: "c"):
                let character = _PySwift_take_int(list)
                guard character >= 0 && character <= 0x10FFFF else {
                    _ = raise(.overflowError, "character argument not in range(0x110000)")
                    return false
                }
                units.append(UInt32(character))
            case UInt8(ascii: "d"), UInt8(ascii: "i"):
                let value = long ? _PySwift_take_long(list) : Int(_PySwift_take_int(list))
                append(digits: String(value.magnitude), negative: value < 0, width: width, precision: precision, zero: zero)
            case UInt8(ascii: "u"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
                let value = long ? _PySwift_take_unsigned_long(list) : UInt(_PySwift_take_unsigned_int(list))
                let radix = code == UInt8(ascii: "u") ? 10 : code == UInt8(ascii: "o") ? 8 : 16
                append(
                    digits: String(value, radix: radix, uppercase: code == UInt8(ascii: "X")), negative: false, width: width, precision: precision,
                    zero: zero)
            case UInt8(ascii: "p"):
                append("0x" + String(UInt(bitPattern: _PySwift_take_pointer(list)), radix: 16))
            case UInt8(ascii: "s"):
                if let text = _PySwift_take_string(list) { append(text, precision: precision, width: width) }
            case UInt8(ascii: "U"), UInt8(ascii: "V"):
                let object = _PySwift_take_object(list)
                let fallback = code == UInt8(ascii: "V") ? _PySwift_take_string(list) : nil
                if let object {
                    append(Value(object), precision: precision, width: width)
                } else if let fallback {
                    append(fallback, precision: precision, width: width)
                }
            case UInt8(ascii: "S"), UInt8(ascii: "R"), UInt8(ascii: "A"):
                let object = _PySwift_take_object(list)
                let shown = code == UInt8(ascii: "S") ? PyObject_Str(object) : code == UInt8(ascii: "R") ? PyObject_Repr(object) : PyObject_ASCII(object)
                guard let shown else { return false }
                append(Value(shown), precision: precision, width: width)
                release(shown)
            default:
                // What is no directive is shown as it is, with all that follows.
                append(directive, precision: -1, width: 0)
                return true
            }
        }
        return true
    }
    func finish() -> Ref { StrObject.make(codePoints: units) }
}
private func formatted(_ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    guard let format, let list else { return PyUnicode_New(0, 0) }
    var formatter = MessageFormatter()
    guard formatter.run(format, list) else { return nil }
    return Border.toC(owned: formatter.finish())
}
@c @implementation public func _PySwift_unicode_from_format(_ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? { formatted(format, list) }
@c @implementation public func _PySwift_err_format(_ type: Object?, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) {
    // Formatting may run Python code, which must not see the pending exception.
    PendingException.clear()
    guard let text = formatted(format, list) else { return }
    setError(type, text)
    release(text)
}
@c @implementation public func _PySwift_err_format_from_cause(_ type: Object?, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) {
    let cause = ExceptionObject.take()
    guard let text = formatted(format, list) else { return }
    setError(type, text)
    release(text)
    let exception = ExceptionObject.take()
    PyException_SetCause(exception.value.object, retained(cause.value.object))
    PyException_SetContext(exception.value.object, retained(cause.value.object))
    PendingException.set(exception.value.type, exception.value)
}
/// Wraps the pending exception in another of its own class with a message in front, where that can be done without loss: NULL, and
/// the exception is as it was, where it cannot.
@c @implementation public func _PySwift_err_try_set_from_cause(_ prefix: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Object? {
    var (type, exception, traceback): (Object?, Object?, Object?) = (nil, nil, nil)
    PyErr_Fetch(&type, &exception, &traceback)
    PyErr_NormalizeException(&type, &exception, &traceback)
    guard let type, let exception, ExceptionObject.isInstance(Value(exception)),
        let arguments = Value(exception).cast(to: PyBaseExceptionObject.self).pointee.args
    else {
        PyErr_Restore(type, exception, traceback)
        return nil
    }
    // A class of its own layout, or arguments that are more than a message, would lose something.
    let plain = type.asType.pointee.tp_basicsize == PyExc_BaseExceptionPointer().pointee.tp_basicsize
        && type.asType.pointee.tp_init.map { unsafeBitCast($0, to: Int.self) } == PyExc_BaseExceptionPointer().pointee.tp_init.map { unsafeBitCast($0, to: Int.self) }
    let count = PyTuple_Size(arguments)
    let isMessage = count == 0 || count == 1 && StrObject.isInstance(Value(PyTuple_GetItem(arguments, 0)!))
    guard plain, isMessage, let message = formatted(prefix, list) else {
        PyErr_Restore(type, exception, traceback)
        return nil
    }
    defer { release(message) }
    PyException_SetTraceback(exception, traceback ?? Py_NonePointer())
    release(traceback)
    let shown = Runtime.text(Value(message))
    let text = PyObject_Str(exception).map { (object: Object) -> String in
        defer { release(object) }
        return Runtime.text(Value(object))
    }
    let whole = StrObject.make("\(shown) (\(type.asType.name): \(text ?? ""))")
    PyErr_SetObject(type, whole.value.object)
    release(type)
    var (newType, new, newTraceback): (Object?, Object?, Object?) = (nil, nil, nil)
    PyErr_Fetch(&newType, &new, &newTraceback)
    PyErr_NormalizeException(&newType, &new, &newTraceback)
    PyException_SetCause(new, retained(exception))
    PyException_SetContext(new, exception)
    PyErr_Restore(newType, new, newTraceback)
    return new
}
@c @implementation public func _PySwift_warn_format(_ category: Object?, _ level: Int, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Int32 {
    guard let text = formatted(format, list) else { return -1 }
    defer { release(text) }
    return status { () throws(Raised) -> Void in try Warnings.hook(category?.asType ?? PyExc_RuntimeWarningPointer(), Value(text), level) }
}
@c @implementation public func _PySwift_warn_resource(_ source: Object?, _ level: Int, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Int32 {
    guard let text = formatted(format, list) else { return -1 }
    defer { release(text) }
    return status { () throws(Raised) -> Void in
        let function = try Modules.function("_warnings", "warn")
        let arguments = TupleObject.make(array: [
            Value(text), PyExc_ResourceWarningPointer().value, Value(smallInt: level), source == nil ? .none : value(source),
        ])
        let result = try call(function.value, arguments.value, .null)
        _ = result.isNull
    }
}
@c @implementation public func _PySwift_warn_explicit_format(
    _ category: Object?, _ file: CString?, _ line: Int32, _ module: CString?, _ registry: Object?, _ format: CString?,
    _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let text = formatted(format, list), let message = PyUnicode_AsUTF8(text) else { return -1 }
    defer { release(text) }
    return PyErr_WarnExplicit(category, message, file, line, module, registry)
}
@c @implementation public func _PySwift_sys_audit(_ event: CString?, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) -> Int32 {
    if !Audit.isWatched { return 0 }
    return status { () throws(Raised) -> Void in
        guard let arguments = arguments(format, 1, list) else { throw Raised() }
        let tuple = Ref(owned: Value(arguments))
        let name = name(event)
        try Audit.event(name.value, tuple.value)
    }
}
private func write(_ stream: Int32, _ text: Object?) {
    let saved = PendingException.save()
    defer { PendingException.restore(saved) }
    do throws(Raised) {
        let file = try Modules.function("sys", stream == 1 ? "stdout" : "stderr")
        _ = try Call.method(file.value, Names.write, value(text)).isNull
    } catch {
        PendingException.clear()
        if let data = PyUnicode_AsUTF8(text) { fputs(data, stream == 1 ? stdout : stderr) }
    }
}
@c @implementation public func _PySwift_sys_format(_ stream: Int32, _ format: CString?, _ list: UnsafeMutablePointer<PyArgumentList>?) {
    guard let text = formatted(format, list) else { return PendingException.clear() }
    write(stream, text)
    release(text)
}
@c @implementation public func _PySwift_sys_write(_ stream: Int32, _ text: CString?, _ truncated: Int32) {
    guard let object = PyUnicode_DecodeUTF8(text, text.map { strlen($0) } ?? 0, "replace") else { return PendingException.clear() }
    write(stream, object)
    release(object)
    if truncated != 0, let rest = PyUnicode_FromString("... truncated") {
        write(stream, rest)
        release(rest)
    }
}
@c @implementation public func _PySwift_fatal_error(_ function: CString?, _ message: CString?) -> Never {
    fputs("Fatal Python error: ", stderr)
    if let function {
        fputs(function, stderr)
        fputs(": ", stderr)
    }
    if let message { fputs(message, stderr) }
    fputs("\n", stderr)
    abort()
}
@c public func _Py_FatalErrorFunc(_ function: CString?, _ message: CString?) -> Never { _PySwift_fatal_error(function, message) }
@c public func Py_FatalError(_ message: CString?) -> Never { _PySwift_fatal_error(nil, message) }
