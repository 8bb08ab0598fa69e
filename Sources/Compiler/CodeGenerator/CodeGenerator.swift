// From tree to units. One generator compiles one module; it keeps the unit under construction and the first error.
//
// An error does not stop the walk by itself: it is recorded and what follows is compiled in vain, which keeps every function here
// free of error paths. Only the first error is reported, and since the walk goes in CPython's order it is CPython's first one.

import Syntax

final class CodeGenerator {
    let options: CompileOptions
    let table: SymbolTable
    let future: FutureFeatures
    /// `from __future__` is an error below this line.
    var futureLine: Int32 = 0
    var u: UnitBuilder
    var failure: CompileFailure?
    var warnings: [CompileWarning] = []
    var recursion = RecursionGuard()
    /// Compiling what Python's `single` mode prints.
    var isInteractive = false

    init(options: CompileOptions, table: SymbolTable, future: FutureFeatures) {
        self.options = options
        self.table = table
        self.future = future
        u = UnitBuilder(scope: table.top, parent: nil)
    }

    func fail(_ message: String, _ range: SourceRange) {
        if failure == nil { failure = .syntax(message, range) }
    }

    func fail(_ message: String) { fail(message, u.location) }

    func warn(_ message: String, _ range: SourceRange) {
        if failure == nil { warnings.append(CompileWarning(message: message, range: range)) }
    }

    // MARK: Units

    /// Starts the unit of a scope; `parameters` are its arguments in the order of the registers.
    func enterUnit(_ scope: Scope, name: String, firstLine: Int, parameters: [String] = []) {
        let outer = u
        let builder = UnitBuilder(scope: scope, parent: scope.kind == .module ? nil : outer)
        u = builder
        let unit = builder.unit
        unit.name = name
        unit.filename = options.filename
        unit.firstLine = firstLine
        unit.qualifiedName = qualifiedName(of: name, in: outer)
        layOutVariables(parameters)
        for (cell, register) in zip(unit.cellNames, unit.cellRegisters) where !cell.isEmpty {
            builder.emit(.makeCell, a: register)
        }
    }

    private func qualifiedName(of name: String, in outer: UnitBuilder) -> String {
        guard u.parent != nil, outer.scope.kind != .module else { return name }
        if u.scope.functionKind.rawValue <= Scope.FunctionKind.function.rawValue {
            let mangled = mangle(name, in: outer.scope.privateName)
            if outer.scope.place(of: mangled) == .globalExplicit { return name }
        }
        let prefix = outer.unit.qualifiedName
        let isFunction = outer.scope.kind == .function && !outer.scope.isComprehension
        return isFunction ? "\(prefix).<locals>.\(name)" : "\(prefix).\(name)"
    }

