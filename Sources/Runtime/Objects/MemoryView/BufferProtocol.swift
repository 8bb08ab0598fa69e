// The buffer protocol: how code gets at the memory of bytes-like objects.
//
// Types export their memory through the C functions in `tp_as_buffer`, so that compiled code and the runtime use the same door.
// `BytesView` is the way in for everything that takes a bytes-like object.

import CPythonABI
import Glibc

public enum Buffers {
    /// Whether the object exports a buffer.
    public static func isExporter(_ value: Value) -> Bool { exporter(value) != nil }

    private static func exporter(_ value: Value) -> getbufferproc? {
        guard value.isObject, let table = value.type.pointee.tp_as_buffer else { return nil }
        return table.pointee.bf_getbuffer
    }
    /// PyObject_GetBuffer. The view must be released.
    public static func acquire(_ value: Value, _ view: UnsafeMutablePointer<Py_buffer>, _ flags: Int) throws(Raised) {
        guard let get = exporter(value) else {
            throw raise(.typeError, "a bytes-like object is required, not '\(value.type.name)'")
        }
        if get(value.object, view, Int32(truncatingIfNeeded: flags)) != 0 { throw ForeignSlots.missingError() }
    }
    /// PyBuffer_Release.
    public static func release(_ view: UnsafeMutablePointer<Py_buffer>) {
        guard let object = view.pointee.obj else { return }
        if let release = object.pointee.ob_type.pointee.tp_as_buffer?.pointee.bf_releasebuffer { release(object, view) }
        view.pointee.obj = nil
        Value(object).release()
    }
    /// PyBuffer_FillInfo: the memory of an exporter of plain bytes. A new reference goes into the view.
    public static func fill(
        _ view: UnsafeMutablePointer<Py_buffer>, _ object: ObjectPointer, _ memory: UnsafeMutableRawPointer, _ count: Int, readOnly: Bool, _ flags: Int32
    ) -> Int32 {
        if flags & Int32(PyBUF_WRITABLE) != 0 && readOnly {
            _ = raise(.bufferError, "Object is not writable.")
            return -1
        }
        object.pointee.ob_refcnt &+= 1
        view.pointee.obj = object
        view.pointee.buf = memory
        view.pointee.len = count
        view.pointee.readonly = readOnly ? 1 : 0
        view.pointee.itemsize = 1
        view.pointee.format = flags & Int32(PyBUF_FORMAT) != 0 ? byteFormat : nil
        view.pointee.ndim = 1
        let length = UnsafeMutableRawPointer(view).advanced(by: MemoryLayout<Py_buffer>.offset(of: \.len).unsafelyUnwrapped)
        let itemSize = UnsafeMutableRawPointer(view).advanced(by: MemoryLayout<Py_buffer>.offset(of: \.itemsize).unsafelyUnwrapped)
        view.pointee.shape = flags & Int32(PyBUF_ND) != 0 ? length.assumingMemoryBound(to: Py_ssize_t.self) : nil
        view.pointee.strides =
            flags & Int32(PyBUF_STRIDES) == Int32(PyBUF_STRIDES) ? itemSize.assumingMemoryBound(to: Py_ssize_t.self) : nil
        view.pointee.suboffsets = nil
        view.pointee.internal = nil
        return 0
    }
    /// "B"
    nonisolated(unsafe) static let byteFormat: UnsafeMutablePointer<CChar> = {
        let text = UnsafeMutablePointer<CChar>.allocate(capacity: 2)
        text[0] = 66
        text[1] = 0
        return text
    }()

    /// Gives a type its buffer functions.
    public static func export(
        _ type: TypePointer, _ get: @escaping @convention(c) (ObjectPointer?, UnsafeMutablePointer<Py_buffer>?, Int32) -> Int32,
        _ release: (@convention(c) (ObjectPointer?, UnsafeMutablePointer<Py_buffer>?) -> Void)?
    ) {
        let table = UnsafeMutablePointer<PyBufferProcs>.allocate(capacity: 1)
        table.initialize(to: PyBufferProcs(bf_getbuffer: get, bf_releasebuffer: release))
        type.pointee.tp_as_buffer = table
    }
}

/// The bytes of a bytes-like object, readable (and of a writable one changeable) while this is alive; the exporter does not move them.
/// The object itself is kept alive by the caller.
public struct BytesView: ~Copyable {
    public let bytes: UnsafePointer<UInt8>
    public let count: Int
    /// The bytes, copied.
    public var contents: [UInt8] { Array(UnsafeBufferPointer(start: bytes, count: count)) }
    /// A bytearray whose count of exports this holds.
    private var array = Value.null
    private var buffer: UnsafeMutablePointer<Py_buffer>?

    /// TypeError in the usual words if the object exports no buffer.
    @inlinable public init(_ value: Value) throws(Raised) { try self.init(value, writable: false) }

    public init(_ value: Value, writable: Bool) throws(Raised) {
        if BytesObject.isInstance(value) && !writable {
            bytes = UnsafePointer(BytesObject.data(value))
            count = BytesObject.count(value)
            return
        }
        if ByteArrayObject.isExact(value) {
            bytes = UnsafePointer(ByteArrayObject.data(value))
            count = ByteArrayObject.count(value)
            ByteArrayObject.head(value).pointee.ob_exports += 1
            array = value
            return
        }
        if !Buffers.isExporter(value) {
            throw raise(.typeError, writable
                ? "read-write bytes-like object required" : "a bytes-like object is required, not '\(value.type.name)'")
        }
        let room = UnsafeMutablePointer<Py_buffer>.allocate(capacity: 1)
        room.initialize(to: Py_buffer())
        do throws(Raised) { try Buffers.acquire(value, room, writable ? Int(PyBUF_WRITABLE) : Int(PyBUF_SIMPLE)) } catch {
            room.deallocate()
            throw error
        }
        buffer = room
        bytes = room.pointee.buf.map { UnsafePointer($0.assumingMemoryBound(to: UInt8.self)) } ?? UnsafePointer(BytesObject.data(BytesObject.emptyValue))
        count = room.pointee.len
    }
    deinit {
        if !array.isNull { ByteArrayObject.head(array).pointee.ob_exports -= 1 }
        if let buffer {
            Buffers.release(buffer)
            buffer.deallocate()
        }
    }
    public var mutableBytes: UnsafeMutablePointer<UInt8> { UnsafeMutablePointer(mutating: bytes) }
    public var raw: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: bytes, count: count) }
}

public enum Buffer {
    /// Runs `body` with the bytes of any bytes-like object.
    @inlinable public static func withBytes<R: ~Copyable>(
        of value: Value, _ body: (UnsafeRawBufferPointer) throws(Raised) -> R
    ) throws(Raised) -> R {
        let view = try BytesView(value)
        return try body(view.raw)
    }
    /// The same for memory that is to be written to.
    @inlinable public static func withMutableBytes<R: ~Copyable>(
        of value: Value, _ body: (UnsafeMutableRawBufferPointer) throws(Raised) -> R
    ) throws(Raised) -> R {
        let view = try BytesView(value, writable: true)
        return try body(UnsafeMutableRawBufferPointer(mutating: view.raw))
    }
}
