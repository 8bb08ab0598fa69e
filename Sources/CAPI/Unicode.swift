// PyUnicode_*: making and reading strs.

import CPythonABI
import Glibc
import Runtime
import UnicodeData

private func require(_ object: Object?) throws(Raised) -> Value {
    guard let object, StrObject.isInstance(Value(object)) else { throw badArgument() }
    return Value(object)
}

// MARK: Making

@c public func PyUnicode_New(_ count: Int, _ maximum: UInt32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if maximum > 0x10FFFF { throw raise(.systemError, "invalid maximum character passed to PyUnicode_New") }
        if count < 0 { throw raise(.systemError, "Negative size passed to PyUnicode_New") }
        return try StrObject.allocate(length: count, maximum: maximum)
    }
}
@c public func PyUnicode_FromString(_ text: CString?) -> Object? {
    guard let text else { return nil }
    return PyUnicode_DecodeUTF8(text, strlen(text), nil)
}
@c public func PyUnicode_FromStringAndSize(_ text: CString?, _ count: Int) -> Object? {
    if count < 0 {
        _ = raise(.systemError, "Negative size passed to PyUnicode_FromStringAndSize")
        return nil
    }
    guard let text else { return count == 0 ? PyUnicode_New(0, 0) : PyUnicode_New(count, 127) }
    return PyUnicode_DecodeUTF8(text, count, nil)
}
/// Copies code units of a kind into a str that is as narrow as it can be.
@c public func PyUnicode_FromKindAndData(_ kind: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if count < 0 { throw raise(.valueError, "size must be positive") }
        guard count > 0, let buffer else { return StrObject.empty }
        func unit(_ index: Int) -> UInt32 {
            switch kind {
            case 1: return UInt32(buffer.load(fromByteOffset: index, as: UInt8.self))
            case 2: return UInt32(buffer.loadUnaligned(fromByteOffset: index * 2, as: UInt16.self))
            default: return buffer.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self)
            }
        }
        guard kind == 1 || kind == 2 || kind == 4 else { throw raise(.systemError, "invalid kind") }
        var maximum: UInt32 = 0
        for index in 0..<count {
            let code = unit(index)
            if code > 0x10FFFF {
                throw raise(.valueError, "character U+\(String(code, radix: 16)) is not in range [U+0000; U+10ffff]")
            }
            maximum |= code
        }
        if count == 1 { return StrObject.character(unit(0)) }
        let result = try StrObject.allocate(length: count, maximum: maximum)
        let (data, target) = (StrObject.data(result.value), StrObject.kind(result.value))
        if Int(kind) == target.rawValue {
            memcpy(data, buffer, count * Int(kind))
        } else {
            for index in 0..<count { Strings.put(unit(index), data, target.rawValue, index) }
        }
        return result
    }
}
@c public func PyUnicode_FromOrdinal(_ code: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard code >= 0, code <= 0x10FFFF else { throw raise(.valueError, "chr() arg not in range(0x110000)") }
        return StrObject.character(UInt32(code))
    }
}
@c public func PyUnicode_FromWideChar(_ text: UnsafePointer<wchar_t>?, _ count: Int) -> Object? {
    guard let text else { return count == 0 ? PyUnicode_New(0, 0) : PyErr_BadInternalCallNull() }
    return PyUnicode_FromKindAndData(4, text, count < 0 ? wcslen(text) : count)
}
func PyErr_BadInternalCallNull() -> Object? {
    _ = badInternalCall()
    return nil
}
@c public func PyUnicode_FromUnicode(_ text: UnsafePointer<wchar_t>?, _ count: Int) -> Object? {
    if text != nil { return PyUnicode_FromWideChar(text, count) }
    return newReference { () throws(Raised) -> Ref in
        if count < 0 { throw badInternalCall() }
        return try LegacyStrings.make(length: count)
    }
}
@c public func PyUnicode_FromObject(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let object, StrObject.isInstance(Value(object)) else {
            throw raise(.typeError, "Can't convert '\(value(object).type.name)' object to str implicitly")
        }
        if object.typeObject == PyUnicode_TypePointer() { return Ref(Value(object)) }
        return try Strings.copy(Value(object))
    }
}
@c public func _PyUnicode_Copy(_ object: Object?) -> Object? { newReference { () throws(Raised) -> Ref in try Strings.copy(try require(object)) } }
@c public func PyUnicode_FromEncodedObject(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        if StrObject.isInstance(value(object)) { throw raise(.typeError, "decoding str is not supported") }
        let encoding = encoding == nil ? StrObject.make("utf-8") : string(encoding)
        let errors = errors == nil ? StrObject.make("strict") : string(errors)
        return try Call.call(PyUnicode_TypePointer().value, value(object), encoding.value, errors.value)
    }
}
enum Strings {
    @inline(__always) static func put(_ code: UInt32, _ data: UnsafeMutableRawPointer, _ width: Int, _ index: Int) {
        switch width {
        case 1: data.storeBytes(of: UInt8(truncatingIfNeeded: code), toByteOffset: index, as: UInt8.self)
        case 2: data.storeBytes(of: UInt16(truncatingIfNeeded: code), toByteOffset: index * 2, as: UInt16.self)
        default: data.storeBytes(of: code, toByteOffset: index * 4, as: UInt32.self)
        }
    }
    static func copy(_ text: Value) throws(Raised) -> Ref { try substring(text, 0, StrObject.length(text)) }
    static func substring(_ text: Value, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        let width = StrObject.kind(text).rawValue
        guard let result = PyUnicode_FromKindAndData(Int32(width), StrObject.data(text) + start * width, end - start) else { throw Raised() }
        return Ref(owned: Value(result))
    }
    /// A str, or the TypeError of the functions that are methods as well.
    static func text(_ object: Object?) throws(Raised) -> Value {
        guard let object, StrObject.isInstance(Value(object)) else { throw raise(.typeError, "must be str, not \(object == nil ? "NULL" : value(object).type.name)") }
        return Value(object)
    }
    /// Calls a method of str.
    static func method(_ object: Object?, _ name: StaticString, _ arguments: Value...) -> Object? {
        newReference { () throws(Raised) -> Ref in
            let receiver = try text(object)
            let name = StrObject.intern(name)
            var result = Value.null
            var failed = false
            var arguments = arguments
            arguments.withUnsafeMutableBufferPointer {
                do throws(Raised) { result = try Call.method(receiver, name.value, Arguments($0.baseAddress, count: $0.count)).take() } catch { failed = true }
            }
            if failed { throw Raised() }
            return Ref(owned: result)
        }
    }
    static func equalsASCII(_ text: Value, _ literal: CString) -> Bool {
        let count = strlen(literal)
        guard StrObject.length(text) == count else { return false }
        for index in 0..<count where StrObject.character(text, index) != UInt32(UInt8(bitPattern: literal[index])) { return false }
        return true
    }
}

