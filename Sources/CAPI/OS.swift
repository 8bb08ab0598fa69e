// PyOS_*: numbers as text, signals, forks, and names without regard to case.

import CPythonABI
import Glibc
import Numerics
import Runtime

// MARK: Numbers

/// Memory for C, of the text and a final zero; nil with MemoryError.
private func copy(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let count = text.utf8.count
    guard let room = PyMem_Malloc(count + 1)?.assumingMemoryBound(to: CChar.self) else {
        _ = PyErr_NoMemory()
        return nil
    }
    for (index, byte) in text.utf8.enumerated() { room[index] = CChar(bitPattern: byte) }
    room[count] = 0
    return room
}
@c public func PyOS_double_to_string(
    _ number: Double, _ code: CChar, _ precision: Int32, _ flags: Int32, _ kind: UnsafeMutablePointer<Int32>?
) -> UnsafeMutablePointer<CChar>? {
    // Py_DTST_FINITE, INFINITE, NAN; Py_DTSF_SIGN, ADD_DOT_0, ALT
    kind?.pointee = number.isNaN ? 2 : number.isInfinite ? 1 : 0
    let (withSign, addsPoint, alternate) = (flags & 1 != 0, flags & 2 != 0, flags & 4 != 0)
    var code = UInt8(bitPattern: code)
    var text: String
    do throws(Raised) {
        if code == UInt8(ascii: "r") {
            if precision != 0 {
                PyErr_BadInternalCall()
                return nil
            }
            let made = try FloatRepr.repr(number)
            text = Runtime.text(made.value)
            if !addsPoint && text.hasSuffix(".0") { text.removeLast(2) }
            if alternate && number.isFinite && !text.utf8.contains(46) {
                let exponent = text.firstIndex(of: "e") ?? text.endIndex
                text.insert(".", at: exponent)
            }
            if withSign && !text.hasPrefix("-") { text = "+" + text }
        } else {
            let upper = code < 97
            code |= 32
            guard code >= UInt8(ascii: "e"), code <= UInt8(ascii: "g"), precision >= 0 else {
                PyErr_BadInternalCall()
                return nil
            }
            let letter = Character(Unicode.Scalar(upper ? code & ~32 : code))
            let specification = StrObject.make("\(withSign ? "+" : "")\(alternate ? "#" : "").\(precision)\(letter)")
            let made = try FloatFormat.format(Value(float: number), specification.value)
            text = Runtime.text(made.value)
            let digits = text.utf8.filter { $0 &- 48 < 10 }.count
            if addsPoint && code == UInt8(ascii: "g") && number.isFinite && digits >= max(Int(precision), 1) && !text.utf8.contains(where: { $0 | 32 == 101 })
                && (!text.utf8.contains(46) || text.hasSuffix("."))
            {
                // No room for ".0": an exponent instead.
                let specification = StrObject.make("\(withSign ? "+" : "").\(max(Int(precision), 1) - 1)\(upper ? "E" : "e")")
                let made = try FloatFormat.format(Value(float: number), specification.value)
                text = Runtime.text(made.value)
                if !alternate, let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
                    var mantissa = String(text[..<mark])
                    if mantissa.utf8.contains(46) {
                        while mantissa.hasSuffix("0") { mantissa.removeLast() }
                        if mantissa.hasSuffix(".") { mantissa.removeLast() }
                    }
                    text = mantissa + text[mark...]
                }
            }
            if addsPoint && number.isFinite && !text.utf8.contains(where: { $0 == 46 || $0 | 32 == 101 }) { text += ".0" }
        }
    } catch { return nil }
    return copy(text)
}
/// The number that text begins with. Without `end` all of it must be read. `overflow`: the exception for what is too large, or NULL for
/// an infinity.
@c public func PyOS_string_to_double(_ text: CString?, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ overflow: Object?) -> Double {
    guard let text else { return -1 }
    let count = strlen(text)
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    var (number, length) = FloatText.parsePrefix(bytes, count, underscores: false)
    // No blanks in front.
    if count > 0 && (bytes[0] == 32 || bytes[0] &- 9 < 5) { length = 0 }
    if length == 0 || end == nil && length != count {
        _ = raise(.valueError, "could not convert string to float: '\(String(cString: text))'")
        number = -1
        length = 0
    } else if number.isInfinite, let overflow, !spellsInfinity(bytes) {
        let message = StrObject.make("value too large to convert to float: '\(String(cString: text))'")
        setError(overflow, message.value.object)
        number = -1
    }
    end?.pointee = UnsafeMutablePointer(mutating: text + length)
    return number
}
private func spellsInfinity(_ text: UnsafePointer<UInt8>) -> Bool {
    let first = text[0] == 43 || text[0] == 45 ? text[1] : text[0]
    return first | 32 == UInt8(ascii: "i")
}

// MARK: Names

@c public func PyOS_mystricmp(_ a: CString?, _ b: CString?) -> Int32 {
    guard let a, let b else { return a == b ? 0 : a == nil ? -1 : 1 }
    return strcasecmp(a, b)
}
@c public func PyOS_mystrnicmp(_ a: CString?, _ b: CString?, _ count: Int) -> Int32 {
    guard let a, let b, count > 0 else { return 0 }
    return strncasecmp(a, b, count)
}

// MARK: Processes and signals

public typealias SignalHandler = @convention(c) (Int32) -> Void
@c public func PyOS_getsig(_ number: Int32) -> SignalHandler? {
    var action = sigaction()
    return sigaction(number, nil, &action) == 0 ? action.__sigaction_handler.sa_handler : nil
}
@c public func PyOS_setsig(_ number: Int32, _ handler: SignalHandler?) -> SignalHandler? {
    var (new, old) = (sigaction(), sigaction())
    new.__sigaction_handler.sa_handler = handler
    sigemptyset(&new.sa_mask)
    new.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK))
    return sigaction(number, &new, &old) == 0 ? old.__sigaction_handler.sa_handler : nil
}
@c public func PyOS_InterruptOccurred() -> Int32 { Signals.takeInterrupt() ? 1 : 0 }
@c public func PyErr_SetInterruptEx(_ number: Int32) -> Int32 {
    guard number >= 1, number < 65 else { return -1 }
    if Signals.action(Int(number)).isObject { Signals.note(Int(number)) }
    return 0
}
@c public func PyOS_BeforeFork() { Forks.prepare() }
@c public func PyOS_AfterFork_Parent() { Forks.finishInParent() }
@c public func PyOS_AfterFork_Child() { Forks.finishInChild() }
@c public func PyOS_AfterFork() { Forks.finishInChild() }
/// A line of input with a prompt, in memory that the caller frees; empty at the end of the file, NULL when interrupted.
@c public func PyOS_Readline(_ input: UnsafeMutablePointer<FILE>?, _ output: UnsafeMutablePointer<FILE>?, _ prompt: CString?) -> UnsafeMutablePointer<CChar>? {
    if let prompt {
        fputs(prompt, stderr)
        fflush(stderr)
    }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    let count = GIL.released { getline(&line, &room, input) }
    defer { free(line) }
    if count < 0 { return copy("") }
    return line.flatMap { _PyMem_Strdup($0) }
}
