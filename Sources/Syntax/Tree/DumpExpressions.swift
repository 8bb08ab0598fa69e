// Expressions and their parts for `dump`.

extension Dumper {
    mutating func dump(_ expression: Expression) -> Dumped {
        let range = expression.range
        switch expression.kind {
        case .boolOp(let op, let values):
            return node("BoolOp", [("op", { $0.plain(op == .and ? "And()" : "Or()") }), ("values", { $0.expressions(values) })], range)
        case .namedExpr(let target, let value):
            return node("NamedExpr", [("target", { $0.dump(target) }), ("value", { $0.dump(value) })], range)
        case .binOp(let left, let op, let right):
            return node("BinOp", [
                ("left", { $0.dump(left) }), ("op", { $0.plain(Dumper.name(op)) }), ("right", { $0.dump(right) }),
            ], range)
        case .unaryOp(let op, let operand):
            return node("UnaryOp", [("op", { $0.plain(Dumper.name(op)) }), ("operand", { $0.dump(operand) })], range)
        case .lambda(let arguments, let body):
            return node("Lambda", [("args", { $0.dump(arguments) }), ("body", { $0.dump(body) })], range)
        case .ifExp(let test, let body, let orelse):
            return node("IfExp", [
                ("test", { $0.dump(test) }), ("body", { $0.dump(body) }), ("orelse", { $0.dump(orelse) }),
            ], range)
        case .dict(let keys, let values):
            return node("Dict", [
                ("keys", { $0.list(keys) { dumper, key in key.map { dumper.dump($0) } ?? dumper.plain("None") } }),
                ("values", { $0.expressions(values) }),
            ], range)
        case .set(let elements): return node("Set", [("elts", { $0.expressions(elements) })], range)
        case .listComp(let element, let clauses): return comprehension("ListComp", element, clauses, range)
        case .setComp(let element, let clauses): return comprehension("SetComp", element, clauses, range)
        case .generatorExp(let element, let clauses): return comprehension("GeneratorExp", element, clauses, range)
        case .dictComp(let key, let value, let clauses):
            return node("DictComp", [
                ("key", { $0.dump(key) }), ("value", { $0.dump(value) }), ("generators", { $0.clauses(clauses) }),
            ], range)
        case .await(let value): return node("Await", [("value", { $0.dump(value) })], range)
        case .yield(let value): return node("Yield", optional("value", value), range)
        case .yieldFrom(let value): return node("YieldFrom", [("value", { $0.dump(value) })], range)
        case .compare(let left, let operators, let comparators):
            return node("Compare", [
                ("left", { $0.dump(left) }), ("ops", { $0.list(operators) { $0.plain(Dumper.name($1)) } }),
                ("comparators", { $0.expressions(comparators) }),
            ], range)
        case .call(let function, let arguments, let keywords):
            return node("Call", [
                ("func", { $0.dump(function) }), ("args", { $0.expressions(arguments) }),
                ("keywords", { $0.list(keywords) { $0.dump($1) } }),
            ], range)
        case .formattedValue(let value, let conversion, let specification):
            return node("FormattedValue", [("value", { $0.dump(value) }), ("conversion", { $0.plain(String(conversion)) })]
                + optional("format_spec", specification), range)
        case .joinedStr(let values): return node("JoinedStr", [("values", { $0.expressions(values) })], range)
        case .constant(let constant):
            var fields: [Field] = [("value", { $0.plain(PythonRepr.constant(constant)) })]
            if case .string(_, true) = constant { fields.append(("kind", { $0.plain("'u'") })) }
            return node("Constant", fields, range)
        case .attribute(let value, let attribute, let context):
            return node("Attribute", [("value", { $0.dump(value) }), text("attr", attribute), self.context(context)], range)
        case .subscript(let value, let index, let context):
            return node("Subscript", [("value", { $0.dump(value) }), ("slice", { $0.dump(index) }), self.context(context)], range)
        case .starred(let value, let context):
            return node("Starred", [("value", { $0.dump(value) }), self.context(context)], range)
        case .name(let name, let context): return node("Name", [text("id", name), self.context(context)], range)
        case .list(let elements, let context):
            return node("List", [("elts", { $0.expressions(elements) }), self.context(context)], range)
        case .tuple(let elements, let context):
            return node("Tuple", [("elts", { $0.expressions(elements) }), self.context(context)], range)
        case .slice(let lower, let upper, let step):
            return node("Slice", optional("lower", lower) + optional("upper", upper) + optional("step", step), range)
        }
    }

    private mutating func comprehension(
        _ name: String, _ element: Expression, _ clauses: [Comprehension], _ range: SourceRange
    ) -> Dumped {
        node(name, [("elt", { $0.dump(element) }), ("generators", { $0.clauses(clauses) })], range)
    }

    private mutating func clauses(_ clauses: [Comprehension]) -> Dumped {
        list(clauses) { dumper, clause in
            dumper.node("comprehension", [
                ("target", { $0.dump(clause.target) }), ("iter", { $0.dump(clause.iter) }), ("ifs", { $0.expressions(clause.ifs) }),
                ("is_async", { $0.plain(clause.isAsync ? "1" : "0") }),
            ])
        }
    }

    mutating func dump(_ keyword: Keyword) -> Dumped {
        node("keyword", optional("arg", keyword.name) + [("value", { $0.dump(keyword.value) })], keyword.range)
    }

    private mutating func dump(_ argument: Argument) -> Dumped {
        node("arg", [text("arg", argument.name)] + optional("annotation", argument.annotation), argument.range)
    }

    mutating func dump(_ arguments: Arguments) -> Dumped {
        var fields: [Field] = [
            ("posonlyargs", { $0.list(arguments.posonlyargs) { $0.dump($1) } }), ("args", { $0.list(arguments.args) { $0.dump($1) } }),
        ]
        if let vararg = arguments.vararg { fields.append(("vararg", { $0.dump(vararg) })) }
        fields.append(("kwonlyargs", { $0.list(arguments.kwonlyargs) { $0.dump($1) } }))
        fields.append(("kw_defaults", {
            $0.list(arguments.kwDefaults) { dumper, value in value.map { dumper.dump($0) } ?? dumper.plain("None") }
        }))
        if let kwarg = arguments.kwarg { fields.append(("kwarg", { $0.dump(kwarg) })) }
        fields.append(("defaults", { $0.expressions(arguments.defaults) }))
        return node("arguments", fields)
    }

    static func name(_ op: BinaryOperator) -> String {
        switch op {
        case .add: "Add()"
        case .subtract: "Sub()"
        case .multiply: "Mult()"
        case .matrixMultiply: "MatMult()"
        case .divide: "Div()"
        case .modulo: "Mod()"
        case .power: "Pow()"
        case .leftShift: "LShift()"
        case .rightShift: "RShift()"
        case .bitOr: "BitOr()"
        case .bitXor: "BitXor()"
        case .bitAnd: "BitAnd()"
        case .floorDivide: "FloorDiv()"
        }
    }

    static func name(_ op: UnaryOperator) -> String {
        switch op { case .invert: "Invert()"; case .not: "Not()"; case .plus: "UAdd()"; case .minus: "USub()" }
    }

    static func name(_ op: ComparisonOperator) -> String {
        switch op {
        case .equal: "Eq()"
        case .notEqual: "NotEq()"
        case .less: "Lt()"
        case .lessOrEqual: "LtE()"
        case .greater: "Gt()"
        case .greaterOrEqual: "GtE()"
        case .is: "Is()"
        case .isNot: "IsNot()"
        case .in: "In()"
        case .notIn: "NotIn()"
        }
    }
}