// MARK: Reading

@c public func PyUnicode_GetLength(_ object: Object?) -> Int { number { () throws(Raised) -> Int in StrObject.length(try require(object)) } }
@c public func PyUnicode_ReadChar(_ object: Object?, _ index: Int) -> UInt32 {
    do throws(Raised) {
        let text = try require(object)
        guard index >= 0, index < StrObject.length(text) else { throw raise(.indexError, "string index out of range") }
        return StrObject.character(text, index)
    } catch { return UInt32.max }
}
@c public func PyUnicode_WriteChar(_ object: Object?, _ index: Int, _ code: UInt32) -> Int32 {
    status { () throws(Raised) -> Void in
        let text = try require(object)
        guard index >= 0, index < StrObject.length(text) else { throw raise(.indexError, "string index out of range") }
        guard text.object.pointee.ob_refcnt == 1, !StrObject.isInterned(text) else { throw raise(.systemError, "Cannot modify a string currently used") }
        Strings.put(code, StrObject.data(text), StrObject.kind(text).rawValue, index)
    }
}
@c public func _PyUnicode_Ready(_ object: Object?) -> Int32 {
    LegacyStrings.invalid = 0
    LegacyStrings.settle()
    if LegacyStrings.invalid == 0 { return 0 }
    _ = raise(.valueError, "character U+\(String(LegacyStrings.invalid, radix: 16)) is not in range [U+0000; U+10ffff]")
    return -1
}
@c public func PyUnicode_IsIdentifier(_ object: Object?) -> Int32 { object.map { StrMethods.isIdentifier(Value($0)) ? 1 : 0 } ?? 0 }
/// The text in UTF-8, kept with the str.
@c public func PyUnicode_AsUTF8AndSize(_ object: Object?, _ count: UnsafeMutablePointer<Int>?) -> CString? {
    guard let object, StrObject.isInstance(Value(object)) else {
        _ = raise(.typeError, "bad argument type for built-in operation")
        return nil
    }
    let text = Value(object)
    if StrObject.isASCII(text) {
        count?.pointee = StrObject.length(text)
        return UnsafeRawPointer(StrObject.data(text)).assumingMemoryBound(to: CChar.self)
    }
    let head = text.cast(to: PyCompactUnicodeObject.self)
    if head.pointee.utf8 == nil {
        guard let bytes = UTF8.encode(text) else { return nil }
        head.pointee.utf8 = bytes.start
        head.pointee.utf8_length = bytes.count
    }
    count?.pointee = head.pointee.utf8_length
    return UnsafePointer(head.pointee.utf8)
}
@c public func PyUnicode_AsUTF8(_ object: Object?) -> CString? { PyUnicode_AsUTF8AndSize(object, nil) }
@c public func PyUnicode_AsUTF8String(_ object: Object?) -> Object? {
    var count = 0
    guard let bytes = PyUnicode_AsUTF8AndSize(object, &count) else { return nil }
    return PyBytes_FromStringAndSize(bytes, count)
}
@c public func _PyUnicode_AsUTF8String(_ object: Object?, _ errors: CString?) -> Object? { PyUnicode_AsEncodedString(object, "utf-8", errors) }
enum UTF8 {
    struct Encoded {
        var start: UnsafeMutablePointer<CChar>
        var count: Int
    }
    /// In a block of malloc, with a zero behind. nil with an exception for surrogates.
    static func encode(_ text: Value) -> Encoded? {
        let length = StrObject.length(text)
        guard let block = malloc(length * 4 + 1) else {
            _ = raise(.memoryError, argument: .null)
            return nil
        }
        let out = block.assumingMemoryBound(to: UInt8.self)
        var count = 0
        for index in 0..<length {
            let code = StrObject.character(text, index)
            if code < 0x80 {
                out[count] = UInt8(code)
                count += 1
            } else if code < 0x800 {
                out[count] = UInt8(0xC0 | code >> 6)
                out[count + 1] = UInt8(0x80 | code & 0x3F)
                count += 2
            } else if code < 0x10000 {
                if code >= 0xD800 && code < 0xE000 {
                    free(block)
                    // The codec makes the error.
                    release(PyUnicode_AsEncodedString(text.object, "utf-8", nil))
                    if !PendingException.isSet { _ = raise(.unicodeError, "surrogates not allowed") }
                    return nil
                }
                out[count] = UInt8(0xE0 | code >> 12)
                out[count + 1] = UInt8(0x80 | code >> 6 & 0x3F)
                out[count + 2] = UInt8(0x80 | code & 0x3F)
                count += 3
            } else {
                out[count] = UInt8(0xF0 | code >> 18)
                out[count + 1] = UInt8(0x80 | code >> 12 & 0x3F)
                out[count + 2] = UInt8(0x80 | code >> 6 & 0x3F)
                out[count + 3] = UInt8(0x80 | code & 0x3F)
                count += 4
            }
        }
        out[count] = 0
        let exact = realloc(block, count + 1) ?? block
        return Encoded(start: exact.assumingMemoryBound(to: CChar.self), count: count)
    }
    /// Whether bytes are well-formed UTF-8 without surrogates.
    static func isValid(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
            guard byte >= 0xC2, byte <= 0xF4, index + length <= count else { return false }
            for offset in 1..<length where bytes[index + offset] & 0xC0 != 0x80 { return false }
            let second = bytes[index + 1]
            if byte == 0xE0 && second < 0xA0 || byte == 0xED && second > 0x9F || byte == 0xF0 && second < 0x90 || byte == 0xF4 && second > 0x8F { return false }
            index += length
        }
        return true
    }
}
@c public func PyUnicode_AsUCS4(_ object: Object?, _ buffer: UnsafeMutablePointer<UInt32>?, _ room: Int, _ copyNull: Int32) -> UnsafeMutablePointer<UInt32>? {
    guard let object, let buffer else { return nil }
    let count = StrObject.length(Value(object))
    if room < count + (copyNull != 0 ? 1 : 0) {
        _ = raise(.systemError, "string is longer than the buffer")
        if copyNull != 0 && room > 0 { buffer[0] = 0 }
        return nil
    }
    for index in 0..<count { buffer[index] = StrObject.character(Value(object), index) }
    if copyNull != 0 { buffer[count] = 0 }
    return buffer
}
@c public func PyUnicode_AsUCS4Copy(_ object: Object?) -> UnsafeMutablePointer<UInt32>? {
    guard let object, let block = PyMem_Malloc((StrObject.length(Value(object)) + 1) * 4) else { return nil }
    return PyUnicode_AsUCS4(object, block.assumingMemoryBound(to: UInt32.self), StrObject.length(Value(object)) + 1, 1)
}
@c public func PyUnicode_AsWideChar(_ object: Object?, _ buffer: UnsafeMutablePointer<wchar_t>?, _ room: Int) -> Int {
    guard let object, StrObject.isInstance(Value(object)) else {
        _ = badInternalCall()
        return -1
    }
    // Without a place to write to: how much room it takes, the zero at the end counted.
    guard let buffer else { return StrObject.length(Value(object)) + 1 }
    let count = min(StrObject.length(Value(object)), room)
    for index in 0..<count { buffer[index] = wchar_t(bitPattern: StrObject.character(Value(object), index)) }
    if count < room { buffer[count] = 0 }
    return count
}
@c public func PyUnicode_AsWideCharString(_ object: Object?, _ count: UnsafeMutablePointer<Int>?) -> UnsafeMutablePointer<wchar_t>? {
    guard let object, StrObject.isInstance(Value(object)) else {
        _ = badInternalCall()
        return nil
    }
    let length = StrObject.length(Value(object))
    guard let block = PyMem_Malloc((length + 1) * 4) else {
        _ = PyErr_NoMemory()
        return nil
    }
    let wide = block.assumingMemoryBound(to: wchar_t.self)
    for index in 0..<length { wide[index] = wchar_t(bitPattern: StrObject.character(Value(object), index)) }
    wide[length] = 0
    if let count {
        count.pointee = length
    } else if wcslen(wide) != length {
        PyMem_Free(block)
        _ = raise(.valueError, "embedded null character")
        return nil
    }
    return wide
}

