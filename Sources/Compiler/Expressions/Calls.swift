// Calls. The callable and the arguments are put where the callee's frame will stand.

import Syntax

/// Registers between the callable and the first argument, the callable included.
let callHeaderSize = 8

extension CodeGenerator {
    /// Calls with more arguments than this pass a tuple.
    static let mostArguments = 60

    func compileCall(
        _ expression: Expression, _ function: Expression, _ arguments: [Expression], _ keywords: [Keyword], into destination: Destination
    ) {
        checkCaller(function)
        checkKeywords(keywords)
        let base = u.nextTemporary, live = u.live
        let isPlain = isPlainCall(arguments, keywords)
        if isPlain, case .attribute(let value, let name, .load) = function.kind {
            let object = operand(value)
            let range = attributeRange(function, name)
            u.location = range
            u.nextTemporary = base
            u.reserve(base + callHeaderSize + 1)
            u.emit(.loadMethod, flags: InstructionFlags.tempA | object.killB, a: base, b: object.register, extra: u.name(name))
            u.live = live
            u.pushLive(base)
            u.pushLive(base + callHeaderSize)
            u.nextTemporary = base + callHeaderSize + 1
            compileArguments(arguments, keywords)
            var whole = expression.range
            if function.range.line != function.range.endLine {
                whole.line = range.line
                whole.column = range.column
                if range.column < 0 { whole.endColumn = -1 }
            }
            u.location = whole
            finishCall(
                base: base, live: live, count: arguments.count + keywords.count, keywords: keywords, isMethod: true, into: destination)
            return
        }
        compile(function, into: .temporary)
        if isPlain {
            u.nextTemporary = base + callHeaderSize
            compileArguments(arguments, keywords)
            finishCall(
                base: base, live: live, count: arguments.count + keywords.count, keywords: keywords, isMethod: false, into: destination)
        } else {
            finishCallEx(base: base, live: live, leading: [], arguments: arguments, keywords: keywords, into: destination)
        }
    }

    func isPlainCall(_ arguments: [Expression], _ keywords: [Keyword]) -> Bool {
        if arguments.count + keywords.count > Self.mostArguments || hasStar(arguments) { return false }
        for keyword in keywords where keyword.name == nil { return false }
        return true
    }

    func compileArguments(_ arguments: [Expression], _ keywords: [Keyword]) {
        for argument in arguments { compile(argument, into: .temporary) }
        for keyword in keywords { compile(keyword.value, into: .temporary) }
    }

    /// Emits the call once everything is in place.
    func finishCall(base: Int, live: Int32, count: Int, keywords: [Keyword], isMethod: Bool, into destination: Destination) {
        var extra = 0
        var opcode: Opcode = isMethod ? .callMethod : .call
        var flags: UInt8 = 0
        if !keywords.isEmpty {
            let names: [Constant] = keywords.map { .string(PythonText($0.name ?? ""), kindU: false) }
            extra = u.constant(.tuple(names))
            opcode = .callKeyword
            if isMethod { flags = InstructionFlags.methodCall }
        }
        u.reserve(base + callHeaderSize + count + 1)
        emitCall(opcode, flags: flags, base: base, live: live, count: count, extra: extra, into: destination)
    }

    /// The callable and the arguments are consumed, so they are not live at the call.
    func emitCall(_ opcode: Opcode, flags: UInt8 = 0, base: Int, live: Int32, count: Int, extra: Int = 0, into destination: Destination) {
        u.live = live
        if destination.isLocal {
            u.emit(opcode, flags: flags, a: base, b: count, c: destination.local, extra: extra)
            u.nextTemporary = base
            u.markBound(destination.local)
        } else {
            u.emit(opcode, flags: flags | InstructionFlags.tempA, a: base, b: count, c: base, extra: extra)
            u.nextTemporary = base + 1
            u.pushLive(base)
        }
    }

    /// A call with stars or very many arguments; the callable is in the topmost temporary. `leading` arguments are emitted first.
    func finishCallEx(
        base: Int, live: Int32, leading: [() -> Void], arguments: [Expression], keywords: [Keyword], into destination: Destination
    ) {
        u.nextTemporary = base + callHeaderSize
        let positional = u.nextTemporary
        if leading.isEmpty, arguments.count == 1, case .starred(let value, _) = arguments[0].kind {
            compile(value, into: .temporary)
        } else if leading.isEmpty {
            compileTuple(arguments, into: .temporary)
        } else {
            for load in leading { load() }
            let list = u.nextTemporary
            u.emit(.buildList, flags: InstructionFlags.tempA, a: positional, b: positional, c: list - positional)
            for register in positional..<list { u.popLive(register) }
            u.pushLive(positional)
            u.nextTemporary = positional + 1
            for argument in arguments {
                if case .starred(let value, _) = argument.kind {
                    add(.listExtend, to: positional, value)
                } else {
                    add(.listAppend, to: positional, argument)
                }
            }
            u.emit(.listToTuple, flags: InstructionFlags.tempA | InstructionFlags.killB, a: positional, b: positional)
        }
        if keywords.isEmpty {
            let none = u.newTemporary()
            u.emit(.loadNull, flags: InstructionFlags.tempA, a: none)
            u.pushLive(none)
        } else {
            compileKeywordDict(keywords, callable: base)
        }
        emitCall(.callEx, base: base, live: live, count: 0, into: destination)
    }

    /// The keyword arguments as a dict in a new temporary.
    private func compileKeywordDict(_ keywords: [Keyword], callable: Int) {
        var dict = -1
        var i = 0
        while i < keywords.count {
            if keywords[i].name == nil {
                if dict < 0 { dict = pushEmpty(.buildMap) }
                let item = operand(keywords[i].value)
                u.emit(.dictMerge, flags: item.killB, a: dict, b: item.register, c: callable)
                release(item)
                i += 1
                continue
            }
            var end = i
            while end < keywords.count, end - i < Self.longestDisplay, keywords[end].name != nil { end += 1 }
            let piece = u.nextTemporary, live = u.live
            for keyword in keywords[i..<end] {
                loadConstant(.string(PythonText(keyword.name ?? ""), kindU: false), into: .temporary)
                compile(keyword.value, into: .temporary)
            }
            produce(.buildMap, into: .temporary, base: piece, live: live, b: piece, c: end - i)
            if dict < 0 {
                dict = piece
            } else {
                u.emit(.dictMerge, flags: InstructionFlags.killB, a: dict, b: piece, c: callable)
                release(Operand(register: piece, isTemporary: true))
            }
            i = end
        }
    }

    func checkKeywords(_ keywords: [Keyword]) {
        guard !keywords.isEmpty else { return }
        for (i, keyword) in keywords.enumerated() {
            guard let name = keyword.name else { continue }
            if name == "__debug__" { return fail("cannot assign to __debug__") }
            // The list is short, or its repeats are not worth a table for every call.
            if keywords.count < 16 {
                for other in keywords[(i + 1)...] where other.name == name {
                    return fail("keyword argument repeated: \(name)", other.range)
                }
            }
        }
        guard keywords.count >= 16 else { return }
        var seen: Set<String> = []
        for keyword in keywords {
            if let name = keyword.name, !seen.insert(name).inserted { return fail("keyword argument repeated: \(name)", keyword.range) }
        }
    }
}
