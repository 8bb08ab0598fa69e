// What every function of the C API is made of: arguments in, results out.
//
// Ownership is that of the C API. An argument is borrowed (`value`), a result is a new reference (`newReference`) unless the function is
// documented to lend one. NULL, -1 or a null `Value` means that an exception is set.

import CPythonABI
import Glibc
import Runtime

public typealias Object = UnsafeMutablePointer<PyObject>
public typealias CString = UnsafePointer<CChar>

/// The value of an argument; null for NULL.
@inline(__always) func value(_ object: Object?) -> Value {
    guard let object else { return .null }
    return Border.fromC(borrowed: object)
}
/// Runs `body` and gives its result to C.
@inline(__always) func newReference(_ body: () throws(Raised) -> Ref) -> Object? {
    do throws(Raised) { return Border.toC(owned: try body()) } catch { return nil }
}
/// As `newReference`; a null result is NULL without an exception.
@inline(__always) func newReferenceOrNull(_ body: () throws(Raised) -> Ref) -> Object? {
    do throws(Raised) {
        let result = try body()
        return result.isNull ? nil : Border.toC(owned: result)
    } catch { return nil }
}
/// 0, or -1 with an exception.
@inline(__always) func status(_ body: () throws(Raised) -> Void) -> Int32 {
    do throws(Raised) {
        try body()
        return 0
    } catch { return -1 }
}
/// 1 or 0, or -1 with an exception.
@inline(__always) func truth(_ body: () throws(Raised) -> Bool) -> Int32 {
    do throws(Raised) { return try body() ? 1 : 0 } catch { return -1 }
}
/// A number, or -1 with an exception.
@inline(__always) func number(_ body: () throws(Raised) -> Int) -> Int {
    do throws(Raised) { return try body() } catch { return -1 }
}
/// A new reference to an argument.
@inline(__always) func retained(_ object: Object?) -> Object? {
    object?.pointee.ob_refcnt &+= 1
    return object
}
@inline(__always) func release(_ object: Object?) {
    if let object { Value(object).release() }
}

/// A str of a C string in UTF-8.
func string(_ text: CString?) -> Ref {
    guard let text else { return .none }
    let count = strlen(text)
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    if _pyswift_is_ascii(bytes, count) != 0 { return StrObject.make(utf8: UnsafeBufferPointer(start: bytes, count: count)) }
    return StrObject.make(String(cString: text))
}
/// The interned str of a C string.
func name(_ text: CString?) -> Ref {
    guard text != nil else { return .none }
    let made = string(text)
    return Ref(StrObject.interned(made.value))
}

/// SystemError for a wrong argument, as CPython's internal checks make it.
func badInternalCall(_ function: StaticString = #function) -> Raised {
    raise(.systemError, "bad argument to internal function")
}
func badArgument() -> Raised {
    if PendingException.isSet { return Raised() }
    return raise(.typeError, "bad argument type for built-in operation")
}
/// A function that is not built raises, naming itself.
func notBuilt(_ function: StaticString) -> Raised { raise(.systemError, "\(function) is not built in this version") }
@inline(__always) func isNull(_ object: Object?) -> Bool { object == nil }

extension UnsafeMutablePointer where Pointee == PyObject {
    @inline(__always) var typeObject: TypePointer { pointee.ob_type.unsafelyUnwrapped }
    @inline(__always) func isInstance(_ type: TypePointer) -> Bool { pointee.ob_type.isSubtype(of: type) }
    /// The object as the type it is.
    @inline(__always) var asType: TypePointer { UnsafeMutableRawPointer(self).assumingMemoryBound(to: PyTypeObject.self) }
}
extension UnsafeMutablePointer where Pointee == PyTypeObject {
    @inline(__always) var asObject: Object { UnsafeMutableRawPointer(self).assumingMemoryBound(to: PyObject.self) }
    @inline(__always) func hasFlag(_ flag: UInt) -> Bool { pointee.tp_flags & flag != 0 }
}
