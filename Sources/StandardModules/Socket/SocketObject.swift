// _socket.socket: a descriptor, what kind of socket it is, and how long its calls may take.
//
// The layout is that which `_ssl` knows. A socket with a timeout is non-blocking for the system; a call on it waits with poll(2) until it
// can go on.

import CPythonABI
import Glibc
import Runtime

enum SocketObject {
    struct Layout {
        var head: PyObject
        var descriptor: Int32
        var family: Int32
        var kind: Int32
        var protocolNumber: Int32
        /// Raises OSError from errno; for C code.
        var errorHandler: (@convention(c) () -> ObjectPointer?)?
        /// Nanoseconds; negative: calls block.
        var timeout: Int
    }
    nonisolated(unsafe) static let type: TypePointer = NativeType.make(
        "_socket.socket", base: PyBaseObject_TypePointer(), size: MemoryLayout<Layout>.size, flags: Py_TPFLAGS_BASETYPE, describe)
    @inline(__always) static func layout(_ socket: Value) -> UnsafeMutablePointer<Layout> { socket.cast(to: Layout.self) }
    static func isInstance(_ value: Value) -> Bool { value.isObject && value.type.isSubtype(of: type) }

    /// Nanoseconds that new sockets get; negative: none.
    nonisolated(unsafe) static var defaultTimeout = -1

