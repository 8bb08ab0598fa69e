// compile, exec, eval.

import CPythonABI
import Compiler
import Syntax

public enum CompileFunctions {
    static func start() {
        BuiltinsModule.additions.append { module in
            module.function(
                "compile", .bound(compile), "($module, /, source, filename, mode, flags=0,\n        dont_inherit=False, optimize=-1, *, _feature_version=-1)",
                doc: "Compile source into a code object that can be executed by exec() or eval().\n\nThe source code may represent a Python module, statement or expression.\nThe filename will be used for run-time error messages.\nThe mode must be 'exec' to compile a module, 'single' to compile a\nsingle (interactive) statement, or 'eval' to compile an expression.\nThe flags argument, if present, controls which future statements influence\nthe compilation of the code.\nThe dont_inherit argument, if true, stops the compilation inheriting\nthe effects of any future statements in effect in the code calling\ncompile; if absent or false these statements do influence the compilation,\nin addition to any features explicitly specified.")
            module.function(
                "exec", .bound(exec), "($module, source, globals=None, locals=None, /, *, closure=None)",
                doc: "Execute the given source in the context of globals and locals.\n\nThe source may be a string representing one or more Python statements\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.\nThe closure must be a tuple of cellvars, and can only be used\nwhen source is a code object requiring exactly that many cellvars.")
            module.function(
                "eval", .positional(minimum: 1, maximum: 3, eval), "($module, source, globals=None, locals=None, /)",
                doc: "Evaluate the given source in the context of globals and locals.\n\nThe source may be a string representing a Python expression\nor a code object as returned by compile().\nThe globals must be a dictionary and locals can be any mapping,\ndefaulting to the current globals and locals.\nIf only globals is given, locals defaults to it.")
        }
    }

    public static let onlyAST = 0x400, ignoreCookie = 0x800, sourceIsUTF8 = 0x100, dontImplyDedent = 0x200, typeComments = 0x1000
    public static let allowTopLevelAwait = 0x2000, allowIncompleteInput = 0x4000

    /// Future features of the code that is running.
    private static func inherited() -> FutureFeatures {
        guard let frame = CurrentFrame.fp else { return [] }
        return FutureFeatures(rawValue: Int(frame.code.pointee.flags)).intersection(.all)
    }

    /// Raises UnicodeEncodeError for a str with a surrogate in it, which has no UTF-8 form.
    static func requireEncodable(_ value: Value) throws(Raised) {
        if StrObject.isASCII(value) { return }
        for index in 0..<StrObject.length(value) where StrObject.character(value, index) & 0xFFFF_F800 == 0xD800 {
            throw UnicodeFailures.encode("utf-8", value, index, index + 1, "surrogates not allowed")
        }
    }

    /// The bytes of a str, bytes or bytes-like source, and whether it is text; nil for other objects.
    public static func sourceBytes(_ value: Value) throws(Raised) -> (bytes: [UInt8], isText: Bool)? {
        if StrObject.isInstance(value) {
            var buffer = TextBuffer()
            buffer.append(str: value)
            try requireEncodable(value)
            return (buffer.bytes, true)
        }
        let isBytes = value.isObject && value.object.pointee.ob_type.has(Py_TPFLAGS_BYTES_SUBCLASS)
        let isBuffer = value.type.isSubtype(of: PyByteArray_TypePointer()) || value.type == PyMemoryView_TypePointer()
        guard isBytes || isBuffer else { return nil }
        let exact = isBytes ? Ref(value) : try Call.call(PyBytes_TypePointer().value, value)
        return (BytesObject.array(exact.value), false)
    }

