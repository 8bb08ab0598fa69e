// print and input.

import CPythonABI

enum PrintFunction {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "print", .raw(print), "($module, /, *args, sep=' ', end='\\n', file=None, flush=False)",
            doc: "Prints the values to a stream, or to sys.stdout by default.\n\n  sep\n    string inserted between values, default a space.\n  end\n    string appended after the last value, default a newline.\n  file\n    a file-like object (stream); defaults to the current sys.stdout.\n  flush\n    whether to forcibly flush the stream.")
    }

    private static let print: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        var separator = Value.null
        var end = Value.null
        var file = Value.null
        var flush = Value.null
        for index in 0..<arguments.keywordCount {
            let (name, value) = (arguments.keywordName(index), arguments.keywordValue(index))
            if StrObject.equals(name, "sep") {
                separator = value
            } else if StrObject.equals(name, "end") {
                end = value
            } else if StrObject.equals(name, "file") {
                file = value
            } else if StrObject.equals(name, "flush") {
                flush = value
            } else {
                throw raise(.typeError, "'\(text(name))' is an invalid keyword argument for print()")
            }
        }
        let target: Ref
        if file.isNull || file.isNone {
            target = SysModule.attribute(key: Names.stdout)
            if target.isNull { throw raise(.runtimeError, "lost sys.stdout") }
            // sys.stdout may be None when there is no such stream.
            if target.value.isNone { return .none }
        } else {
            target = Ref(file)
        }
        let sep = try piece(separator, "sep", Names.space)
        let last = try piece(end, "end", Names.newline)
        for index in 0..<arguments.count {
            if index > 0 { try write(target.value, sep) }
            let shown = try Repr.str(arguments[index])
            try write(target.value, shown.value)
        }
        try write(target.value, last)
        if !flush.isNull, try Truth.of(flush) {
            let result = try Call.method(target.value, Names.flush)
            _ = result.value
        }
        return .none
    }

    private static func piece(_ value: Value, _ name: StaticString, _ standard: Value) throws(Raised) -> Value {
        if value.isNull || value.isNone { return standard }
        if !StrObject.isInstance(value) { throw raise(.typeError, "\(name) must be None or a string, not \(value.type.name)") }
        return value
    }
    /// file.write(text)
    private static func write(_ file: Value, _ text: Value) throws(Raised) {
        if StandardStreams.isPlainText(file) { return try StandardStreams.write(file, text) }
        let result = try Call.method(file, Names.write, text)
        _ = result.value
    }
}

extension Names {
    nonisolated(unsafe) static let stdout = make("stdout")
    nonisolated(unsafe) static let space = make(" ")
    nonisolated(unsafe) static let newline = make("\n")
}
