// Assignments, `del`, and unpacking. The value is evaluated first, then each target from left to right.

import Syntax

extension CodeGenerator {
    /// Assigns the value of an expression to one target.
    func assign(_ target: Expression, _ value: Expression) {
        if let register = localRegister(of: target) {
            at(target.range) { checkTarget(target) }
            compile(value, into: .local(register))
            return
        }
        if assignElements(target, value) { return }
        store(target, from: operand(value, before: target))
    }

    /// `a, b = c, d`: no tuple is made. False if it is something else.
    private func assignElements(_ target: Expression, _ value: Expression) -> Bool {
        let targets: [Expression], values: [Expression]
        switch target.kind {
        case .tuple(let elements, _), .list(let elements, _): targets = elements
        default: return false
        }
        switch value.kind {
        case .tuple(let elements, _): values = elements
        default: return false
        }
        guard targets.count == values.count, targets.count <= Self.longestDisplay, !targets.isEmpty, !hasStar(targets), !hasStar(values)
        else { return false }
        let base = u.nextTemporary
        // A local that an earlier target overwrites must be read before.
        var overwritten: Set<Int> = []
        var operands: [Operand] = []
        at(value.range) {
            for (i, element) in values.enumerated() {
                var item = operand(element)
                if !item.isTemporary, overwritten.contains(item.register) || u.walrusLocals.contains(item.register) {
                    let register = u.newTemporary()
                    u.emit(.move, flags: InstructionFlags.tempA, a: register, b: item.register)
                    u.pushLive(register)
                    item = Operand(register: register, isTemporary: true)
                }
                operands.append(item)
                collectLocals(targets[i], into: &overwritten)
            }
        }
        for (element, item) in zip(targets, operands) {
            u.nextTemporary = max(u.nextTemporary, base)
            storeKeepingTop(element, from: item)
        }
        u.nextTemporary = base
        return true
    }

    private func collectLocals(_ target: Expression, into result: inout Set<Int>) {
        switch target.kind {
        case .tuple(let elements, _), .list(let elements, _):
            for element in elements { collectLocals(element, into: &result) }
        case .starred(let inner, _): collectLocals(inner, into: &result)
        default: if let register = localRegister(of: target) { result.insert(register) }
        }
    }

    /// Stores one of several values that stand in temporaries above and below: the top stays where it is.
    func storeKeepingTop(_ target: Expression, from value: Operand) {
        let top = u.nextTemporary
        store(target, from: value)
        u.nextTemporary = top
    }

    func checkTarget(_ target: Expression) {
        switch target.kind {
        case .name("__debug__", .store): fail("cannot assign to __debug__")
        case .attribute(_, "__debug__", .store): fail("cannot assign to __debug__")
        case .name("__debug__", .delete): fail("cannot delete __debug__")
        case .attribute(_, "__debug__", .delete): fail("cannot delete __debug__")
        default: break
        }
    }

    /// Stores a value and gives it up.
    func store(_ target: Expression, from value: Operand) {
        let saved = u.location
        u.location = target.range
        defer { u.location = saved }
        checkTarget(target)
        let base = value.isTemporary && value.register == u.nextTemporary - 1 ? value.register : u.nextTemporary
        switch target.kind {
        case .name(let name, _):
            storeName(name, from: value)
        case .attribute(let object, let name, _):
            let holder = operand(object)
            u.location = attributeRange(target, name)
            u.emit(.storeAttr, flags: holder.killA | value.killB, a: holder.register, b: value.register, extra: u.name(name))
            u.drop(holder)
            u.drop(value)
        case .subscript(let object, let index, _):
            let container = operand(object, before: index)
            let key = operand(index)
            u.emit(
                .storeSubscript, flags: container.killA | key.killB | value.killC, a: container.register, b: key.register,
                c: value.register)
            u.drop(key)
            u.drop(container)
            u.drop(value)
        case .tuple(let elements, _), .list(let elements, _):
            unpack(elements, from: value)
        case .starred:
            fail("starred assignment target must be in a list or tuple")
            u.drop(value)
        default:
            fail("cannot assign to this expression")
            u.drop(value)
        }
        u.nextTemporary = base
    }

