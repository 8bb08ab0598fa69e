// Folds constant expressions in the tree before code is generated, as CPython's optimizer of trees does.
//
// Only what cannot fail and stays small is folded. Results that do not fit 64 bits are left to the interpreter.

import Syntax

struct ConstantFolder {
    /// The tree is too deep.
    var isTooDeep = false
    private let optimizationLevel: Int
    private let postponedAnnotations: Bool
    private var recursion = RecursionGuard()

    init(optimizationLevel: Int, postponedAnnotations: Bool) {
        self.optimizationLevel = optimizationLevel
        self.postponedAnnotations = postponedAnnotations
    }

    mutating func fold(_ module: Module) {
        switch module {
        case .module(let body, _): foldBody(body)
        case .interactive(let body): fold(body)
        case .expression(let expression): fold(expression)
        case .functionType: break
        }
    }

    // MARK: Statements

    /// A body that may begin with a docstring; folding does not make one.
    private mutating func foldBody(_ body: [Statement]) {
        let hadDocstring = startsWithString(body)
        fold(body)
        if !hadDocstring, startsWithString(body), let first = body.first, case .expression(let value) = first.kind {
            value.kind = .joinedStr([Expression(value.kind, value.range)])
        }
    }

    private func startsWithString(_ body: [Statement]) -> Bool {
        if let first = body.first, case .expression(let value) = first.kind, case .constant(.string) = value.kind { return true }
        return false
    }

    private mutating func fold(_ statements: [Statement]) {
        for statement in statements { fold(statement) }
    }

