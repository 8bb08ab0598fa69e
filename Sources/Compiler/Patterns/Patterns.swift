// Each kind of pattern. A subject that is a temporary is used up when the pattern matches; when it fails, the landing place
// releases it.

import Syntax

extension CodeGenerator {
    func compile(_ pattern: Pattern, _ subject: Operand, _ state: inout PatternState) {
        guard recursion.enter() else {
            if self.failure == nil { self.failure = .recursion }
            recursion.leave()
            return
        }
        defer { recursion.leave() }
        u.location = pattern.range
        switch pattern.kind {
        case .value(let value): compileValue(value, subject, &state)
        case .singleton(let value): compileSingleton(value, subject, &state)
        case .sequence(let patterns): compileSequence(patterns, subject, &state)
        case .mapping(let keys, let patterns, let rest): compileMapping(keys, patterns, rest, subject, &state)
        case .class(let cls, let patterns, let names, let keywordPatterns):
            compileClassPattern(pattern, cls, patterns, names, keywordPatterns, subject, &state)
        case .star(let name): capture(name, subject, &state)
        case .as(let inner, let name): compileAs(inner, name, subject, &state)
        case .or(let alternatives): compileOr(alternatives, subject, &state)
        }
    }

    private func isWildcard(_ pattern: Pattern) -> Bool {
        if case .as(nil, nil) = pattern.kind { return true }
        return false
    }

    private func isStarWildcard(_ pattern: Pattern) -> Bool {
        if case .star(nil) = pattern.kind { return true }
        return false
    }

    /// Inside another pattern everything may match.
    private func compileInner(_ pattern: Pattern, _ subject: Operand, _ state: inout PatternState) {
        let saved = state.allowsIrrefutable
        state.allowsIrrefutable = true
        compile(pattern, subject, &state)
        state.allowsIrrefutable = saved
    }

    /// Gives up a subject that is not needed any more.
    private func finish(_ subject: Operand) {
        guard subject.isTemporary else { return }
        u.emit(.release, a: subject.register)
        u.popLive(subject.register)
    }

    private func capture(_ name: String?, _ subject: Operand, _ state: inout PatternState) {
        guard let name else { return finish(subject) }
        if name == "__debug__" { fail("cannot assign to __debug__") }
        if state.captures.contains(where: { $0.name == name }) { fail("multiple assignments to name '\(name)' in pattern") }
        state.captures.append((name, subject))
    }

    private func compileAs(_ inner: Pattern?, _ name: String?, _ subject: Operand, _ state: inout PatternState) {
        guard let inner else {
            if !state.allowsIrrefutable {
                if let name {
                    fail("name capture '\(name)' makes remaining patterns unreachable")
                } else {
                    fail("wildcard makes remaining patterns unreachable")
                }
            }
            return capture(name, subject, &state)
        }
        compile(inner, Operand(register: subject.register, isTemporary: false), &state)
        capture(name, subject, &state)
    }

    private func compileValue(_ value: Expression, _ subject: Operand, _ state: inout PatternState) {
        switch value.kind {
        case .constant(.none), .constant(.true), .constant(.false), .constant(.ellipsis), .constant(.tuple), .constant(.frozenset):
            fail("patterns may only match literals and attribute lookups")
        case .constant, .attribute, .unaryOp, .binOp: break
        default: fail("patterns may only match literals and attribute lookups")
        }
        if let small = smallIndex(value) {
            branchOnFailure(.jumpIfNotEqualNotImm, subject, b: small, &state)
            return
        }
        let saved = u.location
        let other = operand(value)
        u.location = saved
        branchOnFailure(.jumpIfNotEqualNot, subject, other, b: other.register, &state)
    }

    /// A branch that fails the pattern; it uses up its operands both ways.
    private func branchOnFailure(_ opcode: Opcode, _ first: Operand, _ second: Operand? = nil, b: Int = 0, _ state: inout PatternState) {
        let live = u.live
        u.drop(first)
        if let second { u.drop(second) }
        let label = failure(&state)
        let after = u.live
        u.live = live
        u.emitBranch(opcode, flags: first.killA | (second?.killB ?? 0), a: first.register, b: b, to: label)
        u.live = after
    }

    private func compileSingleton(_ value: Constant, _ subject: Operand, _ state: inout PatternState) {
        if case .none = value {
            branchOnFailure(.jumpIfNotNone, subject, nil, &state)
            return
        }
        let register = u.nextTemporary, live = u.live
        loadConstant(value, into: .temporary)
        produce(
            .isSame, flags: subject.killB | InstructionFlags.killC, into: .temporary, base: register,
            live: subject.isTemporary ? u.tree.remove(subject.register, from: live) : live, b: subject.register, c: register)
        branchOnFailure(.jumpIfFalse, Operand(register: register, isTemporary: true), nil, &state)
    }

    /// Tests a property of the subject, which stays.
    private func test(_ opcode: Opcode, _ subject: Operand, _ state: inout PatternState) {
        let register = u.nextTemporary
        produce(opcode, into: .temporary, base: register, live: u.live, b: subject.register)
        branchOnFailure(.jumpIfFalse, Operand(register: register, isTemporary: true), nil, &state)
    }