    func storeName(_ name: String, from value: Operand) {
        switch access(name) {
        case .local(let register):
            if register != value.register {
                u.emit(.move, flags: value.killB, a: register, b: value.register)
            }
            u.markBound(register)
        case .cell(let register): u.emit(.storeCell, flags: value.killB, a: register, b: value.register)
        case .free(let number), .classFree(let number): u.emit(.storeFree, flags: value.killB, a: number, b: value.register)
        case .global: u.emit(.storeGlobal, flags: value.killA, a: value.register, extra: u.name(name))
        case .name: u.emit(.storeName, flags: value.killA, a: value.register, extra: u.name(name))
        }
        release(value)
    }

    // MARK: Unpacking

    private func unpack(_ elements: [Expression], from value: Operand) {
        var star = -1
        for (i, element) in elements.enumerated() {
            guard case .starred = element.kind else { continue }
            if star >= 0 { return fail("multiple starred expressions in assignment") }
            star = i
        }
        if star >= 256 { return fail("too many expressions in star-unpacking assignment") }
        if star < 0, let first = consecutiveLocals(elements), !(value.register >= first && value.register < first + elements.count) {
            u.emit(.unpackSequence, flags: value.killB, a: first, b: value.register, c: elements.count)
            u.drop(value)
            for register in first..<first + elements.count { u.markBound(register) }
            var line = u.location.line
            for element in elements where element.range.line != line {
                u.mark(element.range)
                line = element.range.line
            }
            return
        }
        let output = u.nextTemporary
        u.nextTemporary += max(elements.count, 1)
        u.reserve(u.nextTemporary)
        if star < 0 {
            u.emit(.unpackSequence, flags: InstructionFlags.tempA | value.killB, a: output, b: value.register, c: elements.count)
        } else {
            u.emit(
                .unpackEx, flags: InstructionFlags.tempA | value.killB, a: output, b: value.register, c: elements.count - star - 1,
                extra: star)
        }
        u.drop(value)
        if elements.count > 256 { return storeMany(elements, output) }
        for i in elements.indices { u.pushLive(output + i) }
        for (i, element) in elements.enumerated() {
            storeKeepingTop(starless(element), from: Operand(register: output + i, isTemporary: true))
        }
    }

    private func starless(_ element: Expression) -> Expression {
        if case .starred(let inner, _) = element.kind { return inner }
        return element
    }

    /// Very many values go through a tuple, so that the sets of live registers stay small.
    private func storeMany(_ elements: [Expression], _ output: Int) {
        let live = u.live
        for i in elements.indices { u.pushLive(output + i) }
        u.emit(.buildTuple, flags: InstructionFlags.tempA, a: output, b: output, c: elements.count)
        u.live = live
        u.pushLive(output)
        u.nextTemporary = output + 1
        for (i, element) in elements.enumerated() {
            let item = u.nextTemporary, liveBefore = u.live
            let location = u.location
            // Only the store has a line.
            u.location = .none
            if i <= 32767 {
                produce(.loadSubscriptImm, into: .temporary, base: item, live: liveBefore, b: output, c: i)
            } else {
                loadConstant(.int(i), into: .temporary)
                produce(.loadSubscript, flags: InstructionFlags.killC, into: .temporary, base: item, live: liveBefore, b: output, c: item)
            }
            u.location = location
            storeKeepingTop(starless(element), from: Operand(register: item, isTemporary: true))
            u.nextTemporary = item
        }
        u.location = .none
        u.emit(.release, a: output)
        u.live = live
    }

    /// The first of the elements' registers, if they are local variables in a row.
    private func consecutiveLocals(_ elements: [Expression]) -> Int? {
        guard let first = elements.first, elements.count <= 64, let start = localRegister(of: first) else { return nil }
        for (i, element) in elements.enumerated() {
            guard let register = localRegister(of: element), register == start + i else { return nil }
            at(element.range) { checkTarget(element) }
        }
        return start
    }

    // MARK: Statements

    func compileAssign(_ targets: [Expression], _ value: Expression) {
        guard let first = targets.first else { return }
        if targets.count == 1 { return assign(first, value) }
        let base = u.nextTemporary
        var source: Operand
        var rest = targets[...]
        if let register = localRegister(of: first) {
            compile(value, into: .local(register))
            at(first.range) { checkTarget(first) }
            source = Operand(register: register, isTemporary: false)
            rest = rest.dropFirst()
            // A later target may hold the same variable again, or rebind it: the value must not change then.
            var stored: Set<Int> = []
            for target in rest { collectLocals(target, into: &stored) }
            if stored.contains(register) || u.walrusLocals.contains(register) {
                let copy = u.newTemporary()
                u.emit(.move, flags: InstructionFlags.tempA, a: copy, b: register)
                u.pushLive(copy)
                source = Operand(register: copy, isTemporary: true)
            }
        } else {
            source = operand(value)
            if !source.isTemporary {
                let copy = u.newTemporary()
                u.emit(.move, flags: InstructionFlags.tempA, a: copy, b: source.register)
                u.pushLive(copy)
                source = Operand(register: copy, isTemporary: true)
            }
        }
        for (i, target) in rest.enumerated() {
            let isLast = i == rest.count - 1
            storeKeepingTop(target, from: isLast ? source : Operand(register: source.register, isTemporary: false))
        }
        u.nextTemporary = base
    }

