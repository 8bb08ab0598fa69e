// PyLong_*, PyBool_*

import CPythonABI
import Glibc
import Numerics
import Runtime

@c public func PyBool_FromLong(_ number: Int) -> Object? { retained(number != 0 ? Py_TruePointer() : Py_FalsePointer()) }

@inline(__always) private func boxed(_ number: Int) -> Object? { IntObject.box(number) }
/// The number of an int of one or two digits, which is nearly every int.
@inline(__always) private func small(_ object: Object?, _ number: inout Int) -> Bool {
    guard let object, object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) else { return false }
    return IntObject.small(object, &number)
}
@c public func PyLong_FromLong(_ number: Int) -> Object? { boxed(number) }
@c public func PyLong_FromLongLong(_ number: Int) -> Object? { boxed(number) }
@c public func PyLong_FromSsize_t(_ number: Int) -> Object? { boxed(number) }
@c public func PyLong_FromUnsignedLong(_ number: UInt) -> Object? { Border.toC(owned: IntObject.make(unsigned: number)) }
@c public func PyLong_FromUnsignedLongLong(_ number: UInt) -> Object? { Border.toC(owned: IntObject.make(unsigned: number)) }
@c public func PyLong_FromSize_t(_ number: UInt) -> Object? { Border.toC(owned: IntObject.make(unsigned: number)) }
@c public func PyLong_FromVoidPtr(_ pointer: UnsafeMutableRawPointer?) -> Object? {
    Border.toC(owned: IntObject.make(unsigned: UInt(bitPattern: pointer)))
}
@c public func _PyLong_FromTime_t(_ time: Int) -> Object? { boxed(time) }
@c public func PyLong_FromDouble(_ number: Double) -> Object? {
    newReference { () throws(Raised) -> Ref in try IntObject.make(truncating: number) }
}
@c public func PyLong_FromString(_ text: CString?, _ end: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ base: Int32) -> Object? {
    guard let text else { return nil }
    if base != 0 && base < 2 || base > 36 {
        _ = raise(.valueError, "int() arg 2 must be >= 2 and <= 36")
        return nil
    }
    end?.pointee = UnsafeMutablePointer(mutating: text) + strlen(text)
    return newReference { () throws(Raised) -> Ref in
        let string = string(text)
        return try Call.call(PyLong_TypePointer().value, string.value, Value(smallInt: Int(base)))
    }
}
@c public func PyLong_FromUnicodeObject(_ text: Object?, _ base: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in try Call.call(PyLong_TypePointer().value, value(text), Value(smallInt: Int(base))) }
}
/// A new int of so many digits, which the caller fills in.
@c public func _PyLong_New(_ count: Int) -> Object? {
    newReference { () throws(Raised) -> Ref in try IntObject.allocate(digits: count) }
}
@c public func _PyLong_Copy(_ int: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in IntObject.exact(value(int)) }
}
@c public func _PyLong_Sign(_ int: Object?) -> Int32 { int.map { Int32(Value($0).cast(to: PyLongObject.self).pointee.ob_base.ob_size.signum()) } ?? 0 }
@c public func _PyLong_NumBits(_ int: Object?) -> Int {
    guard let int else { return 0 }
    let count = abs(Value(int).cast(to: PyLongObject.self).pointee.ob_base.ob_size)
    if count == 0 { return 0 }
    let top = digits(int)[count - 1]
    return (count - 1) * 30 + (32 - top.leadingZeroBitCount)
}
private func digits(_ int: Object) -> UnsafeMutablePointer<UInt32> {
    (UnsafeMutableRawPointer(int) + 24).assumingMemoryBound(to: UInt32.self)
}

// MARK: To C numbers

