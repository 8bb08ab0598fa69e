// The front end's one entry: bytes to tree.

/// Parses a Python source.
///
/// - Parameters:
///   - source: the bytes of the source; decoded by its byte order mark or cookie (PEP 263) unless `options.sourceIsUTF8`.
///   - filename: goes into the failure.
/// - Returns: the tree and warnings, or the exception to raise. Takes time linear in the size of the source.
public func parse(
    source: UnsafeBufferPointer<UInt8>, filename: String, options: ParseOptions = ParseOptions()
) -> Result<(Module, warnings: [SyntaxWarning]), SyntaxFailure> {
    if source.count >= Int(Int32.max) - 64 {
        return .failure(SyntaxFailure(kind: .overflowError, message: "source code is too large", filename: filename))
    }
    let decoded: DecodedSource
    switch SourceDecoding.decode(source, filename: filename, options: options) {
    case .success(let result): decoded = result
    case .failure(let failure): return .failure(failure)
    }
    let names = NameTable()
    names.keep(decoded.buffer)
    let tokens = TokenBuffer(capacity: decoded.buffer.count / 4 + 64)
    var lexer = Lexer(source: decoded.buffer, names: names, tokens: tokens, mode: options.mode)
    lexer.dontImplyDedent = options.dontImplyDedent
    lexer.typeComments = options.typeComments
    lexer.hasAsyncNames = options.featureVersion < 7
    lexer.firstInvalidByte = decoded.hasInvalidUTF8 ? 0 : -1
    lexer.run()
    let parser = Parser(
        source: decoded.buffer, names: names, tokens: tokens, options: options, stack: StackBound())
    parser.sourceHasInvalidUTF8 = decoded.hasInvalidUTF8
    parser.countsCharacters = decoded.hasDeclaredEncoding
    parser.lexicalFailure = lexer.failure
    parser.typeIgnores = lexer.typeIgnores
    do throws(ParseFailed) {
        let module = try parser.parseModule()
        return .success((module, warnings: inSourceOrder(lexer.warnings, parser.warnings)))
    } catch {
        // What was warned of before the error; the diagnosis reads on, and says it again.
        let line = Int(parser.current.pointee.line)
        let warnings = inSourceOrder(lexer.warnings.filter { $0.line <= line }, parser.warnings)
        var failure = parser.diagnose(start: .source(options.mode))
        failure.filename = filename
        failure.warnings = warnings
        return .failure(failure)
    }
}

/// Two lists of warnings, each in order, as one.
private func inSourceOrder(_ left: [SyntaxWarning], _ right: [SyntaxWarning]) -> [SyntaxWarning] {
    if left.isEmpty { return right }
    var result: [SyntaxWarning] = []
    var index = 0
    for warning in right {
        while index < left.count, left[index].line <= warning.line {
            result.append(left[index])
            index += 1
        }
        result.append(warning)
    }
    return result + left[index...]
}

/// Parses a Python source held in an array.
public func parse(
    source: [UInt8], filename: String, options: ParseOptions = ParseOptions()
) -> Result<(Module, warnings: [SyntaxWarning]), SyntaxFailure> {
    source.withUnsafeBufferPointer { parse(source: $0, filename: filename, options: options) }
}
