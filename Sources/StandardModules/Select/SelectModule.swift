// The module select: select, poll and epoll.

import CPythonABI
import Glibc
import Runtime

enum SelectModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.")
        for (name, number) in SelectConstants.all { module.set(name, int: number) }
        module.set("error", PyExc_OSErrorPointer().value)
        module.function("select", .positional(minimum: 3, maximum: 4) { (_, arguments) throws(Raised) -> Ref in try select(arguments) },
            "($module, rlist, wlist, xlist, timeout=None, /)", doc: SelectDocs.select)
        module.function("poll", .noArguments { (_) throws(Raised) -> Ref in try PollObject.make() }, "($module, /)", doc: SelectDocs.poll)
        module.set("epoll", EpollObject.type.value)
    }

    /// The three lists are watched with poll(2), which has no bound on the numbers of descriptors; those that select(2) refuses are
    /// refused all the same.
    private static func select(_ arguments: Arguments) throws(Raised) -> Ref {
        var deadline = Timeout.none
        if !arguments[3].isNull && !arguments[3].isNone {
            guard FloatObject.isInstance(arguments[3]) || Index.isIndex(arguments[3]) else { throw raise(.typeError, "timeout must be a float or None") }
            deadline = try Timeout(arguments[3], negative: "timeout must be non-negative")
        }
        var watched: [pollfd] = []
        let lists = ListObject.make()
        let events: [Int32] = [POLLIN, POLLOUT, POLLPRI]
        var counts: [Int] = []
        for kind in 0..<3 {
            // A list is read as it is: `fileno()` of an item may change it.
            let source: Ref
            do throws(Raised) { source = ListObject.isInstance(arguments[kind]) ? Ref(arguments[kind]) : try Iteration.list(arguments[kind]) } catch {
                guard PendingException.clear(if: .typeError) else { throw error }
                throw raise(.typeError, "arguments 1-3 must be sequences")
            }
            let items = ListObject.make()
            var index = 0
            while index < ListObject.count(source.value) {
                let item = Ref(ListObject.item(source.value, index))
                let descriptor = try DescriptorArgument.of(item.value)
                if descriptor >= 1024 { throw raise(.valueError, "filedescriptor out of range in select()") }
                watched.append(pollfd(fd: descriptor, events: Int16(events[kind]), revents: 0))
                try ListObject.append(items.value, item.value)
                index += 1
            }
            counts.append(index)
            try ListObject.append(lists.value, items.value)
        }
        _ = try deadline.poll(&watched)
        // A descriptor that is none fails the whole call.
        for entry in watched where entry.revents & Int16(POLLNVAL) != 0 { throw OSErrors.raise(EBADF) }
        let masks = [POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI] as [Int32]
        var results: [Value] = []
        defer { for result in results { result.release() } }
        var start = 0
        for kind in 0..<3 {
            let ready = ListObject.make()
            let items = Ref(ListObject.item(lists.value, kind))
            for index in 0..<counts[kind] where Int32(watched[start + index].revents) & masks[kind] != 0 {
                try ListObject.append(ready.value, ListObject.item(items.value, index))
            }
            start += counts[kind]
            results.append(ready.take())
        }
        return TupleObject.make(results[0], results[1], results[2])
    }
}

/// How long to wait.
struct Timeout {
    /// Nanoseconds of the monotonic clock; nil: for ever.
    private var deadline: Int?
    private(set) var isImmediate = false

