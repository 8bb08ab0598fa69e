// The `match` statement (PEP 634).
//
// The subject stays in its register until a case succeeds. What a pattern takes apart goes to temporaries above it; names are
// bound when the whole pattern has matched. A test that fails leaves with some temporaries alive: for each such set there is a
// landing place that releases them, the sets being paths in the live tree (see `LiveTree`).

import Syntax

/// The state of the pattern of one case.
struct PatternState {
    /// Captured values, by name, in order.
    var captures: [(name: String, value: Operand)] = []
    /// The pattern may match everything.
    var allowsIrrefutable = false
    /// Labels of failures, by the set of temporaries that are live there.
    var failures: [Int32: Int] = [:]
}

extension CodeGenerator {
    func compileMatch(_ subject: Expression, _ cases: [MatchCase]) {
        let base = u.nextTemporary, live = u.live
        u.mark(subject.range)
        var value = operand(subject)
        if !value.isTemporary, u.walrusLocals.contains(value.register) || capturesLocal(value.register, cases) {
            let register = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA, a: register, b: value.register)
            u.pushLive(register)
            value = Operand(register: register, isTemporary: true)
        }
        let end = u.newLabel()
        let liveInCases = u.live, top = u.nextTemporary
        for (i, item) in cases.enumerated() {
            let isLast = i == cases.count - 1
            u.live = liveInCases
            u.nextTemporary = top
            u.location = item.pattern.range
            u.mark(item.pattern.range)
            var state = PatternState()
            state.allowsIrrefutable = item.guard != nil || isLast
            compile(item.pattern, Operand(register: value.register, isTemporary: false), &state)
            for capture in state.captures { storeName(capture.name, from: capture.value) }
            u.live = liveInCases
            u.nextTemporary = top
            if let test = item.guard { condition(test, jumpIf: false, to: failure(&state)) }
            if value.isTemporary {
                u.emit(.release, a: value.register)
                u.live = live
            }
            compile(item.body)
            u.jump(to: end)
            // A failure belongs to the pattern: the body was not run.
            u.location = item.pattern.range
            landFailures(&state, on: liveInCases)
        }
        u.live = liveInCases
        u.nextTemporary = top
        discard(value)
        u.live = live
        u.nextTemporary = base
        u.bind(end)
    }

    private func capturesLocal(_ register: Int, _ cases: [MatchCase]) -> Bool {
        cases.contains { capturedNames($0.pattern).contains { if case .local(let other) = access($0) { return other == register } else { return false } } }
    }

    /// The label to jump to when a test fails here.
    func failure(_ state: inout PatternState) -> Int {
        if let label = state.failures[u.live] { return label }
        let label = u.newLabel()
        state.failures[u.live] = label
        return label
    }

    /// Binds the labels of failures: each releases the topmost temporary of its set and goes on as the set without it.
    func landFailures(_ state: inout PatternState, on base: Int32) {
        var waiting = state.failures.keys.sorted { u.tree.depth(of: $0) < u.tree.depth(of: $1) || u.tree.depth(of: $0) == u.tree.depth(of: $1) && $0 < $1 }
        while let node = waiting.popLast() {
            guard let label = state.failures[node] else { continue }
            u.live = node
            u.bind(label)
            if node == base { return }
            u.emit(.release, a: Int(u.tree.registers[Int(node)]))
            let parent = u.tree.parents[Int(node)]
            u.live = parent
            let isNew = state.failures[parent] == nil
            u.jump(to: failure(&state))
            if isNew {
                let depth = u.tree.depth(of: parent)
                let place = waiting.firstIndex { u.tree.depth(of: $0) > depth } ?? waiting.count
                waiting.insert(parent, at: place)
            }
        }
        u.live = base
    }

    /// Names that a pattern binds, in order.
    func capturedNames(_ pattern: Pattern) -> [String] {
        var names: [String] = []
        func collect(_ pattern: Pattern) {
            guard recursion.enter() else { recursion.leave(); return }
            defer { recursion.leave() }
            switch pattern.kind {
            case .value, .singleton: break
            case .sequence(let inner): inner.forEach(collect)
            case .mapping(_, let inner, let rest):
                inner.forEach(collect)
                if let rest { names.append(rest) }
            case .class(_, let positional, _, let keyword):
                positional.forEach(collect)
                keyword.forEach(collect)
            case .star(let name): if let name { names.append(name) }
            case .as(let inner, let name):
                if let inner { collect(inner) }
                if let name { names.append(name) }
            case .or(let alternatives): if let first = alternatives.first { collect(first) }
            }
        }
        collect(pattern)
        return names
    }
}
