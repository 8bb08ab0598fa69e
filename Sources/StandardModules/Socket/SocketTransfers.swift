// Methods of sockets that send and receive.

import CPythonABI
import Glibc
import Runtime

enum SocketTransfers {
    static func describe(_ type: TypeBuilder) {
        describeReceiving(type)
        describeSending(type)
    }
    private static func flags(_ value: Value) throws(Raised) -> Int32 { value.isNull ? 0 : try Posix.int(value) }

    /// Receives into memory; the sender's address goes to `address` if it is wanted.
    private static func receive(
        _ self: Value, _ target: UnsafeMutablePointer<UInt8>, _ count: Int, _ flags: Int32, _ address: UnsafeMutablePointer<SocketAddress>?
    ) throws(Raised) -> Int {
        if count == 0 && address == nil { return 0 }
        return try SocketObject.call(self, writing: false, SocketObject.deadline(self)) { descriptor in
            guard let address else { return Glibc.recv(descriptor, target, count, flags) }
            address.pointee.length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            return address.pointee.withPointer { recvfrom(descriptor, target, count, flags, $0, $1) }
        }
    }

    private static func describeReceiving(_ type: TypeBuilder) {
        type.method("recv", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let size = try Index.size(arguments[0])
            let flags = try flags(arguments[1])
            if size < 0 { throw raise(.valueError, "negative buffersize in recv") }
            let bytes = try BytesObject.allocate(max(size, 1))
            let count = try receive(self, BytesObject.data(bytes.value), size, flags, nil)
            return try BytesObject.shrunk(bytes, count)
        }, doc: SocketDocs.recv)
        type.method("recvfrom", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let size = try Index.size(arguments[0])
            let flags = try flags(arguments[1])
            if size < 0 { throw raise(.valueError, "negative buffersize in recvfrom") }
            let bytes = try BytesObject.allocate(max(size, 1))
            var address = SocketAddress()
            let count = try receive(self, BytesObject.data(bytes.value), size, flags, &address)
            let (data, shown) = (try BytesObject.shrunk(bytes, count).take(), try address.value().take())
            defer {
                data.release()
                shown.release()
            }
            return TupleObject.make(data, shown)
        }, doc: SocketDocs.recvfrom)
        type.method("recv_into", .bound { (self, arguments) throws(Raised) -> Ref in
            let view = try target(arguments[0], "recv_into")
            let size = try wanted(arguments[1], view.count, "recv_into")
            return IntObject.make(try receive(self, view.mutableBytes, size, try flags(arguments[2]), nil))
        }, "($self, buffer, nbytes=0, flags=0)", doc: SocketDocs.recv_into)
        type.method("recvfrom_into", .bound { (self, arguments) throws(Raised) -> Ref in
            let view = try target(arguments[0], "recvfrom_into")
            let size = try wanted(arguments[1], view.count, "recvfrom_into")
            var address = SocketAddress()
            let count = try receive(self, view.mutableBytes, size, try flags(arguments[2]), &address)
            let shown = try address.value()
            return TupleObject.make(Value(smallInt: count), shown.value)
        }, "($self, buffer, nbytes=0, flags=0)", doc: SocketDocs.recvfrom_into)
    }
    private static func target(_ value: Value, _ function: StaticString) throws(Raised) -> BytesView {
        do throws(Raised) { return try BytesView(value, writable: true) } catch {
            guard PendingException.matches(.typeError) || PendingException.matches(.bufferError) else { throw error }
            PendingException.clear()
            throw raise(.typeError, "\(function)() argument 1 must be read-write bytes-like object, not \(value.isNone ? "None" : value.type.name)")
        }
    }
    private static func wanted(_ value: Value, _ room: Int, _ function: StaticString) throws(Raised) -> Int {
        let size = value.isNull ? 0 : try Index.size(value)
        if size < 0 { throw raise(.valueError, "negative buffersize in \(function)") }
        if size > room { throw raise(.valueError, "\(function == "recv_into" ? "buffer too small for requested bytes" : "nbytes is greater than the length of the buffer")") }
        return size == 0 ? room : size
    }

    private static func describeSending(_ type: TypeBuilder) {
        type.method("send", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let view = try BytesView(arguments[0])
            let flags = try flags(arguments[1])
            return IntObject.make(try SocketObject.call(self, writing: true, SocketObject.deadline(self)) { Glibc.send($0, view.bytes, view.count, flags) })
        }, doc: SocketDocs.send)
        type.method("sendall", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let view = try BytesView(arguments[0])
            let flags = try flags(arguments[1])
            // One limit for the whole.
            let deadline = SocketObject.deadline(self)
            var done = 0
            repeat {
                let start = done
                done += try SocketObject.call(self, writing: true, deadline) { Glibc.send($0, view.bytes + start, view.count - start, flags) }
                if EvalBreaker.requests.contains(.signal) { try EvalBreaker.serve() }
            } while done < view.count
            return .none
        }, doc: SocketDocs.sendall)
        type.method("sendto", .raw { (self, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("socket.sendto")
            guard arguments.count == 2 || arguments.count == 3 else {
                throw raise(.typeError, "sendto() takes 2 or 3 arguments (\(arguments.count) given)")
            }
            let view = try BytesView(arguments[0])
            let flags = arguments.count == 3 ? try flags(arguments[1]) : 0
            var address = try SocketAddress(arguments[arguments.count - 1], family: SocketObject.layout(self).pointee.family, "sendto")
            try Audit.event("socket.sendto", self, arguments[arguments.count - 1])
            return IntObject.make(try SocketObject.call(self, writing: true, SocketObject.deadline(self)) { descriptor in
                address.withPointer { Glibc.sendto(descriptor, view.bytes, view.count, flags, $0, $1.pointee) }
            })
        }, doc: SocketDocs.sendto)
    }
}

extension StaticString {
    static func == (a: StaticString, b: StaticString) -> Bool { "\(a)" == "\(b)" }
}
