// Methods of sockets that make connections and ask for their state.

import CPythonABI
import Glibc
import Runtime

enum SocketMethods {
    static func describe(_ type: TypeBuilder) {
        describeConnections(type)
        describeState(type)
        describeOptions(type)
        describeLife(type)
    }
    private static func address(_ self: Value, _ value: Value, _ function: StaticString) throws(Raised) -> SocketAddress {
        try SocketAddress(value, family: SocketObject.layout(self).pointee.family, function)
    }

    private static func describeConnections(_ type: TypeBuilder) {
        type.method("_accept", .noArguments { (self) throws(Raised) -> Ref in
            var address = SocketAddress()
            let result = try SocketObject.call(self, writing: false, SocketObject.deadline(self)) { descriptor in
                address.length = socklen_t(MemoryLayout<sockaddr_storage>.size)
                return Int(address.withPointer { accept4(descriptor, $0, $1, Int32(SOCK_CLOEXEC.rawValue)) })
            }
            let shown = try address.value()
            return TupleObject.make(Value(smallInt: result), shown.value)
        }, doc: SocketDocs.accept)
        type.method("bind", .one { (self, value) throws(Raised) -> Ref in
            var address = try address(self, value, "bind")
            try Audit.event("socket.bind", self, value)
            let descriptor = SocketObject.layout(self).pointee.descriptor
            let result = Blocking.call { address.withPointer { Glibc.bind(descriptor, $0, $1.pointee) } }
            if result < 0 { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketDocs.bind)
        type.method("connect", .one { (self, value) throws(Raised) -> Ref in
            let target = try address(self, value, "connect")
            try Audit.event("socket.connect", self, value)
            let failure = try connect(self, target)
            if failure != 0 { throw OSErrors.raise(failure) }
            return .none
        }, doc: SocketDocs.connect)
        type.method("connect_ex", .one { (self, value) throws(Raised) -> Ref in
            let target = try address(self, value, "connect_ex")
            try Audit.event("socket.connect", self, value)
            do throws(Raised) { return IntObject.make(Int(try connect(self, target))) } catch {
                // A connection that takes too long is "would block".
                let exception = HeldException.take()
                guard exception.value.type.isSubtype(of: PyExc_TimeoutErrorPointer()) else { throw HeldException.raise(exception) }
                return IntObject.make(Int(EAGAIN))
            }
        }, doc: SocketDocs.connect_ex)
        type.method("listen", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            let backlog = arguments[0].isNull ? 128 : max(try Posix.int(arguments[0]), 0)
            let descriptor = SocketObject.layout(self).pointee.descriptor
            if Blocking.call({ Glibc.listen(descriptor, backlog) }) < 0 { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketDocs.listen)
        type.method("shutdown", .one { (self, how) throws(Raised) -> Ref in
            let how = try Posix.int(how)
            let descriptor = SocketObject.layout(self).pointee.descriptor
            if Blocking.call({ Glibc.shutdown(descriptor, how) }) < 0 { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketDocs.shutdown)
    }
    /// Connects; the error number, or 0.
    private static func connect(_ self: Value, _ target: SocketAddress) throws(Raised) -> Int32 {
        var address = target
        let descriptor = SocketObject.layout(self).pointee.descriptor
        let timeout = SocketObject.layout(self).pointee.timeout
        let deadline = SocketObject.deadline(self)
        let result = Blocking.call { address.withPointer { Glibc.connect(descriptor, $0, $1.pointee) } }
        if result >= 0 { return 0 }
        let failure = errno
        let isUnderWay = failure == EINTR && timeout != 0 || failure == EINPROGRESS && timeout > 0
        if failure == EINTR { try EvalBreaker.serve() }
        guard isUnderWay else { return failure }
        // The connection goes on; it is there, or has failed, when the socket becomes writable.
        try SocketObject.wait(self, writing: true, deadline ?? Int.max / 2)
        var code: Int32 = 0
        var length = socklen_t(4)
        if getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length) < 0 { return errno }
        return code == EISCONN ? 0 : code
    }

    private static func describeState(_ type: TypeBuilder) {
        type.method("fileno", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(Int(SocketObject.layout(self).pointee.descriptor)) },
            doc: SocketDocs.fileno)
        type.method("getsockname", .noArguments { (self) throws(Raised) -> Ref in
            var address = SocketAddress()
            let descriptor = SocketObject.layout(self).pointee.descriptor
            if address.withPointer({ Glibc.getsockname(descriptor, $0, $1) }) < 0 { throw OSErrors.raise(errno) }
            return try address.value()
        }, doc: SocketDocs.getsockname)
        type.method("getpeername", .noArguments { (self) throws(Raised) -> Ref in
            var address = SocketAddress()
            let descriptor = SocketObject.layout(self).pointee.descriptor
            if address.withPointer({ Glibc.getpeername(descriptor, $0, $1) }) < 0 { throw OSErrors.raise(errno) }
            return try address.value()
        }, doc: SocketDocs.getpeername)
        type.method("setblocking", .one { (self, flag) throws(Raised) -> Ref in
            let blocks = try Posix.long(flag) != 0
            SocketObject.layout(self).pointee.timeout = blocks ? -1 : 0
            try SocketObject.setNonBlocking(self, !blocks)
            return .none
        }, doc: SocketDocs.setblocking)
        type.method("getblocking", .noArguments { (self) throws(Raised) -> Ref in .bool(SocketObject.layout(self).pointee.timeout != 0) },
            doc: SocketDocs.getblocking)
        type.method("settimeout", .one { (self, value) throws(Raised) -> Ref in
            let timeout = try SocketObject.nanoseconds(value)
            SocketObject.layout(self).pointee.timeout = timeout
            try SocketObject.setNonBlocking(self, timeout >= 0)
            return .none
        }, doc: SocketDocs.settimeout)
        type.method("gettimeout", .noArguments { (self) throws(Raised) -> Ref in
            SocketObject.timeoutValue(SocketObject.layout(self).pointee.timeout)
        }, doc: SocketDocs.gettimeout)
    }

    private static func describeOptions(_ type: TypeBuilder) {
        type.method("getsockopt", .positional(minimum: 2, maximum: 3) { (self, arguments) throws(Raised) -> Ref in
            let (level, name) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
            let size = arguments[2].isNull ? 0 : Int(try Posix.int(arguments[2]))
            let descriptor = SocketObject.layout(self).pointee.descriptor
            let isVirtual = SocketObject.layout(self).pointee.family == AF_VSOCK
            if isVirtual && size != 0 { throw OSErrors.raise(message: "getsockopt string buffer not allowed") }
            if isVirtual {
                // Its options have 64 bits.
                var number: UInt64 = 0
                var length = socklen_t(8)
                if Glibc.getsockopt(descriptor, level, name, &number, &length) < 0 { throw OSErrors.raise(errno) }
                return IntObject.make(unsigned: UInt(number))
            }
            if size == 0 {
                var number: Int32 = 0
                var length = socklen_t(4)
                if Glibc.getsockopt(descriptor, level, name, &number, &length) < 0 { throw OSErrors.raise(errno) }
                return IntObject.make(Int(number))
            }
            if size < 0 || size > 1024 { throw OSErrors.raise(message: "getsockopt buflen out of range") }
            let bytes = try BytesObject.allocate(size)
            var length = socklen_t(size)
            if Glibc.getsockopt(descriptor, level, name, BytesObject.data(bytes.value), &length) < 0 { throw OSErrors.raise(errno) }
            return try BytesObject.shrunk(bytes, Int(length))
        }, doc: SocketDocs.getsockopt)
        type.method("setsockopt", .positional(minimum: 3, maximum: 4) { (self, arguments) throws(Raised) -> Ref in
            let (level, name) = (try Posix.int(arguments[0]), try Posix.int(arguments[1]))
            let descriptor = SocketObject.layout(self).pointee.descriptor
            var result: Int32
            if SocketObject.layout(self).pointee.family == AF_VSOCK {
                if arguments.count == 4 { throw raise(.typeError, "setsockopt() takes exactly 3 arguments (4 given)") }
                guard IntObject.isInstance(arguments[2]) else {
                    throw raise(.typeError, "setsockopt() argument 3 must be int, not \(ArgumentTypeName.of(arguments[2]))")
                }
                var number = UInt64(IntObject.truncatedWord(arguments[2]))
                result = Glibc.setsockopt(descriptor, level, name, &number, 8)
            } else if arguments.count == 4 {
                guard arguments[2].isNone else { throw raise(.typeError, "setsockopt() argument 3 must be None, not \(ArgumentTypeName.of(arguments[2]))") }
                let length = socklen_t(truncatingIfNeeded: try Posix.long(arguments[3]))
                result = Glibc.setsockopt(descriptor, level, name, nil, length)
            } else if IntObject.isInstance(arguments[2]) {
                var number = try Posix.int(arguments[2])
                result = Glibc.setsockopt(descriptor, level, name, &number, 4)
            } else {
                let view = try BytesView(arguments[2])
                result = Glibc.setsockopt(descriptor, level, name, view.bytes, socklen_t(truncatingIfNeeded: view.count))
            }
            if result < 0 { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketDocs.setsockopt)
    }

    private static func describeLife(_ type: TypeBuilder) {
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in
            let descriptor = SocketObject.layout(self).pointee.descriptor
            SocketObject.layout(self).pointee.descriptor = -1
            // The peer's reset is no error of closing.
            if descriptor >= 0 && Blocking.call({ Glibc.close(descriptor) }) < 0 && errno != ECONNRESET { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketDocs.close)
        type.method("detach", .noArguments { (self) throws(Raised) -> Ref in
            let descriptor = SocketObject.layout(self).pointee.descriptor
            SocketObject.layout(self).pointee.descriptor = -1
            return IntObject.make(Int(descriptor))
        }, doc: SocketDocs.detach)
    }
}
