// Statements, patterns and their parts for `dump`.

extension Dumper {
    mutating func dump(_ statement: Statement) -> Dumped {
        let range = statement.range
        switch statement.kind {
        case .functionDef(let function): return dump("FunctionDef", function, range)
        case .asyncFunctionDef(let function): return dump("AsyncFunctionDef", function, range)
        case .classDef(let definition):
            return node("ClassDef", [
                text("name", definition.name), ("bases", { $0.expressions(definition.bases) }),
                ("keywords", { $0.list(definition.keywords) { $0.dump($1) } }), ("body", { $0.statements(definition.body) }),
                ("decorator_list", { $0.expressions(definition.decorators) }),
            ], range)
        case .return(let value): return node("Return", optional("value", value), range)
        case .delete(let targets): return node("Delete", [("targets", { $0.expressions(targets) })], range)
        case .assign(let targets, let value):
            return node("Assign", [("targets", { $0.expressions(targets) }), ("value", { $0.dump(value) })], range)
        case .augAssign(let target, let op, let value):
            return node("AugAssign", [
                ("target", { $0.dump(target) }), ("op", { $0.plain(Dumper.name(op)) }), ("value", { $0.dump(value) }),
            ], range)
        case .annAssign(let target, let annotation, let value, let simple):
            return node("AnnAssign", [("target", { $0.dump(target) }), ("annotation", { $0.dump(annotation) })]
                + optional("value", value) + [("simple", { $0.plain(simple ? "1" : "0") })], range)
        case .for(let target, let iter, let body, let orelse): return loop("For", target, iter, body, orelse, range)
        case .asyncFor(let target, let iter, let body, let orelse): return loop("AsyncFor", target, iter, body, orelse, range)
        case .while(let test, let body, let orelse):
            return node("While", [
                ("test", { $0.dump(test) }), ("body", { $0.statements(body) }), ("orelse", { $0.statements(orelse) }),
            ], range)
        case .if(let test, let body, let orelse):
            return node("If", [
                ("test", { $0.dump(test) }), ("body", { $0.statements(body) }), ("orelse", { $0.statements(orelse) }),
            ], range)
        case .with(let items, let body): return with("With", items, body, range)
        case .asyncWith(let items, let body): return with("AsyncWith", items, body, range)
        case .match(let subject, let cases):
            return node("Match", [("subject", { $0.dump(subject) }), ("cases", { $0.list(cases) { $0.dump($1) } })], range)
        case .raise(let exception, let cause): return node("Raise", optional("exc", exception) + optional("cause", cause), range)
        case .try(let body, let handlers, let orelse, let finalbody):
            return tryStatement("Try", body, handlers, orelse, finalbody, range)
        case .tryStar(let body, let handlers, let orelse, let finalbody):
            return tryStatement("TryStar", body, handlers, orelse, finalbody, range)
        case .assert(let test, let message): return node("Assert", [("test", { $0.dump(test) })] + optional("msg", message), range)
        case .import(let names): return node("Import", [("names", { $0.list(names) { $0.dump($1) } })], range)
        case .importFrom(let module, let names, let level):
            return node("ImportFrom", optional("module", module)
                + [("names", { $0.list(names) { $0.dump($1) } }), ("level", { $0.plain(String(level)) })], range)
        case .global(let names): return node("Global", [("names", { $0.strings(names) })], range)
        case .nonlocal(let names): return node("Nonlocal", [("names", { $0.strings(names) })], range)
        case .expression(let value): return node("Expr", [("value", { $0.dump(value) })], range)
        case .pass: return node("Pass", [], range)
        case .break: return node("Break", [], range)
        case .continue: return node("Continue", [], range)
        }
    }

    private mutating func dump(_ name: String, _ function: Function, _ range: SourceRange) -> Dumped {
        node(name, [
            text("name", function.name), ("args", { $0.dump(function.arguments) }), ("body", { $0.statements(function.body) }),
            ("decorator_list", { $0.expressions(function.decorators) }),
        ] + optional("returns", function.returns), range)
    }

    private mutating func loop(
        _ name: String, _ target: Expression, _ iter: Expression, _ body: [Statement], _ orelse: [Statement], _ range: SourceRange
    ) -> Dumped {
        node(name, [
            ("target", { $0.dump(target) }), ("iter", { $0.dump(iter) }), ("body", { $0.statements(body) }),
            ("orelse", { $0.statements(orelse) }),
        ], range)
    }

    private mutating func with(_ name: String, _ items: [WithItem], _ body: [Statement], _ range: SourceRange) -> Dumped {
        node(name, [
            ("items", { $0.list(items) { dumper, item in
                dumper.node("withitem", [("context_expr", { $0.dump(item.contextExpr) })]
                    + dumper.optional("optional_vars", item.optionalVars))
            } }), ("body", { $0.statements(body) }),
        ], range)
    }

    private mutating func tryStatement(
        _ name: String, _ body: [Statement], _ handlers: [ExceptHandler], _ orelse: [Statement], _ finalbody: [Statement],
        _ range: SourceRange
    ) -> Dumped {
        node(name, [
            ("body", { $0.statements(body) }),
            ("handlers", { $0.list(handlers) { dumper, handler in
                dumper.node("ExceptHandler", dumper.optional("type", handler.type) + dumper.optional("name", handler.name)
                    + [("body", { $0.statements(handler.body) })], handler.range)
            } }), ("orelse", { $0.statements(orelse) }), ("finalbody", { $0.statements(finalbody) }),
        ], range)
    }

    mutating func dump(_ alias: Alias) -> Dumped {
        node("alias", [text("name", alias.name)] + optional("asname", alias.asname), alias.range)
    }

    mutating func dump(_ item: MatchCase) -> Dumped {
        node("match_case", [("pattern", { $0.dump(item.pattern) })] + optional("guard", item.guard)
            + [("body", { $0.statements(item.body) })])
    }

    mutating func patterns(_ patterns: [Pattern]) -> Dumped { list(patterns) { $0.dump($1) } }

    mutating func dump(_ pattern: Pattern) -> Dumped {
        let range = pattern.range
        switch pattern.kind {
        case .value(let value): return node("MatchValue", [("value", { $0.dump(value) })], range)
        case .singleton(let value): return node("MatchSingleton", [("value", { $0.plain(PythonRepr.constant(value)) })], range)
        case .sequence(let elements): return node("MatchSequence", [("patterns", { $0.patterns(elements) })], range)
        case .mapping(let keys, let patterns, let rest):
            return node("MatchMapping", [("keys", { $0.expressions(keys) }), ("patterns", { $0.patterns(patterns) })]
                + optional("rest", rest), range)
        case .class(let cls, let patterns, let attributes, let attributePatterns):
            return node("MatchClass", [
                ("cls", { $0.dump(cls) }), ("patterns", { $0.patterns(patterns) }), ("kwd_attrs", { $0.strings(attributes) }),
                ("kwd_patterns", { $0.patterns(attributePatterns) }),
            ], range)
        case .star(let name): return node("MatchStar", optional("name", name), range)
        case .as(let inner, let name):
            var fields: [Field] = []
            if let inner { fields.append(("pattern", { $0.dump(inner) })) }
            return node("MatchAs", fields + optional("name", name), range)
        case .or(let alternatives): return node("MatchOr", [("patterns", { $0.patterns(alternatives) })], range)
        }
    }
}
