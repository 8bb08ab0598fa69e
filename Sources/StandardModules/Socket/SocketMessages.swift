// sendmsg and recvmsg: several buffers at once, with ancillary data.

import CPythonABI
import Glibc
import Runtime

/// The layout of ancillary data: heads of 16 bytes (length, level, type), each item padded to a word.
enum AncillaryData {
    static let head = 16
    static func aligned(_ size: Int) -> Int { (size + 7) & ~7 }
    /// CMSG_LEN
    static func length(_ size: Int) -> Int { head + size }
    /// CMSG_SPACE
    static func space(_ size: Int) -> Int { aligned(head) + aligned(size) }
    static let largest = 0x7FFF_FFFF

    /// The items of received data as a list of (level, type, bytes).
    static func items(_ data: UnsafeMutableRawPointer, _ count: Int) throws(Raised) -> Ref {
        let list = ListObject.make()
        var offset = 0
        while offset + head <= count {
            let length = data.loadUnaligned(fromByteOffset: offset, as: Int.self)
            if length < head { break }
            // A truncated item ends where the data does.
            let size = min(length, count - offset) - head
            let (level, kind) = (data.loadUnaligned(fromByteOffset: offset + 8, as: Int32.self), data.loadUnaligned(fromByteOffset: offset + 12, as: Int32.self))
            let bytes = try BytesObject.make(UnsafePointer((data + offset + head).assumingMemoryBound(to: UInt8.self)), size)
            let item = TupleObject.make(Value(smallInt: Int(level)), Value(smallInt: Int(kind)), bytes.value)
            try ListObject.append(list.value, item.value)
            let step = aligned(length)
            if step > count - offset { break }
            offset += step
        }
        return list
    }
}

enum SocketMessages {
    static func describe(_ type: TypeBuilder) {
        type.method("recvmsg", .positional(minimum: 1, maximum: 3) { (self, arguments) throws(Raised) -> Ref in
            let size = try Index.size(arguments[0])
            if size < 0 { throw raise(.valueError, "negative buffer size in recvmsg()") }
            let bytes = try BytesObject.allocate(max(size, 1))
            var vector = iovec(iov_base: UnsafeMutableRawPointer(BytesObject.data(bytes.value)), iov_len: size)
            var result = Received()
            try receive(self, &vector, 1, arguments[1], arguments[2], &result)
            let data = try BytesObject.shrunk(bytes, result.count)
            return try result.tuple(data.value)
        }, doc: SocketDocs.recvmsg)
        type.method("recvmsg_into", .positional(minimum: 1, maximum: 3) { (self, arguments) throws(Raised) -> Ref in
            let items = try list(arguments[0], "recvmsg_into() argument 1 must be an iterable")
            let message = "recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers"
            let views = try BufferRow(items.value, writable: true, message)
            var result = Received()
            try receive(self, views.vectors, views.count, arguments[1], arguments[2], &result)
            return try result.tuple(Value(smallInt: result.count))
        }, doc: SocketDocs.recvmsg_into)
        type.method("sendmsg", .positional(minimum: 1, maximum: 4) { (self, arguments) throws(Raised) -> Ref in try send(self, arguments) },
            doc: SocketDocs.sendmsg)
    }
    static func list(_ value: Value, _ message: String) throws(Raised) -> Ref {
        do throws(Raised) { return try Iteration.list(value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, message)
        }
    }

    private struct Received: ~Copyable {
        var count = 0
        var flags: Int32 = 0
        var ancillary = Ref.null
        var address = SocketAddress()

        func tuple(_ data: Value) throws(Raised) -> Ref {
            let shown = try address.value()
            return TupleObject.make(data, ancillary.value, Value(smallInt: Int(flags)), shown.value)
        }
    }
    private static func receive(
        _ self: Value, _ vectors: UnsafeMutablePointer<iovec>, _ vectorCount: Int, _ sizeArgument: Value, _ flagsArgument: Value, _ result: inout Received
    ) throws(Raised) {
        let size = sizeArgument.isNull ? 0 : try Index.size(sizeArgument)
        if size < 0 || size > AncillaryData.largest { throw raise(.valueError, "invalid ancillary data buffer length") }
        let flags = flagsArgument.isNull ? 0 : try Posix.int(flagsArgument)
        let control = try BytesObject.allocate(max(size, 2))
        let controlData = UnsafeMutableRawPointer(BytesObject.data(control.value))
        var message = msghdr()
        var address = SocketAddress()
        result.count = try SocketObject.call(self, writing: false, SocketObject.deadline(self)) { descriptor in
            address.withPointer { (pointer, _) in
                message.msg_name = UnsafeMutableRawPointer(pointer)
                message.msg_namelen = socklen_t(MemoryLayout<sockaddr_storage>.size)
                message.msg_iov = vectors
                message.msg_iovlen = vectorCount
                message.msg_control = size > 0 ? controlData : nil
                message.msg_controllen = size
                return recvmsg(descriptor, &message, flags)
            }
        }
        address.length = message.msg_namelen
        result.address = address
        result.flags = message.msg_flags
        result.ancillary = try AncillaryData.items(controlData, min(message.msg_controllen, size))
    }

