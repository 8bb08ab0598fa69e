// open, open_code and text_encoding.

import CPythonABI
import Glibc
import Runtime

enum OpenFunction {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "open_code", .bound { (_, arguments) throws(Raised) -> Ref in
                guard StrObject.isInstance(arguments[0]) else {
                    throw raise(.typeError, "open_code() argument 'path' must be str, not \(arguments[0].isNone ? "None" : arguments[0].type.name)")
                }
                let mode = StrObject.intern("rb")
                return try make(arguments[0], mode.value)
            }, "($module, /, path)", doc: IOModuleDocs.open_code)
        module.function(
            "text_encoding", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
                let level = arguments[1].isNull ? 2 : try Index.int32(arguments[1])
                return try TextEncodings.textEncoding(arguments[0], level)
            }, "($module, encoding, stacklevel=2, /)", doc: IOModuleDocs.text_encoding)
    }

    /// The built-in function; its home is the module io.
    static func addOpen(_ builtins: ModuleBuilder, home: Value) {
        let method = NativeMethod.make(
            "open", .bound(open),
            "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
            doc: IOModuleDocs.open_)
        let function = NativeFunctionObject.make(method, self: builtins.module, module: home)
        builtins.set("open", function.value)
    }

    private static let open: (Value, Arguments) throws(Raised) -> Ref = { (_, arguments) throws(Raised) -> Ref in
        if !arguments[1].isNull && !StrObject.isInstance(arguments[1]) {
            throw raise(.typeError, "open() argument 'mode' must be str, not \(arguments[1].isNone ? "None" : arguments[1].type.name)")
        }
        var options = Options()
        if !arguments[2].isNull {
            guard let buffering = Int32(exactly: try FileIOMethods.offset(arguments[2])) else {
                throw raise(.overflowError, "Python int too large to convert to C int")
            }
            options.buffering = Int(buffering)
        }
        options.encoding = try string(arguments[3], "encoding")
        options.errors = try string(arguments[4], "errors")
        options.newline = try string(arguments[5], "newline")
        if !arguments[6].isNull { options.closesDescriptor = try Truth.of(arguments[6]) }
        options.opener = arguments[7]
        return try make(arguments[0], arguments[1], options)
    }
    private static func string(_ value: Value, _ name: StaticString) throws(Raised) -> Value {
        if value.isNull || value.isNone { return .null }
        guard StrObject.isInstance(value) else {
            throw raise(.typeError, "open() argument '\(name)' must be str or None, not \(value.type.name)")
        }
        if TextScan.index(of: 0, in: value, 0, StrObject.length(value)) >= 0 { throw raise(.valueError, "embedded null character") }
        return value
    }

    struct Options {
        var buffering = -1
        var encoding = Value.null
        var errors = Value.null
        var newline = Value.null
        var closesDescriptor = true
        var opener = Value.null
    }
    /// What the letters of a mode mean.
    private struct Mode {
        var created = false, reading = false, writing = false, appending = false
        var updating = false, isText = false, isBinary = false

        init(_ mode: Value) throws(Raised) {
            if mode.isNull {
                reading = true
                return
            }
            let length = StrObject.length(mode)
            for index in 0..<length {
                let code = StrObject.character(mode, index)
                switch code {
                case 120: created = true
                case 114: reading = true
                case 119: writing = true
                case 97: appending = true
                case 43: updating = true
                case 116: isText = true
                case 98: isBinary = true
                case 0: throw raise(.valueError, "embedded null character")
                default: throw Mode.invalid(mode)
                }
                if TextScan.index(of: code, in: mode, index + 1, length) >= 0 { throw Mode.invalid(mode) }
            }
        }
        private static func invalid(_ mode: Value) -> Raised { raise(.valueError, "invalid mode: '\(text(mode))'") }

        /// The mode of the raw file.
        var raw: String {
            "\(created ? "x" : "")\(reading ? "r" : "")\(writing ? "w" : "")\(appending ? "a" : "")\(updating ? "+" : "")"
        }
        func check(_ options: Options) throws(Raised) {
            if isText && isBinary { throw raise(.valueError, "can't have text and binary mode at once") }
            let kinds = (created ? 1 : 0) + (reading ? 1 : 0) + (writing ? 1 : 0) + (appending ? 1 : 0)
            if kinds > 1 { throw raise(.valueError, "must have exactly one of create/read/write/append mode") }
            if isBinary {
                if !options.encoding.isNull { throw raise(.valueError, "binary mode doesn't take an encoding argument") }
                if !options.errors.isNull { throw raise(.valueError, "binary mode doesn't take an errors argument") }
                if !options.newline.isNull { throw raise(.valueError, "binary mode doesn't take a newline argument") }
            }
        }
    }

    static func make(_ file: Value, _ mode: Value, _ options: Options = Options()) throws(Raised) -> Ref {
        var given = Ref(file)
        if !IntObject.isInstance(file) { given = try FileNames.path(file) }
        let parsed = try Mode(mode)
        try parsed.check(options)
        if parsed.isBinary && options.buffering == 1 {
            try Warnings.warn(
                .runtimeWarning,
                "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used")
        }
        let rawMode = StrObject.intern(parsed.raw)
        let raw = try FileIO.open(
            given.value, mode: rawMode.value, closesDescriptor: options.closesDescriptor,
            opener: options.opener.isNull ? .none : options.opener)
        do throws(Raised) { return try wrap(raw.value, mode, parsed, options) } catch {
            // Nobody else will close it.
            let failure = HeldException.take()
            do throws(Raised) { try StreamObject.call(raw.value, Names.close) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
    }

    private static func wrap(_ raw: Value, _ mode: Value, _ parsed: Mode, _ options: Options) throws(Raised) -> Ref {
        let layout = FileIO.layout(raw)
        let isTerminal = isatty(layout.pointee.descriptor) == 1
        var buffering = options.buffering
        var lineBuffering = false
        if buffering == 1 && !parsed.isBinary || buffering < 0 && isTerminal {
            buffering = -1
            lineBuffering = true
        }
        if buffering < 0 || (buffering == 1 && parsed.isBinary) { buffering = Int(layout.pointee.blockSize) }
        if buffering < 1 && options.buffering == 0 {
            if parsed.isBinary { return Ref(raw) }
            throw raise(.valueError, "can't have unbuffered text I/O")
        }
        let type = parsed.updating ? BufferedTypes.random : parsed.created || parsed.writing || parsed.appending ? BufferedTypes.writer : BufferedTypes.reader
        let buffer = try BufferedTypes.make(type, raw, size: buffering)
        if parsed.isBinary { return buffer }
        do throws(Raised) { return try decorate(buffer.value, mode, options, lineBuffering) } catch {
            // Closed before it dies, so that nobody is warned of it.
            let failure = HeldException.take()
            do throws(Raised) { try StreamObject.call(buffer.value, Names.close) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
    }
    private static func decorate(_ buffer: Value, _ mode: Value, _ options: Options, _ lineBuffering: Bool) throws(Raised) -> Ref {
        var text = TextWrapper.Options()
        text.encoding = options.encoding
        text.errors = options.errors
        text.newline = options.newline
        text.lineBuffering = lineBuffering
        let wrapper = try TextWrapper.make(buffer, text)
        let shown = mode.isNull ? StrObject.intern("r") : Ref(mode)
        try Attributes.set(wrapper.value, IONames.mode, shown.value)
        return wrapper
    }
}