    private func testLength(_ branch: Opcode, _ length: Int, _ subject: Operand, _ state: inout PatternState) {
        let register = u.nextTemporary
        produce(.getLength, into: .temporary, base: register, live: u.live, b: subject.register)
        if length <= 32767 {
            branchOnFailure(branch, Operand(register: register, isTemporary: true), b: length, &state)
        } else {
            fail("too many sub-patterns in sequence pattern")
        }
    }

    // MARK: Sequences

    private func compileSequence(_ patterns: [Pattern], _ subject: Operand, _ state: inout PatternState) {
        var star = -1
        var hasOnlyWildcards = true, isStarWild = false
        for (i, pattern) in patterns.enumerated() {
            if case .star = pattern.kind {
                if star >= 0 { return fail("multiple starred names in sequence pattern") }
                star = i
                isStarWild = isStarWildcard(pattern)
                hasOnlyWildcards = hasOnlyWildcards && isStarWild
            } else {
                hasOnlyWildcards = hasOnlyWildcards && isWildcard(pattern)
            }
        }
        test(.matchSequence, subject, &state)
        if star < 0 {
            testLength(.jumpIfNotEqualNotImm, patterns.count, subject, &state)
        } else if patterns.count > 1 {
            testLength(.jumpIfNotGreaterOrEqualImm, patterns.count - 1, subject, &state)
        }
        if hasOnlyWildcards {
            finish(subject)
        } else if isStarWild {
            compileIndexed(patterns, star, subject, &state)
            finish(subject)
        } else {
            compileUnpacked(patterns, star, subject, &state)
        }
    }

    /// With `*_`, the others are reached by index.
    private func compileIndexed(_ patterns: [Pattern], _ star: Int, _ subject: Operand, _ state: inout PatternState) {
        for (i, pattern) in patterns.enumerated() {
            if i == star || isWildcard(pattern) { continue }
            let item = u.nextTemporary, live = u.live
            if i < star {
                produce(.loadSubscriptImm, into: .temporary, base: item, live: live, b: subject.register, c: i)
            } else {
                produce(.getLength, into: .temporary, base: item, live: live, b: subject.register)
                produce(.subtractImm, flags: InstructionFlags.killB, into: .temporary, base: item, live: live, b: item, c: patterns.count - i)
                produce(.loadSubscript, flags: InstructionFlags.killC, into: .temporary, base: item, live: live, b: subject.register, c: item)
            }
            compileInner(pattern, Operand(register: item, isTemporary: true), &state)
        }
    }

    private func compileUnpacked(_ patterns: [Pattern], _ star: Int, _ subject: Operand, _ state: inout PatternState) {
        if star >= 256 { return fail("too many expressions in star-unpacking sequence pattern") }
        let output = u.nextTemporary
        u.nextTemporary += patterns.count
        u.reserve(u.nextTemporary)
        if star < 0 {
            u.emit(.unpackSequence, flags: InstructionFlags.tempA | subject.killB, a: output, b: subject.register, c: patterns.count)
        } else {
            u.emit(
                .unpackEx, flags: InstructionFlags.tempA | subject.killB, a: output, b: subject.register, c: patterns.count - star - 1,
                extra: star)
        }
        u.drop(subject)
        compileParts(patterns, from: output, &state)
    }

    /// Patterns for values that stand in consecutive temporaries.
    private func compileParts(_ patterns: [Pattern], from output: Int, _ state: inout PatternState) {
        // Captures lie deepest, so that sets of live temporaries stay paths.
        for i in patterns.indices { u.pushLive(output + i) }
        for (i, pattern) in patterns.enumerated() {
            compileInner(pattern, Operand(register: output + i, isTemporary: true), &state)
        }
    }

    // MARK: Mappings and classes

    private func compileMapping(
        _ keys: [Expression], _ patterns: [Pattern], _ rest: String?, _ subject: Operand, _ state: inout PatternState
    ) {
        let range = u.location
        test(.matchMapping, subject, &state)
        if keys.isEmpty {
            guard let rest else { return finish(subject) }
            let empty = u.nextTemporary, live = u.live
            loadConstant(.tuple([]), into: .temporary)
            produce(
                .matchRest, flags: InstructionFlags.killC, into: .temporary, base: empty, live: live, b: subject.register, c: empty)
            finish(subject)
            return capture(rest, Operand(register: empty, isTemporary: true), &state)
        }
        testLength(.jumpIfNotGreaterOrEqualImm, keys.count, subject, &state)
        checkKeys(keys, range)
        let keyTuple = u.nextTemporary, live = u.live
        for key in keys { compile(key, into: .temporary) }
        produce(.buildTuple, into: .temporary, base: keyTuple, live: live, b: keyTuple, c: keys.count)
        let values = u.nextTemporary
        produce(.matchKeys, into: .temporary, base: values, live: u.live, b: subject.register, c: keyTuple)
        u.emitBranch(.jumpIfNone, a: values, to: failure(&state))
        if rest == nil {
            finish(Operand(register: keyTuple, isTemporary: true))
            finish(subject)
        }
        let output = u.nextTemporary
        u.nextTemporary += keys.count
        u.reserve(u.nextTemporary)
        u.emit(.unpackSequence, flags: InstructionFlags.tempA | InstructionFlags.killB, a: output, b: values, c: keys.count)
        u.popLive(values)
        compileParts(patterns, from: output, &state)
        if let rest {
            let dict = u.nextTemporary
            produce(
                .matchRest, flags: InstructionFlags.killC, into: .temporary, base: dict, live: u.tree.remove(keyTuple, from: u.live),
                b: subject.register, c: keyTuple)
            finish(subject)
            capture(rest, Operand(register: dict, isTemporary: true), &state)
        }
    }

