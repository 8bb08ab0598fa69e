// The state of pickling: output, frames, memo; and how plain values are written.

import CPythonABI
import Numerics
import Runtime

final class PickleWriter {
    private static let frameTarget = 64 * 1024
    private static let frameMinimum = 4
    private static let frameHeader = 9

    var output = ByteBuilder(capacity: 1024)
    var memo = IdentityMap()
    let version: Int
    var binary: Bool
    var fast = false
    let fixImports: Bool
    private var isFraming = false
    /// Where the current frame's header is, or -1.
    private var frameStart = -1
    private var write = Held()
    private(set) var bufferCallback = Held()
    var persistentID = Held()
    var dispatchTable = Held()
    var override = Held()
    private var fastNesting = 0
    /// The class last asked whether its instances are plain, its version then, and the answer.
    var knownType: TypePointer?
    var knownVersion: UInt32 = 0
    var hasPlainInstances = false
    private var fastMemo = IdentityMap()

    /// The arguments of `dumps`; null or None where not given.
    init(protocol version: Value, fixImports: Value, bufferCallback: Value) throws(Raised) {
        var number = PickleModule.defaultProtocol
        if !version.isNull && !version.isNone {
            let given = try Index.object(version)
            guard let word = IntObject.word(given.value) else { throw raise(.overflowError, "Python int too large to convert to C long") }
            number = word
            if number < 0 { number = PickleModule.highestProtocol }
            if number > PickleModule.highestProtocol {
                throw raise(.valueError, "pickle protocol must be <= \(PickleModule.highestProtocol)")
            }
        }
        let wantsFix = fixImports.isNull ? true : try Truth.of(fixImports)
        self.version = number
        binary = number > 0
        self.fixImports = wantsFix && number < 3
        if !bufferCallback.isNull && !bufferCallback.isNone {
            if number < 5 { throw raise(.valueError, "buffer_callback needs protocol >= 5") }
            self.bufferCallback.replace(Ref(bufferCallback))
        }
    }

    func setFile(_ file: Value) throws(Raised) {
        let method = try Attributes.getIfPresent(file, PickleNames.write)
        if method.isNull { throw raise(.typeError, "file must have a 'write' attribute") }
        write.replace(method)
    }
    func clearMemo() { memo.removeAll() }
    func copyMemo(of other: borrowing PickleWriter) throws(Raised) {
        var fresh = IdentityMap()
        try other.memo.forEach { (object, number) throws(Raised) -> Void in fresh.set(object, number) }
        memo = fresh
    }
    func traverse(_ visit: visitproc, _ argument: OpaqueWord) -> Int32 {
        let result = memo.traverse(visit, argument)
        if result != 0 { return result }
        for value in [write.value, bufferCallback.value, persistentID.value, dispatchTable.value, override.value] where value.isObject {
            let result = visit(value.object, argument)
            if result != 0 { return result }
        }
        return 0
    }

    // MARK: Whole pickles

    func dump(_ object: Value) throws(Raised) {
        output.truncate(to: 0)
        isFraming = false
        frameStart = -1
        if version >= 2 {
            try output.append(PickleOp.proto)
            try output.append(UInt8(version))
            isFraming = version >= 4
        }
        try save(object)
        try emit(PickleOp.stop)
        try closeFrame()
        isFraming = false
    }
    func takeOutput() throws(Raised) -> Ref {
        var finished = ByteBuilder()
        swap(&finished, &output)
        return try finished.finish()
    }
    /// Hands what there is to the file's write().
    func flush() throws(Raised) {
        if write.value.isNull { return }
        let bytes = try output.bytes()
        output.truncate(to: 0)
        let method = Ref(write.value)
        _ = try Call.call(method.value, bytes.value)
    }

    // MARK: Frames

    /// Room for output: begins a frame if none is open.
    @inline(__always) private func begin(_ count: Int) throws(Raised) {
        if isFraming && frameStart < 0 {
            frameStart = output.count
            try output.reserve(count + PickleWriter.frameHeader)
            output.advance(PickleWriter.frameHeader)
        }
    }
    private func closeFrame() throws(Raised) {
        guard isFraming, frameStart >= 0 else { return }
        let length = output.count - frameStart - PickleWriter.frameHeader
        if length >= PickleWriter.frameMinimum {
            output.data[frameStart] = PickleOp.frame
            output.patch(UInt64(length), at: frameStart + 1)
        } else {
            try output.shift(from: frameStart + PickleWriter.frameHeader, by: -PickleWriter.frameHeader)
        }
        frameStart = -1
    }
    /// Between two objects: ends a frame that is long enough.
    @inline(__always) private func boundary() throws(Raised) {
        if frameStart >= 0 && output.count - frameStart - PickleWriter.frameHeader >= PickleWriter.frameTarget {
            try closeFrame()
            try flush()
        }
    }

