// Bytearrays: storage.
//
//     ob_bytes ........ ob_start ################ zero ........ ob_bytes + ob_alloc
//              deleted           ob_size bytes
//
// Deleting at the front only moves `ob_start`. While a buffer is exported (`ob_exports`), the size must not change.

import CPythonABI
import Glibc

public enum ByteArrayObject {
    @inlinable @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyByteArrayObject> { value.cast(to: PyByteArrayObject.self) }
    @inlinable @inline(__always) public static func count(_ value: Value) -> Int { head(value).pointee.ob_base.ob_size }
    @inline(__always) public static func data(_ value: Value) -> UnsafeMutablePointer<UInt8> {
        guard let start = head(value).pointee.ob_start else { return nothing }
        return UnsafeMutableRawPointer(start).assumingMemoryBound(to: UInt8.self)
    }
    @inlinable public static func isExact(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyByteArray_TypePointer() }
    @inlinable public static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: PyByteArray_TypePointer()) }

    /// What an array without memory points to: a zero byte, as the symbol that C code knows.
    nonisolated(unsafe) static let nothing: UnsafeMutablePointer<UInt8> = {
        let byte = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        byte[0] = 0
        return byte
    }()

    private static func initialize(_ value: Value) {
        let head = head(value)
        head.pointee.ob_base.ob_size = 0
        head.pointee.ob_alloc = 0
        head.pointee.ob_bytes = nil
        head.pointee.ob_start = nil
        head.pointee.ob_exports = 0
    }
    /// An empty array of the type.
    static func make(_ type: TypePointer) throws(Raised) -> Ref {
        if type != PyByteArray_TypePointer() {
            let instance = try Instances.allocate(type)
            initialize(instance.value)
            return instance
        }
        let head = ObjectMemory.new(type, as: PyByteArrayObject.self, size: 56)
        let value = Value(pointer: head)
        initialize(value)
        return Ref(owned: value)
    }
    /// A bytearray of that length, contents undefined.
    public static func allocate(_ count: Int) throws(Raised) -> Ref {
        let array = try make(PyByteArray_TypePointer())
        try setCount(array.value, count)
        return array
    }
    public static func make(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        let array = try allocate(count)
        if count > 0 { copyBytes(data(array.value), bytes, count) }
        return array
    }

    /// Raises BufferError if somebody looks at the memory.
    @inline(__always) static func checkResizable(_ value: Value) throws(Raised) {
        if head(value).pointee.ob_exports > 0 {
            throw raise(.bufferError, "Existing exports of data: object cannot be re-sized")
        }
    }

    /// Changes the length (PyByteArray_Resize). New bytes at the end are undefined.
    static func setCount(_ value: Value, _ count: Int) throws(Raised) {
        let head = head(value)
        if count == head.pointee.ob_base.ob_size && (head.pointee.ob_bytes != nil || count == 0) { return }
        try checkResizable(value)
        guard count < Int.max / 4 else { throw raise(.memoryError, argument: .null) }
        let front = head.pointee.ob_bytes.map { UnsafeMutableRawPointer(head.pointee.ob_start) - UnsafeMutableRawPointer($0) } ?? 0
        let allocated = head.pointee.ob_alloc
        let needed = count + 1
        var wanted = allocated
        if needed + front <= allocated {
            // Fits: major downsizing gives memory back, anything else stays.
            if count >= allocated / 2 || allocated < 64 {
                head.pointee.ob_base.ob_size = count
                data(value)[count] = 0
                return
            }
            wanted = needed
        } else {
            // A little more than needed when growing by a little.
            wanted = Double(count) <= Double(allocated) * 1.125 ? count + count >> 3 + (count < 9 ? 3 : 6) : needed
        }
        let old = data(value)
        let kept = min(count, head.pointee.ob_base.ob_size)
        if front > 0 {
            guard let block = Allocator.allocatePlain(wanted) else { throw raise(.memoryError, argument: .null) }
            copyBytes(block, old, kept)
            Allocator.freePlain(head.pointee.ob_bytes)
            head.pointee.ob_bytes = block.assumingMemoryBound(to: CChar.self)
        } else {
            guard let block = Allocator.resizePlain(head.pointee.ob_bytes, wanted) else { throw raise(.memoryError, argument: .null) }
            head.pointee.ob_bytes = block.assumingMemoryBound(to: CChar.self)
        }
        head.pointee.ob_start = head.pointee.ob_bytes
        head.pointee.ob_alloc = wanted
        head.pointee.ob_base.ob_size = count
        data(value)[count] = 0
    }

    /// Puts `count` bytes in place of those from `start` to `end`. The bytes must not be the array's own.
    static func replace(_ value: Value, _ start: Int, _ end: Int, _ bytes: UnsafePointer<UInt8>?, _ count: Int) throws(Raised) {
        let growth = count &- (end &- start)
        let old = self.count(value)
        if growth != 0 { try checkResizable(value) }
        if growth < 0 {
            if start == 0 {
                // Taken from the front: the start moves.
                head(value).pointee.ob_start = head(value).pointee.ob_start.map { $0 - growth }
                head(value).pointee.ob_base.ob_size = old &+ growth
                if old &+ growth < head(value).pointee.ob_alloc / 2 { try compact(value) }
            } else {
                let data = data(value)
                moveBytes(data + start + count, data + end, old &- end)
                try setCount(value, old &+ growth)
            }
        } else if growth > 0 {
            try setCount(value, old &+ growth)
            let data = data(value)
            moveBytes(data + start + count, data + end, old &- end)
        }
        if let bytes, count > 0 { copyBytes(data(value) + start, bytes, count) }
    }
    /// Gives back memory after much was deleted at the front.
    private static func compact(_ value: Value) throws(Raised) {
        let head = head(value)
        let count = head.pointee.ob_base.ob_size
        guard let block = Allocator.allocatePlain(count + 1) else { return }
        copyBytes(block, data(value), count)
        Allocator.freePlain(head.pointee.ob_bytes)
        head.pointee.ob_bytes = block.assumingMemoryBound(to: CChar.self)
        head.pointee.ob_start = head.pointee.ob_bytes
        head.pointee.ob_alloc = count + 1
        data(value)[count] = 0
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let head = ByteArrayObject.head(Value(object))
        if let block = head.pointee.ob_bytes { Allocator.freePlain(block) }
        head.pointee.ob_bytes = nil
        if object.pointee.ob_type == PyByteArray_TypePointer() {
            ObjectMemory.free(object, size: 56)
        } else {
            freeInstance(object)
        }
    }
}