// MARK: Interning

@c public func PyUnicode_InternInPlace(_ pointer: UnsafeMutablePointer<Object?>?) {
    guard let pointer, let object = pointer.pointee, object.typeObject == PyUnicode_TypePointer() else { return }
    let interned = StrObject.shared(Value(object))
    if interned.value.object == object { return }
    pointer.pointee = interned.take().object
    release(object)
}
@c public func PyUnicode_InternFromString(_ text: CString?) -> Object? {
    guard var object = PyUnicode_FromString(text) as Object? else { return nil }
    withUnsafeMutablePointer(to: &object) {
        UnsafeMutableRawPointer($0).withMemoryRebound(to: Object?.self, capacity: 1) { PyUnicode_InternInPlace($0) }
    }
    _ = PyObject_Hash(object)
    return object
}
@c public func PyUnicode_InternImmortal(_ pointer: UnsafeMutablePointer<Object?>?) { PyUnicode_InternInPlace(pointer) }

// MARK: Comparing

@c public func PyUnicode_Compare(_ a: Object?, _ b: Object?) -> Int32 {
    do throws(Raised) {
        guard let a, let b, StrObject.isInstance(Value(a)), StrObject.isInstance(Value(b)) else {
            throw raise(.typeError, "Can't compare \(value(a).type.name) and \(value(b).type.name)")
        }
        if a == b { return 0 }
        let (x, y) = (Value(a), Value(b))
        let count = min(StrObject.length(x), StrObject.length(y))
        if StrObject.isASCII(x) && StrObject.isASCII(y) {
            let order = memcmp(StrObject.data(x), StrObject.data(y), count)
            return order != 0 ? (order < 0 ? -1 : 1) : Int32((StrObject.length(x) - StrObject.length(y)).signum())
        }
        for index in 0..<count {
            let (c, d) = (StrObject.character(x, index), StrObject.character(y, index))
            if c != d { return c < d ? -1 : 1 }
        }
        return Int32((StrObject.length(x) - StrObject.length(y)).signum())
    } catch { return -1 }
}
@c public func PyUnicode_CompareWithASCIIString(_ object: Object?, _ text: CString?) -> Int32 {
    guard let object, let text else { return -1 }
    let value = Value(object)
    let count = strlen(text)
    for index in 0..<min(count, StrObject.length(value)) {
        let (c, d) = (StrObject.character(value, index), UInt32(UInt8(bitPattern: text[index])))
        if c != d { return c < d ? -1 : 1 }
    }
    return Int32((StrObject.length(value) - count).signum())
}
@c public func _PyUnicode_EqualToASCIIString(_ object: Object?, _ text: CString?) -> Int32 {
    guard let object, let text else { return 0 }
    return Strings.equalsASCII(Value(object), text) ? 1 : 0
}
@c public func _PyUnicode_EqualToASCIIId(_ object: Object?, _ identifier: UnsafeMutablePointer<_Py_Identifier>?) -> Int32 {
    _PyUnicode_EqualToASCIIString(object, identifier?.pointee.string)
}
@c public func _PyUnicode_EQ(_ a: Object?, _ b: Object?) -> Int32 {
    guard let a, let b else { return 0 }
    return StrObject.equal(Value(a), Value(b)) ? 1 : 0
}
@c public func _PyUnicode_Equal(_ a: Object?, _ b: Object?) -> Int32 { _PyUnicode_EQ(a, b) }
@c public func PyUnicode_RichCompare(_ a: Object?, _ b: Object?, _ operation: Int32) -> Object? { PyObject_RichCompare(a, b, operation) }