    private func layOutVariables(_ parameters: [String]) {
        let scope = u.scope
        let unit = u.unit
        for name in parameters {
            u.localRegisters[name] = unit.variableNames.count
            unit.variableNames.append(name)
            let flags = scope.flags(of: name)
            if flags.contains(.deleted) {
                u.neverBound.insert(unit.variableNames.count - 1)
            } else {
                u.bound.insert(unit.variableNames.count - 1)
            }
            if flags.contains(.walrus) { u.walrusLocals.insert(unit.variableNames.count - 1) }
        }
        var locals = unit.variableNames.count
        var cells: [String] = []
        var free: [String] = []
        for (i, name) in scope.names.enumerated() {
            switch scope.places[i] {
            case .local:
                if scope.kind == .function, !scope.flags[i].contains(.parameter) { locals += 1 }
            case .cell: cells.append(name)
            case .free: free.append(name)
            default: break
            }
            if scope.flags[i].contains(.freeInClass), scope.places[i] != .free { free.append(name) }
        }
        if scope.needsClassCell { cells.append("__class__") }
        // `co_cellvars`: parameters in their order, then the others by name.
        cells.sort {
            let first = u.localRegisters[$0] ?? Int.max, second = u.localRegisters[$1] ?? Int.max
            return first != second ? first < second : $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        free.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if locals > 60_000 { fail("too many local variables", scope.range) }
        unit.localCount = locals
        for name in cells {
            unit.cellNames.append(name)
            if let register = u.localRegisters[name] {
                unit.cellRegisters.append(register)
            } else {
                u.localRegisters[name] = unit.localCount
                unit.cellRegisters.append(unit.localCount)
                unit.localCount += 1
            }
        }
        for (number, name) in free.enumerated() { u.freeNumbers[name] = number }
        unit.freeNames = free
        u.nextTemporary = unit.localCount
        u.registerCount = unit.localCount
        u.variableLimit = locals
    }

    /// Ends the unit, with a `return None` if control reaches its end.
    func leaveUnit(returning outer: UnitBuilder) -> CodeUnit {
        let builder = u
        if builder.isReachable {
            // It belongs to whatever was executed before.
            if builder.items.isEmpty {
                let line = builder.unit.firstLine
                builder.location = SourceRange(line: line, column: 0, endLine: line, endColumn: 0)
            } else {
                builder.location = .none
            }
            let value = builder.pushTemporary()
            builder.popLive(value)
            builder.emit(.loadConst, flags: InstructionFlags.tempA, a: value, bc: builder.constant(.none))
            builder.pushLive(value)
            builder.emit(.returnValue, flags: InstructionFlags.killA, a: value)
        }
        // Variables that occur only where nothing is compiled (bare annotations).
        if builder.unit.variableNames.count < builder.variableLimit {
            for (i, name) in builder.scope.names.enumerated()
            where builder.scope.places[i] == .local && builder.localRegisters[name] == nil {
                builder.unit.variableNames.append(name)
            }
        }
        if builder.isOverflowing { fail("expression is too complex: it needs too many registers", builder.location) }
        if failure == nil {
            builder.unit.registerCount = builder.registerCount
            var assembler = Assembler(builder)
            assembler.assemble()
        }
        u = outer
        return builder.unit
    }

    /// The bits of `co_flags` that follow from the scope.
    func functionFlags(_ scope: Scope) -> Int {
        var flags = 0
        if scope.kind == .function {
            flags |= CodeFlags.newLocals | CodeFlags.optimized
            if scope.isNested { flags |= CodeFlags.nested }
            if scope.isGenerator, !scope.isCoroutine { flags |= CodeFlags.generator }
            if !scope.isGenerator, scope.isCoroutine { flags |= CodeFlags.coroutine }
            if scope.isGenerator, scope.isCoroutine { flags |= CodeFlags.asyncGenerator }
            if scope.hasStarArgument { flags |= CodeFlags.varArgs }
            if scope.hasDoubleStarArgument { flags |= CodeFlags.varKeywords }
        }
        return flags | future.rawValue
    }

    // MARK: Names

    func access(_ name: String) -> Access {
        if let known = u.accesses[name] { return known }
        let found = findAccess(mangle(name, in: u.scope.privateName))
        u.accesses[name] = found
        return found
    }

    private func findAccess(_ name: String) -> Access {
        let isFunction = u.scope.kind == .function
        switch u.scope.place(of: name) {
        case .cell:
            if let register = u.localRegisters[name] { return .cell(register) }
        case .free:
            if let number = u.freeNumbers[name] { return u.scope.kind == .class ? .classFree(number) : .free(number) }
        case .local:
            guard isFunction else { return .name }
            if let register = u.localRegisters[name] { return .local(register) }
            let register = u.unit.variableNames.count
            u.localRegisters[name] = register
            u.unit.variableNames.append(name)
            let flags = u.scope.flags(of: name)
            if flags.contains(.deleted) { u.neverBound.insert(register) }
            if flags.contains(.walrus) { u.walrusLocals.insert(register) }
            return .local(register)
        case .globalExplicit: return .global
        case .globalImplicit, .unresolved: break
        }
        return isFunction ? .global : .name
    }

    func localRegister(of expression: Expression) -> Int? {
        if case .name(let name, _) = expression.kind, case .local(let register) = access(name) { return register }
        return nil
    }

    // MARK: Results

    /// Emits the instruction that makes a value: in a local, or in the temporary `base`, which must be the next one once the
    /// operands are given up.
    func produce(
        _ opcode: Opcode, flags: UInt8 = 0, into destination: Destination, base: Int, live: Int32, b: Int = 0, c: Int = 0, extra: Int = 0
    ) {
        if destination.isLocal {
            u.emit(opcode, flags: flags, a: destination.local, b: b, c: c, extra: extra)
            u.live = live
            u.nextTemporary = base
            u.markBound(destination.local)
        } else {
            u.reserve(base + 1)
            u.emit(opcode, flags: flags | InstructionFlags.tempA, a: base, b: b, c: c, extra: extra)
            u.live = live
            u.nextTemporary = base + 1
            u.pushLive(base)
        }
    }

    func loadConstant(_ value: Constant, into destination: Destination) {
        let register: Int
        var flags: UInt8 = 0
        if destination.isLocal {
            register = destination.local
        } else {
            register = u.newTemporary()
            flags = InstructionFlags.tempA
        }
        if case .int(let number) = value, number >= Int(Int32.min), number <= Int(Int32.max) {
            u.emit(.loadInt, flags: flags, a: register, bc: number)
        } else {
            u.emit(.loadConst, flags: flags, a: register, bc: u.constant(value))
        }
        if destination.isLocal { u.markBound(register) } else { u.pushLive(register) }
    }

    /// Moves an operand to where it belongs.
    func move(_ operand: Operand, into destination: Destination) {
        if destination.isLocal {
            if operand.register == destination.local { return }
            u.emit(.move, flags: operand.isTemporary ? InstructionFlags.killB : 0, a: destination.local, b: operand.register)
            release(operand)
            u.markBound(destination.local)
        } else if !operand.isTemporary {
            let register = u.newTemporary()
            u.emit(.move, flags: InstructionFlags.tempA, a: register, b: operand.register)
            u.pushLive(register)
        }
    }

    /// Forgets an operand that the last instruction has killed; its register is free if it is the topmost.
    func release(_ operand: Operand) {
        guard operand.isTemporary else { return }
        u.popLive(operand.register)
        if operand.register == u.nextTemporary - 1 { u.nextTemporary -= 1 }
    }

    /// Releases an operand's value.
    func discard(_ operand: Operand) {
        guard operand.isTemporary else { return }
        u.emit(.release, a: operand.register)
        release(operand)
    }

    /// Compiles with another location; the old one is restored.
    @inline(__always)
    func at(_ range: SourceRange, _ body: () -> Void) {
        let saved = u.location
        u.location = range
        body()
        u.location = saved
    }
}

extension Operand {
    var killA: UInt8 { isTemporary ? InstructionFlags.killA : 0 }
    var killB: UInt8 { isTemporary ? InstructionFlags.killB : 0 }
    var killC: UInt8 { isTemporary ? InstructionFlags.killC : 0 }
}