/// The int that an argument is or that its `__index__` gives.
private func withInt<T>(_ object: Object?, _ body: (Value) throws(Raised) -> T) throws(Raised) -> T {
    guard let object else { throw badInternalCall() }
    if object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) { return try body(Value(object)) }
    let index = try Index.object(Value(object))
    return try body(index.value)
}
private func exactInt(_ object: Object?) throws(Raised) -> Value {
    guard let object else { throw badInternalCall() }
    guard object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) else { throw raise(.typeError, "an integer is required") }
    return Value(object)
}
@inline(never) private func signed(_ object: Object?, _ name: StaticString) -> Int {
    number { () throws(Raised) -> Int in
        try withInt(object) { (int) throws(Raised) -> Int in
            if let word = IntObject.word(int) { return word }
            throw raise(.overflowError, "Python int too large to convert to C \(name)")
        }
    }
}
@c public func PyLong_AsLong(_ object: Object?) -> Int {
    var word = 0
    return small(object, &word) ? word : signed(object, "long")
}
@c public func PyLong_AsLongLong(_ object: Object?) -> Int {
    var word = 0
    if small(object, &word) { return word }
    return number { () throws(Raised) -> Int in
        try withInt(object) { (int) throws(Raised) -> Int in
            if let word = IntObject.word(int) { return word }
            throw raise(.overflowError, "int too big to convert")
        }
    }
}
@c public func PyLong_AsSsize_t(_ object: Object?) -> Int {
    var word = 0
    if small(object, &word) { return word }
    return number { () throws(Raised) -> Int in
        let int = try exactInt(object)
        if let word = IntObject.word(int) { return word }
        throw raise(.overflowError, "Python int too large to convert to C ssize_t")
    }
}
@c public func _PyLong_AsInt(_ object: Object?) -> Int32 {
    var word = 0
    if small(object, &word), let number = Int32(exactly: word) { return number }
    do throws(Raised) {
        return try withInt(object) { (int) throws(Raised) -> Int32 in
            if let word = IntObject.word(int), let small = Int32(exactly: word) { return small }
            throw raise(.overflowError, "Python int too large to convert to C int")
        }
    } catch { return -1 }
}
private func signed(_ object: Object?, _ overflow: UnsafeMutablePointer<Int32>?) -> Int {
    overflow?.pointee = 0
    var word = 0
    if small(object, &word) { return word }
    return number { () throws(Raised) -> Int in
        try withInt(object) { (int) throws(Raised) -> Int in
            if let word = IntObject.word(int) { return word }
            overflow?.pointee = Int32(IntObject.sign(int))
            return -1
        }
    }
}
@c public func PyLong_AsLongAndOverflow(_ object: Object?, _ overflow: UnsafeMutablePointer<Int32>?) -> Int { signed(object, overflow) }
@c public func PyLong_AsLongLongAndOverflow(_ object: Object?, _ overflow: UnsafeMutablePointer<Int32>?) -> Int { signed(object, overflow) }
private func unsigned(_ object: Object?, _ name: StaticString) -> UInt {
    var word = 0
    if small(object, &word) && word >= 0 { return UInt(word) }
    do throws(Raised) {
        let int = try exactInt(object)
        if let word = IntObject.unsignedWord(int) { return UInt(word) }
        if IntObject.sign(int) < 0 { throw raise(.overflowError, "can't convert negative value to \(name)") }
        throw raise(.overflowError, "Python int too large to convert to C \(name)")
    } catch { return UInt.max }
}
@c public func PyLong_AsUnsignedLong(_ object: Object?) -> UInt { unsigned(object, "unsigned long") }
@c public func PyLong_AsUnsignedLongLong(_ object: Object?) -> UInt {
    var word = 0
    if small(object, &word) && word >= 0 { return UInt(word) }
    do throws(Raised) {
        let int = try exactInt(object)
        if let word = IntObject.unsignedWord(int) { return UInt(word) }
        if IntObject.sign(int) < 0 { throw raise(.overflowError, "can't convert negative int to unsigned") }
        throw raise(.overflowError, "int too big to convert")
    } catch { return UInt.max }
}
@c public func PyLong_AsSize_t(_ object: Object?) -> UInt { unsigned(object, "size_t") }
private func masked(_ object: Object?) -> UInt {
    do throws(Raised) {
        return try withInt(object) { (int) throws(Raised) -> UInt in UInt(IntObject.truncatedWord(int)) }
    } catch { return UInt.max }
}
@c public func PyLong_AsUnsignedLongMask(_ object: Object?) -> UInt { masked(object) }
@c public func PyLong_AsUnsignedLongLongMask(_ object: Object?) -> UInt { masked(object) }
@c public func PyLong_AsVoidPtr(_ object: Object?) -> UnsafeMutableRawPointer? {
    do throws(Raised) {
        let int = try exactInt(object)
        if let word = IntObject.word(int) { return UnsafeMutableRawPointer(bitPattern: word) }
        if let word = IntObject.unsignedWord(int) { return UnsafeMutableRawPointer(bitPattern: UInt(word)) }
        throw raise(.overflowError, "int too big to convert")
    } catch { return nil }
}
@c public func PyLong_AsDouble(_ object: Object?) -> Double {
    do throws(Raised) { return try IntObject.float(try exactInt(object)) } catch { return -1 }
}
@c public func _PyLong_Frexp(_ object: Object?, _ exponent: UnsafeMutablePointer<Int>?) -> Double {
    let number = PyLong_AsDouble(object)
    var power: Int32 = 0
    let mantissa = frexp(number, &power)
    exponent?.pointee = Int(power)
    return mantissa
}