    func compileAugmentedAssign(_ target: Expression, _ op: BinaryOperator, _ value: Expression) {
        let base = u.nextTemporary, live = u.live
        let statement = u.location
        // As CPython: of names alone.
        if case .name = target.kind { at(target.range) { checkTarget(target) } }
        switch target.kind {
        case .name(let name, _):
            if case .local(let register) = access(name) {
                checkBound(register, target.range)
                if u.walrusLocals.contains(register) {
                    u.emit(.move, flags: InstructionFlags.tempA, a: u.newTemporary(), b: register)
                    u.pushLive(base)
                    compileBinary(
                        Operand(register: base, isTemporary: true), op, value, inPlace: true, into: .local(register), base: base, live: live)
                    return
                }
                compileBinary(
                    Operand(register: register, isTemporary: false), op, value, inPlace: true, into: .local(register), base: base, live: live)
                return
            }
            at(target.range) { loadName(name, into: .temporary) }
            compileBinary(Operand(register: base, isTemporary: true), op, value, inPlace: true, into: .temporary, base: base, live: live)
            at(target.range) { storeName(name, from: Operand(register: base, isTemporary: true)) }
        case .attribute(let object, let name, _):
            let holder = operand(object, before: value)
            let first = u.nextTemporary, liveWithHolder = u.live
            u.location = attributeRange(target, name)
            produce(.loadAttr, into: .temporary, base: first, live: liveWithHolder, b: holder.register, extra: u.name(name))
            u.location = statement
            compileBinary(
                Operand(register: first, isTemporary: true), op, value, inPlace: true, into: .temporary, base: first, live: liveWithHolder)
            u.location = attributeRange(target, name)
            u.emit(.storeAttr, flags: holder.killA | InstructionFlags.killB, a: holder.register, b: first, extra: u.name(name))
            u.location = statement
        case .subscript(let object, let index, _):
            let container = operand(object, before: [index, value])
            let key = operand(index, before: value)
            let first = u.nextTemporary, liveWithKey = u.live
            u.location = target.range
            produce(.loadSubscript, into: .temporary, base: first, live: liveWithKey, b: container.register, c: key.register)
            u.location = statement
            compileBinary(
                Operand(register: first, isTemporary: true), op, value, inPlace: true, into: .temporary, base: first, live: liveWithKey)
            u.location = target.range
            u.emit(
                .storeSubscript, flags: container.killA | key.killB | InstructionFlags.killC, a: container.register, b: key.register,
                c: first)
            u.location = statement
        default:
            fail("illegal target for augmented assignment")
        }
        u.live = live
        u.nextTemporary = base
    }

    func compileDelete(_ target: Expression) {
        let saved = u.location
        u.location = target.range
        defer { u.location = saved }
        checkTarget(target)
        let base = u.nextTemporary, live = u.live
        switch target.kind {
        case .name(let name, _):
            switch access(name) {
            case .local(let register): u.emit(.deleteLocal, a: register)
            case .cell(let register): u.emit(.deleteCell, a: register)
            case .free(let number), .classFree(let number): u.emit(.deleteFree, a: number)
            case .global: u.emit(.deleteGlobal, extra: u.name(name))
            case .name: u.emit(.deleteName, extra: u.name(name))
            }
        case .attribute(let object, let name, _):
            let holder = operand(object)
            u.location = attributeRange(target, name)
            u.emit(.deleteAttr, flags: holder.killA, a: holder.register, extra: u.name(name))
        case .subscript(let object, let index, _):
            let container = operand(object, before: index)
            let key = operand(index)
            u.emit(.deleteSubscript, flags: container.killA | key.killB, a: container.register, b: key.register)
        case .tuple(let elements, _), .list(let elements, _):
            for element in elements { compileDelete(element) }
        default:
            fail("cannot delete this expression")
        }
        u.live = live
        u.nextTemporary = base
    }
}