    private static func send(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let items = try list(arguments[0], "sendmsg() argument 1 must be an iterable")
        let row = try BufferRow(items.value, writable: false, nil)
        let flags = arguments[2].isNull ? 0 : try Posix.int(arguments[2])
        let control = arguments[1].isNull ? BytesObject.empty : try ancillary(arguments[1])
        var address = SocketAddress()
        let hasAddress = !arguments[3].isNull && !arguments[3].isNone
        if hasAddress { address = try SocketAddress(arguments[3], family: SocketObject.layout(self).pointee.family, "sendmsg") }
        try Audit.event("socket.sendmsg", self, hasAddress ? arguments[3] : .none)
        var message = msghdr()
        return IntObject.make(try SocketObject.call(self, writing: true, SocketObject.deadline(self)) { descriptor in
            address.withPointer { (pointer, length) in
                message.msg_name = hasAddress ? UnsafeMutableRawPointer(pointer) : nil
                message.msg_namelen = hasAddress ? length.pointee : 0
                message.msg_iov = row.vectors
                message.msg_iovlen = row.count
                let count = BytesObject.count(control.value)
                message.msg_control = count > 0 ? UnsafeMutableRawPointer(BytesObject.data(control.value)) : nil
                message.msg_controllen = count
                return sendmsg(descriptor, &message, flags)
            }
        })
    }
    /// Ancillary data as the system takes it, from (level, type, data) items.
    private static func ancillary(_ value: Value) throws(Raised) -> Ref {
        let items = try list(value, "sendmsg() argument 2 must be an iterable")
        var all = ByteCollector()
        var index = 0
        let padding = UnsafeMutablePointer<UInt8>.allocate(capacity: 8)
        padding.initialize(repeating: 0, count: 8)
        defer { padding.deallocate() }
        while index < ListObject.count(items.value) {
            let item = Ref(ListObject.item(items.value, index))
            index += 1
            guard TupleObject.isInstance(item.value) || ListObject.isInstance(item.value) else {
                throw raise(.typeError, "[sendmsg() ancillary data items]() argument must be 3-item sequence, not \(ArgumentTypeName.of(item.value))")
            }
            let parts = try Iteration.tuple(item.value)
            guard TupleObject.count(parts.value) == 3 else {
                throw raise(.typeError, "[sendmsg() ancillary data items]() argument must be sequence of length 3, not \(TupleObject.count(parts.value))")
            }
            let (level, kind) = (try Posix.int(TupleObject.item(parts.value, 0)), try Posix.int(TupleObject.item(parts.value, 1)))
            let view = try BytesView(TupleObject.item(parts.value, 2))
            if view.count > AncillaryData.largest - 64 { throw OSErrors.raise(message: "ancillary data item too large") }
            var head = (AncillaryData.length(view.count), level, kind)
            try withUnsafeMutablePointer(to: &head) { (pointer) throws(Raised) -> Void in
                try all.append(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self), AncillaryData.head)
            }
            try all.append(view.bytes, view.count)
            try all.append(padding, AncillaryData.aligned(view.count) - view.count)
        }
        return try all.finish()
    }
}

/// The buffers of a list, held while the system works on them.
private struct BufferRow: ~Copyable {
    let vectors: UnsafeMutablePointer<iovec>
    private let views: UnsafeMutablePointer<Py_buffer>
    private(set) var count = 0

    init(_ list: Value, writable: Bool, _ message: String?) throws(Raised) {
        let capacity = ListObject.count(list)
        vectors = .allocate(capacity: capacity + 1)
        views = .allocate(capacity: capacity + 1)
        while count < capacity && count < ListObject.count(list) {
            let item = ListObject.item(list, count)
            views[count] = Py_buffer()
            do throws(Raised) { try Buffers.acquire(item, views + count, writable ? Int(PyBUF_WRITABLE) : Int(PyBUF_SIMPLE)) } catch {
                if let message, PendingException.matches(.typeError) || PendingException.matches(.bufferError) {
                    PendingException.clear()
                    throw raise(.typeError, message)
                }
                throw error
            }
            vectors[count] = iovec(iov_base: views[count].buf, iov_len: views[count].len)
            count += 1
        }
    }
    deinit {
        for index in 0..<count { Buffers.release(views + index) }
        views.deallocate()
        vectors.deallocate()
    }
}
