// The module fcntl.

import CPythonABI
import Glibc
import Runtime

enum FcntlModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "This module performs file control and I/O control on file\ndescriptors.  It is an interface to the fcntl() and ioctl() Unix\nroutines.  File descriptors can be obtained with the fileno() method of\na file or socket object.")
        for (name, number) in FcntlConstants.all { module.set(name, int: number) }
        module.function("fcntl", .positional(minimum: 2, maximum: 3) { (_, arguments) throws(Raised) -> Ref in try control(arguments) },
            "($module, fd, cmd, arg=0, /)", doc: FcntlDocs.fcntl)
        module.function("ioctl", .positional(minimum: 2, maximum: 4) { (_, arguments) throws(Raised) -> Ref in try deviceControl(arguments) },
            "($module, fd, request, arg=0, mutate_flag=True, /)", doc: FcntlDocs.ioctl)
        module.function("flock", .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let descriptor = try DescriptorArgument.of(arguments[0])
            let operation = try Posix.int(arguments[1])
            try Audit.event("fcntl.flock", Value(smallInt: Int(descriptor)), Value(smallInt: Int(operation)))
            try Blocking.checked { _pyswift_flock(descriptor, operation) }
            return .none
        }, "($module, fd, operation, /)", doc: FcntlDocs.flock)
        module.function("lockf", .positional(minimum: 2, maximum: 5) { (_, arguments) throws(Raised) -> Ref in try lock(arguments) },
            "($module, fd, cmd, len=0, start=0, whence=0, /)", doc: FcntlDocs.lockf)
    }

    /// The integer argument of a call: an unsigned int of the machine, whose sign does not matter.
    private static func integer(_ value: Value) throws(Raised) -> Int32 {
        let index = try Index.object(value)
        guard let number = IntView(index.value).int else { throw raise(.overflowError, "Python int too large to convert to C int") }
        return Int32(truncatingIfNeeded: number)
    }

    private static func control(_ arguments: Arguments) throws(Raised) -> Ref {
        let descriptor = try DescriptorArgument.of(arguments[0])
        let command = try Posix.int(arguments[1])
        let argument = arguments[2]
        try Audit.event("fcntl.fcntl", Value(smallInt: Int(descriptor)), Value(smallInt: Int(command)), argument.isNull ? .none : argument)
        if !argument.isNull && !IntObject.isInstance(argument) && (StrObject.isInstance(argument) || Buffers.isExporter(argument)) {
            let bytes = StrObject.isInstance(argument) ? try Codecs.encode(argument, .utf8, .null) : Ref(argument)
            let view = try BytesView(bytes.value)
            if view.count > 1024 { throw raise(.valueError, "fcntl string arg too long") }
            let room = try BytesObject.allocate(max(view.count, 2))
            copyBytes(BytesObject.data(room.value), view.bytes, view.count)
            try Blocking.checked { _pyswift_fcntl_pointer(descriptor, command, BytesObject.data(room.value)) }
            return try BytesObject.make(UnsafePointer(BytesObject.data(room.value)), view.count)
        }
        let number = argument.isNull ? 0 : try integer(argument)
        return IntObject.make(Int(try Blocking.checked { Glibc.fcntl(descriptor, command, number) }))
    }

    private static func deviceControl(_ arguments: Arguments) throws(Raised) -> Ref {
        let descriptor = try DescriptorArgument.of(arguments[0])
        let requestIndex = try Index.object(arguments[1])
        guard let requestNumber = IntView(requestIndex.value).int else { throw raise(.overflowError, "Python int too large to convert to C int") }
        let request = UInt(UInt32(truncatingIfNeeded: requestNumber))
        let argument = arguments[2]
        try Audit.event("fcntl.ioctl", Value(smallInt: Int(descriptor)), Value(smallInt: Int(request)), argument.isNull ? .none : argument)
        let mutates = arguments[3].isNull ? true : try Truth.of(arguments[3])
        if argument.isNull || IntObject.isInstance(argument) || Index.isIndex(argument) {
            let number = argument.isNull ? 0 : Int(try integer(argument))
            return IntObject.make(Int(try checked(GIL.released { _pyswift_ioctl_number(descriptor, request, number) })))
        }
        if !StrObject.isInstance(argument) && !BytesObject.isInstance(argument) {
            var target: BytesView?
            do throws(Raised) { target = try BytesView(argument, writable: true) } catch {
                guard PendingException.clear(if: .typeError) || PendingException.clear(if: .bufferError) else { throw error }
            }
            if let view = target.take() {
                // Through memory of our own unless the device needs more: the object's may move if it is changed meanwhile.
                if mutates {
                    let result = try checked(GIL.released { ioctl(descriptor, request, view.mutableBytes) })
                    return IntObject.make(Int(result))
                }
                return try copied(descriptor, request, view.bytes, view.count)
            }
        }
        let bytes = StrObject.isInstance(argument) ? try Codecs.encode(argument, .utf8, .null) : Ref(argument)
        guard Buffers.isExporter(bytes.value) else {
            throw raise(.typeError, "ioctl requires a file or file descriptor, an integer and optionally an integer or buffer argument")
        }
        let view = try BytesView(bytes.value)
        return try copied(descriptor, request, view.bytes, view.count)
    }
    private static func copied(_ descriptor: Int32, _ request: UInt, _ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        if count > 1024 { throw raise(.valueError, "ioctl string arg too long") }
        let room = try BytesObject.allocate(1025)
        copyBytes(BytesObject.data(room.value), bytes, count)
        _ = try checked(GIL.released { ioctl(descriptor, request, BytesObject.data(room.value)) })
        return try BytesObject.make(UnsafePointer(BytesObject.data(room.value)), count)
    }
    private static func checked(_ result: Int32) throws(Raised) -> Int32 {
        if result < 0 { throw OSErrors.raise(errno) }
        return result
    }

    private static func lock(_ arguments: Arguments) throws(Raised) -> Ref {
        let descriptor = try DescriptorArgument.of(arguments[0])
        let code = try Posix.int(arguments[1])
        try Audit.event(
            "fcntl.lockf", Value(smallInt: Int(descriptor)), Value(smallInt: Int(code)), arguments[2].isNull ? .none : arguments[2],
            arguments[3].isNull ? .none : arguments[3], arguments[4].isNull ? Value(smallInt: 0) : arguments[4])
        var lock = flock()
        if code == 8 {
            lock.l_type = Int16(F_UNLCK)
        } else if code & 1 != 0 {
            lock.l_type = Int16(F_RDLCK)
        } else if code & 2 != 0 {
            lock.l_type = Int16(F_WRLCK)
        } else {
            throw raise(.valueError, "unrecognized lockf argument")
        }
        if !arguments[2].isNull { lock.l_len = try Posix.long(arguments[2]) }
        if !arguments[3].isNull { lock.l_start = try Posix.long(arguments[3]) }
        if !arguments[4].isNull { lock.l_whence = Int16(truncatingIfNeeded: try Posix.int(arguments[4])) }
        let command = code & 4 != 0 ? F_SETLK : F_SETLKW
        try Blocking.checked { withUnsafeMutablePointer(to: &lock) { Glibc.fcntl(descriptor, command, $0) } }
        return .none
    }
}

/// A file descriptor, or an object with `fileno()`, as PyObject_AsFileDescriptor takes them.
enum DescriptorArgument {
    static func of(_ value: Value) throws(Raised) -> Int32 {
        let number: Int32
        if IntObject.isInstance(value) {
            number = try Posix.int(value)
        } else {
            let method = try Attributes.getIfPresent(value, IONames.fileno)
            if method.isNull { throw raise(.typeError, "argument must be an int, or have a fileno() method.") }
            let answer = try Call.call(method.value)
            guard IntObject.isInstance(answer.value) else { throw raise(.typeError, "fileno() returned a non-integer") }
            number = try Posix.int(answer.value)
        }
        if number < 0 { throw raise(.valueError, "file descriptor cannot be a negative integer (\(number))") }
        return number
    }
}
