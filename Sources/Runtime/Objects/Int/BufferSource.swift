// Bytes that native code reads out of, or makes for, Python objects: the little that numbers need of bytes.

import CPythonABI
import Glibc

public enum BufferSource {
    /// A bytes object of `count` bytes, contents undefined.
    public static func makeBytes(_ count: Int) throws(Raised) -> Ref {
        guard count < Int.max - 64, let block = Allocator.allocate(33 + count) else { throw raise(.memoryError, argument: .null) }
        let head = block.assumingMemoryBound(to: PyBytesObject.self)
        head.pointee.ob_base.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_base.ob_type = PyBytes_TypePointer()
        head.pointee.ob_base.ob_size = count
        head.pointee.ob_shash = -1
        block.storeBytes(of: 0, toByteOffset: 32 + count, as: UInt8.self)
        return Ref(owned: Value(pointer: head))
    }
    /// The bytes of a bytes object.
    public static func data(_ bytes: Value) -> UnsafeMutablePointer<UInt8> {
        (UnsafeMutableRawPointer(bytes.object) + 32).assumingMemoryBound(to: UInt8.self)
    }
    public static func isBytesLike(_ value: Value) -> Bool { NumericText.bytes(value) != nil }
    /// The contents of an object with a buffer as a new bytes object, owned by the caller; nil if it has none.
    static func bytes(of value: Value) throws(Raised) -> Value? {
        if let own = NumericText.bytes(value) {
            let copy = try makeBytes(own.count)
            if let start = own.baseAddress { memcpy(data(copy.value), start, own.count) }
            return copy.take()
        }
        return nil
    }
    /// bytes(value) for an object with a buffer or an iterable of ints; TypeError for others.
    static func bytesOrItems(_ value: Value) throws(Raised) -> Ref {
        if value.isObject && NumericText.bytes(value) != nil { return Ref(value) }
        if let bytes = try bytes(of: value) { return Ref(owned: bytes) }
        let special = value.type.lookup(Names.bytes)
        if !special.isNull {
            let result = try DunderAdapters.callMethod(value, Names.bytes)
            guard result.value.isObject, result.value.type.pointee.tp_flags & Py_TPFLAGS_BYTES_SUBCLASS != 0 else {
                throw raise(.typeError, "__bytes__ returned non-bytes (type \(result.value.type.name))")
            }
            return result
        }
        if StrObject.isInstance(value) || value.record.pointee.iter == nil && !Sequences.isSequence(value) {
            throw raise(.typeError, "cannot convert '\(value.type.name)' object to bytes")
        }
        let list = try Iteration.list(value)
        let count = ListObject.count(list.value)
        let bytes = try makeBytes(count)
        for index in 0..<count {
            let number = try Index.of(ListObject.item(list.value, index), .overflowError)
            guard number >= 0, number < 256 else { throw raise(.valueError, "bytes must be in range(0, 256)") }
            data(bytes.value)[index] = UInt8(number)
        }
        return bytes
    }
}

/// The bytes of a bytes-like object, for native modules: readable, and changeable when asked for so. The object is kept alive by the
/// caller.
public struct ByteAccess: ~Copyable {
    public let bytes: UnsafeMutablePointer<UInt8>
    public let count: Int

    public init(_ value: Value, writable: Bool = false) throws(Raised) {
        let isBytes = value.isObject && value.type.pointee.tp_flags & Py_TPFLAGS_BYTES_SUBCLASS != 0
        guard let own = NumericText.bytes(value), !(writable && isBytes) else {
            throw raise(
                .typeError,
                writable ? "read-write bytes-like object required" : "a bytes-like object is required, not '\(value.type.name)'")
        }
        count = own.count
        bytes = UnsafeMutablePointer(mutating: own.baseAddress) ?? ByteAccess.nothing
    }
    /// Of a new bytes object.
    public init(new bytes: Value) {
        self.bytes = BufferSource.data(bytes)
        count = bytes.cast(to: PyBytesObject.self).pointee.ob_base.ob_size
    }
    private static let nothing = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
}