// MARK: Bytes

@c public func _PyLong_AsByteArray(_ object: Object?, _ bytes: UnsafeMutablePointer<UInt8>?, _ count: Int, _ littleEndian: Int32, _ isSigned: Int32) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object, let bytes else { throw badInternalCall() }
        let size = Value(object).cast(to: PyLongObject.self).pointee.ob_base.ob_size
        if size < 0 && isSigned == 0 { throw raise(.overflowError, "can't convert negative int to unsigned") }
        let source = digits(object)
        let digitCount = abs(size)
        var (carry, digit, bits, accumulator) = (UInt64(1), 0, 0, UInt64(0))
        var written = 0
        var lost = false
        func put(_ byte: UInt8) {
            var byte = byte
            if size < 0 {
                let sum = UInt64(~byte) + carry
                byte = UInt8(truncatingIfNeeded: sum)
                carry = sum >> 8
            }
            if written < count {
                bytes[littleEndian != 0 ? written : count - 1 - written] = byte
            } else if byte != (size < 0 ? 0xFF : 0) {
                lost = true
            }
            written += 1
        }
        while digit < digitCount {
            accumulator |= UInt64(source[digit]) << UInt64(bits)
            bits += 30
            digit += 1
            while bits >= 8 {
                put(UInt8(truncatingIfNeeded: accumulator))
                accumulator >>= 8
                bits -= 8
            }
        }
        if bits > 0 { put(UInt8(truncatingIfNeeded: accumulator)) }
        while written < count { put(0) }
        if isSigned != 0 && !lost && count > 0 && size != 0 {
            let top = bytes[littleEndian != 0 ? count - 1 : 0]
            if (top & 0x80 != 0) != (size < 0) { lost = true }
        }
        if lost || (count == 0 && size != 0) { throw raise(.overflowError, "int too big to convert") }
    }
}
@c public func _PyLong_FromByteArray(_ bytes: UnsafePointer<UInt8>?, _ count: Int, _ littleEndian: Int32, _ isSigned: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let bytes, count > 0 else { return Ref(owned: Value(smallInt: 0)) }
        func byte(_ index: Int) -> UInt8 { bytes[littleEndian != 0 ? index : count - 1 - index] }
        let isNegative = isSigned != 0 && byte(count - 1) & 0x80 != 0
        let digitCount = (count * 8 + 29) / 30
        var result: [UInt32] = []
        result.reserveCapacity(digitCount + 1)
        var (accumulator, bits, carry) = (UInt64(0), 0, UInt64(1))
        for index in 0..<count {
            var next = byte(index)
            if isNegative {
                let sum = UInt64(~next) + carry
                next = UInt8(truncatingIfNeeded: sum)
                carry = sum >> 8
            }
            accumulator |= UInt64(next) << UInt64(bits)
            bits += 8
            if bits >= 30 {
                result.append(UInt32(accumulator & 0x3FFF_FFFF))
                accumulator >>= 30
                bits -= 30
            }
        }
        // The magnitude of the most negative number has a bit more.
        if isNegative && carry == 1 { accumulator |= 1 << UInt64(bits) }
        result.append(UInt32(accumulator & 0x3FFF_FFFF))
        var outcome = Value.null
        var failed = false
        result.withUnsafeBufferPointer {
            do throws(Raised) { outcome = try IntObject.make(digits: $0, negative: isNegative).take() } catch { failed = true }
        }
        if failed { throw Raised() }
        return Ref(owned: outcome)
    }
}
@c public func _PyLong_GCD(_ a: Object?, _ b: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let function = try Modules.function("math", "gcd")
        return try Call.call(function.value, value(a), value(b))
    }
}
@c public func _PyLong_Format(_ object: Object?, _ base: Int32) -> Object? { PyNumber_ToBase(object, base) }

