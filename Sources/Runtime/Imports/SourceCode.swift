// From source to code object: parsing, compiling, warnings.

import CPythonABI
import Compiler
import Syntax

public enum SourceCode {
    /// What is to be compiled how.
    public struct Request {
        public var filename: String
        public var mode: ParseOptions.Mode = .exec
        public var isText = false
        public var isFile = false
        public var optimize: Int?
        public var future: FutureFeatures = []
        public var allowsTopLevelAwait = false
        public var allowsIncompleteInput = false
        public var dontImplyDedent = false
        public var typeComments = false
        /// Minor version whose grammar is accepted.
        public var featureVersion = 11
        public init(filename: String, isFile: Bool = false) {
            self.filename = filename
            self.isFile = isFile
        }
    }

    /// Compiles; raises SyntaxError and its kin, and what warnings raise that are made errors.
    public static func compile(_ source: [UInt8], _ request: Request) throws(Raised) -> Ref {
        try compile(try parse(source, request, constructs: "compilation"), request, source)
    }

    /// The tree of a source. `constructs` names what a too deep source cannot be made into.
    public static func parse(_ source: [UInt8], _ request: Request, constructs: String = "ast construction") throws(Raised) -> Syntax.Module {
        var options = ParseOptions(mode: request.mode)
        options.sourceIsUTF8 = request.isText
        options.sourceIsFile = request.isFile
        options.barryAsFLUFL = request.future.contains(.barryAsFLUFL)
        options.allowIncompleteInput = request.allowsIncompleteInput
        options.dontImplyDedent = request.dontImplyDedent
        options.typeComments = request.typeComments
        options.featureVersion = request.featureVersion
        options.maxIntegerDigits = IntText.maximalDigits
        switch Syntax.parse(source: source, filename: request.filename, options: options) {
        case .failure(var failure):
            if let text = textOfOtherEncoding(source, failure) {
                var decoded = request
                decoded.isText = true
                return try parse(text, decoded, constructs: constructs)
            }
            try issue(failure.warnings, source, request)
            if failure.kind == .recursionError { failure.message = "maximum recursion depth exceeded during \(constructs)" }
            throw SyntaxErrors.raise(failure, source, request)
        case .success(let parsed):
            try issue(parsed.warnings, source, request)
            return parsed.0
        }
    }

    /// The scopes of a source, for the module symtable.
    public static func symbolTable(_ source: [UInt8], _ request: Request) throws(Raised) -> SymbolTable {
        let module = try parse(source, request, constructs: "compilation")
        let options = CompileOptions(filename: request.filename, futureFeatures: request.future)
        switch Compiler.symbolTable(module: module, options: options) {
        case .failure(let failure): throw SyntaxErrors.raise(failure, source, request)
        case .success(let table): return table
        }
    }

    /// The parser decodes the encodings that programs are written in; a source in one of the others is decoded by the library's codec.
    private static func textOfOtherEncoding(_ source: [UInt8], _ failure: SyntaxFailure) -> [UInt8]? {
        let prefixes = ["unknown encoding: ", "encoding problem: "]
        guard failure.kind == .syntaxError, let prefix = prefixes.first(where: { failure.message.hasPrefix($0) }), !failure.message.hasSuffix(" with BOM")
        else { return nil }
        do throws(Raised) {
            let encoding = StrObject.make(String(failure.message.dropFirst(prefix.utf8.count)))
            let bytes = try BytesObject.make(source, source.count)
            let text = try Codecs.decode(bytes.value, encoding.value, .null)
            return StrObject.isInstance(text.value) ? Array(StrObject.swiftString(text.value).utf8) : nil
        } catch {
            PendingException.clear()
            return nil
        }
    }

    /// Compiles a tree.
    public static func compile(_ module: Syntax.Module, _ request: Request, _ source: [UInt8] = []) throws(Raised) -> Ref {
        var compileOptions = CompileOptions(
            filename: request.filename, optimizationLevel: request.optimize ?? Configuration.current.optimize, futureFeatures: request.future)
        compileOptions.allowsTopLevelAwait = request.allowsTopLevelAwait
        switch Compiler.compile(module: module, options: compileOptions) {
        case .failure(let failure):
            try issue(failure.warnings, source, request)
            throw SyntaxErrors.raise(failure, source, request)
        case .success(let compiled):
            try issue(compiled.warnings, source, request)
            if !Configuration.current.hasDebugRanges { stripColumns(compiled.0) }
            return try CodeObject.link(compiled.0)
        }
    }

    private static func stripColumns(_ unit: CodeUnit) {
        unit.positions = unit.positions.linesOnly()
        for constant in unit.constants { if case .code(let inner) = constant { stripColumns(inner) } }
    }

    private static func issue(_ warnings: [SyntaxWarning], _ source: [UInt8], _ request: Request) throws(Raised) {
        for warning in warnings {
            let type: TypePointer = warning.category == .syntaxWarning ? PyExc_SyntaxWarningPointer() : PyExc_DeprecationWarningPointer()
            let message = StrObject.make(warning.message)
            let filename = StrObject.make(request.filename)
            do throws(Raised) {
                try Warnings.explicitHook(type, message.value, filename.value, warning.line)
            } catch {
                // A warning made an error is a SyntaxError at its place.
                guard PendingException.type == type else { throw error }
                PendingException.clear()
                var failure = warning.failure
                    ?? SyntaxFailure(kind: .syntaxError, message: warning.message, line: warning.line, offset: warning.offset)
                failure.filename = request.filename
                throw SyntaxErrors.raise(failure, source, request)
            }
        }
    }
}

extension SyntaxErrors {
    /// As `raise`, with the source at hand for the text of the line.
    static func raise(_ failure: SyntaxFailure, _ source: [UInt8], _ request: SourceCode.Request) -> Raised {
        // Only what was read from a file can be looked up by line; of a string, CPython tells the text only if the parser does.
        raise(failure)
    }
}