    private mutating func fold(_ statement: Statement) {
        guard recursion.enter(), !isTooDeep else {
            isTooDeep = true
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        switch statement.kind {
        case .functionDef(let function), .asyncFunctionDef(let function):
            fold(function.arguments)
            foldBody(function.body)
            fold(function.decorators)
            if let returns = function.returns, !postponedAnnotations { fold(returns) }
        case .classDef(let definition):
            fold(definition.bases)
            for keyword in definition.keywords { fold(keyword.value) }
            foldBody(definition.body)
            fold(definition.decorators)
        case .return(let value): if let value { fold(value) }
        case .delete(let targets): fold(targets)
        case .assign(let targets, let value):
            fold(targets)
            fold(value)
        case .augAssign(let target, _, let value):
            fold(target)
            fold(value)
        case .annAssign(let target, let annotation, let value, _):
            fold(target)
            if !postponedAnnotations { fold(annotation) }
            if let value { fold(value) }
        case .for(let target, let iter, let body, let orelse), .asyncFor(let target, let iter, let body, let orelse):
            fold(target)
            fold(iter)
            if case .for = statement.kind { foldIterable(iter) }
            fold(body)
            fold(orelse)
        case .while(let test, let body, let orelse), .if(let test, let body, let orelse):
            fold(test)
            fold(body)
            fold(orelse)
        case .with(let items, let body), .asyncWith(let items, let body):
            for item in items {
                fold(item.contextExpr)
                if let target = item.optionalVars { fold(target) }
            }
            fold(body)
        case .match(let subject, let cases):
            fold(subject)
            for item in cases {
                fold(item.pattern)
                if let test = item.guard { fold(test) }
                fold(item.body)
            }
        case .raise(let exception, let cause):
            if let exception { fold(exception) }
            if let cause { fold(cause) }
        case .try(let body, let handlers, let orelse, let finalbody), .tryStar(let body, let handlers, let orelse, let finalbody):
            fold(body)
            for handler in handlers {
                if let type = handler.type { fold(type) }
                fold(handler.body)
            }
            fold(orelse)
            fold(finalbody)
        case .assert(let test, let message):
            fold(test)
            if let message { fold(message) }
        case .expression(let value): fold(value)
        case .import, .importFrom, .global, .nonlocal, .pass, .break, .continue: break
        }
    }

    private mutating func fold(_ arguments: Arguments) {
        if !postponedAnnotations {
            for argument in arguments.posonlyargs + arguments.args + arguments.kwonlyargs { if let annotation = argument.annotation { fold(annotation) } }
            if let annotation = arguments.vararg?.annotation { fold(annotation) }
            if let annotation = arguments.kwarg?.annotation { fold(annotation) }
        }
        fold(arguments.defaults)
        for value in arguments.kwDefaults { if let value { fold(value) } }
    }

    private mutating func fold(_ pattern: Pattern) {
        guard recursion.enter(), !isTooDeep else {
            isTooDeep = true
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        switch pattern.kind {
        case .value(let value): fold(value)
        case .singleton, .star: break
        case .sequence(let patterns), .or(let patterns): for inner in patterns { fold(inner) }
        case .mapping(let keys, let patterns, _):
            fold(keys)
            for inner in patterns { fold(inner) }
        case .class(let cls, let patterns, _, let keywordPatterns):
            fold(cls)
            for inner in patterns { fold(inner) }
            for inner in keywordPatterns { fold(inner) }
        case .as(let inner, _): if let inner { fold(inner) }
        }
    }

    // MARK: Expressions

    private mutating func fold(_ expressions: [Expression]) {
        for expression in expressions { fold(expression) }
    }

    private mutating func fold(_ expression: Expression) {
        guard recursion.enter(), !isTooDeep else {
            isTooDeep = true
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        switch expression.kind {
        case .constant: break
        case .name(let name, .load):
            if name == "__debug__" { expression.kind = .constant(optimizationLevel == 0 ? .true : .false) }
        case .name: break
        case .boolOp(_, let values): fold(values)
        case .namedExpr(_, let value): fold(value)
        case .binOp(let left, let op, let right):
            fold(left)
            fold(right)
            if case .constant(let a) = left.kind, case .constant(let b) = right.kind, let value = ConstantArithmetic.binary(a, op, b) {
                expression.kind = .constant(value)
            } else if op == .modulo, case .constant(.string(let format, _)) = left.kind, case .tuple(let values, _) = right.kind,
                let pieces = FormatFolder.pieces(format.utf8, values, expression.range)
            {
                expression.kind = .joinedStr(pieces)
            }
        case .unaryOp(let op, let operand):
            fold(operand)
            foldUnary(expression, op, operand)
        case .lambda(let arguments, let body):
            fold(arguments)
            fold(body)
        case .ifExp(let test, let body, let orelse):
            fold(test)
            fold(body)
            fold(orelse)
        case .dict(let keys, let values):
            for key in keys { if let key { fold(key) } }
            fold(values)
        case .set(let elements): fold(elements)
        case .listComp(let element, let generators), .setComp(let element, let generators), .generatorExp(let element, let generators):
            fold(element)
            fold(generators)
        case .dictComp(let key, let value, let generators):
            fold(key)
            fold(value)
            fold(generators)
        case .await(let value), .yieldFrom(let value): fold(value)
        case .yield(let value): if let value { fold(value) }
        case .compare(let left, let operators, let comparators):
            fold(left)
            fold(comparators)
            if let op = operators.last, op == .in || op == .notIn, let last = comparators.last { foldIterable(last) }
        case .call(let function, let arguments, let keywords):
            fold(function)
            fold(arguments)
            for keyword in keywords { fold(keyword.value) }
        case .formattedValue(let value, _, let spec):
            fold(value)
            if let spec { fold(spec) }
        case .joinedStr(let values): fold(values)
        case .attribute(let value, _, _): fold(value)
        case .subscript(let value, let index, let context):
            fold(value)
            fold(index)
            if context == .load, case .constant(let container) = value.kind, case .constant(let key) = index.kind,
                let item = ConstantArithmetic.subscript(container, key)
            {
                expression.kind = .constant(item)
            }
        case .starred(let value, _): fold(value)
        case .list(let elements, _): fold(elements)
        case .tuple(let elements, let context):
            fold(elements)
            if context == .load, let values = Self.constants(elements) { expression.kind = .constant(.tuple(values)) }
        case .slice(let lower, let upper, let step):
            if let lower { fold(lower) }
            if let upper { fold(upper) }
            if let step { fold(step) }
        }
    }

    private mutating func fold(_ generators: [Comprehension]) {
        for generator in generators {
            fold(generator.target)
            fold(generator.iter)
            if !generator.isAsync { foldIterable(generator.iter) }
            fold(generator.ifs)
        }
    }

    private static func constants(_ elements: [Expression]) -> [Constant]? {
        var result: [Constant] = []
        result.reserveCapacity(elements.count)
        for element in elements {
            guard case .constant(let value) = element.kind else { return nil }
            result.append(value)
        }
        return result
    }

    private func foldUnary(_ expression: Expression, _ op: UnaryOperator, _ operand: Expression) {
        if case .constant(let value) = operand.kind {
            if let result = ConstantArithmetic.unary(op, value) { expression.kind = .constant(result) }
            return
        }
        guard op == .not, case .compare(let left, let operators, let comparators) = operand.kind, operators.count == 1 else { return }
        let inverse: ComparisonOperator
        switch operators[0] {
        case .is: inverse = .isNot
        case .isNot: inverse = .is
        case .in: inverse = .notIn
        case .notIn: inverse = .in
        default: return
        }
        // The operand's place is kept, as CPython does.
        expression.kind = .compare(left, [inverse], comparators)
        expression.range = operand.range
    }

    /// What is only iterated over, or searched, need not be made anew: a list is as good as a tuple, a set as a frozenset.
    private func foldIterable(_ expression: Expression) {
        switch expression.kind {
        case .list(let elements, _):
            for element in elements { if case .starred = element.kind { return } }
            if let values = Self.constants(elements) {
                expression.kind = .constant(.tuple(values))
            } else {
                expression.kind = .tuple(elements, .load)
            }
        case .set(let elements):
            if let values = Self.constants(elements) { expression.kind = .constant(.frozenset(CodeGenerator.distinct(values))) }
        default: break
        }
    }
}
