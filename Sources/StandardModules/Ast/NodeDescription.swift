// The grammar of trees, as the documentation of the module `ast` states it. Everything about node classes is read from this text:
// names, bases, fields, which fields are optional, docstrings, and how trees made by programs are checked.

enum NodeDescription {
    /// `name = alternatives` is a sum; `name(fields)` a product. `+` before a name: its nodes have positions; `++`: of which the end
    /// need not be given.
    static let grammar: StaticString = """
        mod = Module(stmt* body, type_ignore* type_ignores)
            | Interactive(stmt* body)
            | Expression(expr body)
            | FunctionType(expr* argtypes, expr returns)
        ++stmt = FunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
             | AsyncFunctionDef(identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment)
             | ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list)
             | Return(expr? value)
             | Delete(expr* targets)
             | Assign(expr* targets, expr value, string? type_comment)
             | AugAssign(expr target, operator op, expr value)
             | AnnAssign(expr target, expr annotation, expr? value, int simple)
             | For(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
             | AsyncFor(expr target, expr iter, stmt* body, stmt* orelse, string? type_comment)
             | While(expr test, stmt* body, stmt* orelse)
             | If(expr test, stmt* body, stmt* orelse)
             | With(withitem* items, stmt* body, string? type_comment)
             | AsyncWith(withitem* items, stmt* body, string? type_comment)
             | Match(expr subject, match_case* cases)
             | Raise(expr? exc, expr? cause)
             | Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
             | TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)
             | Assert(expr test, expr? msg)
             | Import(alias* names)
             | ImportFrom(identifier? module, alias* names, int? level)
             | Global(identifier* names)
             | Nonlocal(identifier* names)
             | Expr(expr value)
             | Pass
             | Break
             | Continue
        ++expr = BoolOp(boolop op, expr* values)
             | NamedExpr(expr target, expr value)
             | BinOp(expr left, operator op, expr right)
             | UnaryOp(unaryop op, expr operand)
             | Lambda(arguments args, expr body)
             | IfExp(expr test, expr body, expr orelse)
             | Dict(expr* keys, expr* values)
             | Set(expr* elts)
             | ListComp(expr elt, comprehension* generators)
             | SetComp(expr elt, comprehension* generators)
             | DictComp(expr key, expr value, comprehension* generators)
             | GeneratorExp(expr elt, comprehension* generators)
             | Await(expr value)
             | Yield(expr? value)
             | YieldFrom(expr value)
             | Compare(expr left, cmpop* ops, expr* comparators)
             | Call(expr func, expr* args, keyword* keywords)
             | FormattedValue(expr value, int conversion, expr? format_spec)
             | JoinedStr(expr* values)
             | Constant(constant value, string? kind)
             | Attribute(expr value, identifier attr, expr_context ctx)
             | Subscript(expr value, expr slice, expr_context ctx)
             | Starred(expr value, expr_context ctx)
             | Name(identifier id, expr_context ctx)
             | List(expr* elts, expr_context ctx)
             | Tuple(expr* elts, expr_context ctx)
             | Slice(expr? lower, expr? upper, expr? step)
        expr_context = Load | Store | Del
        boolop = And | Or
        operator = Add | Sub | Mult | MatMult | Div | Mod | Pow | LShift | RShift | BitOr | BitXor | BitAnd | FloorDiv
        unaryop = Invert | Not | UAdd | USub
        cmpop = Eq | NotEq | Lt | LtE | Gt | GtE | Is | IsNot | In | NotIn
        comprehension(expr target, expr iter, expr* ifs, int is_async)
        ++excepthandler = ExceptHandler(expr? type, identifier? name, stmt* body)
        arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)
        ++arg(identifier arg, expr? annotation, string? type_comment)
        ++keyword(identifier? arg, expr value)
        ++alias(identifier name, identifier? asname)
        withitem(expr context_expr, expr? optional_vars)
        match_case(pattern pattern, expr? guard, stmt* body)
        +pattern = MatchValue(expr value)
                | MatchSingleton(constant value)
                | MatchSequence(pattern* patterns)
                | MatchMapping(expr* keys, pattern* patterns, identifier? rest)
                | MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)
                | MatchStar(identifier? name)
                | MatchAs(pattern? pattern, identifier? name)
                | MatchOr(pattern* patterns)
        type_ignore = TypeIgnore(int lineno, string tag)
        """
}

/// What a field holds.
enum FieldKind {
    case identifier, string, int, constant
    /// Nodes of a sum or product.
    case node(NodeClass)
}

struct FieldDescription {
    enum Count { case one, optional, many }
    var name: String
    var kind: FieldKind
    var count: Count
}

/// What the grammar says of one class.
struct ClassDescription {
    var name: String
    var doc: String
    /// The sum that the class is an alternative of.
    var base: NodeClass?
    var fields: [FieldDescription] = []
    var hasPosition = false
    var endIsOptional = false
    /// A class of alternatives.
    var isSum = false
}