// MARK: Methods

@c public func PyUnicode_Concat(_ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let b, StrObject.isInstance(Value(b)) else { throw raise(.typeError, "can only concatenate str (not \"\(value(b).type.name)\") to str") }
        return try Numbers.binary(.add, try require(a), Value(b))
    }
}
@c public func PyUnicode_Append(_ pointer: UnsafeMutablePointer<Object?>?, _ b: Object?) {
    guard let pointer, let a = pointer.pointee else { return }
    pointer.pointee = b == nil ? nil : PyUnicode_Concat(a, b)
    release(a)
}
@c public func PyUnicode_AppendAndDel(_ pointer: UnsafeMutablePointer<Object?>?, _ b: Object?) {
    PyUnicode_Append(pointer, b)
    release(b)
}
@c public func PyUnicode_Join(_ separator: Object?, _ items: Object?) -> Object? { Strings.method(separator ?? StrObject.empty.value.object, "join", value(items)) }
@c public func _PyUnicode_JoinArray(_ separator: Object?, _ items: UnsafePointer<Object?>?, _ count: Int) -> Object? {
    guard let tuple = _PyTuple_FromArray(items, count) else { return nil }
    defer { release(tuple) }
    return PyUnicode_Join(separator, tuple)
}
@c public func PyUnicode_Split(_ object: Object?, _ separator: Object?, _ limit: Int) -> Object? {
    Strings.method(object, "split", separator == nil ? .none : value(separator), Value(smallInt: max(min(limit, 1 << 40), -1)))
}
@c public func PyUnicode_RSplit(_ object: Object?, _ separator: Object?, _ limit: Int) -> Object? {
    Strings.method(object, "rsplit", separator == nil ? .none : value(separator), Value(smallInt: max(min(limit, 1 << 40), -1)))
}
@c public func PyUnicode_Splitlines(_ object: Object?, _ keep: Int32) -> Object? { Strings.method(object, "splitlines", Value(bool: keep != 0)) }
@c public func PyUnicode_Partition(_ object: Object?, _ separator: Object?) -> Object? { Strings.method(object, "partition", value(separator)) }
@c public func PyUnicode_RPartition(_ object: Object?, _ separator: Object?) -> Object? { Strings.method(object, "rpartition", value(separator)) }
@c public func PyUnicode_Translate(_ object: Object?, _ table: Object?, _ errors: CString?) -> Object? { Strings.method(object, "translate", value(table)) }
@c public func PyUnicode_Replace(_ object: Object?, _ old: Object?, _ new: Object?, _ limit: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let (old, new) = (try Strings.text(old), try Strings.text(new))
        guard let made = Strings.method(object, "replace", old, new, Value(smallInt: max(min(limit, 1 << 40), -1))) else { throw Raised() }
        return Ref(owned: Value(made))
    }
}
@c public func PyUnicode_Format(_ format: Object?, _ arguments: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in try Numbers.binary(.modulo, try Strings.text(format), value(arguments)) }
}
@c public func PyUnicode_Contains(_ container: Object?, _ item: Object?) -> Int32 {
    truth { () throws(Raised) -> Bool in try Sequences.contains(try require(container), value(item)) }
}
@c public func PyUnicode_Substring(_ object: Object?, _ start: Int, _ end: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let text = try require(object)
        let length = StrObject.length(text)
        if start < 0 || end < 0 { throw raise(.indexError, "string index out of range") }
        let end = min(end, length)
        if start == 0 && end == length && StrObject.isExact(text) { return Ref(text) }
        return start >= end ? StrObject.empty : try Strings.substring(text, start, end)
    }
}
private func find(_ object: Object?, _ part: Object?, _ start: Int, _ end: Int, _ name: StaticString) -> Int {
    func bound(_ n: Int) -> Value { Value(smallInt: max(min(n, Value.maxSmallInt), Value.minSmallInt)) }
    guard let found = Strings.method(object, name, value(part), bound(start), bound(end)) else { return -2 }
    defer { release(found) }
    return PyLong_AsLong(found)
}
@c public func PyUnicode_Find(_ object: Object?, _ part: Object?, _ start: Int, _ end: Int, _ direction: Int32) -> Int {
    find(object, part, start, end, direction > 0 ? "find" : "rfind")
}
@c public func PyUnicode_Count(_ object: Object?, _ part: Object?, _ start: Int, _ end: Int) -> Int {
    let count = find(object, part, start, end, "count")
    return count == -2 ? -1 : count
}
@c public func PyUnicode_FindChar(_ object: Object?, _ code: UInt32, _ start: Int, _ end: Int, _ direction: Int32) -> Int {
    guard let object else { return -2 }
    let text = Value(object)
    let length = StrObject.length(text)
    let low = max(start < 0 ? start + length : start, 0)
    let high = min(end < 0 ? end + length : end, length)
    guard low < high else { return -1 }
    if direction > 0 {
        for index in low..<high where StrObject.character(text, index) == code { return index }
    } else {
        for index in stride(from: high - 1, through: low, by: -1) where StrObject.character(text, index) == code { return index }
    }
    return -1
}
@c public func PyUnicode_Tailmatch(_ object: Object?, _ part: Object?, _ start: Int, _ end: Int, _ direction: Int32) -> Int {
    func bound(_ n: Int) -> Value { Value(smallInt: max(min(n, Value.maxSmallInt), Value.minSmallInt)) }
    do throws(Raised) { _ = try Strings.text(part) } catch { return -1 }
    guard let found = Strings.method(object, direction > 0 ? "endswith" : "startswith", value(part), bound(start), bound(end)) else { return -1 }
    defer { release(found) }
    return found == Py_TruePointer() ? 1 : 0
}
@c public func PyUnicode_CopyCharacters(_ to: Object?, _ toStart: Int, _ from: Object?, _ fromStart: Int, _ count: Int) -> Int {
    guard let to, let from, toStart >= 0, fromStart >= 0 else { return -1 }
    let (target, source) = (Value(to), Value(from))
    let count = min(count, StrObject.length(source) - fromStart)
    guard count >= 0, toStart + count <= StrObject.length(target) else {
        _ = raise(.systemError, "Cannot write \(count) characters at \(toStart) in a string of \(StrObject.length(target)) characters")
        return -1
    }
    let (data, width) = (StrObject.data(target), StrObject.kind(target).rawValue)
    for index in 0..<count { Strings.put(StrObject.character(source, fromStart + index), data, width, toStart + index) }
    return count
}
@c public func _PyUnicode_FastCopyCharacters(_ to: Object?, _ toStart: Int, _ from: Object?, _ fromStart: Int, _ count: Int) {
    _ = PyUnicode_CopyCharacters(to, toStart, from, fromStart, count)
}
@c public func PyUnicode_Fill(_ object: Object?, _ start: Int, _ count: Int, _ code: UInt32) -> Int {
    guard let object else { return -1 }
    let text = Value(object)
    let count = min(count, StrObject.length(text) - start)
    guard start >= 0, count > 0 else { return 0 }
    for index in 0..<count { Strings.put(code, StrObject.data(text), StrObject.kind(text).rawValue, start + index) }
    return count
}
@c public func PyUnicode_Resize(_ pointer: UnsafeMutablePointer<Object?>?, _ count: Int) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let pointer, let object = pointer.pointee, StrObject.isInstance(Value(object)), count >= 0 else { throw badInternalCall() }
        let old = Value(object)
        let length = StrObject.length(old)
        if length == count { return }
        let maximum: UInt32 = StrObject.isASCII(old) ? 0x7F : StrObject.kind(old) == .one ? 0xFF : StrObject.kind(old) == .two ? 0xFFFF : 0x10FFFF
        let new = try StrObject.allocate(length: count, maximum: maximum)
        if count > 0 { memcpy(StrObject.data(new.value), StrObject.data(old), min(length, count) * StrObject.kind(old).rawValue) }
        pointer.pointee = new.take().object
        release(object)
    }
}

