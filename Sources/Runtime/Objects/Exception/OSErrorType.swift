// OSError: errno chooses the class, and the arguments become attributes.

import CPythonABI
import Glibc

enum OSErrorType {
    // Fields.
    static let errno = 72, strerror = 80, filename = 88, filename2 = 96
    static func fields(_ self: Value) -> UnsafeMutablePointer<PyOSErrorObject> { self.cast(to: PyOSErrorObject.self) }

    static func describe(_ type: TypeBuilder) {
        type.slots.new = new
        type.slots.initialize = initialize
        type.slots.str = str
        type.member("errno", type: T_OBJECT, offset: errno, readOnly: false, doc: "POSIX exception code")
        type.member("strerror", type: T_OBJECT, offset: strerror, readOnly: false, doc: "exception strerror")
        type.member("filename", type: T_OBJECT, offset: filename, readOnly: false, doc: "exception filename")
        type.member("filename2", type: T_OBJECT, offset: filename2, readOnly: false, doc: "second exception filename")
        type.method("__reduce__", .noArguments(reduce))
        type.getter(
            "characters_written",
            { (self) throws(Raised) -> Ref in
                let written = fields(self).pointee.written
                if written == -1 { throw missing() }
                return IntObject.make(written)
            },
            set: { (self, value) throws(Raised) -> Void in
                if value.isNull {
                    if fields(self).pointee.written == -1 { throw missing() }
                    fields(self).pointee.written = -1
                    return
                }
                fields(self).pointee.written = try Index.of(value, .valueError)
            })
    }
    private static func missing() -> Raised {
        let name = StrObject.intern("characters_written")
        return raise(.attributeError, argument: name.value)
    }

    /// The class for an error number.
    static func classFor(_ number: Int) -> TypePointer? {
        guard let number = Int32(exactly: number) else { return nil }
        switch number {
        case EAGAIN, EALREADY, EINPROGRESS: return PyExc_BlockingIOErrorPointer()
        case EPIPE, ESHUTDOWN: return PyExc_BrokenPipeErrorPointer()
        case ECHILD: return PyExc_ChildProcessErrorPointer()
        case ECONNABORTED: return PyExc_ConnectionAbortedErrorPointer()
        case ECONNREFUSED: return PyExc_ConnectionRefusedErrorPointer()
        case ECONNRESET: return PyExc_ConnectionResetErrorPointer()
        case EEXIST: return PyExc_FileExistsErrorPointer()
        case ENOENT: return PyExc_FileNotFoundErrorPointer()
        case EISDIR: return PyExc_IsADirectoryErrorPointer()
        case ENOTDIR: return PyExc_NotADirectoryErrorPointer()
        case EINTR: return PyExc_InterruptedErrorPointer()
        case EACCES, EPERM: return PyExc_PermissionErrorPointer()
        case ESRCH: return PyExc_ProcessLookupErrorPointer()
        case ETIMEDOUT: return PyExc_TimeoutErrorPointer()
        default: return nil
        }
    }

    /// Whether `__init__` sets the fields: a class that replaces `__init__` but not `__new__` calls up to it itself.
    private static func usesInitialize(_ type: TypePointer) -> Bool {
        !SlotIdentity.same(type.record.pointee.initialize, initialize) && SlotIdentity.same(type.record.pointee.new, new)
    }

    private static let new: NewSlot = { (given, arguments) throws(Raised) -> Ref in
        var type = given
        let deferred = usesInitialize(type)
        if !deferred {
            if arguments.keywordCount != 0 { throw raise(.typeError, "\(type.name)() takes no keyword arguments") }
            if type == PyExc_OSErrorPointer() && arguments.count >= 2 && arguments.count <= 5 && IntObject.isInstance(arguments[0]) {
                let view = IntView(arguments[0])
                if let number = view.int, let specific = classFor(number) { type = specific }
            }
        }
        let exception = try ExceptionMemory.make(type, args: TupleObject.emptyValue)
        fields(exception.value).pointee.written = -1
        if !deferred { try fill(exception.value, arguments) }
        return exception
    }