extension ClassDescription {
    /// Reads the grammar, in the order of `NodeClass`.
    static func readAll() -> [ClassDescription] {
        var result: [ClassDescription] = []
        var fieldTexts: [[UInt8]] = []
        let grammar = NodeDescription.grammar.withUTF8Buffer { Array($0) }
        var definition: [UInt8] = []
        func flush() {
            if !definition.isEmpty { read(definition, &result, &fieldTexts) }
            definition = []
        }
        for line in grammar.split(separator: UInt8(ascii: "\n")) {
            if line.first != UInt8(ascii: " ") { flush() } else { definition.append(UInt8(ascii: "\n")) }
            definition += line
        }
        flush()
        var classes: [String: NodeClass] = [:]
        for (index, description) in result.enumerated() { classes[description.name] = NodeClass(rawValue: index) }
        for index in result.indices { result[index].fields = fields(fieldTexts[index], classes) }
        return result
    }

    private static func read(_ given: [UInt8], _ result: inout [ClassDescription], _ fieldTexts: inout [[UInt8]]) {
        let marks = given.prefix { $0 == UInt8(ascii: "+") }.count
        let text = Array(given[marks...])
        let (hasPosition, endIsOptional) = (marks > 0, marks > 1)
        let doc = String(decoding: text, as: UTF8.self)
        guard let equals = text.firstIndex(of: UInt8(ascii: "=")) else {
            let (name, fields) = split(text)
            result.append(ClassDescription(name: name, doc: doc, hasPosition: hasPosition, endIsOptional: endIsOptional))
            fieldTexts.append(fields)
            return
        }
        let base = NodeClass(rawValue: result.count)
        result.append(
            ClassDescription(
                name: String(decoding: text[..<(equals - 1)], as: UTF8.self), doc: doc, hasPosition: hasPosition,
                endIsOptional: endIsOptional, isSum: true))
        fieldTexts.append([])
        for part in text[(equals + 1)...].split(separator: UInt8(ascii: "|")) {
            let alternative = trimmed(part)
            let (name, fields) = split(alternative)
            result.append(
                ClassDescription(
                    name: name, doc: String(decoding: alternative, as: UTF8.self), base: base, hasPosition: hasPosition,
                    endIsOptional: endIsOptional))
            fieldTexts.append(fields)
        }
    }
    private static func trimmed(_ part: ArraySlice<UInt8>) -> [UInt8] {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A }
        var result = Array(part.drop(while: isBlank))
        while let last = result.last, isBlank(last) { result.removeLast() }
        return result
    }
    /// The name and what stands in the parentheses.
    private static func split(_ text: [UInt8]) -> (String, [UInt8]) {
        guard let open = text.firstIndex(of: UInt8(ascii: "(")) else { return (String(decoding: text, as: UTF8.self), []) }
        return (String(decoding: text[..<open], as: UTF8.self), Array(text[(open + 1)..<(text.count - 1)]))
    }
    private static func fields(_ text: [UInt8], _ classes: [String: NodeClass]) -> [FieldDescription] {
        text.split(separator: UInt8(ascii: ",")).map { part in
            let words = part.split(separator: 0x20)
            var type = String(decoding: words[0], as: UTF8.self)
            var count = FieldDescription.Count.one
            if type.hasSuffix("*") { count = .many } else if type.hasSuffix("?") { count = .optional }
            if count != .one { type.removeLast() }
            let kind: FieldKind
            switch type {
            case "identifier": kind = .identifier
            case "string": kind = .string
            case "int": kind = .int
            default: kind = classes[type].map { .node($0) } ?? .constant
            }
            return FieldDescription(name: String(decoding: words[words.count - 1], as: UTF8.self), kind: kind, count: count)
        }
    }
}

/// The node classes by their names, in the order of the grammar.
enum NodeClass: Int, CaseIterable {
    case mod, Module, Interactive, Expression, FunctionType
    case stmt, FunctionDef, AsyncFunctionDef, ClassDef, Return, Delete, Assign, AugAssign, AnnAssign, For, AsyncFor, While, If, With
    case AsyncWith, Match, Raise, Try, TryStar, Assert, Import, ImportFrom, Global, Nonlocal, Expr, Pass, Break, Continue
    case expr, BoolOp, NamedExpr, BinOp, UnaryOp, Lambda, IfExp, Dict, Set, ListComp, SetComp, DictComp, GeneratorExp, Await, Yield
    case YieldFrom, Compare, Call, FormattedValue, JoinedStr, Constant, Attribute, Subscript, Starred, Name, List, Tuple, Slice
    case expr_context, Load, Store, Del
    case boolop, And, Or
    case `operator`, Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv
    case unaryop, Invert, Not, UAdd, USub
    case cmpop, Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn
    case comprehension, excepthandler, ExceptHandler, arguments, arg, keyword, alias, withitem, match_case
    case pattern, MatchValue, MatchSingleton, MatchSequence, MatchMapping, MatchClass, MatchStar, MatchAs, MatchOr
    case type_ignore, TypeIgnore
}
