// The streams on the descriptors 0, 1 and 2, and the built-in function `open`.

import CPythonABI
import Glibc
import Runtime

extension IOModule {
    /// Gives the runtime its streams and builtins their `open`; before it starts.
    static func install() {
        StandardStreams.make = { (descriptor) throws(Raised) -> Ref in try StandardStreamMaker.make(descriptor) }
        StandardStreams.isPlainText = { (stream) in
            stream.isObject && stream.object.pointee.ob_type == TextWrapper.type && StreamObject.isPlain(stream, attributes: 1)
        }
        StandardStreams.write = { (stream, text) throws(Raised) -> Void in try TextWrapper.write(stream, text) }
        BuiltinsModule.additions.append { (builtins) in
            let name = StrObject.intern("io")
            OpenFunction.addOpen(builtins, home: name.value)
        }
    }
}

enum StandardStreamMaker {
    /// Encoding and error handler, as the environment and the locale want them.
    private static func settings(_ descriptor: Int32) throws(Raised) -> (encoding: String, errors: String) {
        let parts = (Configuration.current.ioEncoding ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let given = parts.first ?? ""
        var errors = parts.count > 1 ? parts[1] : ""
        let encoding: String
        if !given.isEmpty {
            if errors.isEmpty { errors = "strict" }
            encoding = try codecName(given)
        } else {
            let isPlain = Configuration.current.utf8Mode > 0
            encoding = isPlain ? "utf-8" : try codecName(LocaleEncoding.name)
            if errors.isEmpty { errors = isPlain || LocaleEncoding.isPlain ? "surrogateescape" : "strict" }
        }
        return (encoding, descriptor == 2 ? "backslashreplace" : errors)
    }
    /// The name that a codec gives itself.
    private static func codecName(_ name: String) throws(Raised) -> String {
        let text = StrObject.make(name)
        switch Codecs.standard(text.value) {
        case .utf8: return "utf-8"
        case .latin1: return "iso8859-1"
        case .ascii: return "ascii"
        default: break
        }
        let codec = try CodecRegistry.lookup(text.value)
        let found = try Attributes.getIfPresent(codec.value, IONames.name)
        return found.isNull ? name : Runtime.text(found.value)
    }

    static func make(_ descriptor: Int32) throws(Raised) -> Ref {
        let isOutput = descriptor != 0
        let unbuffered = Configuration.current.unbuffered
        let number = IntObject.make(Int(descriptor))
        let mode = StrObject.intern(isOutput ? "wb" : "rb")
        let raw = try FileIO.open(number.value, mode: mode.value, closesDescriptor: false)
        let name = StrObject.intern(descriptor == 0 ? "<stdin>" : descriptor == 1 ? "<stdout>" : "<stderr>")
        try Attributes.set(raw.value, IONames.name, name.value)
        let isTerminal = isatty(descriptor) == 1
        let buffer: Ref
        if isOutput && unbuffered {
            buffer = raw.copy()
        } else {
            let size = Int(FileIO.layout(raw.value).pointee.blockSize)
            buffer = try BufferedTypes.make(isOutput ? BufferedTypes.writer : BufferedTypes.reader, raw.value, size: size)
        }
        let (encoding, errors) = try settings(descriptor)
        let (encodingText, errorsText, newline) = (StrObject.make(encoding).take(), StrObject.make(errors).take(), StrObject.make("\n").take())
        defer {
            encodingText.release()
            errorsText.release()
            newline.release()
        }
        var options = TextWrapper.Options()
        options.encoding = encodingText
        options.errors = errorsText
        options.newline = newline
        options.lineBuffering = !(isOutput && unbuffered) && (isTerminal || descriptor == 2)
        options.writeThrough = unbuffered && isOutput
        let stream = try TextWrapper.make(buffer.value, options)
        let shown = StrObject.intern(isOutput ? "w" : "r")
        try Attributes.set(stream.value, IONames.mode, shown.value)
        return stream
    }
}

/// What the locale says about text.
enum LocaleEncoding {
    /// The encoding of LC_CTYPE.
    static var name: String {
        start()
        guard let name = nl_langinfo(Int32(CODESET)), name.pointee != 0 else { return "UTF-8" }
        return String(cString: name)
    }
    /// Whether LC_CTYPE is the C locale or one that stands for it: undecodable bytes are to go through as they are.
    static var isPlain: Bool {
        start()
        guard let name = setlocale(LC_CTYPE, nil) else { return true }
        return ["C", "POSIX", "C.UTF-8", "C.utf8", "UTF-8"].contains(String(cString: name))
    }
    /// Takes the locale of the environment, unless there is one already.
    private static func start() {
        if hasStarted { return }
        hasStarted = true
        if let name = setlocale(LC_CTYPE, nil), strcmp(name, "C") == 0 { setlocale(LC_CTYPE, "") }
    }
    nonisolated(unsafe) private static var hasStarted = false
    private static let CODESET = 14
}
