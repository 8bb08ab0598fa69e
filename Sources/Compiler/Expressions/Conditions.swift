// Truth: boolean operators, comparisons, and the branches that they become.

import Syntax

extension ComparisonOperator {
    var opcode: Opcode {
        switch self {
        case .equal: return .equal
        case .notEqual: return .notEqual
        case .less: return .less
        case .lessOrEqual: return .lessOrEqual
        case .greater: return .greater
        case .greaterOrEqual: return .greaterOrEqual
        case .is: return .isSame
        case .isNot: return .isNotSame
        case .in: return .contains
        case .notIn: return .notContains
        }
    }

    /// The fused branches: when it holds, and when it does not.
    var branch: (ifTrue: Opcode, ifFalse: Opcode)? {
        switch self {
        case .less: return (.jumpIfLess, .jumpIfNotLess)
        case .lessOrEqual: return (.jumpIfLessOrEqual, .jumpIfNotLessOrEqual)
        case .equal: return (.jumpIfEqual, .jumpIfNotEqualNot)
        case .notEqual: return (.jumpIfNotEqual, .jumpIfNotNotEqual)
        case .greater: return (.jumpIfGreater, .jumpIfNotGreater)
        case .greaterOrEqual: return (.jumpIfGreaterOrEqual, .jumpIfNotGreaterOrEqual)
        default: return nil
        }
    }

    var immediateBranch: (ifTrue: Opcode, ifFalse: Opcode)? {
        switch self {
        case .less: return (.jumpIfLessImm, .jumpIfNotLessImm)
        case .lessOrEqual: return (.jumpIfLessOrEqualImm, .jumpIfNotLessOrEqualImm)
        case .equal: return (.jumpIfEqualImm, .jumpIfNotEqualNotImm)
        case .notEqual: return (.jumpIfNotEqualImm, .jumpIfNotNotEqualImm)
        case .greater: return (.jumpIfGreaterImm, .jumpIfNotGreaterImm)
        case .greaterOrEqual: return (.jumpIfGreaterOrEqualImm, .jumpIfNotGreaterOrEqualImm)
        default: return nil
        }
    }
}

extension Constant {
    /// `bool(self)`
    var isTrue: Bool {
        switch self {
        case .none, .false: return false
        case .true, .ellipsis: return true
        case .int(let value): return value != 0
        case .bigInt(let digits), .negativeBigInt(let digits): return !digits.isEmpty
        case .float(let bits): return bits << 1 != 0
        case .complex(let real, let imaginary): return real << 1 != 0 || imaginary << 1 != 0
        case .string(let text, _): return !text.utf8.isEmpty
        case .bytes(let bytes): return !bytes.isEmpty
        case .tuple(let items), .frozenset(let items): return !items.isEmpty
        }
    }
}

extension CodeGenerator {
    // MARK: Branches

