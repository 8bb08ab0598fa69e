// displayhook, excepthook, unraisablehook, breakpointhook.

import CPythonABI

enum SysHooks {
    static func fill(_ module: ModuleBuilder) {
        module.function("displayhook", .one(displayHook), "($module, object, /)", doc: "Print an object to sys.stdout and also save it in builtins._")
        module.function(
            "excepthook",
            .positional(minimum: 3, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
                display(arguments[1], traceback: arguments[2])
                return .none
            }), "($module, exctype, value, traceback, /)", doc: "Handle an exception by displaying it with a traceback on sys.stderr.")
        module.function("unraisablehook", .one(unraisableHook), "($module, unraisable, /)", doc: "Handle an unraisable exception.")
        module.function(
            "breakpointhook", .raw(breakpointHook), nil,
            doc: "breakpointhook(*args, **kws)\n\nThis hook function is called by built-in breakpoint().\n")
        for (name, saved) in [
            ("displayhook", "__displayhook__"), ("excepthook", "__excepthook__"), ("unraisablehook", "__unraisablehook__"),
            ("breakpointhook", "__breakpointhook__"),
        ] as [(StaticString, StaticString)] {
            let function = Ref(DictObject.get(ModuleObject.dict(module.module), name: Names.plain(name)))
            module.set(saved, function.value)
        }
    }

    /// Reports an exception on sys.stderr as the interpreter does; `traceback` is given to it if it has none.
    static func display(_ exception: Value, traceback: Value = .null) {
        guard ExceptionObject.isInstance(exception) else {
            StandardError.write("TypeError: print_exception(): Exception expected for value, \(exception.type.name) found\n")
            return
        }
        if !traceback.isNull, Tracebacks.isTraceback(traceback), ExceptionMemory.field(exception, 40).isNull {
            ExceptionMemory.setField(exception, 40, traceback)
        }
        let held = Ref(exception)
        StandardStreams.flush()
        if SysModule.attribute("stderr").isNull && StandardStreams.areMade || !StandardError.write(ExceptionText.render(held.value)) {
            describeLost(held.value)
        }
    }
    /// What is said of an exception that `sys.stderr` cannot take.
    private static func describeLost(_ exception: Value) {
        let shown: Ref
        do throws(Raised) { shown = try Repr.of(exception) } catch {
            PendingException.clear()
            shown = StrObject.intern("")
        }
        var text = TextBuffer()
        text.append("object address  : 0x\(String(UInt(bitPattern: exception.object), radix: 16))\n")
        // One is the reporter's.
        text.append("object refcount : \(exception.object.pointee.ob_refcnt - 1)\n")
        text.append("object type     : 0x\(String(UInt(bitPattern: exception.type), radix: 16))\n")
        text.append("object type name: \(exception.type.name)\nobject repr     : ")
        text.append(str: shown.value)
        text.append("\nlost sys.stderr\n")
        DescriptorOutput.write(2, text)
    }

    /// A text with what a stream's encoding does not have as escapes.
    private static func escape(_ text: Value, for file: Value) throws(Raised) -> Ref {
        let encoding = try Attributes.get(file, Names.plain("encoding"))
        let encode = try Attributes.get(text, Names.plain("encode"))
        let encoded = try Call.call(encode.value, encoding.value, Names.plain("backslashreplace"))
        let decode = try Attributes.get(encoded.value, Names.plain("decode"))
        return try Call.call(decode.value, encoding.value, Names.plain("strict"))
    }
    private static let displayHook: BinarySlot = { (_, value) throws(Raised) -> Ref in
        let builtins = Ref(SysModule.loadedModule("builtins"))
        if builtins.isNull { throw raise(.runtimeError, "lost builtins module") }
        if value.isNone { return .none }
        try Attributes.set(builtins.value, Names.plain("_"), .none)
        let file = SysModule.attribute("stdout")
        if file.isNull || file.value.isNone { throw raise(.runtimeError, "lost sys.stdout") }
        let shown = try Repr.of(value)
        do throws(Raised) {
            let written = try Call.method(file.value, Names.write, shown.value)
            _ = written.isNull
        } catch {
            guard PendingException.clear(if: .unicodeEncodeError) else { throw error }
            let escaped = try escape(shown.value, for: file.value)
            let written = try Call.method(file.value, Names.write, escaped.value)
            _ = written.isNull
        }
        let written = try Call.method(file.value, Names.write, Names.newline)
        _ = written.isNull
        try Attributes.set(builtins.value, Names.plain("_"), value)
        return .none
    }

    private static let unraisableHook: BinarySlot = { (_, arguments) throws(Raised) -> Ref in
        guard arguments.type == UnraisableArguments.type else {
            throw raise(.typeError, "sys.unraisablehook argument type must be UnraisableHookArgs")
        }
        let message = TupleObject.item(arguments, 3)
        Unraisable.write(
            TupleObject.item(arguments, 1), TupleObject.item(arguments, 4), message.isNone ? nil : text(message))
        return .none
    }

    private static let breakpointHook: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let setting = Environment.value("PYTHONBREAKPOINT") ?? ""
        if setting == "0" { return .none }
        let path = setting.isEmpty ? "pdb.set_trace" : setting
        let dot = path.lastIndex(of: ".")
        let moduleName = dot.map { String(path[..<$0]) } ?? "builtins"
        let attribute = dot.map { String(path[path.index(after: $0)...]) } ?? path
        let name = StrObject.intern(moduleName)
        let hook: Ref
        do throws(Raised) {
            let module = try InterpreterHooks.importByName(name.value)
            let key = StrObject.intern(attribute)
            hook = try Attributes.get(module.value, key.value)
        } catch {
            PendingException.clear()
            try Warnings.warn(.runtimeWarning, "Ignoring unimportable $PYTHONBREAKPOINT: \"\(path)\"")
            return .none
        }
        return try Call.call(hook.value, arguments)
    }
}
