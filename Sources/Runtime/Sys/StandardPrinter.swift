// `stderrprinter`: a text stream that writes straight to a file descriptor, for what must be said before there are real streams.

import CPythonABI
import Glibc

/// The descriptor stands behind the header.
public enum StandardPrinter {
    public static func make(_ descriptor: Int32) -> Ref {
        let words = ObjectMemory.new(PyStdPrinter_TypePointer(), as: Int.self, size: 24)
        words[2] = Int(descriptor)
        return Ref(owned: Value(pointer: words))
    }
    private static func descriptor(_ printer: Value) -> Int32 { Int32(truncatingIfNeeded: printer.cast(to: Int.self)[2]) }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            if let object { ObjectMemory.free(object, size: 24) }
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make("<stdprinter(fd=\(descriptor(self))) object at \(Repr.address(self))>")
        }
        let nothing: (Value) throws(Raised) -> Ref = { (_) throws(Raised) -> Ref in .none }
        type.method("close", .noArguments(nothing))
        type.method("flush", .noArguments(nothing))
        type.method("fileno", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(Int(descriptor(self))) }))
        type.method("isatty", .noArguments({ (self) throws(Raised) -> Ref in .bool(Glibc.isatty(descriptor(self)) == 1) }))
        type.method("write", .positional(minimum: 0, maximum: 1 << 20, { (self, arguments) throws(Raised) -> Ref in
            if arguments.count != 1 { throw raise(.typeError, "function takes exactly 1 argument (\(arguments.count) given)") }
            guard StrObject.isInstance(arguments[0]) else {
                throw raise(.typeError, "argument 1 must be str, not \(arguments[0].isNone ? "None" : arguments[0].type.name)")
            }
            return try write(descriptor(self), arguments[0])
        }))
        type.getter("closed", doc: "True if the file is closed", { (_) throws(Raised) -> Ref in .bool(false) })
        type.getter("encoding", doc: "Encoding of the file", { (_) throws(Raised) -> Ref in .none })
        type.getter("mode", doc: "String giving the file mode", { (_) throws(Raised) -> Ref in StrObject.make("w") })
    }

    /// The number of bytes written; None where the descriptor takes none at the moment.
    private static func write(_ descriptor: Int32, _ text: Value) throws(Raised) -> Ref {
        var buffer = TextBuffer()
        buffer.append(str: text)
        let problem = DescriptorOutput.writeAll(descriptor, buffer)
        if problem == EAGAIN { return .none }
        if problem != 0 { throw OSErrors.raise(problem) }
        return IntObject.make(buffer.bytes.count)
    }

    /// sys.stderr while the interpreter starts: modules that are imported before there are streams may print. Only `-v` does so.
    static func start() {
        guard Configuration.current.verbose > 0 else { return }
        let value = make(2)
        SysModule.set("stderr", value.value)
        SysModule.set("__stderr__", value.value)
        var text = TextBuffer()
        text.append("import _frozen_importlib # frozen\nimport _imp # builtin\n")
        DescriptorOutput.write(2, text)
    }
}
