// input and breakpoint.

import CPythonABI

enum InputFunction {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "input", .positional(minimum: 0, maximum: 1, input), "($module, prompt='', /)",
            doc: "Read a string from standard input.  The trailing newline is stripped.\n\nThe prompt string, if given, is printed to standard output without a\ntrailing newline before reading input.\n\nIf the user hits EOF (*nix: Ctrl-D, Windows: Ctrl-Z+Return), raise EOFError.\nOn *nix systems, readline is used if available.")
        module.function(
            "breakpoint", .raw({ (_, arguments) throws(Raised) -> Ref in
                let hook = InterpreterHooks.sysAttribute("breakpointhook")
                if hook.isNull { throw raise(.runtimeError, "lost sys.breakpointhook") }
                try Audit.event("builtins.breakpoint", hook.value)
                return try Call.call(hook.value, arguments)
            }), nil,
            doc: "breakpoint(*args, **kws)\n\nCall sys.breakpointhook(*args, **kws).  sys.breakpointhook() must accept\nwhatever arguments are passed.\n\nBy default, this drops you into the pdb debugger.")
    }

    private static let input: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let source = try stream("stdin")
        let output = try stream("stdout")
        let errors = try stream("stderr")
        try Audit.event("builtins.input", arguments.count == 1 ? arguments[0] : .none)
        flush(errors.value)
        if arguments.count == 1 {
            let prompt = try Repr.str(arguments[0])
            let written = try Call.method(output.value, Names.write, prompt.value)
            _ = written.value
        }
        flush(output.value)
        let name = StrObject.intern("readline")
        let line = try Call.method(source.value, name.value)
        guard StrObject.isInstance(line.value) else { throw raise(.typeError, "object.readline() returned non-string") }
        let length = StrObject.length(line.value)
        if length == 0 { throw raise(.eofError, "EOF when reading a line") }
        let hasEnd = StrObject.character(line.value, length - 1) == 10
        let result = hasEnd ? StrObject.make(codePoints: (0..<length - 1).map { StrObject.character(line.value, $0) }) : line
        try Audit.event("builtins.input/result", result.value)
        return result
    }

    private static func stream(_ name: StaticString) throws(Raised) -> Ref {
        let stream = InterpreterHooks.sysAttribute(name)
        if stream.isNull || stream.value.isNone { throw raise(.runtimeError, "input(): lost sys.\(name)") }
        return stream
    }
    /// What goes wrong with flushing does not matter here.
    private static func flush(_ stream: Value) {
        do throws(Raised) {
            let result = try Call.method(stream, Names.flush)
            _ = result.value
        } catch { PendingException.clear() }
    }
}