    /// A path argument as text: str, bytes or an object with `__fspath__`.
    public static func path(_ value: Value) throws(Raised) -> String {
        if StrObject.isInstance(value) {
            let name = text(value)
            if name.utf8.contains(0) { throw raise(.valueError, "embedded null character") }
            return name
        }
        if let bytes = try sourceBytes(value) {
            if !BytesObject.isInstance(value) {
                try Warnings.warn(.deprecationWarning, "path should be string, bytes, or os.PathLike, not \(value.type.name)")
            }
            return String(decoding: bytes.bytes, as: UTF8.self)
        }
        let method = value.type.lookup(Names.fspath)
        if method.isNull { throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(value.type.name)") }
        let held = Ref(method)
        let function = try Attributes.bind(held.value, value)
        let result = try Call.call(function.value)
        if StrObject.isInstance(result.value) { return text(result.value) }
        if let bytes = try sourceBytes(result.value) { return String(decoding: bytes.bytes, as: UTF8.self) }
        throw raise(.typeError, "expected \(value.type.name).__fspath__() to return str or bytes, not \(result.value.type.name)")
    }

    private static let compile: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let filename = try path(arguments[1])
        guard StrObject.isInstance(arguments[2]) else {
            throw raise(.typeError, "compile() argument 'mode' must be str, not \(arguments[2].isNone ? "None" : arguments[2].type.name)")
        }
        let flags = arguments[3].isNull ? 0 : try Index.int32(arguments[3])
        let dontInherit = arguments[4].isNull ? false : try Index.int32(arguments[4]) != 0
        let optimize = arguments[5].isNull ? -1 : try Index.int32(arguments[5])
        let known = FutureFeatures.all.rawValue | onlyAST | ignoreCookie | sourceIsUTF8 | dontImplyDedent | typeComments | allowTopLevelAwait
            | allowIncompleteInput | 0x10
        if flags & ~known != 0 { throw raise(.valueError, "compile(): unrecognised flags") }
        if optimize < -1 || optimize > 2 { throw raise(.valueError, "compile(): invalid optimize value") }
        var request = SourceCode.Request(filename: filename)
        switch text(arguments[2]) {
        case "exec": request.mode = .exec
        case "eval": request.mode = .eval
        case "single": request.mode = .single
        case "func_type":
            if flags & onlyAST == 0 { throw raise(.valueError, "compile() mode 'func_type' requires flag PyCF_ONLY_AST") }
            request.mode = .funcType
        default:
            throw raise(
                .valueError,
                flags & onlyAST != 0
                    ? "compile() mode must be 'exec', 'eval', 'single' or 'func_type'" : "compile() mode must be 'exec', 'eval' or 'single'")
        }
        request.future = FutureFeatures(rawValue: flags).intersection(.all)
        if !dontInherit { request.future.formUnion(inherited()) }
        request.optimize = optimize == -1 ? nil : optimize
        let minor = arguments[6].isNull ? -1 : try Index.int32(arguments[6])
        if minor >= 0 && flags & onlyAST != 0 { request.featureVersion = minor }
        request.allowsTopLevelAwait = flags & allowTopLevelAwait != 0
        request.allowsIncompleteInput = flags & allowIncompleteInput != 0
        request.dontImplyDedent = flags & dontImplyDedent != 0
        request.typeComments = flags & typeComments != 0
        if flags & onlyAST != 0 { return try treeHook(arguments[0], request) }
        guard let source = try sourceBytes(arguments[0]) else {
            let tree = try treeCompileHook(arguments[0], request)
            if tree.isNull { throw raise(.typeError, "compile() arg 1 must be a string, bytes or AST object") }
            return tree
        }
        request.isText = source.isText
        try Audit.event("compile", arguments[0], arguments[1])
        return try SourceCode.compile(source.bytes, request)
    }
    /// compile(..., PyCF_ONLY_AST): set by the module `_ast`.
    nonisolated(unsafe) public static var treeHook: (Value, SourceCode.Request) throws(Raised) -> Ref = { (_, _) throws(Raised) -> Ref in
        throw raise(.notImplementedError, "compile() to an abstract syntax tree is not built yet")
    }
    /// compile(tree): null if the object is no tree.
    nonisolated(unsafe) public static var treeCompileHook: (Value, SourceCode.Request) throws(Raised) -> Ref = { (_, _) throws(Raised) -> Ref in .null }

    // MARK: Namespaces

    /// Globals and locals for code that is run with these arguments (null where not given).
    private static func namespaces(_ function: String, _ givenGlobals: Value, _ givenLocals: Value, _ globals: inout Ref, _ locals: inout Ref) throws(Raised) {
        if givenGlobals.isNull || givenGlobals.isNone {
            let current = CurrentFrame.globals
            if current.isNull { throw raise(.systemError, "globals and locals cannot be NULL") }
            globals = Ref(current)
            locals = givenLocals.isNull || givenLocals.isNone ? try InterpreterHooks.currentLocals() : Ref(givenLocals)
        } else {
            globals = Ref(givenGlobals)
            locals = givenLocals.isNull || givenLocals.isNone ? Ref(givenGlobals) : Ref(givenLocals)
        }
        if DictObject.get(globals.value, name: Names.builtins).isNull {
            let builtins = Ref(CurrentFrame.builtins)
            try DictObject.set(globals.value, Names.builtins, builtins.value)
        }
    }
    private static func isMapping(_ value: Value) -> Bool { value.record.pointee.subscript != nil }