    /// Jumps to `label` if the truth of `expression` is `sense`; falls through otherwise.
    func condition(_ expression: Expression, jumpIf sense: Bool, to label: Int) {
        guard recursion.enter() else {
            if failure == nil { failure = .recursion }
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        switch expression.kind {
        case .constant(let value):
            if value.isTrue == sense { u.jump(to: label) }
        case .unaryOp(.not, let value):
            condition(value, jumpIf: !sense, to: label)
        case .boolOp(let op, let values):
            if (op == .or) == sense {
                for value in values { condition(value, jumpIf: sense, to: label) }
            } else {
                let end = u.newLabel()
                for value in values.dropLast() { condition(value, jumpIf: !sense, to: end) }
                if let last = values.last { condition(last, jumpIf: sense, to: label) }
                u.bind(end)
            }
        case .ifExp(let test, let body, let orelse):
            let otherwise = u.newLabel(), end = u.newLabel()
            condition(test, jumpIf: false, to: otherwise)
            condition(body, jumpIf: sense, to: label)
            u.jump(to: end)
            u.bind(otherwise)
            condition(orelse, jumpIf: sense, to: label)
            u.bind(end)
        case .compare(let left, let operators, let comparators):
            // As in CPython, what follows in the statement stands here too (the `raise` of an `assert`).
            u.location = expression.range
            checkComparison(left, operators, comparators)
            compareAndBranch(left, operators, comparators, jumpIf: sense, to: label)
        default:
            branch(on: operand(expression), jumpIf: sense, to: label)
        }
    }

    private func branch(on value: Operand, jumpIf sense: Bool, to label: Int) {
        u.emitBranch(sense ? .jumpIfTrue : .jumpIfFalse, flags: value.killA, a: value.register, to: label)
        release(value)
    }

    private func compareAndBranch(
        _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression], jumpIf sense: Bool, to label: Int
    ) {
        let base = u.nextTemporary, live = u.live
        guard let op = operators.first, let right = comparators.first else { return }
        if operators.count == 1 {
            if op == .is || op == .isNot, case .constant(.none) = right.kind {
                let value = operand(left)
                u.emitBranch((op == .is) == sense ? .jumpIfNone : .jumpIfNotNone, flags: value.killA, a: value.register, to: label)
                u.live = live
                u.nextTemporary = base
                return
            }
            let first = operand(left, before: right)
            compareAndBranch(first, op, right, jumpIf: sense, to: label)
            u.live = live
            u.nextTemporary = base
            return
        }
        // A chain: the middle operands are used twice. Where a link fails, the operand that waits for the next is released.
        var first = operand(left, before: right)
        let end = u.newLabel()
        let failed = sense ? end : label
        var cleanups: [(label: Int, live: Int32, operand: Operand)] = []
        for (i, comparator) in comparators.enumerated() {
            if i == comparators.count - 1 {
                compareAndBranch(first, operators[i], comparator, jumpIf: sense, to: label)
                break
            }
            let second = operand(comparator, before: comparators[i + 1])
            var target = failed
            if second.isTemporary { target = u.newLabel() }
            compareAndBranch(first, operators[i], second, killsSecond: false, jumpIf: false, to: target)
            u.drop(first)
            if second.isTemporary { cleanups.append((target, u.live, second)) }
            first = second
        }
        u.live = live
        if !cleanups.isEmpty {
            u.jump(to: end)
            for cleanup in cleanups {
                u.live = cleanup.live
                u.bind(cleanup.label)
                u.emit(.release, a: cleanup.operand.register)
                u.live = live
                u.jump(to: failed)
            }
        }
        u.nextTemporary = base
        u.bind(end)
    }

    private func compareAndBranch(_ first: Operand, _ op: ComparisonOperator, _ right: Expression, jumpIf sense: Bool, to label: Int) {
        if let small = smallIndex(right), let branches = op.immediateBranch {
            u.markOperand(right.range)
            u.emitBranch(sense ? branches.ifTrue : branches.ifFalse, flags: first.killA, a: first.register, b: small, to: label)
            return
        }
        let second = operand(right)
        compareAndBranch(first, op, second, killsSecond: true, jumpIf: sense, to: label)
    }

    private func compareAndBranch(
        _ first: Operand, _ op: ComparisonOperator, _ second: Operand, killsSecond: Bool, jumpIf sense: Bool, to label: Int
    ) {
        if let branches = op.branch {
            u.emitBranch(
                sense ? branches.ifTrue : branches.ifFalse, flags: first.killA | (killsSecond ? second.killB : 0), a: first.register,
                b: second.register, to: label)
            return
        }
        let result = u.newTemporary()
        u.emit(
            op.opcode, flags: InstructionFlags.tempA | first.killB | (killsSecond ? second.killC : 0), a: result, b: first.register,
            c: second.register)
        let live = u.live
        u.drop(first)
        if killsSecond { u.drop(second) }
        u.pushLive(result)
        u.emitBranch(sense ? .jumpIfTrue : .jumpIfFalse, flags: InstructionFlags.killA, a: result, to: label)
        // The caller gives up the operands.
        u.live = live
        u.nextTemporary = result
    }

    // MARK: Values

