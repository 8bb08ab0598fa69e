// Bytes: storage. The bytes follow the head at +32, a zero behind them; the head caches the hash.

import CPythonABI
import Glibc
import Numerics

public enum BytesObject {
    @inlinable @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyBytesObject> { value.cast(to: PyBytesObject.self) }
    @inlinable @inline(__always) public static func count(_ value: Value) -> Int { head(value).pointee.ob_base.ob_size }
    @inlinable @inline(__always) public static func data(_ value: Value) -> UnsafeMutablePointer<UInt8> {
        (UnsafeMutableRawPointer(head(value)) + 32).assumingMemoryBound(to: UInt8.self)
    }
    @inlinable public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyBytes_TypePointer() }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 27) != 0
    }

    /// The hash, computed once: that of a str of the same Latin-1 characters.
    public static func hash(_ value: Value) -> Int {
        let cached = head(value).pointee.ob_shash
        if cached != -1 { return cached }
        let hash = SipHash13.hash(data(value), count(value), StrObject.secret)
        head(value).pointee.ob_shash = hash
        return hash
    }

    nonisolated(unsafe) public static let emptyValue: Value = initialize(Allocator.allocate(33).unsafelyUnwrapped, 0).take()
    public static var empty: Ref { Ref(emptyValue) }

    /// The 256 objects of one byte.
    nonisolated(unsafe) private static let single: UnsafeMutablePointer<Value> = {
        let table = UnsafeMutablePointer<Value>.allocate(capacity: 256)
        for byte in 0..<256 {
            let object = initialize(Allocator.allocate(34).unsafelyUnwrapped, 1)
            data(object.value)[0] = UInt8(byte)
            table[byte] = object.take()
        }
        return table
    }()
    public static func make(byte: UInt8) -> Ref { Ref(single[Int(byte)]) }

    /// New bytes of that length, contents undefined, zero behind the last.
    public static func allocate(_ count: Int) throws(Raised) -> Ref {
        if count == 0 { return empty }
        if count > Int.max - 64 { throw raise(.overflowError, "byte string is too large") }
        guard count > 0, let block = Allocator.allocate(33 + count) else { throw raise(.memoryError, argument: .null) }
        return initialize(block, count)
    }
    static func initialize(_ block: UnsafeMutableRawPointer, _ count: Int) -> Ref {
        let head = block.assumingMemoryBound(to: PyBytesObject.self)
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyBytes_TypePointer()
        head.pointee.ob_base.ob_size = count
        head.pointee.ob_shash = -1
        let value = Value(pointer: head)
        data(value)[count] = 0
        return Ref(owned: value)
    }
    public static func make(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        if count == 0 { return empty }
        if count == 1 { return make(byte: bytes[0]) }
        let result = try allocate(count)
        copyBytes(data(result.value), bytes, count)
        return result
    }
    /// Bytes of the runtime's own making, whose number it bounds.
    public static func make(_ bytes: UnsafeRawBufferPointer) -> Ref {
        guard let base = bytes.baseAddress, bytes.count > 0 else { return empty }
        if bytes.count == 1 { return make(byte: bytes[0]) }
        let result = initialize(Allocator.allocate(33 + bytes.count) ?? ObjectMemory.outOfMemory(bytes.count), bytes.count)
        copyBytes(data(result.value), base, bytes.count)
        return result
    }
    /// To be called before bytes that nobody else has are changed: a hash that somebody asked for is that of the old contents.
    @inlinable @inline(__always) public static func forgetHash(_ value: Value) { head(value).pointee.ob_shash = -1 }

    /// The same object if it is exact, else a copy.
    static func exact(_ value: Value) throws(Raised) -> Ref {
        isExact(value) ? Ref(value) : try make(UnsafePointer(data(value)), count(value))
    }
    /// Gives bytes that nobody else has seen their final length, which is not more than what was allocated.
    public static func shrunk(_ bytes: consuming Ref, _ count: Int) throws(Raised) -> Ref {
        let value = bytes.value
        let old = self.count(value)
        if count == old { return bytes }
        if count > Allocator.largestClass && count >= old - old >> 3 && value.object.pointee.ob_refcnt == 1 && isExact(value) {
            // A block of its own, and little of it is lost.
            head(value).pointee.ob_base.ob_size = count
            data(value)[count] = 0
            return bytes
        }
        return try make(UnsafePointer(data(value)), count)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        if object.pointee.ob_type == PyBytes_TypePointer() {
            ObjectMemory.free(object, size: 33 + BytesObject.count(Value(object)))
        } else {
            freeInstance(object)
        }
    }
}

/// The bytes of a bytes or bytearray object, as they are now.
struct ByteText {
    let data: UnsafePointer<UInt8>
    let count: Int
    @inline(__always) init(_ value: Value) {
        if BytesObject.isInstance(value) {
            data = UnsafePointer(BytesObject.data(value))
            count = BytesObject.count(value)
        } else {
            data = UnsafePointer(ByteArrayObject.data(value))
            count = ByteArrayObject.count(value)
        }
    }
    @inline(__always) init(_ data: UnsafePointer<UInt8>, _ count: Int) {
        self.data = data
        self.count = count
    }
    @inline(__always) subscript(index: Int) -> UInt8 { data[index] }
    @inline(__always) func slice(_ start: Int, _ end: Int) -> ByteText { ByteText(data + start, end &- start) }

    /// New bytes, or a bytearray if `model` is one.
    @inline(__always) static func make(like model: Value, _ data: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        BytesObject.isInstance(model) ? try BytesObject.make(data, count) : try ByteArrayObject.make(data, count)
    }
    /// The same with undefined contents; `pointer` gives them.
    static func allocate(like model: Value, _ count: Int) throws(Raised) -> Ref {
        BytesObject.isInstance(model) ? try BytesObject.allocate(count) : try ByteArrayObject.allocate(count)
    }
    static func pointer(_ value: Value) -> UnsafeMutablePointer<UInt8> {
        BytesObject.isInstance(value) ? BytesObject.data(value) : ByteArrayObject.data(value)
    }
    /// What a method returns that changes nothing: exact bytes themselves, otherwise a copy.
    static func unchanged(_ self: Value) throws(Raised) -> Ref {
        if BytesObject.isExact(self) { return Ref(self) }
        let text = ByteText(self)
        return try make(like: self, text.data, text.count)
    }
    static func substring(_ self: Value, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        let text = ByteText(self)
        if start == 0 && end == text.count { return try unchanged(self) }
        return try make(like: self, text.data + start, max(end &- start, 0))
    }
}
