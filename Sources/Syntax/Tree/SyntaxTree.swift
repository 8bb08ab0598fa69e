// The abstract syntax tree of Python 3.11, as the `ast` module documents it.
//
// Node and field names are those of the language's own grammar of trees (`ast` module documentation), in Swift case, so that
// whoever knows `ast.FunctionDef` finds `.functionDef` here. A node is a final class with its position and a `kind` that holds
// the fields: one allocation a node, and a `switch` over kinds is checked for completeness by the compiler.
//
// The parser bounds the depth of a tree (see `Parser`), so walking or freeing one never exhausts the native stack.

/// Where a node stands in the source. Lines count from 1; columns are offsets in UTF-8 bytes from 0, as in `ast`.
public struct SourceRange: Equatable, Sendable {
    public var line: Int32
    public var column: Int32
    public var endLine: Int32
    public var endColumn: Int32

    @inlinable public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
        self.line = Int32(truncatingIfNeeded: line)
        self.column = Int32(truncatingIfNeeded: column)
        self.endLine = Int32(truncatingIfNeeded: endLine)
        self.endColumn = Int32(truncatingIfNeeded: endColumn)
    }
}

/// The text of a string literal. Python strings may hold lone surrogates, which a Swift `String` cannot, so the text is kept
/// as UTF-8 in which a surrogate code point is encoded like any other (generalised UTF-8).
public struct PythonText: Hashable, Sendable {
    public var utf8: [UInt8]
    @inlinable public init(utf8: [UInt8]) { self.utf8 = utf8 }
    @inlinable public init(_ string: String) { utf8 = Array(string.utf8) }
}

/// The value of a literal.
public enum Constant: Hashable, Sendable {
    case none, `true`, `false`, ellipsis
    /// An int that fits 64 bits.
    case int(Int)
    /// A larger int: magnitude in 30-bit digits, least significant first, never zero-extended. Literals are not negative.
    case bigInt([UInt32])
    /// A negative int below 64 bits: its magnitude. Made by constant folding and from trees made by programs.
    case negativeBigInt([UInt32])
    /// Bit pattern, so that constants are equal when they are the same number to the bit (0.0 and -0.0 differ).
    case float(bits: UInt64)
    /// Real and imaginary bit patterns.
    case complex(realBits: UInt64, imaginaryBits: UInt64)
    /// `kind` is "u" for a literal with that prefix.
    case string(PythonText, kindU: Bool)
    case bytes([UInt8])
    /// Made by constant folding only.
    case tuple([Constant])
    /// Made by constant folding only (`x in {1, 2}`).
    case frozenset([Constant])
}

/// A comment `# type: ignore`, with what follows the word.
public struct TypeIgnore {
    public var line: Int
    public var tag: String
}

public enum Module {
    case module([Statement], typeIgnores: [TypeIgnore] = [])
    /// One interactive statement (mode "single").
    case interactive([Statement])
    case expression(Expression)
    /// A signature type comment (mode "func_type").
    case functionType(arguments: [Expression], returns: Expression)
}

public final class Statement {
    public var kind: Kind
    public var range: SourceRange
    /// The text after `# type: ` of an assignment, loop, `with` or definition (`ParseOptions.typeComments`).
    public var typeComment: String?
    public init(_ kind: Kind, _ range: SourceRange) { self.kind = kind; self.range = range }

    public enum Kind {
        case functionDef(Function)
        case asyncFunctionDef(Function)
        case classDef(Class)
        case `return`(Expression?)
        case delete([Expression])
        case assign(targets: [Expression], value: Expression)
        case augAssign(target: Expression, op: BinaryOperator, value: Expression)
        /// `simple` is true for a bare name without parentheses.
        case annAssign(target: Expression, annotation: Expression, value: Expression?, simple: Bool)
        case `for`(target: Expression, iter: Expression, body: [Statement], orelse: [Statement])
        case asyncFor(target: Expression, iter: Expression, body: [Statement], orelse: [Statement])
        case `while`(test: Expression, body: [Statement], orelse: [Statement])
        case `if`(test: Expression, body: [Statement], orelse: [Statement])
        case with(items: [WithItem], body: [Statement])
        case asyncWith(items: [WithItem], body: [Statement])
        case match(subject: Expression, cases: [MatchCase])
        case raise(exception: Expression?, cause: Expression?)
        case `try`(body: [Statement], handlers: [ExceptHandler], orelse: [Statement], finalbody: [Statement])
        case tryStar(body: [Statement], handlers: [ExceptHandler], orelse: [Statement], finalbody: [Statement])
        case assert(test: Expression, message: Expression?)
        case `import`([Alias])
        /// `level` counts leading dots. `module` is nil for `from . import x`.
        case importFrom(module: String?, names: [Alias], level: Int)
        case global([String])
        case nonlocal([String])
        case expression(Expression)
        case pass, `break`, `continue`
    }
}

public final class Function {
    public var name: String
    public var arguments: Arguments
    public var body: [Statement]
    public var decorators: [Expression]
    public var returns: Expression?
    public init(name: String, arguments: Arguments, body: [Statement], decorators: [Expression], returns: Expression?) {
        self.name = name; self.arguments = arguments; self.body = body; self.decorators = decorators; self.returns = returns
    }
}

