// Expressions, by destination: the value goes where it is wanted, and operands are used where they are.
//
// `compile(_:into:)` puts a value into a local variable or into the next temporary. A local as destination is written by the last
// instruction only, so that an exception or a use in the expression itself sees the old value. `operand(_:)` gives a local
// variable as it stands, and everything else as a new temporary.

import Syntax

extension CodeGenerator {
    /// A local variable where it is, or the value in the next temporary.
    func operand(_ expression: Expression) -> Operand {
        if case .name(let name, _) = expression.kind, case .local(let register) = access(name) {
            u.markOperand(expression.range)
            checkBound(register, expression.range)
            return Operand(register: register, isTemporary: false)
        }
        let register = u.nextTemporary
        compile(expression, into: .temporary)
        return Operand(register: register, isTemporary: true)
    }

    /// An operand that is used only after `later` has been evaluated, which may rebind it.
    func operand(_ expression: Expression, before later: Expression) -> Operand {
        let result = operand(expression)
        if result.isTemporary || u.walrusLocals.isEmpty { return result }
        return protected(result, from: later)
    }

    func operand(_ expression: Expression, before later: [Expression]) -> Operand {
        var result = operand(expression)
        if u.walrusLocals.isEmpty { return result }
        for other in later where !result.isTemporary { result = protected(result, from: other) }
        return result
    }

