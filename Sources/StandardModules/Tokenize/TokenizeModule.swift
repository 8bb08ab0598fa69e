// The module _tokenize: the lexer's own tokens, for tests and tools.

import CPythonABI
import Runtime
import Syntax

enum TokenizeModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.type("TokenizerIter", type)
    }

    private static let parameters = BoundParameters("(source)")
    /// Fields: a list of what is still to come (the error last, if there is one) and the position in it.
    private static let items = 0
    private static let position = 1

    private static let type: TypePointer = FieldObject.type("_tokenize.TokenizerIter", fields: 2) { type in
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if arguments.count + arguments.keywordCount > 1 {
                throw raise(.typeError, "tokenizeriter() takes at most 1 argument (\(arguments.count + arguments.keywordCount) given)")
            }
            let source = arguments.count == 1 ? arguments[0] : arguments.keyword("source")
            if source.isNull { throw raise(.typeError, "tokenizeriter() missing required argument 'source' (pos 1)") }
            guard StrObject.isInstance(source) else {
                throw raise(.typeError, "tokenizeriter() argument 'source' must be str, not \(source.isNone ? "None" : source.type.name)")
            }
            guard let bytes = try CompileFunctions.sourceBytes(source) else { throw raise(.typeError, "no source") }
            if bytes.bytes.contains(0) { throw raise(.valueError, "embedded null character") }
            let made = try FieldObject.make(type)
            let fields = Fields(made.value)
            fields.set(items, try read(bytes.bytes))
            fields.setInt(position, 0)
            return made
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let fields = Fields(self)
            let index = fields.int(position)
            let list = fields.hold(items)
            guard index < ListObject.count(list.value) else { return .null }
            fields.setInt(position, index + 1)
            let item = Ref(ListObject.item(list.value, index))
            if TupleObject.isExact(item.value) { return item }
            throw PendingException.set(item.value.type, item.value)
        }
    }

    private static func read(_ source: [UInt8]) throws(Raised) -> Ref {
        var (tokens, failure) = sourceTokens(source)
        let list = try ListObject.make(capacity: tokens.count + 1)
        for token in tokens {
            let text = StrObject.make(token.text)
            let line = StrObject.make(token.lineText)
            let item = TupleObject.make(
                text.value, Value(smallInt: token.number), Value(smallInt: token.line), Value(smallInt: token.endLine),
                Value(smallInt: token.column), Value(smallInt: token.endColumn), line.value)
            try ListObject.append(list.value, item.value)
        }
        if failure != nil {
            failure?.filename = "<string>"
            if let failure { _ = SyntaxErrors.raise(failure) }
            let exception = ExceptionObject.take()
            try ListObject.append(list.value, exception.value)
        }
        return list
    }
}