public final class Class {
    public var name: String
    public var bases: [Expression]
    public var keywords: [Keyword]
    public var body: [Statement]
    public var decorators: [Expression]
    public init(name: String, bases: [Expression], keywords: [Keyword], body: [Statement], decorators: [Expression]) {
        self.name = name; self.bases = bases; self.keywords = keywords; self.body = body; self.decorators = decorators
    }
}

/// What an expression in a target position does. `load` everywhere else.
public enum ExpressionContext: UInt8, Sendable { case load, store, delete }

public enum BooleanOperator: UInt8, Sendable { case and, or }
public enum BinaryOperator: UInt8, Sendable, CaseIterable {
    case add, subtract, multiply, matrixMultiply, divide, modulo, power, leftShift, rightShift, bitOr, bitXor, bitAnd, floorDivide
}
public enum UnaryOperator: UInt8, Sendable { case invert, not, plus, minus }
public enum ComparisonOperator: UInt8, Sendable, CaseIterable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual, `is`, isNot, `in`, notIn
}

public final class Expression {
    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) { self.kind = kind; self.range = range }

    public enum Kind {
        case boolOp(BooleanOperator, [Expression])
        case namedExpr(target: Expression, value: Expression)
        case binOp(Expression, BinaryOperator, Expression)
        case unaryOp(UnaryOperator, Expression)
        case lambda(Arguments, Expression)
        case ifExp(test: Expression, body: Expression, orelse: Expression)
        /// A nil key is `**value`.
        case dict(keys: [Expression?], values: [Expression])
        case set([Expression])
        case listComp(Expression, [Comprehension])
        case setComp(Expression, [Comprehension])
        case dictComp(key: Expression, value: Expression, [Comprehension])
        case generatorExp(Expression, [Comprehension])
        case await(Expression)
        case yield(Expression?)
        case yieldFrom(Expression)
        case compare(Expression, [ComparisonOperator], [Expression])
        case call(Expression, [Expression], [Keyword])
        /// `conversion` is -1, or the character after `!` (115 s, 114 r, 97 a).
        case formattedValue(Expression, conversion: Int, formatSpec: Expression?)
        case joinedStr([Expression])
        case constant(Constant)
        case attribute(Expression, String, ExpressionContext)
        case `subscript`(Expression, Expression, ExpressionContext)
        case starred(Expression, ExpressionContext)
        case name(String, ExpressionContext)
        case list([Expression], ExpressionContext)
        case tuple([Expression], ExpressionContext)
        case slice(lower: Expression?, upper: Expression?, step: Expression?)
    }
}

public struct Comprehension {
    public var target: Expression
    public var iter: Expression
    public var ifs: [Expression]
    public var isAsync: Bool
    public init(target: Expression, iter: Expression, ifs: [Expression], isAsync: Bool) {
        self.target = target; self.iter = iter; self.ifs = ifs; self.isAsync = isAsync
    }
}

public final class ExceptHandler {
    public var type: Expression?
    public var name: String?
    public var body: [Statement]
    public var range: SourceRange
    public init(type: Expression?, name: String?, body: [Statement], range: SourceRange) {
        self.type = type; self.name = name; self.body = body; self.range = range
    }
}

public final class Arguments {
    public var posonlyargs: [Argument] = []
    public var args: [Argument] = []
    public var vararg: Argument?
    public var kwonlyargs: [Argument] = []
    /// One for each of `kwonlyargs`; nil where the argument is required.
    public var kwDefaults: [Expression?] = []
    public var kwarg: Argument?
    /// Defaults of the last positional arguments.
    public var defaults: [Expression] = []
    public init() {}
}

public final class Argument {
    public var name: String
    public var annotation: Expression?
    public var range: SourceRange
    public var typeComment: String?
    public init(name: String, annotation: Expression?, range: SourceRange) {
        self.name = name; self.annotation = annotation; self.range = range
    }
}

/// A keyword argument of a call or a class. A nil name is `**value`.
public final class Keyword {
    public var name: String?
    public var value: Expression
    public var range: SourceRange
    public init(name: String?, value: Expression, range: SourceRange) { self.name = name; self.value = value; self.range = range }
}

public final class Alias {
    public var name: String
    public var asname: String?
    public var range: SourceRange
    public init(name: String, asname: String?, range: SourceRange) { self.name = name; self.asname = asname; self.range = range }
}

public struct WithItem {
    public var contextExpr: Expression
    public var optionalVars: Expression?
    public init(contextExpr: Expression, optionalVars: Expression?) { self.contextExpr = contextExpr; self.optionalVars = optionalVars }
}

public struct MatchCase {
    public var pattern: Pattern
    public var `guard`: Expression?
    public var body: [Statement]
    public init(pattern: Pattern, guard: Expression?, body: [Statement]) { self.pattern = pattern; self.guard = `guard`; self.body = body }
}

public final class Pattern {
    public var kind: Kind
    public var range: SourceRange
    public init(_ kind: Kind, _ range: SourceRange) { self.kind = kind; self.range = range }

    public enum Kind {
        case value(Expression)
        case singleton(Constant)
        case sequence([Pattern])
        case mapping(keys: [Expression], patterns: [Pattern], rest: String?)
        case `class`(cls: Expression, patterns: [Pattern], kwdAttrs: [String], kwdPatterns: [Pattern])
        case star(String?)
        /// `case _` is `as(nil, nil)`.
        case `as`(Pattern?, String?)
        case or([Pattern])
    }
}