    private static func describe(_ type: TypeBuilder) {
        type.doc(SocketDocs.type)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let type = object.pointee.ob_type.unsafelyUnwrapped
            if !type.isHeapType {
                object.pointee.ob_refcnt = 1
                SocketObject.finalize(Value(object))
                object.pointee.ob_refcnt -= 1
                if object.pointee.ob_refcnt > 0 { return }
                ObjectMemory.free(object, size: MemoryLayout<Layout>.size)
            } else {
                freeInstance(object)
            }
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in try make(type) }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            _ = try parameters.withBound(arguments, "socket") { (arguments) throws(Raised) -> Ref in
                try initialize(self, arguments)
                return .none
            }.isNull
        }
        type.slots.finalize = finalize
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let layout = layout(self).pointee
            return StrObject.make(
                "<socket object, fd=\(layout.descriptor), family=\(layout.family), type=\(layout.kind), proto=\(layout.protocolNumber)>")
        }
        type.member("family", type: T_INT, offset: 20, doc: "the socket family")
        type.member("type", type: T_INT, offset: 24, doc: "the socket type")
        type.member("proto", type: T_INT, offset: 28, doc: "the socket protocol")
        type.getter("timeout", doc: "the socket timeout", { (self) throws(Raised) -> Ref in timeoutValue(layout(self).pointee.timeout) })
        SocketMethods.describe(type)
        SocketTransfers.describe(type)
        SocketMessages.describe(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(family=-1, type=-1, proto=-1, fileno=None)")

    private static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let socket = type.isHeapType ? try Instances.allocate(type) : Ref(owned: Value(ObjectMemory.new(type, as: PyObject.self, size: MemoryLayout<Layout>.size)))
        let layout = layout(socket.value)
        layout.pointee.descriptor = -1
        layout.pointee.family = 0
        layout.pointee.kind = 0
        layout.pointee.protocolNumber = 0
        layout.pointee.timeout = -1
        layout.pointee.errorHandler = {
            _ = OSErrors.raise(errno)
            return nil
        }
        return socket
    }
    /// A socket over an open descriptor.
    static func make(_ descriptor: Int32, _ family: Int32, _ kind: Int32, _ protocolNumber: Int32) throws(Raised) -> Ref {
        let socket = try make(type)
        try adopt(socket.value, descriptor, family, kind, protocolNumber)
        return socket
    }
    private static func adopt(_ self: Value, _ descriptor: Int32, _ family: Int32, _ kind: Int32, _ protocolNumber: Int32) throws(Raised) {
        let layout = layout(self)
        let nonBlocking = Int32(SOCK_NONBLOCK.rawValue)
        layout.pointee.descriptor = descriptor
        layout.pointee.family = family
        layout.pointee.kind = kind & ~(nonBlocking | Int32(SOCK_CLOEXEC.rawValue))
        layout.pointee.protocolNumber = protocolNumber
        if kind & nonBlocking != 0 {
            layout.pointee.timeout = 0
        } else {
            layout.pointee.timeout = defaultTimeout
            if defaultTimeout >= 0 { try setNonBlocking(self, true) }
        }
    }

    private static func initialize(_ self: Value, _ arguments: Arguments) throws(Raised) {
        var family = arguments[0].isNull ? -1 : try Posix.int(arguments[0])
        var kind = arguments[1].isNull ? -1 : try Posix.int(arguments[1])
        var protocolNumber = arguments[2].isNull ? -1 : try Posix.int(arguments[2])
        try Audit.event("socket.__new__", self, Value(smallInt: Int(family)), Value(smallInt: Int(kind)), Value(smallInt: Int(protocolNumber)))
        if !arguments[3].isNull && !arguments[3].isNone {
            if FloatObject.isInstance(arguments[3]) { throw raise(.typeError, "integer argument expected, got float") }
            let descriptor = try Posix.int(arguments[3])
            if descriptor < 0 { throw raise(.valueError, "negative file descriptor") }
            var address = SocketAddress()
            let named = address.withPointer { getsockname(descriptor, $0, $1) }
            if named < 0 && (errno == EBADF || errno == ENOTSOCK || family == -1) { throw OSErrors.raise(errno) }
            if family == -1 { family = Int32(address.storage.ss_family) }
            if kind == -1 { kind = try option(descriptor, SO_TYPE) }
            if protocolNumber == -1 { protocolNumber = try option(descriptor, SO_PROTOCOL) }
            return try adopt(self, descriptor, family, kind, protocolNumber)
        }
        if family == -1 { family = AF_INET }
        if kind == -1 { kind = Int32(SOCK_STREAM.rawValue) }
        if protocolNumber == -1 { protocolNumber = 0 }
        let (wanted, number) = (family, protocolNumber)
        let flagged = kind | Int32(SOCK_CLOEXEC.rawValue)
        let descriptor = Blocking.call { Glibc.socket(wanted, flagged, number) }
        if descriptor < 0 { throw OSErrors.raise(errno) }
        do throws(Raised) { try adopt(self, descriptor, family, kind, protocolNumber) } catch {
            Glibc.close(descriptor)
            throw error
        }
    }
    private static func option(_ descriptor: Int32, _ name: Int32) throws(Raised) -> Int32 {
        var value: Int32 = 0
        var length = socklen_t(4)
        if getsockopt(descriptor, SOL_SOCKET, name, &value, &length) < 0 { throw OSErrors.raise(errno) }
        return value
    }

    /// Warns of a socket that nobody closed, and closes it.
    private static let finalize: (Value) -> Void = { (self) in
        let layout = layout(self)
        guard layout.pointee.descriptor >= 0 else { return }
        let saved = PendingException.save()
        do throws(Raised) {
            try Warnings.warn(.resourceWarning, "unclosed \(try Repr.string(self))", source: self)
        } catch {
            if PendingException.matches(.warning) { Unraisable.report(self) } else { PendingException.clear() }
        }
        let descriptor = layout.pointee.descriptor
        layout.pointee.descriptor = -1
        if descriptor >= 0 { _ = Blocking.call { Glibc.close(descriptor) } }
        PendingException.restore(saved)
    }

    // MARK: Timeouts

    static func timeoutValue(_ nanoseconds: Int) -> Ref { nanoseconds < 0 ? .none : .float(Double(nanoseconds) / 1e9) }
    /// Nanoseconds of a timeout argument; -1 for None.
    static func nanoseconds(_ value: Value) throws(Raised) -> Int {
        if value.isNone { return -1 }
        let seconds: Double
        if FloatObject.isInstance(value) {
            seconds = FloatObject.number(value)
            if seconds.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
        } else {
            let index = try Index.object(value)
            seconds = Double(IntView(index.value).int ?? Int.max)
        }
        if seconds < 0 { throw raise(.valueError, "Timeout value out of range") }
        let scaled = (seconds * 1e9).rounded(.up)
        guard scaled < 0x1p63 else { throw raise(.overflowError, "timeout doesn't fit into C timeval") }
        return Int(scaled)
    }
    static func setNonBlocking(_ self: Value, _ on: Bool) throws(Raised) {
        let descriptor = layout(self).pointee.descriptor
        let flags = fcntl(descriptor, F_GETFL)
        if flags < 0 { throw OSErrors.raise(errno) }
        let wanted = on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK
        if wanted != flags && fcntl(descriptor, F_SETFL, wanted) < 0 { throw OSErrors.raise(errno) }
    }
    static func timedOut() -> Raised {
        let text = StrObject.make("timed out")
        return PendingException.set(PyExc_TimeoutErrorPointer(), text.value)
    }
    /// When a call that begins now must be done; nil for no limit.
    static func deadline(_ self: Value) -> Int? {
        let timeout = layout(self).pointee.timeout
        return timeout > 0 ? Timeout.now() &+ timeout : nil
    }
    /// Waits until a socket with a timeout is ready.
    static func wait(_ self: Value, writing: Bool, _ deadline: Int) throws(Raised) {
        while true {
            let left = deadline - Timeout.now()
            if left < 0 { throw timedOut() }
            var entry = pollfd(fd: layout(self).pointee.descriptor, events: Int16(writing ? POLLOUT : POLLIN), revents: 0)
            let milliseconds = Int32(clamping: (left + 999_999) / 1_000_000)
            let result = Blocking.call { poll(&entry, 1, milliseconds) }
            if result > 0 { return }
            if result == 0 { throw timedOut() }
            if errno != EINTR { throw OSErrors.raise(errno) }
            try EvalBreaker.serve()
        }
    }
    /// Makes a system call that a timeout bounds, again when a signal interrupts it.
    static func call(_ self: Value, writing: Bool, _ deadline: Int?, _ body: (Int32) -> Int) throws(Raised) -> Int {
        while true {
            if let deadline { try wait(self, writing: writing, deadline) }
            let descriptor = layout(self).pointee.descriptor
            let result = Blocking.call { body(descriptor) }
            if result >= 0 { return result }
            if errno == EINTR {
                try EvalBreaker.serve()
            } else if deadline == nil || errno != EAGAIN {
                throw OSErrors.raise(errno)
            }
        }
    }
}