    static var none: Timeout { Timeout() }
    /// What poll(2) can wait for: an int of milliseconds.
    static let longestPoll = 2_147_483_647e6
    private init() {}
    /// Seconds, or milliseconds, from now on.
    ///
    /// `longest`: nanoseconds beyond which a timeout is too large; `negative`: the message for a negative one, which else is none.
    init(_ value: Value, milliseconds: Bool = false, longest: Double? = nil, negative: String?) throws(Raised) {
        let scale = milliseconds ? 1e6 : 1e9
        var duration: Double
        if FloatObject.isInstance(value) {
            duration = FloatObject.number(value)
            if duration.isNaN { throw raise(.valueError, "Invalid value NaN (not a number)") }
        } else {
            let index = try Index.object(value)
            guard let number = IntView(index.value).int else { throw raise(.overflowError, "timestamp too large to convert to C _PyTime_t") }
            duration = Double(number)
        }
        duration = (duration * scale).rounded(.awayFromZero)
        if duration < 0 {
            if let negative { throw raise(.valueError, negative) }
            return
        }
        guard duration < 0x1p62 else { throw raise(.overflowError, "timestamp too large to convert to C _PyTime_t") }
        if let longest, duration > longest { throw raise(.overflowError, "timeout is too large") }
        isImmediate = duration == 0
        deadline = Timeout.now() &+ Int(duration)
    }
    static func now() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
    /// What is left, in milliseconds as poll(2) takes them: rounded up, -1 for ever.
    var milliseconds: Int32 {
        guard let deadline else { return -1 }
        let left = deadline - Timeout.now()
        return left <= 0 ? 0 : Int32(clamping: (left + 999_999) / 1_000_000)
    }
    var isOver: Bool { deadline.map { $0 <= Timeout.now() } ?? false }

    /// poll(2), repeated when a signal interrupts.
    func poll(_ entries: inout [pollfd]) throws(Raised) -> Int32 {
        while true {
            let wait = milliseconds
            let count = entries.count
            var result: Int32 = 0
            entries.withUnsafeMutableBufferPointer { buffer in
                let base = buffer.baseAddress
                result = Blocking.call { Glibc.poll(base, nfds_t(count), wait) }
            }
            if result >= 0 { return result }
            if errno != EINTR { throw OSErrors.raise(errno) }
            try EvalBreaker.serve()
            if deadline != nil && isOver {
                for index in 0..<entries.count { entries[index].revents = 0 }
                return 0
            }
        }
    }
}

/// select.poll
enum PollObject {
    // Field 0: a dict of descriptors and events. Field 1: whether a call is under way.
    private static let type: TypePointer = FieldObject.type("select.poll", fields: 2, [.hidden]) { type in
        type.method("register", .positional(minimum: 1, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let descriptor = IntObject.make(Int(try DescriptorArgument.of(arguments[0])))
            let events = arguments[1].isNull ? Value(smallInt: Int(POLLIN | POLLPRI | POLLOUT)) : Value(smallInt: Int(try mask(arguments[1])))
            try DictObject.set(Fields(self)[0], descriptor.value, events)
            return .none
        }, "($self, fd,\n         eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)", doc: PollDocs.register)
        type.method("modify", .positional(minimum: 2, maximum: 2) { (self, arguments) throws(Raised) -> Ref in
            let descriptor = IntObject.make(Int(try DescriptorArgument.of(arguments[0])))
            let events = Value(smallInt: Int(try mask(arguments[1])))
            if try DictObject.get(Fields(self)[0], descriptor.value).isNull { throw OSErrors.raise(ENOENT) }
            try DictObject.set(Fields(self)[0], descriptor.value, events)
            return .none
        }, "($self, fd, eventmask, /)", doc: PollDocs.modify)
        type.method("unregister", .one { (self, argument) throws(Raised) -> Ref in
            let descriptor = IntObject.make(Int(try DescriptorArgument.of(argument)))
            if try !DictObject.delete(Fields(self)[0], descriptor.value) { throw raise(.keyError, argument: descriptor.value) }
            return .none
        }, "($self, fd, /)", doc: PollDocs.unregister)
        type.method("poll", .positional(minimum: 0, maximum: 1) { (self, arguments) throws(Raised) -> Ref in
            var timeout = Timeout.none
            if !arguments[0].isNull && !arguments[0].isNone {
                guard FloatObject.isInstance(arguments[0]) || Index.isIndex(arguments[0]) else {
                    throw raise(.typeError, "timeout must be an integer or None")
                }
                timeout = try Timeout(arguments[0], milliseconds: true, longest: Timeout.longestPoll, negative: nil)
            }
            return try poll(self, timeout)
        }, "($self, timeout=None, /)", doc: PollDocs.poll)
    }
    static func make() throws(Raised) -> Ref {
        let made = try FieldObject.make(type)
        Fields(made.value).set(0, DictObject.make())
        Fields(made.value).setInt(1, 0)
        return made
    }
    /// Events: a C unsigned short.
    private static func mask(_ value: Value) throws(Raised) -> UInt16 {
        let index = try Index.object(value)
        let view = IntView(index.value)
        if view.isNegative { throw raise(.valueError, "value must be positive") }
        guard let number = view.int, let mask = UInt16(exactly: number) else {
            throw raise(.overflowError, "Python int too large for C unsigned short")
        }
        return mask
    }
    private static func poll(_ self: Value, _ timeout: Timeout) throws(Raised) -> Ref {
        let fields = Fields(self)
        if fields.int(1) != 0 { throw raise(.runtimeError, "concurrent poll() invocation") }
        var entries: [pollfd] = []
        var position = 0
        while let (key, value) = DictObject.next(fields[0], &position) {
            entries.append(pollfd(fd: Int32(truncatingIfNeeded: key.smallInt), events: Int16(truncatingIfNeeded: value.smallInt), revents: 0))
        }
        fields.setInt(1, 1)
        defer { fields.setInt(1, 0) }
        _ = try timeout.poll(&entries)
        let result = ListObject.make()
        for entry in entries where entry.revents != 0 {
            let pair = TupleObject.make(Value(smallInt: Int(entry.fd)), Value(smallInt: Int(UInt16(bitPattern: entry.revents))))
            try ListObject.append(result.value, pair.value)
        }
        return result
    }
}