    private static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        guard usesInitialize(self.type) else { return }
        try ExceptionType.noKeywords(self, arguments)
        try fill(self, arguments)
    }

    private static func fill(_ self: Value, _ arguments: Arguments) throws(Raised) {
        let count = arguments.count
        var shown = count
        if count >= 2 && count <= 5 {
            let file = arguments[2]
            if !file.isNull && !file.isNone {
                if self.type == PyExc_BlockingIOErrorPointer() && Index.isIndex(file) {
                    // The number of characters written before the call would have blocked.
                    fields(self).pointee.written = try Index.of(file, .valueError)
                } else {
                    ExceptionMemory.setField(self, filename, file)
                    let second = arguments[4]
                    if !second.isNull && !second.isNone { ExceptionMemory.setField(self, filename2, second) }
                    // `args` stays the pair that it was before there were file names.
                    shown = 2
                }
            }
            ExceptionMemory.setField(self, errno, arguments[0])
            ExceptionMemory.setField(self, strerror, arguments[1])
        }
        let args = TupleObject.allocateSmall(shown)
        for index in 0..<shown { TupleObject.store(args.value, index, Ref(arguments[index])) }
        TupleObject.finish(args.value)
        ExceptionMemory.setField(self, 24, args.value)
    }

    private static let str: UnarySlot = { (self) throws(Raised) -> Ref in
        func orNone(_ offset: Int) -> Ref {
            let value = ExceptionMemory.field(self, offset)
            return value.isNull ? .none : Ref(value)
        }
        let file = orNone(filename)
        let number = orNone(errno)
        let message = orNone(strerror)
        let hasFile = !ExceptionMemory.field(self, filename).isNull
        guard hasFile || !ExceptionMemory.field(self, errno).isNull && !ExceptionMemory.field(self, strerror).isNull else {
            return try ExceptionType.str(self)
        }
        var buffer = TextBuffer()
        buffer.append("[Errno ")
        try buffer.append(strOf: number.value)
        buffer.append("] ")
        try buffer.append(strOf: message.value)
        if hasFile {
            buffer.append(": ")
            try buffer.append(reprOf: file.value)
            let second = Ref(ExceptionMemory.field(self, filename2))
            if !second.isNull {
                buffer.append(" -> ")
                try buffer.append(reprOf: second.value)
            }
        }
        return buffer.makeStr()
    }

    private static let reduce: UnarySlot = { (self) throws(Raised) -> Ref in
        let args = Ref(ExceptionMemory.args(self))
        let (file, second) = (ExceptionMemory.field(self, filename), ExceptionMemory.field(self, filename2))
        let dict = ExceptionType.dict(self)
        if TupleObject.count(args.value) == 2 && !file.isNull {
            let (a, b) = (TupleObject.item(args.value, 0), TupleObject.item(args.value, 1))
            let full = second.isNull ? TupleObject.make(a, b, file) : TupleObject.make(a, b, file, .none, second)
            return ExceptionType.reduction(self, full.value, dict)
        }
        return ExceptionType.reduction(self, args.value, dict)
    }
}

/// OSErrors raised by native code.
public enum OSErrors {
    /// Sets the OSError (of the class that the number means) of a failed system call. `filename` and `filename2` may be null.
    public static func raise(_ number: Int32, filename: Value = .null, filename2: Value = .null) -> Raised {
        let message = StrObject.make(String(cString: strerror(number)))
        let code = Value(smallInt: Int(number))
        let type = PyExc_OSErrorPointer().unsafelyUnwrapped.value
        do throws(Raised) {
            let arguments: Ref
            if filename.isNull {
                arguments = TupleObject.make(code, message.value)
            } else if filename2.isNull {
                arguments = TupleObject.make(code, message.value, filename)
            } else {
                arguments = TupleObject.make(code, message.value, filename, .none, filename2)
            }
            let exception = try Call.call(type, tuple: arguments.value, keywords: .null)
            return PendingException.set(exception.value.type, exception.value)
        } catch { return error }
    }
    /// The same from `errno`.
    public static func raise(filename: Value = .null) -> Raised { raise(Glibc.errno, filename: filename) }
}