    func emit(_ byte: UInt8) throws(Raised) {
        try begin(1)
        try output.append(byte)
    }
    func emit(_ op: UInt8, _ number: UInt64, width: Int) throws(Raised) {
        try begin(9)
        try output.append(op)
        try output.append(littleEndian: number, width: width)
    }
    func emit(_ bytes: BytePointer, _ count: Int) throws(Raised) {
        try begin(count)
        try output.append(bytes, count)
    }
    func emit(decimal number: Int) throws(Raised) {
        let text = try IntText.repr(Value(smallInt: number))
        try emit(StrObject.data(text.value).assumingMemoryBound(to: UInt8.self), StrObject.length(text.value))
    }
    /// An instruction with a length and that many bytes. Long ones stand outside of frames.
    private func emit(_ op: UInt8, width: Int, _ bytes: BytePointer, _ count: Int, owner: Value) throws(Raised) {
        guard count >= PickleWriter.frameTarget else {
            try emit(op, UInt64(count), width: width)
            return try emit(bytes, count)
        }
        let framing = isFraming
        try closeFrame()
        isFraming = false
        defer { isFraming = framing }
        try emit(op, UInt64(count), width: width)
        if write.value.isNull { return try emit(bytes, count) }
        try flush()
        let method = Ref(write.value)
        if BytesObject.isExact(owner) {
            _ = try Call.call(method.value, owner)
        } else {
            let payload = try BytesObject.make(bytes, count)
            _ = try Call.call(method.value, payload.value)
        }
    }

    // MARK: Memo

    func memoize(_ object: Value) throws(Raised) {
        if fast { return }
        let number = memo.count
        memo.set(object, number)
        if version >= 4 { return try emit(PickleOp.memoize) }
        if !binary {
            try emit(PickleOp.put)
            try emit(decimal: number)
            return try emit(10)
        }
        if number < 256 { return try emit(PickleOp.binPut, UInt64(number), width: 1) }
        try emit(PickleOp.longBinPut, UInt64(number), width: 4)
    }
    func recall(_ number: Int) throws(Raised) {
        if !binary {
            try emit(PickleOp.get)
            try emit(decimal: number)
            return try emit(10)
        }
        if number < 256 { return try emit(PickleOp.binGet, UInt64(number), width: 1) }
        try emit(PickleOp.longBinGet, UInt64(number), width: 4)
    }

    // MARK: Objects

    func save(_ object: Value, isPersistentID: Bool = false) throws(Raised) {
        try boundary()
        if !isPersistentID && !persistentID.value.isNull, try savePersistent(object) { return }
        // Values without identity.
        if object.isSmallInt { return try saveInt(object.smallInt) }
        if object.isNone { return try emit(PickleOp.none) }
        if object.isBool { return try saveBool(object.isTrue) }
        let type = object.type
        if type == PyFloat_TypePointer() { return try saveFloat(FloatObject.number(object)) }
        if type == PyLong_TypePointer() {
            let view = IntView(object)
            if let number = view.int, Int(Int32(truncatingIfNeeded: number)) == number { return try saveInt(number) }
            return try saveLong(object)
        }
        if object.isObject {
            let known = memo.number(object)
            if known >= 0 { return try recall(known) }
        }
        if type == PyUnicode_TypePointer() { return try saveStr(object) }
        if type == PyBytes_TypePointer() { return try saveBytes(object) }
        try NativeStack.enterLevel(" while pickling an object")
        defer { NativeStack.leaveLevel() }
        if type == PyDict_TypePointer() { return try saveDict(object) }
        if type == PySet_TypePointer() { return try saveSet(object) }
        if type == PyFrozenSet_TypePointer() { return try saveFrozenSet(object) }
        if type == PyList_TypePointer() { return try saveList(object) }
        if type == PyTuple_TypePointer() { return try saveTuple(object) }
        if type == PyByteArray_TypePointer() { return try saveByteArray(object) }
        if type == PyPickleBuffer_TypePointer() { return try savePickleBuffer(object) }
        try saveOther(object, type)
    }

    private func savePersistent(_ object: Value) throws(Raised) -> Bool {
        let function = Ref(persistentID.value)
        let identity = try Call.call(function.value, object)
        if identity.value.isNone { return false }
        if binary {
            try save(identity.value, isPersistentID: true)
            try emit(PickleOp.binPersID)
            return true
        }
        let shown = try Repr.str(identity.value)
        guard StrObject.isASCII(shown.value) else { throw PickleModule.fail("persistent IDs in protocol 0 must be ASCII strings") }
        try emit(PickleOp.persID)
        try emit(StrObject.data(shown.value).assumingMemoryBound(to: UInt8.self), StrObject.length(shown.value))
        try emit(10)
        return true
    }