    private func protected(_ operand: Operand, from later: Expression) -> Operand {
        guard !operand.isTemporary, u.walrusLocals.contains(operand.register) else { return operand }
        switch later.kind {
        case .constant, .name: return operand
        default:
            let register = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA, a: register, b: operand.register)
            u.pushLive(register)
            return Operand(register: register, isTemporary: true)
        }
    }

    /// Raises UnboundLocalError here, where the variable stands in the source, if it may be unbound.
    func checkBound(_ register: Int, _ range: SourceRange) {
        if u.bound.contains(register) { return }
        at(range) { u.emit(.checkBound, a: register) }
        u.markBound(register)
    }

    func compile(_ expression: Expression, into destination: Destination) {
        let saved = u.location
        u.location = expression.range
        if recursion.enter() {
            compileKind(expression, into: destination)
        } else {
            if failure == nil { failure = .recursion }
            loadConstant(.none, into: destination)
        }
        recursion.leave()
        u.location = saved
    }

    private func compileKind(_ expression: Expression, into destination: Destination) {
        switch expression.kind {
        case .constant(let value): loadConstant(value, into: destination)
        case .name(let name, _): loadName(name, into: destination)
        case .binOp(let left, let op, let right): compileBinary(left, op, right, inPlace: false, into: destination)
        case .unaryOp(let op, let value): compileUnary(op, value, into: destination)
        case .boolOp(let op, let values): compileBoolean(op, values, into: destination)
        case .compare(let left, let operators, let comparators): compileComparison(left, operators, comparators, into: destination)
        case .call(let function, let arguments, let keywords):
            compileCall(expression, function, arguments, keywords, into: destination)
        case .attribute(let value, let name, _): compileAttribute(expression, value, name, into: destination)
        case .subscript(let value, let index, _): compileSubscript(value, index, into: destination)
        case .namedExpr(let target, let value): compileNamed(target, value, into: destination)
        case .ifExp(let test, let body, let orelse): compileConditional(test, body, orelse, into: destination)
        case .tuple(let elements, _): compileTuple(elements, into: destination)
        case .list(let elements, _): compileList(elements, into: destination)
        case .set(let elements): compileSet(elements, into: destination)
        case .dict(let keys, let values): compileDict(keys, values, into: destination)
        case .listComp, .setComp, .dictComp, .generatorExp: compileComprehension(expression, into: destination)
        case .lambda(let arguments, let body): compileLambda(expression, arguments, body, into: destination)
        case .joinedStr(let values): compileJoinedString(values, into: destination)
        case .formattedValue(let value, let conversion, let spec): compileFormattedValue(value, conversion, spec, into: destination)
        case .await(let value): compileAwait(value, into: destination)
        case .yield(let value): compileYield(value, into: destination)
        case .yieldFrom(let value): compileYieldFrom(value, into: destination)
        case .slice(let lower, let upper, let step): compileSlice(lower, upper, step, into: destination)
        case .starred:
            fail("can't use starred expression here")
            loadConstant(.none, into: destination)
        }
    }

    /// Evaluates for the effect only.
    func compileEffect(_ expression: Expression) {
        switch expression.kind {
        case .constant: return
        case .name(let name, _):
            if case .local(let register) = access(name) { return checkBound(register, expression.range) }
        case .boolOp(let op, let values):
            let end = u.newLabel()
            let saved = u.location
            u.location = expression.range
            for value in values.dropLast() { condition(value, jumpIf: op == .or, to: end) }
            if let last = values.last { compileEffect(last) }
            u.bind(end)
            u.location = saved
            return
        case .namedExpr(let target, let value):
            at(expression.range) { assign(target, value) }
            return
        case .ifExp(let test, let body, let orelse):
            let otherwise = u.newLabel(), end = u.newLabel()
            at(expression.range) { condition(test, jumpIf: false, to: otherwise) }
            compileEffect(body)
            u.jump(to: end)
            u.bind(otherwise)
            compileEffect(orelse)
            u.bind(end)
            return
        default: break
        }
        discard(operand(expression))
    }

    func loadName(_ name: String, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        switch access(name) {
        case .local(let register):
            if destination.isLocal, destination.local == register { return checkBound(register, u.location) }
            produce(.move, into: destination, base: base, live: live, b: register)
            u.markBound(register)
        case .cell(let register): produce(.loadCell, into: destination, base: base, live: live, b: register)
        case .free(let number): produce(.loadFree, into: destination, base: base, live: live, b: number)
        case .classFree(let number): produce(.loadClassFree, into: destination, base: base, live: live, b: number)
        case .global: produce(.loadGlobal, into: destination, base: base, live: live, extra: u.name(name))
        case .name: produce(.loadName, into: destination, base: base, live: live, extra: u.name(name))
        }
    }

    private func compileNamed(_ target: Expression, _ value: Expression, into destination: Destination) {
        if let register = localRegister(of: target) {
            compile(value, into: .local(register))
            at(target.range) { checkTarget(target) }
            move(Operand(register: register, isTemporary: false), into: destination)
            return
        }
        let base = u.nextTemporary
        compile(value, into: .temporary)
        store(target, from: Operand(register: base, isTemporary: false))
        move(Operand(register: base, isTemporary: true), into: destination)
    }

    func compileConditional(_ test: Expression, _ body: Expression, _ orelse: Expression, into destination: Destination) {
        let otherwise = u.newLabel(), end = u.newLabel()
        condition(test, jumpIf: false, to: otherwise)
        let base = u.nextTemporary, live = u.live
        compile(body, into: destination)
        u.jump(to: end)
        u.nextTemporary = base
        u.live = live
        u.bind(otherwise)
        compile(orelse, into: destination)
        u.bind(end)
    }

    // MARK: Attributes and subscripts

    /// The instruction that reaches an attribute stands at the attribute's name if the expression spans lines.
    func attributeRange(_ expression: Expression, _ name: String) -> SourceRange {
        let range = expression.range
        if range.line == range.endLine { return range }
        let length = Int32(truncatingIfNeeded: name.utf8.count)
        var result = range
        result.line = range.endLine
        if length <= range.endColumn { result.column = range.endColumn - length } else { result.column = -1; result.endColumn = -1 }
        return result
    }

    private func compileAttribute(_ expression: Expression, _ value: Expression, _ name: String, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        let object = operand(value)
        u.location = attributeRange(expression, name)
        produce(.loadAttr, flags: object.killB, into: destination, base: base, live: live, b: object.register, extra: u.name(name))
    }

    /// The value of an index that fits an instruction.
    func smallIndex(_ expression: Expression) -> Int? {
        if case .constant(.int(let value)) = expression.kind, value >= -32768, value <= 32767 { return value }
        return nil
    }

    private func compileSubscript(_ value: Expression, _ index: Expression, into destination: Destination) {
        checkSubscript(value, index)
        let base = u.nextTemporary, live = u.live
        let object = operand(value, before: index)
        if let small = smallIndex(index) {
            u.markOperand(index.range)
            produce(.loadSubscriptImm, flags: object.killB, into: destination, base: base, live: live, b: object.register, c: small)
            return
        }
        let key = operand(index)
        produce(
            .loadSubscript, flags: object.killB | key.killC, into: destination, base: base, live: live, b: object.register, c: key.register)
    }

    private func compileSlice(_ lower: Expression?, _ upper: Expression?, _ step: Expression?, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        for part in [lower, upper, step] {
            if let part { compile(part, into: .temporary) } else { loadConstant(.none, into: .temporary) }
        }
        produce(.buildSlice, into: destination, base: base, live: live, b: base)
    }
}
