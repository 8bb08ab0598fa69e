// Templates: operators and comparisons whose left operand's class has them in Python.
//
// They are calls with two arguments. The operands stay in the instruction's registers until the method has returned, since it may decline;
// what comes then, and all that does not come back here, is for `Operators` and `Comparisons`, by the note in the method's frame.

import CPythonABI
import Compiler

extension NativeTemplates {
    private static let operationHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeOperation as @convention(c) (FramePointer, UInt64, Value) -> Void, to: UnsafeRawPointer.self)))
    private static let comparisonHelper = UInt64(
        UInt(bitPattern: unsafeBitCast(nativeComparison as @convention(c) (FramePointer, UInt64, Value) -> Void, to: UnsafeRawPointer.self)))

    /// What the right operand of such a call is.
    private enum RightOperand { case register(Int), number(Int) }
    private struct OperatorCall {
        let method: Value
        let callee: CodePointer
        let left: Int
        let right: RightOperand
        let note: UInt64
        /// Levels of recursion that the call counts for.
        let levels: Int
        /// Registers whose last use this is.
        let killed: [Int]
        let helper: UInt64
    }

    /// Begins a version where nothing is known of the left operand of an instruction, so that its value is there to look at.
    mutating func lookAt(_ slot: Int) -> TemplateResult? {
        if word == firstWord { return nil }
        switch guess(slot) {
        case .unknown, .object: jump(to: word, context)
        default: return nil
        }
        return .end
    }
    /// r[a] = r[b] op r[c], or op a number; nil: no method in Python comes first.
    mutating func callOperator(_ operation: BinaryOperation, immediate: Bool) -> TemplateResult? {
        guard word == firstWord, let left = classInPython(b) else { return nil }
        let right = immediate ? Value(smallInt: signedC(instruction)) : fp[c]
        if right.isNull { return nil }
        let inPlace = flag(InstructionFlags.inPlace) && left.record.pointee.inPlace[operation.rawValue] != nil
        let name = inPlace ? BinaryNames.inPlace(operation) : BinaryNames.name(operation)
        if !inPlace && (!left.record.pointee.isPython(operation) || Operators.isRightFirst(operation, left, right.type)) { return nil }
        var killed = flag(InstructionFlags.killB) ? [b] : []
        if !immediate && flag(InstructionFlags.killC) { killed.append(c) }
        // (The step behind this one in `Operators.run`.)
        let note = NoteBits.with(step: inPlace ? 1 : 3, NoteBits.result(.operation, instruction))
        guard
            let call = operatorCall(
                left.lookup(name), left: b, right: immediate ? .number(signedC(instruction)) : .register(c), note, levels: 1, killed,
                NativeTemplates.operationHelper)
        else { return nil }
        enter(call, left, right)
        endOperator(call)
        store(.rax, .unknown)
        jump(to: word + length, context)
        return .end
    }
    /// r[a] = r[b] < r[c], and so on.
    mutating func callComparison(_ comparison: Comparison) -> TemplateResult? {
        var killed = flag(InstructionFlags.killB) ? [b] : []
        if flag(InstructionFlags.killC) { killed.append(c) }
        guard enterComparison(comparison, b, .register(c), NoteBits.result(.comparison, instruction), killed) != nil else { return nil }
        store(.rax, .unknown)
        jump(to: word + length, context)
        return .end
    }
    /// Jump by c if r[a] < r[b], or a number, is `sense`.
    mutating func branchComparison(_ comparison: Comparison, _ sense: Bool, immediate: Bool) -> TemplateResult? {
        var killed = flag(InstructionFlags.killA) ? [a] : []
        if !immediate && flag(InstructionFlags.killB) { killed.append(b) }
        let right: RightOperand = immediate ? .number(signedB(instruction)) : .register(b)
        guard let call = enterComparison(comparison, a, right, NoteBits.with(.comparison, NoteBits.branch), killed) else { return nil }
        var others: [JumpSite] = []
        assembler.move(.rcx, .rax)
        assembler.operate(.and, .rcx, number: -2)
        assembler.operate(.cmp, .rcx, number: 2)
        others.append(assembler.jump(.notEqual))
        assembler.operate(.cmp, .rax, number: sense ? 3 : 2)
        context.held = -1
        let target = word + length + signedC(instruction)
        if target >= word {
            jump(.equal, to: target, context)
        } else {
            let straight = assembler.jump(.notEqual)
            assembler.compareToZero(at: NativeTemplates.breaker, wide: false)
            others.append(assembler.jump(.notEqual))
            jump(to: target, context)
            Assembler.aim(straight, assembler.cursor)
        }
        goOn(others, call)
        jump(to: word + length, context)
        return .end
    }
    private mutating func enterComparison(
        _ comparison: Comparison, _ left: Int, _ right: RightOperand, _ note: UInt64, _ killed: [Int]
    ) -> OperatorCall? {
        guard word == firstWord, let type = classInPython(left) else { return nil }
        var other = Value.null
        switch right {
        case .register(let slot): other = fp[slot]
        case .number(let number): other = Value(smallInt: number)
        }
        // (The step behind this one in `Comparisons.run`.)
        let note = NoteBits.with(step: 2, note) | FrameFlags.countsTwice
        guard !other.isNull, !(other.type != type && other.type.isSubtype(of: type) && other.type.record.pointee.compare != nil),
            let call = operatorCall(
                type.lookup(Compare.name(comparison)), left: left, right: right, note, levels: 2, killed, NativeTemplates.comparisonHelper)
        else { return nil }
        enter(call, type, other)
        endOperator(call)
        return call
    }

    /// The class of the object in a register, if Python code made it and its state has a version.
    private func classInPython(_ slot: Int) -> TypePointer? {
        guard slot < code.pointee.registerCount, fp[slot].isObject else { return nil }
        let type = fp[slot].type
        return type.record.pointee.madeInPython && type.version != 0 ? type : nil
    }
    /// Nil: the method is not entered from here.
    private func operatorCall(
        _ method: Value, left: Int, right: RightOperand, _ note: UInt64, levels: Int, _ killed: [Int], _ helper: UInt64
    ) -> OperatorCall? {
        guard FunctionObject.isExact(method), code.pointee.flags & CodeFlags.anyGenerator == 0 else { return nil }
        let callee = CodeObject.linked(FunctionObject.code(method))
        guard callee.pointee.simpleArgumentCount == 2, callee.pointee.flags & CodeFlags.anyGenerator == 0, callee.pointee.localCount <= 24
        else { return nil }
        return OperatorCall(
            method: method, callee: callee, left: left, right: right, note: note, levels: levels, killed: killed, helper: helper)
    }

    /// Enters the method; lands with what it returns in rax. `other` is what the right operand is now.
    private mutating func enter(_ call: OperatorCall, _ type: TypePointer, _ other: Value) {
        let new = (code.pointee.registerCount + frameHeaderSize) * 8
        requireTypeVersion(call.left, type.version)
        if case .register(let slot) = call.right { requireLike(slot, other) }
        // The method may have got other code since.
        assembler.move(.rdx, call.method.bits)
        assembler.move(.rcx, FunctionObject.code(call.method).bits)
        assembler.operate(.cmp, .rcx, .rdx, 48)
        leave(.notEqual)
        checkRoom(new, call.callee, levels: call.levels)
        assembler.increment(.rdx)
        assembler.store(.rdi, new - 64, .rdx)
        load(.rcx, call.left)
        assembler.increment(.rcx)
        assembler.store(.rdi, new, .rcx)
        switch call.right {
        case .register(let slot):
            load(.rcx, slot)
            retain(.rcx, context[slot], .rdx)
        case .number(let number): assembler.move(.rcx, Value(smallInt: number).bits)
        }
        assembler.store(.rdi, new + 8, .rcx)
        enterFrame(new, call.callee, 2, call.note)
        context.held = -1
    }
    /// Leaves unless the right operand is of the kind that it is now, so that its class has no say first.
    private mutating func requireLike(_ slot: Int, _ other: Value) {
        if other.isObject {
            if other.type.version == 0 { leave() } else { requireTypeVersion(slot, other.type.version) }
            return
        }
        if context[slot].isPlain && context[slot] != .null { return }
        load(.rax, slot)
        assembler.test(.rax, .rax)
        leave(.equal)
        assembler.move(.rcx, .rax)
        assembler.shift(.shr, .rcx, 48)
        let number = assembler.skip(.notEqual)
        assembler.operate(.cmp, .rax, number: 0x100)
        leave(.aboveOrEqual)
        assembler.land(number)
    }
    /// The method has returned: if it did not decline, operands in their last use go. rax is kept.
    private mutating func endOperator(_ call: OperatorCall) {
        var others: [JumpSite] = []
        assembler.operate(.cmp, .rax, number: Int32(truncatingIfNeeded: Value.notImplemented.bits))
        others.append(assembler.jump(.equal))
        let counted = call.killed.filter { !context[$0].isPlain }
        if !counted.isEmpty {
            // What goes may run anything.
            assembler.increment(at: native.callsAddress)
            for slot in counted {
                assembler.load(.rdx, .rdi, slot * 8)
                assembler.store(.rdi, slot * 8, number: 0)
                let skips = skipUnlessObject(.rdx, context[slot], .rcx)
                releaseOutside(.rdx)
                land(skips)
            }
            assembler.decrement(at: native.callsAddress)
            others.append(assembler.jump(.sign))
        }
        for slot in call.killed { forget(slot) }
        goOn(others, call)
        written = ~0
    }
    /// Where jumps go that leave the rest to the general way.
    private mutating func goOn(_ sites: [JumpSite], _ call: OperatorCall) {
        let (note, helper) = (NoteBits.withoutFlags(call.note), call.helper)
        cold.append(.block(sites) { (self) in
            self.assembler.move(.rsi, note)
            self.assembler.move(.rdx, .rax)
            self.assembler.jump(toAddress: helper)
        })
    }
}

/// A method of the operator that the frame stands behind returned an owned value.
@c(_pyswift_native_operation) func nativeOperation(_ fp: FramePointer, _ note: UInt64, _ value: Value) {
    return proceed(Operators.resume(fp, value, note))
}
@c(_pyswift_native_comparison) func nativeComparison(_ fp: FramePointer, _ note: UInt64, _ value: Value) {
    return proceed(Comparisons.resume(fp, value, note))
}
