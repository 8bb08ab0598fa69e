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
        public init(filename: String, isFile: Bool = false) {
            self.filename = filename
            self.isFile = isFile
        }
    }

    /// Compiles; raises SyntaxError and its kin, and what warnings raise that are made errors.
    public static func compile(_ source: [UInt8], _ request: Request) throws(Raised) -> Ref {
        var options = ParseOptions(mode: request.mode)
        options.sourceIsUTF8 = request.isText
        options.sourceIsFile = request.isFile
        options.barryAsFLUFL = request.future.contains(.barryAsFLUFL)
        options.allowIncompleteInput = request.allowsIncompleteInput
        options.dontImplyDedent = request.dontImplyDedent
        options.maxIntegerDigits = IntText.maximalDigits
        let module: Syntax.Module
        switch Syntax.parse(source: source, filename: request.filename, options: options) {
        case .failure(let failure): throw SyntaxErrors.raise(failure, source, request)
        case .success(let parsed):
            module = parsed.0
            try issue(parsed.warnings, source, request)
        }
        var compileOptions = CompileOptions(
            filename: request.filename, optimizationLevel: request.optimize ?? Configuration.current.optimize, futureFeatures: request.future)
        compileOptions.allowsTopLevelAwait = request.allowsTopLevelAwait
        switch Compiler.compile(module: module, options: compileOptions) {
        case .failure(let failure): throw SyntaxErrors.raise(failure, source, request)
        case .success(let compiled):
            try issue(compiled.warnings, source, request)
            return try CodeObject.link(compiled.0)
        }
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
                var failure = SyntaxFailure(kind: .syntaxError, message: warning.message, filename: request.filename)
                failure.line = warning.line
                failure.offset = warning.offset
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