    private func saveBool(_ bool: Bool) throws(Raised) {
        if version >= 2 { return try emit(bool ? PickleOp.newTrue : PickleOp.newFalse) }
        try emit(PickleOp.int)
        try emit(48)
        try emit(bool ? 49 : 48)
        try emit(10)
    }
    private func saveInt(_ number: Int) throws(Raised) {
        if Int(Int32(truncatingIfNeeded: number)) != number { return try saveLong(Value(smallInt: number)) }
        if !binary {
            try emit(PickleOp.int)
            try emit(decimal: number)
            return try emit(10)
        }
        if number >= 0 && number < 256 { return try emit(PickleOp.binInt1, UInt64(number), width: 1) }
        if number >= 0 && number < 65536 { return try emit(PickleOp.binInt2, UInt64(number), width: 2) }
        try emit(PickleOp.binInt, UInt64(truncatingIfNeeded: number), width: 4)
    }
    private func saveLong(_ object: Value) throws(Raised) {
        if version < 2 {
            try emit(PickleOp.long)
            let text = try IntText.repr(object)
            try emit(StrObject.data(text.value).assumingMemoryBound(to: UInt8.self), StrObject.length(text.value))
            try emit(UInt8(ascii: "L"))
            return try emit(10)
        }
        let count = try PickleLongs.byteCount(object)
        if count < 256 { try emit(PickleOp.long1, UInt64(count), width: 1) } else {
            guard count <= Int(Int32.max) else { throw raise(.overflowError, "int too large to pickle") }
            try emit(PickleOp.long4, UInt64(count), width: 4)
        }
        try begin(count)
        try output.reserve(count)
        try PickleLongs.write(object, output.data + output.count, count)
        output.advance(count)
    }
    private func saveFloat(_ number: Double) throws(Raised) {
        if binary { return try emit(PickleOp.binFloat, number.bitPattern.byteSwapped, width: 8) }
        try emit(PickleOp.float)
        let text = try FloatRepr.repr(number)
        try emit(StrObject.data(text.value).assumingMemoryBound(to: UInt8.self), StrObject.length(text.value))
        try emit(10)
    }

    private func saveStr(_ object: Value) throws(Raised) {
        if !binary {
            try emit(PickleOp.unicode)
            for index in 0..<StrObject.length(object) { try emitEscaped(StrObject.character(object, index)) }
            try emit(10)
            return try memoize(object)
        }
        if StrObject.isASCII(object) {
            try emitText(StrObject.data(object).assumingMemoryBound(to: UInt8.self), StrObject.length(object), .null)
        } else {
            let errors = StrObject.intern("surrogatepass")
            let bytes = try UTF8Codec.encode(object, errors.value)
            try emitText(BytesObject.data(bytes.value), BytesObject.count(bytes.value), bytes.value)
        }
        try memoize(object)
    }
    private func emitText(_ bytes: BytePointer, _ count: Int, _ owner: Value) throws(Raised) {
        if count < 256 && version >= 4 {
            try emit(PickleOp.shortBinUnicode, UInt64(count), width: 1)
            return try emit(bytes, count)
        }
        if count <= Int(UInt32.max) { return try emit(PickleOp.binUnicode, width: 4, bytes, count, owner: owner) }
        if version < 4 { throw raise(.overflowError, "serializing a string larger than 4 GiB requires pickle protocol 4 or higher") }
        try emit(PickleOp.binUnicode8, width: 8, bytes, count, owner: owner)
    }
    /// The notation "raw-unicode-escape", in which nothing ends the line.
    private func emitEscaped(_ code: UInt32) throws(Raised) {
        if code < 256 && code != 92 && code != 0 && code != 10 && code != 13 && code != 26 { return try emit(UInt8(code)) }
        try emit(92)
        try emit(code > 0xFFFF ? 85 : 117)
        var shift: UInt32 = code > 0xFFFF ? 32 : 16
        while shift > 0 {
            shift -= 4
            let digit = UInt8(code >> shift & 15)
            try emit(digit < 10 ? 48 + digit : 87 + digit)
        }
    }

