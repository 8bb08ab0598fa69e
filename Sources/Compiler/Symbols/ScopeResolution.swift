// The second pass over the scopes: decides for each name of each scope whether it is local, a cell, free or global.
//
// A name that a scope uses and does not bind is looked for in the functions around it (classes are skipped, except for
// `__class__`). Where it is found it becomes a cell; in every scope between it passes through as a free variable. The cost is
// the number of names times the depth of nesting.

import Syntax

extension SymbolTable {
    /// The first error, if there is one.
    func resolve() -> CompileFailure? {
        var failure: CompileFailure?
        Self.resolve(top, &failure)
        return failure
    }

    private static func resolve(_ scope: Scope, _ failure: inout CompileFailure?) {
        var i = 0
        // Names may be appended meanwhile by inner scopes, never by this loop.
        while i < scope.names.count, failure == nil {
            resolve(i, of: scope, &failure)
            i += 1
        }
        // Nothing of a postponed annotation is evaluated, so its names ask nothing of the scopes around it.
        for child in scope.children where child.kind != .annotation {
            if failure != nil { return }
            resolve(child, &failure)
        }
    }

    private static func resolve(_ i: Int, of scope: Scope, _ failure: inout CompileFailure?) {
        let flags = scope.flags[i]
        let name = scope.names[i]
        if flags.contains(.global) {
            if flags.contains(.nonlocal) {
                failure = .syntax("name '\(name)' is nonlocal and global", directive(name, of: scope))
                return
            }
            scope.places[i] = .globalExplicit
            return
        }
        if flags.contains(.nonlocal) {
            if scope.kind == .module {
                failure = .syntax("nonlocal declaration not allowed at module level", directive(name, of: scope))
                return
            }
            if !capture(name, for: scope, isNonlocal: true) {
                failure = .syntax("no binding for nonlocal '\(name)' found", directive(name, of: scope))
                return
            }
            scope.places[i] = .free
            return
        }
        if !flags.isDisjoint(with: .bound) {
            if scope.places[i] == .unresolved { scope.places[i] = .local }
            return
        }
        if scope.places[i] == .free { return }
        scope.places[i] = capture(name, for: scope, isNonlocal: false) ? .free : .globalImplicit
    }

    private static func directive(_ name: String, of scope: Scope) -> SourceRange {
        for directive in scope.directives where directive.name == name { return directive.range }
        return scope.range
    }

    /// Finds the function around `scope` that binds `name`; makes it a cell there and free in between.
    private static func capture(_ name: String, for scope: Scope, isNonlocal: Bool) -> Bool {
        var owner = scope.parent
        search: while let candidate = owner {
            switch candidate.kind {
            case .class:
                if name == "__class__" {
                    candidate.needsClassCell = true
                    break search
                }
            case .function, .annotation:
                let flags = candidate.flags(of: name)
                if flags.contains(.global) { return false }
                if !flags.contains(.nonlocal), !flags.isDisjoint(with: .bound) { break search }
            case .module:
                return false
            }
            owner = candidate.parent
        }
        guard let owner else { return false }
        if owner.kind != .class, let i = owner.index[name] { owner.places[i] = .cell }
        var between = scope.parent
        while let inner = between, inner !== owner {
            if let i = inner.index[name] {
                if inner.kind == .class, !inner.flags[i].isDisjoint(with: [.local, .imported, .global]) {
                    inner.flags[i].insert(.freeInClass)
                } else {
                    inner.places[i] = .free
                }
            } else {
                inner.add(name, .passedThrough)
                inner.places[inner.places.count - 1] = .free
            }
            between = inner.parent
        }
        return true
    }
}
