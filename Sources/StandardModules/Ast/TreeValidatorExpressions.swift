// From a tree as it was read to the tree that the compiler takes: expressions.

import CPythonABI
import Runtime
import Syntax

extension TreeValidator {
    func expressions(_ raw: RawNode, _ index: Int, _ context: ExpressionContext = .load) throws(Raised) -> [Expression] {
        var result: [Expression] = []
        for child in children(raw, index) {
            guard let child else { throw raise(.valueError, "None disallowed in expression list") }
            result.append(try expression(child, context))
        }
        return result
    }
    /// A list in which None stands for an absent expression.
    private func optionalExpressions(_ raw: RawNode, _ index: Int) throws(Raised) -> [Expression?] {
        var result: [Expression?] = []
        for child in children(raw, index) {
            guard let child else {
                result.append(nil)
                continue
            }
            result.append(try expression(child, .load))
        }
        return result
    }
    func expression(_ raw: RawNode, _ index: Int, _ context: ExpressionContext = .load) throws(Raised) -> Expression {
        guard let child = child(raw, index) else { throw raise(.systemError, "a field of a tree is missing") }
        return try expression(child, context)
    }
    func optionalExpression(_ raw: RawNode, _ index: Int, _ context: ExpressionContext = .load) throws(Raised) -> Expression? {
        guard let child = child(raw, index) else { return nil }
        return try expression(child, context)
    }

    func expression(_ raw: RawNode, _ context: ExpressionContext) throws(Raised) -> Expression {
        try NativeStack.enter(" during compilation")
        try checkPosition(raw.range)
        if raw.node == .Name, let name = text(raw, 0) { try checkName(name) }
        if let actual = self.context(of: raw) {
            if actual != context {
                throw raise(
                    .valueError, "expression must have \(Self.title(context)) context but has \(Self.title(actual)) instead")
            }
        } else if context != .load {
            throw raise(.valueError, "expression which can't be assigned to in \(Self.title(context)) context")
        }
        return Expression(try kind(raw, context), raw.range)
    }

    private static func title(_ context: ExpressionContext) -> String {
        switch context {
        case .load: return "Load"
        case .store: return "Store"
        case .delete: return "Del"
        }
    }
    /// The context that an expression states; nil for kinds that have none.
    private func context(of raw: RawNode) -> ExpressionContext? {
        let place: Int
        switch raw.node {
        case .Attribute, .Subscript: place = 2
        case .Starred, .Name, .List, .Tuple: place = 1
        default: return nil
        }
        switch child(raw, place)?.node {
        case .Store: return .store
        case .Del: return .delete
        default: return .load
        }
    }

    private func kind(_ raw: RawNode, _ context: ExpressionContext) throws(Raised) -> Expression.Kind {
        switch raw.node {
        case .BoolOp:
            if children(raw, 1).count < 2 { throw raise(.valueError, "BoolOp with less than 2 values") }
            return .boolOp(child(raw, 0)?.node == .Or ? .or : .and, try expressions(raw, 1))
        case .NamedExpr: return try namedExpression(raw)
        case .BinOp:
            let left = try expression(raw, 0)
            return .binOp(left, binaryOperator(raw, 1), try expression(raw, 2))
        case .UnaryOp:
            let op = child(raw, 0).flatMap { NodeOperators.unary.firstIndex(of: $0.node) } ?? 0
            return .unaryOp(UnaryOperator(rawValue: UInt8(op)) ?? .not, try expression(raw, 1))
        case .Lambda:
            let arguments = try arguments(raw, 0)
            return .lambda(arguments, try expression(raw, 1))
        case .IfExp: return .ifExp(test: try expression(raw, 0), body: try expression(raw, 1), orelse: try expression(raw, 2))
        case .Dict:
            if children(raw, 0).count != children(raw, 1).count {
                throw raise(.valueError, "Dict doesn't have the same number of keys as values")
            }
            return .dict(keys: try optionalExpressions(raw, 0), values: try expressions(raw, 1))
        case .Set: return .set(try expressions(raw, 0))
        case .ListComp:
            let clauses = try comprehensions(raw, 1)
            return .listComp(try expression(raw, 0), clauses)
        case .SetComp:
            let clauses = try comprehensions(raw, 1)
            return .setComp(try expression(raw, 0), clauses)
        case .GeneratorExp:
            let clauses = try comprehensions(raw, 1)
            return .generatorExp(try expression(raw, 0), clauses)
        case .DictComp:
            let clauses = try comprehensions(raw, 2)
            return .dictComp(key: try expression(raw, 0), value: try expression(raw, 1), clauses)
        case .Await: return .await(try expression(raw, 0))
        case .Yield: return .yield(try optionalExpression(raw, 0))
        case .YieldFrom: return .yieldFrom(try expression(raw, 0))
        case .Compare: return try comparison(raw)
        case .Call:
            let function = try expression(raw, 0)
            let arguments = try expressions(raw, 1)
            return .call(function, arguments, try keywords(raw, 2))
        case .FormattedValue: return try formattedValue(raw)
        case .JoinedStr: return joinedString(try expressions(raw, 0), raw.range)
        case .Attribute: return .attribute(try expression(raw, 0), text(raw, 1) ?? "", context)
        case .Subscript:
            let index = try expression(raw, 1)
            return .subscript(try expression(raw, 0), index, context)
        case .Starred: return .starred(try expression(raw, 0, context), context)
        case .Name: return .name(text(raw, 0) ?? "", context)
        case .List: return .list(try expressions(raw, 0, context), context)
        case .Tuple: return .tuple(try expressions(raw, 0, context), context)
        case .Slice:
            return .slice(lower: try optionalExpression(raw, 0), upper: try optionalExpression(raw, 1), step: try optionalExpression(raw, 2))
        default: return .constant(try constant(raw, 0, kind: text(raw, 1)))
        }
    }