    private static let exec: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let (source, givenGlobals, givenLocals) = (arguments[0], arguments[1], arguments[2])
        let closure = arguments[3].isNone ? Value.null : arguments[3]
        if !givenGlobals.isNull && !givenGlobals.isNone && !DictObject.isInstance(givenGlobals) {
            throw raise(.typeError, "exec() globals must be a dict, not \(givenGlobals.type.name)")
        }
        if !givenLocals.isNull && !givenLocals.isNone && !isMapping(givenLocals) {
            throw raise(.typeError, "locals must be a mapping or None, not \(givenLocals.type.name)")
        }
        var globals = Ref.null
        var locals = Ref.null
        try namespaces("exec", givenGlobals, givenLocals, &globals, &locals)
        let builtins = Namespaces.builtins(of: globals.value)
        if CodeObject.isInstance(source) {
            let free = CodeObject.freeCount(source)
            if free == 0 {
                if !closure.isNull { throw raise(.typeError, "cannot use a closure with this code object") }
            } else {
                var valid = !closure.isNull && TupleObject.isExact(closure) && TupleObject.count(closure) == free
                if valid { for index in 0..<free where !CellObject.isCell(TupleObject.item(closure, index)) { valid = false } }
                if !valid { throw raise(.typeError, "code object requires a closure of exactly length \(free)") }
            }
            try Audit.event("exec", source)
            let result = try Interpreter.execute(
                code: source, globals: globals.value, locals: locals.value, builtins: builtins.value, closure: closure)
            _ = result.isNull
            return .none
        }
        if !closure.isNull { throw raise(.typeError, "closure can only be used when source is a code object") }
        guard let bytes = try sourceBytes(source) else { throw raise(.typeError, "exec() arg 1 must be a string, bytes or code object") }
        var request = SourceCode.Request(filename: "<string>")
        request.isText = bytes.isText
        request.future = inherited()
        try Audit.event("compile", source, .none)
        let code = try SourceCode.compile(bytes.bytes, request)
        try Audit.event("exec", code.value)
        let result = try Interpreter.execute(code: code.value, globals: globals.value, locals: locals.value, builtins: builtins.value)
        _ = result.isNull
        return .none
    }

    private static let eval: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        let (source, givenGlobals, givenLocals) = (arguments[0], arguments[1], arguments[2])
        if !givenLocals.isNull && !givenLocals.isNone && !isMapping(givenLocals) {
            throw raise(.typeError, "locals must be a mapping")
        }
        if !givenGlobals.isNull && !givenGlobals.isNone && !DictObject.isInstance(givenGlobals) {
            throw raise(
                .typeError, isMapping(givenGlobals) ? "globals must be a real dict; try eval(expr, {}, mapping)" : "globals must be a dict")
        }
        var globals = Ref.null
        var locals = Ref.null
        try namespaces("eval", givenGlobals, givenLocals, &globals, &locals)
        let builtins = Namespaces.builtins(of: globals.value)
        if CodeObject.isInstance(source) {
            try Audit.event("exec", source)
            if CodeObject.freeCount(source) != 0 {
                throw raise(.typeError, "code object passed to eval() may not contain free variables")
            }
            return try Interpreter.execute(code: source, globals: globals.value, locals: locals.value, builtins: builtins.value)
        }
        guard var bytes = try sourceBytes(source) else { throw raise(.typeError, "eval() arg 1 must be a string, bytes or code object") }
        let blanks = bytes.bytes.prefix { $0 == 32 || $0 == 9 }.count
        bytes.bytes.removeFirst(blanks)
        var request = SourceCode.Request(filename: "<string>")
        request.mode = .eval
        request.isText = bytes.isText
        request.future = inherited()
        try Audit.event("compile", source, .none)
        let code = try SourceCode.compile(bytes.bytes, request)
        try Audit.event("exec", code.value)
        return try Interpreter.execute(code: code.value, globals: globals.value, locals: locals.value, builtins: builtins.value)
    }
}

/// Namespaces that code runs in.
enum Namespaces {
    /// The builtins that a namespace names: a dict, whether `__builtins__` is a module or a dict.
    static func builtins(of globals: Value) -> Ref {
        let found = Ref(DictObject.get(globals, name: Names.builtins))
        if !found.isNull {
            if ModuleObject.isInstance(found.value) { return Ref(ModuleObject.dict(found.value)) }
            return found
        }
        let builtins = SysModule.loadedModule("builtins")
        return builtins.isNull ? DictObject.make() : Ref(ModuleObject.dict(builtins))
    }
}

extension CurrentFrame {
    /// Builtins of the running frame, or those of the interpreter; borrowed.
    static var builtins: Value {
        if let fp { return fp.builtins }
        let module = SysModule.loadedModule("builtins")
        return module.isNull ? .none : ModuleObject.dict(module)
    }
}