// MARK: Converters of argument parsing

private func convert<T: FixedWidthInteger & UnsignedInteger>(_ object: Object?, _ pointer: UnsafeMutableRawPointer?, _ type: T.Type, _ name: StaticString) -> Int32 {
    do throws(Raised) {
        let int = try exactIntIndex(object)
        defer { int.release() }
        if IntObject.sign(int) < 0 { throw raise(.valueError, "value must be positive") }
        guard let word = IntObject.unsignedWord(int), let number = T(exactly: word) else {
            throw raise(.overflowError, "Python int too large to convert to C \(name)")
        }
        pointer?.storeBytes(of: number, as: T.self)
        return 1
    } catch { return 0 }
}
private func exactIntIndex(_ object: Object?) throws(Raised) -> Value {
    guard let object else { throw badInternalCall() }
    guard object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) else { return try Index.object(Value(object)).take() }
    return Ref(Value(object)).take()
}
@c public func _PyLong_UnsignedShort_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 { convert(object, pointer, UInt16.self, "unsigned short") }
@c public func _PyLong_UnsignedInt_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 { convert(object, pointer, UInt32.self, "unsigned int") }
@c public func _PyLong_UnsignedLong_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 { convert(object, pointer, UInt.self, "unsigned long") }
@c public func _PyLong_UnsignedLongLong_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 { convert(object, pointer, UInt.self, "unsigned long long") }
@c public func _PyLong_Size_t_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 { convert(object, pointer, UInt.self, "size_t") }
@c public func _PyLong_FileDescriptor_Converter(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 {
    let descriptor = PyObject_AsFileDescriptor(object)
    if descriptor == -1 { return 0 }
    pointer?.storeBytes(of: descriptor, as: Int32.self)
    return 1
}
@c public func _Py_convert_optional_to_ssize_t(_ object: Object?, _ pointer: UnsafeMutableRawPointer?) -> Int32 {
    if object == Py_NonePointer() { return 1 }
    do throws(Raised) {
        guard let object, Index.isIndex(value(object)) else {
            throw raise(.typeError, "argument should be integer or None, not \(value(object).type.name)")
        }
        pointer?.storeBytes(of: try Index.of(value(object), .overflowError), as: Int.self)
        return 1
    } catch { return 0 }
}
@c public func _PyEval_SliceIndex(_ object: Object?, _ result: UnsafeMutablePointer<Int>?) -> Int32 {
    if object == Py_NonePointer() || object == nil { return 1 }
    return _PyEval_SliceIndexNotNone(object, result)
}
@c public func _PyEval_SliceIndexNotNone(_ object: Object?, _ result: UnsafeMutablePointer<Int>?) -> Int32 {
    do throws(Raised) {
        guard Index.isIndex(value(object)) else {
            throw raise(.typeError, "slice indices must be integers or have an __index__ method")
        }
        result?.pointee = try Index.of(value(object), nil)
        return 1
    } catch { return 0 }
}