// MARK: Encodings

@c public func PyUnicode_DecodeUTF8(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? {
    guard let text, count > 0 else { return PyUnicode_New(0, 0) }
    let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
    if UTF8.isValid(bytes, count) { return Border.toC(owned: StrObject.make(utf8: UnsafeBufferPointer(start: bytes, count: count))) }
    return PyUnicode_Decode(text, count, "utf-8", errors)
}
@c public func PyUnicode_DecodeUTF8Stateful(_ text: CString?, _ count: Int, _ errors: CString?, _ consumed: UnsafeMutablePointer<Int>?) -> Object? {
    guard let consumed, let text else { return PyUnicode_DecodeUTF8(text, count, errors) }
    // An incomplete character at the end is left over.
    var end = count
    var back = 1
    while back <= min(3, count) {
        let byte = UInt8(bitPattern: text[count - back])
        if byte & 0xC0 == 0x80 {
            back += 1
            continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
        if length > back { end = count - back }
        break
    }
    consumed.pointee = end
    return PyUnicode_DecodeUTF8(text, end, errors)
}
@c public func PyUnicode_DecodeLatin1(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? { PyUnicode_FromKindAndData(1, text, count) }
@c public func PyUnicode_DecodeASCII(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? {
    guard let text, count > 0 else { return PyUnicode_New(0, 0) }
    for index in 0..<count where text[index] < 0 { return PyUnicode_Decode(text, count, "ascii", errors) }
    return PyUnicode_FromKindAndData(1, text, count)
}
@c public func PyUnicode_Decode(_ text: CString?, _ count: Int, _ encoding: CString?, _ errors: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let bytes = PyBytes_FromStringAndSize(text, count) else { throw Raised() }
        defer { release(bytes) }
        let name = StrObject.intern("decode")
        let encoding = encoding == nil ? StrObject.make("utf-8") : string(encoding)
        let errors = errors == nil ? StrObject.make("strict") : string(errors)
        let method = try Attributes.get(Value(bytes), name.value)
        return try Call.call(method.value, encoding.value, errors.value)
    }
}
@c public func PyUnicode_AsEncodedString(_ object: Object?, _ encoding: CString?, _ errors: CString?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let name = StrObject.intern("encode")
        let encoding = encoding == nil ? StrObject.make("utf-8") : string(encoding)
        let errors = errors == nil ? StrObject.make("strict") : string(errors)
        let method = try Attributes.get(try require(object), name.value)
        return try Call.call(method.value, encoding.value, errors.value)
    }
}
@c public func PyUnicode_AsASCIIString(_ object: Object?) -> Object? {
    if let object, StrObject.isInstance(Value(object)), StrObject.isASCII(Value(object)) {
        return PyBytes_FromStringAndSize(StrObject.data(Value(object)).assumingMemoryBound(to: CChar.self), StrObject.length(Value(object)))
    }
    return PyUnicode_AsEncodedString(object, "ascii", nil)
}
@c public func PyUnicode_AsLatin1String(_ object: Object?) -> Object? {
    if let object, StrObject.isInstance(Value(object)), StrObject.kind(Value(object)) == .one {
        return PyBytes_FromStringAndSize(StrObject.data(Value(object)).assumingMemoryBound(to: CChar.self), StrObject.length(Value(object)))
    }
    return PyUnicode_AsEncodedString(object, "latin-1", nil)
}
@c public func PyUnicode_DecodeUTF32(_ text: CString?, _ count: Int, _ errors: CString?, _ order: UnsafeMutablePointer<Int32>?) -> Object? {
    PyUnicode_Decode(text, count, order == nil || order!.pointee == 0 ? "utf-32" : order!.pointee < 0 ? "utf-32-le" : "utf-32-be", errors)
}
@c public func PyUnicode_DecodeUTF16(_ text: CString?, _ count: Int, _ errors: CString?, _ order: UnsafeMutablePointer<Int32>?) -> Object? {
    PyUnicode_Decode(text, count, order == nil || order!.pointee == 0 ? "utf-16" : order!.pointee < 0 ? "utf-16-le" : "utf-16-be", errors)
}
@c public func PyUnicode_DecodeFSDefaultAndSize(_ text: CString?, _ count: Int) -> Object? { PyUnicode_DecodeUTF8(text, count, "surrogateescape") }
@c public func PyUnicode_DecodeFSDefault(_ text: CString?) -> Object? { PyUnicode_DecodeUTF8(text, text.map { strlen($0) } ?? 0, "surrogateescape") }
@c public func PyUnicode_EncodeFSDefault(_ object: Object?) -> Object? { PyUnicode_AsEncodedString(object, "utf-8", "surrogateescape") }
@c public func PyUnicode_DecodeLocale(_ text: CString?, _ errors: CString?) -> Object? { PyUnicode_DecodeUTF8(text, text.map { strlen($0) } ?? 0, errors) }
@c public func PyUnicode_DecodeLocaleAndSize(_ text: CString?, _ count: Int, _ errors: CString?) -> Object? { PyUnicode_DecodeUTF8(text, count, errors) }
@c public func PyUnicode_EncodeLocale(_ object: Object?, _ errors: CString?) -> Object? { PyUnicode_AsEncodedString(object, "utf-8", errors) }
@c public func PyUnicode_GetDefaultEncoding() -> CString? { UnsafePointer(utf8Name) }
nonisolated(unsafe) private let utf8Name = strdup("utf-8")
@c public func PyOS_FSPath(_ object: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let path = value(object)
        if StrObject.isInstance(path) || (path.isObject && path.type.hasFlag(Py_TPFLAGS_BYTES_SUBCLASS)) { return Ref(path) }
        let found = path.type.lookup(Names.fspath)
        if found.isNull { throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(path.type.name)") }
        let result = try DunderAdapters.callMethod(path, Names.fspath)
        guard StrObject.isInstance(result.value) || (result.value.isObject && result.value.type.hasFlag(Py_TPFLAGS_BYTES_SUBCLASS)) else {
            throw raise(.typeError, "expected \(path.type.name).__fspath__() to return str or bytes, not \(result.value.type.name)")
        }
        return result
    }
}
/// `O&` converter: the bytes of a path.
@c public func PyUnicode_FSConverter(_ object: Object?, _ result: UnsafeMutableRawPointer?) -> Int32 {
    let slot = result?.assumingMemoryBound(to: Object?.self)
    guard let object else {
        release(slot?.pointee)
        slot?.pointee = nil
        return 1
    }
    guard let path = PyOS_FSPath(object) else { return 0 }
    defer { release(path) }
    guard let bytes = path.typeObject.hasFlag(Py_TPFLAGS_BYTES_SUBCLASS) ? retained(path) : PyUnicode_EncodeFSDefault(path) else { return 0 }
    if strlen(PyBytes_AsString(bytes)!) != PyBytes_Size(bytes) {
        _ = raise(.valueError, "embedded null byte")
        release(bytes)
        return 0
    }
    slot?.pointee = bytes
    return 0x20000
}
@c public func PyUnicode_FSDecoder(_ object: Object?, _ result: UnsafeMutableRawPointer?) -> Int32 {
    let slot = result?.assumingMemoryBound(to: Object?.self)
    guard let object else {
        release(slot?.pointee)
        slot?.pointee = nil
        return 1
    }
    guard let path = PyOS_FSPath(object) else { return 0 }
    if StrObject.isInstance(Value(path)) {
        slot?.pointee = path
        return 0x20000
    }
    defer { release(path) }
    guard let text = PyUnicode_DecodeFSDefaultAndSize(PyBytes_AsString(path), PyBytes_Size(path)) else { return 0 }
    slot?.pointee = text
    return 0x20000
}