    private func saveBytes(_ object: Value) throws(Raised) {
        let count = BytesObject.count(object)
        if version < 3 {
            // There was no such type: the text of Latin-1 that encodes to it.
            if count == 0 {
                let call = TupleObject.make(Value(pointer: PyBytes_TypePointer()), TupleObject.emptyValue)
                return try saveReduced(call.value, object)
            }
            let text = try StrObject.make(latin1: BytesObject.data(object), count)
            let arguments = TupleObject.make(text.value, PickleNames.latin1)
            let call = TupleObject.make(PickleGlobals.encode, arguments.value)
            return try saveReduced(call.value, object)
        }
        try emitBytes(BytesObject.data(object), count, object)
        try memoize(object)
    }
    func emitBytes(_ bytes: BytePointer, _ count: Int, _ owner: Value) throws(Raised) {
        if count < 256 {
            try emit(PickleOp.shortBinBytes, UInt64(count), width: 1)
            return try emit(bytes, count)
        }
        if count <= Int(UInt32.max) { return try emit(PickleOp.binBytes, width: 4, bytes, count, owner: owner) }
        if version < 4 { throw raise(.overflowError, "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher") }
        try emit(PickleOp.binBytes8, width: 8, bytes, count, owner: owner)
    }
    private func saveByteArray(_ object: Value) throws(Raised) {
        if version < 5 {
            let type = Value(pointer: PyByteArray_TypePointer())
            if ByteArrayObject.count(object) == 0 {
                let call = TupleObject.make(type, TupleObject.emptyValue)
                return try saveReduced(call.value, object)
            }
            let bytes = try BytesObject.make(ByteArrayObject.data(object), ByteArrayObject.count(object))
            let arguments = TupleObject.make(bytes.value)
            let call = TupleObject.make(type, arguments.value)
            return try saveReduced(call.value, object)
        }
        let view = try BytesView(object)
        try emit(PickleOp.byteArray8, width: 8, view.bytes, view.count, owner: .null)
        try memoize(object)
    }
    private func savePickleBuffer(_ object: Value) throws(Raised) {
        if version < 5 { throw PickleModule.fail("PickleBuffer can only pickled with protocol >= 5") }
        let view = try PickleBufferObject.checkedView(object)
        guard PickleBufferObject.isContiguous(view) else {
            throw PickleModule.fail("PickleBuffer can not be pickled when pointing to a non-contiguous buffer")
        }
        let readOnly = view.pointee.readonly != 0
        var inBand = true
        if !bufferCallback.value.isNull {
            let callback = Ref(bufferCallback.value)
            let answer = try Call.call(callback.value, object)
            inBand = try Truth.of(answer.value)
        }
        guard inBand else {
            try emit(PickleOp.nextBuffer)
            if readOnly { try emit(PickleOp.readOnlyBuffer) }
            return
        }
        let empty = BytesObject.data(BytesObject.emptyValue)
        let bytes = view.pointee.buf.map { BytePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? BytePointer(empty)
        if readOnly {
            try emitBytes(bytes, view.pointee.len, .null)
        } else {
            try emit(PickleOp.byteArray8, width: 8, bytes, view.pointee.len, owner: .null)
        }
        try memoize(object)
    }

    // MARK: Fast mode, which has no memo

    /// Notes a container; in fast mode a circle would not end.
    func enterFast(_ object: Value) throws(Raised) {
        guard fast else { return }
        fastNesting += 1
        guard fastNesting >= 50 else { return }
        if fastMemo.number(object) >= 0 {
            throw raise(
                .valueError, "fast mode: can't pickle cyclic objects including object type \(object.type.name) at \(Repr.address(object))")
        }
        fastMemo.set(object, 0)
    }
    func leaveFast() {
        guard fast else { return }
        fastNesting -= 1
        if fastNesting < 50 && fastMemo.count > 0 { fastMemo.removeAll() }
    }
}

/// Ints as bytes: little-endian two's complement, as short as can be.
enum PickleLongs {
    static func byteCount(_ object: Value) throws(Raised) -> Int {
        if IntObject.sign(object) == 0 { return 0 }
        // A negative power of two needs a bit less than its magnitude has.
        if IntObject.sign(object) < 0 {
            let inverted = try Numbers.invert(object)
            return try IntArithmetic.bitLength(inverted.value) / 8 + 1
        }
        return try IntArithmetic.bitLength(object) / 8 + 1
    }
    static func write(_ object: Value, _ target: MutableBytePointer, _ count: Int) throws(Raised) {
        let conversion = try IntObject.withDigits(object) { (digits, size) throws(Raised) -> Digits.ByteConversion in
            Digits.toBytes(target, count, digits, size: size, order: .little, signed: true)
        }
        _ = conversion
    }
    static func read(_ bytes: BytePointer, _ count: Int) throws(Raised) -> Ref {
        if count == 0 { return IntObject.make(0) }
        if count <= 8 {
            var number: UInt64 = 0
            for index in 0..<count { number |= UInt64(bytes[index]) << UInt64(8 * index) }
            let shift = UInt64(64 - 8 * count)
            return IntObject.make(Int(Int64(bitPattern: number << shift) >> Int64(shift)))
        }
        return try IntObject.build(room: Digits.roomForBytes(count)) { (room) throws(Digits.Interruption) -> Int in
            Digits.fromBytes(room, bytes, count, order: .little, signed: true)
        }
    }
}