    private func checkKeys(_ keys: [Expression], _ range: SourceRange) {
        var seen: Set<Constant> = []
        for key in keys {
            switch key.kind {
            case .constant(let value):
                if !seen.insert(value.comparisonKey).inserted {
                    return fail("mapping pattern checks duplicate key (\(value.pythonRepr))", range)
                }
            case .attribute, .unaryOp, .binOp: break
            default: return fail("mapping pattern keys may only match literals and attribute lookups", range)
            }
        }
    }

    private func compileClassPattern(
        _ pattern: Pattern, _ cls: Expression, _ patterns: [Pattern], _ names: [String], _ keywordPatterns: [Pattern], _ subject: Operand,
        _ state: inout PatternState
    ) {
        var seen: Set<String> = []
        for (name, inner) in zip(names, keywordPatterns) {
            if name == "__debug__" { fail("cannot assign to __debug__", inner.range) }
            if !seen.insert(name).inserted { return fail("attribute name repeated in class pattern: \(name)", inner.range) }
        }
        let result = u.nextTemporary
        let type = operand(cls)
        let live = type.isTemporary ? u.tree.remove(type.register, from: u.live) : u.live
        u.location = pattern.range
        let keywords = u.constant(.tuple(names.map { .string(PythonText($0), kindU: false) }))
        produceClassMatch(subject, type, result: result, live: live, positional: patterns.count, keywords: keywords)
        finish(subject)
        u.emitBranch(.jumpIfNone, a: result, to: failure(&state))
        let all = patterns + keywordPatterns
        let attributes = Operand(register: result, isTemporary: true)
        if all.allSatisfy(isWildcard) { return finish(attributes) }
        let output = u.nextTemporary
        u.nextTemporary += all.count
        u.reserve(u.nextTemporary)
        u.emit(.unpackSequence, flags: InstructionFlags.tempA | InstructionFlags.killB, a: output, b: result, c: all.count)
        u.popLive(result)
        compileParts(all, from: output, &state)
    }

    private func produceClassMatch(_ subject: Operand, _ type: Operand, result: Int, live: Int32, positional: Int, keywords: Int) {
        produce(
            .matchClass, flags: type.killC, into: .temporary, base: result, live: live, b: subject.register, c: type.register,
            extra: positional)
        if u.isReachable, !u.items.isEmpty { u.items[u.items.count - 1].extra |= UInt64(UInt32(keywords)) << 32 }
    }

    // MARK: Alternatives

    private func compileOr(_ alternatives: [Pattern], _ subject: Operand, _ state: inout PatternState) {
        guard let first = alternatives.first else { return }
        let borrowed = Operand(register: subject.register, isTemporary: false)
        let names = capturedNames(first)
        // Where the captures of whichever alternative matches end up.
        let registers = names.map { _ in u.newTemporary() }
        let matched = u.newLabel()
        let live = u.live, top = u.nextTemporary
        var liveAfter = live
        for register in registers { liveAfter = u.tree.push(register, on: liveAfter) }
        for (i, alternative) in alternatives.enumerated() {
            let isLast = i == alternatives.count - 1
            u.live = live
            u.nextTemporary = top
            var inner = PatternState()
            inner.allowsIrrefutable = isLast && state.allowsIrrefutable
            compile(alternative, borrowed, &inner)
            let captured = inner.captures.map { $0.name }
            if captured.count != names.count || !names.allSatisfy(captured.contains) {
                fail("alternative patterns bind different names")
                return
            }
            for (name, register) in zip(names, registers) {
                guard let capture = inner.captures.first(where: { $0.name == name }) else { continue }
                u.emit(.move, flags: InstructionFlags.tempA | capture.value.killB, a: register, b: capture.value.register)
                u.drop(capture.value)
                u.pushLive(register)
            }
            u.live = liveAfter
            u.jump(to: matched)
            landFailures(&inner, on: live)
        }
        u.live = live
        u.nextTemporary = top
        if u.isReachable { u.jump(to: failure(&state)) }
        u.live = liveAfter
        u.bind(matched)
        finish(subject)
        for (name, register) in zip(names, registers) {
            capture(name, Operand(register: register, isTemporary: true), &state)
        }
    }
}
