// From the parser's tree to node objects: expressions and their parts.

import Runtime
import Syntax

extension TreeWriter {
    func expressions(_ expressions: [Expression]) throws(Raised) -> Ref {
        try list(expressions) { (item) throws(Raised) -> Ref in try expression(item) }
    }
    /// None for an absent one.
    func expression(_ expression: Expression?) throws(Raised) -> Ref {
        guard let expression else { return .none }
        return try self.expression(expression)
    }

    func expression(_ expression: Expression) throws(Raised) -> Ref {
        try NativeStack.enter(" during ast construction")
        let range = expression.range
        switch expression.kind {
        case .boolOp(let op, let values):
            return try node(.BoolOp, range, try NodeTypes.singleton(op == .and ? .And : .Or), try expressions(values))
        case .namedExpr(let target, let value): return try node(.NamedExpr, range, try self.expression(target), try self.expression(value))
        case .binOp(let left, let op, let right):
            return try node(.BinOp, range, try self.expression(left), try self.operator(op), try self.expression(right))
        case .unaryOp(let op, let operand): return try node(.UnaryOp, range, try unaryOperator(op), try self.expression(operand))
        case .lambda(let arguments, let body): return try node(.Lambda, range, try self.arguments(arguments), try self.expression(body))
        case .ifExp(let test, let body, let orelse):
            return try node(.IfExp, range, try self.expression(test), try self.expression(body), try self.expression(orelse))
        case .dict(let keys, let values):
            let written = try list(keys) { (key) throws(Raised) -> Ref in try self.expression(key) }
            return try node(.Dict, range, written, try expressions(values))
        case .set(let elements): return try node(.Set, range, try expressions(elements))
        case .listComp(let element, let clauses): return try node(.ListComp, range, try self.expression(element), try comprehensions(clauses))
        case .setComp(let element, let clauses): return try node(.SetComp, range, try self.expression(element), try comprehensions(clauses))
        case .generatorExp(let element, let clauses):
            return try node(.GeneratorExp, range, try self.expression(element), try comprehensions(clauses))
        case .dictComp(let key, let value, let clauses):
            return try node(.DictComp, range, try self.expression(key), try self.expression(value), try comprehensions(clauses))
        case .await(let value): return try node(.Await, range, try self.expression(value))
        case .yield(let value): return try node(.Yield, range, try self.expression(value))
        case .yieldFrom(let value): return try node(.YieldFrom, range, try self.expression(value))
        case .compare(let left, let operators, let comparators):
            let first = try self.expression(left)
            let written = try list(operators) { (op) throws(Raised) -> Ref in try comparison(op) }
            return try node(.Compare, range, first, written, try expressions(comparators))
        case .call(let function, let arguments, let keywords):
            return try node(.Call, range, try self.expression(function), try expressions(arguments), try self.keywords(keywords))
        case .formattedValue(let value, let conversion, let specification):
            return try node(.FormattedValue, range, try self.expression(value), int(conversion), try self.expression(specification))
        case .joinedStr(let values): return try node(.JoinedStr, range, try expressions(values))
        case .constant(let constant):
            var kind = Ref.none
            if case .string(_, true) = constant { kind = StrObject.intern("u") }
            return try node(.Constant, range, try Constants.make(constant), kind)
        case .attribute(let value, let attribute, let context):
            return try node(.Attribute, range, try self.expression(value), name(attribute), try self.context(context))
        case .subscript(let value, let index, let context):
            return try node(.Subscript, range, try self.expression(value), try self.expression(index), try self.context(context))
        case .starred(let value, let context): return try node(.Starred, range, try self.expression(value), try self.context(context))
        case .name(let identifier, let context): return try node(.Name, range, name(identifier), try self.context(context))
        case .list(let elements, let context): return try node(.List, range, try expressions(elements), try self.context(context))
        case .tuple(let elements, let context): return try node(.Tuple, range, try expressions(elements), try self.context(context))
        case .slice(let lower, let upper, let step):
            return try node(.Slice, range, try self.expression(lower), try self.expression(upper), try self.expression(step))
        }
    }

    // MARK: Parts

    private func comprehensions(_ clauses: [Comprehension]) throws(Raised) -> Ref {
        try list(clauses) { (clause) throws(Raised) -> Ref in
            let made = try make(.comprehension)
            set(made, 0, try expression(clause.target))
            set(made, 1, try expression(clause.iter))
            set(made, 2, try expressions(clause.ifs))
            set(made, 3, int(clause.isAsync ? 1 : 0))
            return made
        }
    }
    func keywords(_ keywords: [Keyword]) throws(Raised) -> Ref {
        try list(keywords) { (keyword) throws(Raised) -> Ref in
            try node(.keyword, keyword.range, name(keyword.name), try expression(keyword.value))
        }
    }
    private func argument(_ argument: Argument?) throws(Raised) -> Ref {
        guard let argument else { return .none }
        return try node(.arg, argument.range, name(argument.name), try expression(argument.annotation), text(argument.typeComment))
    }
    private func argumentList(_ arguments: [Argument]) throws(Raised) -> Ref {
        try list(arguments) { (item) throws(Raised) -> Ref in try argument(item) }
    }
    func arguments(_ arguments: Syntax.Arguments) throws(Raised) -> Ref {
        let made = try make(.arguments)
        set(made, 0, try argumentList(arguments.posonlyargs))
        set(made, 1, try argumentList(arguments.args))
        set(made, 2, try argument(arguments.vararg))
        set(made, 3, try argumentList(arguments.kwonlyargs))
        set(made, 4, try list(arguments.kwDefaults) { (item) throws(Raised) -> Ref in try expression(item) })
        set(made, 5, try argument(arguments.kwarg))
        set(made, 6, try expressions(arguments.defaults))
        return made
    }

    // MARK: Contexts and operators

    private func context(_ context: ExpressionContext) throws(Raised) -> Ref {
        switch context {
        case .load: return try NodeTypes.singleton(.Load)
        case .store: return try NodeTypes.singleton(.Store)
        case .delete: return try NodeTypes.singleton(.Del)
        }
    }
    func `operator`(_ op: BinaryOperator) throws(Raised) -> Ref { try NodeTypes.singleton(NodeOperators.binary[Int(op.rawValue)]) }
    private func unaryOperator(_ op: UnaryOperator) throws(Raised) -> Ref { try NodeTypes.singleton(NodeOperators.unary[Int(op.rawValue)]) }
    private func comparison(_ op: ComparisonOperator) throws(Raised) -> Ref {
        try NodeTypes.singleton(NodeOperators.comparisons[Int(op.rawValue)])
    }
}

/// The classes of operators, in the order of the parser's.
enum NodeOperators {
    static let binary: [NodeClass] = [
        .Add, .Sub, .Mult, .MatMult, .Div, .Mod, .Pow, .LShift, .RShift, .BitOr, .BitXor, .BitAnd, .FloorDiv,
    ]
    static let unary: [NodeClass] = [.Invert, .Not, .UAdd, .USub]
    static let comparisons: [NodeClass] = [.Eq, .NotEq, .Lt, .LtE, .Gt, .GtE, .Is, .IsNot, .In, .NotIn]
}