/// select.epoll
enum EpollObject {
    // Field 0: the descriptor, -1 when closed.
    static let type: TypePointer = FieldObject.type("select.epoll", fields: 1, [.subclassable]) { type in
        type.doc(EpollDocs.type)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "epoll") { (arguments) throws(Raised) -> Ref in
                let size = arguments[0].isNull ? -1 : try Posix.int(arguments[0])
                let flags = arguments[1].isNull ? 0 : try Posix.int(arguments[1])
                if size != -1 && size <= 0 { throw raise(.valueError, "negative sizehint") }
                if flags != 0 && flags != 0x80000 { throw raise(.osError, "invalid flags") }
                let descriptor = epoll_create1(0x80000)
                if descriptor < 0 { throw OSErrors.raise(errno) }
                return try make(type, descriptor)
            }
        }
        type.slots.finalize = { (self) in
            let descriptor = Fields(self).int(0)
            Fields(self).setInt(0, -1)
            if descriptor >= 0 { Glibc.close(Int32(descriptor)) }
        }
        type.classMethod("fromfd", .one { (type, descriptor) throws(Raised) -> Ref in
            try make(Classes.type(type), try Posix.int(descriptor))
        }, "($type, fd, /)", doc: EpollDocs.fromfd)
        type.method("close", .noArguments { (self) throws(Raised) -> Ref in try close(self) }, "($self, /)", doc: EpollDocs.close)
        type.method("__enter__", .noArguments { (self) throws(Raised) -> Ref in
            _ = try open(self)
            return Ref(self)
        })
        type.method("__exit__", .raw { (self, _) throws(Raised) -> Ref in try Call.method(self, Names.close) })
        type.method("fileno", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(Int(try open(self))) }, "($self, /)", doc: EpollDocs.fileno)
        type.getter("closed", doc: EpollDocs.closed, { (self) throws(Raised) -> Ref in .bool(Fields(self).int(0) < 0) })
        describeOperations(type)
    }
    nonisolated(unsafe) private static let parameters = BoundParameters("(sizehint=-1, flags=0)")

    private static func make(_ type: TypePointer, _ descriptor: Int32) throws(Raised) -> Ref {
        let made = try FieldObject.make(type)
        Fields(made.value).setInt(0, Int(descriptor))
        return made
    }
    private static func open(_ self: Value) throws(Raised) -> Int32 {
        let descriptor = Fields(self).int(0)
        if descriptor < 0 { throw raise(.valueError, "I/O operation on closed epoll object") }
        return Int32(truncatingIfNeeded: descriptor)
    }
    private static func close(_ self: Value) throws(Raised) -> Ref {
        let descriptor = Int32(truncatingIfNeeded: Fields(self).int(0))
        Fields(self).setInt(0, -1)
        if descriptor >= 0 && Blocking.call({ Glibc.close(descriptor) }) < 0 { throw OSErrors.raise(errno) }
        return .none
    }
    private static func control(_ self: Value, _ operation: Int32, _ target: Value, _ events: UInt32) throws(Raised) -> Ref {
        let descriptor = try open(self)
        let watched = try DescriptorArgument.of(target)
        var event = epoll_event()
        event.events = events
        event.data.fd = watched
        if Blocking.call({ epoll_ctl(descriptor, operation, watched, &event) }) < 0 { throw OSErrors.raise(errno) }
        return .none
    }
    private static func mask(_ value: Value) throws(Raised) -> UInt32 {
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C unsigned int") }
        return UInt32(truncatingIfNeeded: number)
    }

    private static func describeOperations(_ type: TypeBuilder) {
        // EPOLL_CTL_ADD, _DEL and _MOD.
        type.method("register", .bound { (self, arguments) throws(Raised) -> Ref in
            try control(self, 1, arguments[0], arguments[1].isNull ? 1 | 2 | 4 : try mask(arguments[1]))
        }, "($self, /, fd,\n         eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)", doc: EpollDocs.register)
        type.method("modify", .bound { (self, arguments) throws(Raised) -> Ref in
            try control(self, 3, arguments[0], try mask(arguments[1]))
        }, "($self, /, fd, eventmask)", doc: EpollDocs.modify)
        type.method("unregister", .bound { (self, arguments) throws(Raised) -> Ref in try control(self, 2, arguments[0], 0) },
            "($self, /, fd)", doc: EpollDocs.unregister)
        type.method("poll", .bound { (self, arguments) throws(Raised) -> Ref in
            let descriptor = try open(self)
            var timeout = Timeout.none
            if !arguments[0].isNull && !arguments[0].isNone {
                guard FloatObject.isInstance(arguments[0]) || Index.isIndex(arguments[0]) else {
                    throw raise(.typeError, "timeout must be an integer or None")
                }
                timeout = try Timeout(arguments[0], longest: Timeout.longestPoll, negative: nil)
            }
            var maximum = arguments[1].isNull ? -1 : Int(try Posix.int(arguments[1]))
            if maximum == -1 { maximum = 1023 }
            if maximum < 1 { throw raise(.valueError, "maxevents must be greater than 0, got \(maximum)") }
            return try wait(descriptor, timeout, maximum)
        }, "($self, /, timeout=None, maxevents=-1)", doc: EpollDocs.poll)
    }
    private static func wait(_ descriptor: Int32, _ timeout: Timeout, _ maximum: Int) throws(Raised) -> Ref {
        let events = UnsafeMutablePointer<epoll_event>.allocate(capacity: maximum)
        defer { events.deallocate() }
        var count: Int32 = 0
        while true {
            let wait = timeout.milliseconds
            count = Blocking.call { epoll_wait(descriptor, events, Int32(clamping: maximum), wait) }
            if count >= 0 { break }
            if errno != EINTR { throw OSErrors.raise(errno) }
            try EvalBreaker.serve()
            if timeout.isOver {
                count = 0
                break
            }
        }
        let result = ListObject.make()
        for index in 0..<Int(count) {
            let pair = TupleObject.make(Value(smallInt: Int(events[index].data.fd)), Value(smallInt: Int(events[index].events)))
            try ListObject.append(result.value, pair.value)
        }
        return result
    }
}