    func compileComparison(
        _ left: Expression, _ operators: [ComparisonOperator], _ comparators: [Expression], into destination: Destination
    ) {
        checkComparison(left, operators, comparators)
        let base = u.nextTemporary, live = u.live
        guard let op = operators.first, let right = comparators.first else { return loadConstant(.none, into: destination) }
        if operators.count == 1 {
            let first = operand(left, before: right)
            let second = operand(right)
            produce(
                op.opcode, flags: first.killB | second.killC, into: destination, base: base, live: live, b: first.register,
                c: second.register)
            return
        }
        let result = u.newTemporary()
        let end = u.newLabel()
        var first = operand(left, before: right)
        var cleanups: [(label: Int, live: Int32, operand: Operand)] = []
        for (i, comparator) in comparators.enumerated() {
            let isLast = i == comparators.count - 1
            let second = isLast ? operand(comparator) : operand(comparator, before: comparators[i + 1])
            u.emit(
                operators[i].opcode, flags: InstructionFlags.tempA | first.killB | (isLast ? second.killC : 0), a: result,
                b: first.register, c: second.register)
            u.drop(first)
            if isLast {
                u.drop(second)
                break
            }
            let without = u.live
            u.pushLive(result)
            if second.isTemporary {
                let cleanup = u.newLabel()
                u.emitBranch(.jumpIfFalse, a: result, to: cleanup)
                cleanups.append((cleanup, u.live, second))
            } else {
                u.emitBranch(.jumpIfFalse, a: result, to: end)
            }
            u.emit(.release, a: result)
            u.live = without
            first = second
        }
        u.live = live
        u.pushLive(result)
        let liveAtEnd = u.live
        if !cleanups.isEmpty {
            u.jump(to: end)
            for cleanup in cleanups {
                u.live = cleanup.live
                u.bind(cleanup.label)
                u.emit(.release, a: cleanup.operand.register)
                u.live = liveAtEnd
                u.jump(to: end)
            }
        }
        u.bind(end)
        u.nextTemporary = result + 1
        move(Operand(register: result, isTemporary: true), into: destination)
    }

    func compileBoolean(_ op: BooleanOperator, _ values: [Expression], into destination: Destination) {
        let end = u.newLabel()
        for value in values.dropLast() { valueOrBranch(value, jumpIf: op == .or, to: end, into: destination) }
        if let last = values.last { compile(last, into: destination) }
        u.bind(end)
    }

    /// If the truth of the value is `sense`, puts it where it belongs and jumps to `label`; else falls through without it.
    private func valueOrBranch(_ expression: Expression, jumpIf sense: Bool, to label: Int, into destination: Destination) {
        switch expression.kind {
        case .constant(let value):
            guard value.isTrue == sense else { return }
            let base = u.nextTemporary, live = u.live
            compile(expression, into: destination)
            u.jump(to: label)
            u.live = live
            u.nextTemporary = base
            return
        case .boolOp(let op, let values):
            guard recursion.enter() else { break }
            defer { recursion.leave() }
            at(expression.range) {
                if (op == .or) == sense {
                    for value in values { valueOrBranch(value, jumpIf: sense, to: label, into: destination) }
                } else {
                    let end = u.newLabel()
                    for value in values.dropLast() { condition(value, jumpIf: !sense, to: end) }
                    if let last = values.last { valueOrBranch(last, jumpIf: sense, to: label, into: destination) }
                    u.bind(end)
                }
            }
            return
        default: break
        }
        let base = u.nextTemporary, live = u.live
        if !destination.isLocal {
            compile(expression, into: .temporary)
            u.emitBranch(sense ? .jumpIfTrue : .jumpIfFalse, a: base, to: label)
            discard(Operand(register: base, isTemporary: true))
            return
        }
        let value = operand(expression)
        if value.register == destination.local {
            u.emitBranch(sense ? .jumpIfTrue : .jumpIfFalse, a: value.register, to: label)
            return
        }
        let skip = u.newLabel()
        u.emitBranch(sense ? .jumpIfFalse : .jumpIfTrue, a: value.register, to: skip)
        let liveAtSkip = u.live
        move(value, into: destination)
        u.jump(to: label)
        u.live = liveAtSkip
        u.nextTemporary = max(u.nextTemporary, value.isTemporary ? value.register + 1 : base)
        u.bind(skip)
        discard(value)
        u.live = live
        u.nextTemporary = base
    }
}
