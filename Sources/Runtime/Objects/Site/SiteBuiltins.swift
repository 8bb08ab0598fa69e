// What the module site adds to builtins: quit, exit, copyright, credits, license, help.

import CPythonABI

enum SiteBuiltins {
    // The object: its name at +16.
    private static func name(_ self: Value) -> Value { (UnsafeMutableRawPointer(self.object) + 16).load(as: Value.self) }

    nonisolated(unsafe) private static let quitter = NativeType.make(
        "_sitebuiltins.Quitter", base: PyBaseObject_TypePointer(), size: 24, flags: 0
    ) { type in
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make("Use \(text(name(self)))() or Ctrl-D (i.e. EOF) to exit")
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "__call__") { (bound) throws(Raised) -> Ref in
                // Programs that wrap their code in `while True: input()` must not survive this.
                let input = SysModule.attribute("stdin")
                do throws(Raised) {
                    if !input.isNull && !input.value.isNone {
                        let closed = try Call.method(input.value, Names.close)
                        _ = closed.isNull
                    }
                } catch { PendingException.clear() }
                throw raise(.systemExit, argument: bound[0].isNull ? .none : bound[0])
            }
        }
        type.getter("name", { (self) throws(Raised) -> Ref in Ref(name(self)) })
        type.getter("eof", { (_) throws(Raised) -> Ref in StrObject.make("Ctrl-D (i.e. EOF)") })
    }
    private static let parameters = BoundParameters("(code=None)")

    /// An object that the module `_sitebuiltins` makes when somebody looks at it.
    nonisolated(unsafe) private static let delegate = NativeType.make(
        "_sitebuiltins._Printer", base: PyBaseObject_TypePointer(), size: 24, flags: 0
    ) { type in
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let real = try make(text(name(self)))
            return try Repr.of(real.value)
        }
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let real = try make(text(name(self)))
            return try Call.call(real.value, arguments)
        }
    }
    private static func make(_ name: String) throws(Raised) -> Ref {
        let moduleName = StrObject.intern("_sitebuiltins")
        let module = try Imports.importModule(moduleName.value)
        if name == "help" {
            let helper = try Attributes.get(module.value, "_Helper")
            return try Call.call(helper.value)
        }
        let printer = try Attributes.get(module.value, "_Printer")
        let title = StrObject.make(name)
        let message: Ref
        switch name {
        case "copyright": message = SysModule.attribute("copyright")
        case "credits": message = StrObject.make("    See https://www.python.org for information about Python.")
        default: message = StrObject.make("See https://www.python.org/psf/license/")
        }
        return try Call.call(printer.value, title.value, message.value)
    }

    static func add(_ builtins: Value) {
        for (name, type) in [
            ("quit", quitter), ("exit", quitter), ("copyright", delegate), ("credits", delegate), ("license", delegate), ("help", delegate),
        ] as [(StaticString, TypePointer)] {
            let object = ObjectMemory.new(type, as: PyObject.self, size: 24)
            (UnsafeMutableRawPointer(object) + 16).storeBytes(of: Names.plain(name), as: Value.self)
            let value = Ref(owned: Value(object))
            DictObject.set(ModuleObject.dict(builtins), name: Names.plain(name), value.value)
        }
    }
}