    /// CPython does not look at the target.
    private func namedExpression(_ raw: RawNode) throws(Raised) -> Expression.Kind {
        let value = try expression(raw, 1)
        guard let target = child(raw, 0) else { throw raise(.systemError, "a field of a tree is missing") }
        if target.node == .Name {
            return .namedExpr(target: Expression(.name(text(target, 0) ?? "", .store), target.range), value: value)
        }
        let context = self.context(of: target) ?? .load
        guard context == .store else { throw raise(.systemError, "the target of a NamedExpr cannot be assigned to") }
        return .namedExpr(target: try expression(target, context), value: value)
    }

    private func comparison(_ raw: RawNode) throws(Raised) -> Expression.Kind {
        let operators = children(raw, 1)
        if children(raw, 2).isEmpty { throw raise(.valueError, "Compare with no comparators") }
        if children(raw, 2).count != operators.count {
            throw raise(.valueError, "Compare has a different number of comparators and operands")
        }
        let comparators = try expressions(raw, 2)
        let left = try expression(raw, 0)
        let kinds = operators.map { op in
            ComparisonOperator(rawValue: UInt8(op.flatMap { NodeOperators.comparisons.firstIndex(of: $0.node) } ?? 0)) ?? .equal
        }
        return .compare(left, kinds, comparators)
    }

    /// A tree made by a program may join what is no str.
    private func joinedString(_ values: [Expression], _ range: SourceRange) -> Expression.Kind {
        let areTexts = values.allSatisfy { value in
            switch value.kind {
            case .formattedValue, .constant(.string): return true
            default: return false
            }
        }
        if areTexts { return .joinedStr(values) }
        if values.count == 1 { return values[0].kind }
        let empty = Expression(.constant(.string(PythonText(""), kindU: false)), range)
        return .call(Expression(.attribute(empty, "join", .load), range), [Expression(.tuple(values, .load), range)], [])
    }

    private func formattedValue(_ raw: RawNode) throws(Raised) -> Expression.Kind {
        let value = try expression(raw, 0)
        let specification = try optionalExpression(raw, 2)
        let conversion = int(raw, 1)
        guard [-1, 97, 114, 115].contains(conversion) else {
            throw raise(.systemError, "Unrecognized conversion character \(conversion)")
        }
        return .formattedValue(value, conversion: conversion, formatSpec: specification)
    }

    func binaryOperator(_ raw: RawNode, _ index: Int) -> BinaryOperator {
        let op = child(raw, index).flatMap { NodeOperators.binary.firstIndex(of: $0.node) } ?? 0
        return BinaryOperator(rawValue: UInt8(op)) ?? .add
    }

    func keywords(_ raw: RawNode, _ index: Int) throws(Raised) -> [Keyword] {
        var result: [Keyword] = []
        for keyword in try present(raw, index, "keyword") {
            try checkPosition(keyword.range)
            result.append(Keyword(name: text(keyword, 0), value: try expression(keyword, 1), range: keyword.range))
        }
        return result
    }

