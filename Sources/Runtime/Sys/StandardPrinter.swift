// sys.stderr while the interpreter starts: modules that are imported before the text streams are there may print (`-v`).

import CPythonABI
import Glibc

enum StandardPrinter {
    nonisolated(unsafe) private static let type = NativeType.make(
        "stderrprinter", base: PyBaseObject_TypePointer(), size: 16, flags: 0
    ) { type in
        type.method("write", .one({ (_, value) throws(Raised) -> Ref in
            guard StrObject.isInstance(value) else { throw raise(.typeError, "write() argument must be str, not \(value.type.name)") }
            var text = TextBuffer()
            text.append(str: value)
            DescriptorOutput.write(2, text)
            return IntObject.make(StrObject.length(value))
        }))
        for name in ["flush", "close"] as [StaticString] { type.method(name, .noArguments({ (_) throws(Raised) -> Ref in .none })) }
        type.method("fileno", .noArguments({ (_) throws(Raised) -> Ref in IntObject.make(2) }))
        type.method("isatty", .noArguments({ (_) throws(Raised) -> Ref in .bool(isatty(2) == 1) }))
        type.getter("encoding", { (_) throws(Raised) -> Ref in .none })
        type.getter("closed", { (_) throws(Raised) -> Ref in .bool(false) })
        type.getter("mode", { (_) throws(Raised) -> Ref in StrObject.make("w") })
    }

    /// Only `-v` prints that early: otherwise there is no need of it.
    static func start() {
        guard Configuration.current.verbose > 0 else { return }
        let printer = ObjectMemory.new(type, as: PyObject.self, size: 16)
        let value = Ref(owned: Value(printer))
        SysModule.set("stderr", value.value)
        SysModule.set("__stderr__", value.value)
        var text = TextBuffer()
        text.append("import _frozen_importlib # frozen\nimport _imp # builtin\n")
        DescriptorOutput.write(2, text)
    }
}