    private func comprehensions(_ raw: RawNode, _ index: Int) throws(Raised) -> [Comprehension] {
        if children(raw, index).isEmpty { throw raise(.valueError, "comprehension with no generators") }
        var result: [Comprehension] = []
        for clause in try present(raw, index, "comprehension") {
            let target = try expression(clause, 0, .store)
            let iter = try expression(clause, 1)
            result.append(Comprehension(target: target, iter: iter, ifs: try expressions(clause, 2), isAsync: int(clause, 3) != 0))
        }
        return result
    }

    // MARK: Arguments

    func arguments(_ owner: RawNode, _ index: Int) throws(Raised) -> Syntax.Arguments {
        let result = Syntax.Arguments()
        guard let raw = child(owner, index) else { return result }
        result.posonlyargs = try argumentList(raw, 0)
        result.args = try argumentList(raw, 1)
        if let vararg = child(raw, 2) { result.vararg = try argument(vararg) }
        result.kwonlyargs = try argumentList(raw, 3)
        if let kwarg = child(raw, 5) { result.kwarg = try argument(kwarg) }
        if children(raw, 6).count > result.posonlyargs.count + result.args.count {
            throw raise(.valueError, "more positional defaults than args on arguments")
        }
        if children(raw, 4).count != result.kwonlyargs.count {
            throw raise(.valueError, "length of kwonlyargs is not the same as kw_defaults on arguments")
        }
        result.defaults = try expressions(raw, 6)
        result.kwDefaults = try optionalExpressions(raw, 4)
        return result
    }
    private func argumentList(_ raw: RawNode, _ index: Int) throws(Raised) -> [Argument] {
        var result: [Argument] = []
        for item in try present(raw, index, "argument") { result.append(try argument(item)) }
        return result
    }
    private func argument(_ raw: RawNode) throws(Raised) -> Argument {
        try checkPosition(raw.range)
        return Argument(name: text(raw, 0) ?? "", annotation: try optionalExpression(raw, 1), range: raw.range)
    }

    // MARK: Constants

    func constant(_ raw: RawNode, _ index: Int, kind: String?) throws(Raised) -> Constant {
        guard case .constant(let place) = raw.fields[index] else { return .none }
        let value = constants.values[place]
        return try ConstantReader.read(value, isU: kind == "u")
    }
}

/// Values that can be constants of code.
enum ConstantReader {
    static func read(_ value: Value, isU: Bool = false) throws(Raised) -> Constant {
        try NativeStack.enter(" during compilation")
        if value.isNone { return .none }
        if value.isBool { return value.isTrue ? .true : .false }
        if value.bits == Value.ellipsis.bits { return .ellipsis }
        if IntObject.isExact(value) { return try int(value) }
        if FloatObject.isExact(value) { return .float(bits: FloatObject.number(value).bitPattern) }
        if ComplexObject.isExact(value) {
            let number = ComplexObject.number(value)
            return .complex(realBits: number.real.bitPattern, imaginaryBits: number.imaginary.bitPattern)
        }
        if StrObject.isExact(value) {
            var buffer = TextBuffer()
            buffer.append(str: value)
            return .string(PythonText(utf8: buffer.bytes), kindU: isU)
        }
        if BytesObject.isExact(value) { return .bytes(BytesObject.array(value)) }
        if TupleObject.isExact(value) { return .tuple(try items(value)) }
        if value.type == PyFrozenSet_TypePointer() {
            let list = try Iteration.list(value)
            let tuple = try Call.call(PyTuple_TypePointer().value, list.value)
            return .frozenset(try items(tuple.value))
        }
        throw raise(.typeError, "got an invalid type in Constant: \(value.type.shortName)")
    }
    private static func items(_ tuple: Value) throws(Raised) -> [Constant] {
        var result: [Constant] = []
        for index in 0..<TupleObject.count(tuple) { result.append(try read(TupleObject.item(tuple, index))) }
        return result
    }
    private static func int(_ value: Value) throws(Raised) -> Constant {
        if let word = IntObject.word(value) { return .int(word) }
        var digits: [UInt32] = []
        var isNegative = false
        let done = try IntObject.withDigits(value) { (pointer, size) throws(Raised) -> Bool in
            isNegative = size < 0
            for index in 0..<abs(size) { digits.append(pointer[index]) }
            return true
        }
        _ = done
        return isNegative ? .negativeBigInt(digits) : .bigInt(digits)
    }
}
