// Templates: arithmetic and comparisons of immediate numbers.
//
// An int of 49 bits is worked on in the upper 49 bits of a register: overflow is the machine's. "Rotated" has ones in the lower 15 bits, as
// the value has in the upper ones; "shifted" has zeros there.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// r[a] = r[b] op r[c]
    mutating func binary(_ operation: BinaryOperation) -> TemplateResult {
        if let result = lookAt(b) { return result }
        if let result = callOperator(operation, immediate: false) { return result }
        if let result = callForeignOperator(operation, immediate: false) { return result }
        if isLong(operation) { return longBinary(operation) }
        guard requireNumber(b), requireNumber(c) else { return exit() }
        if context[b] == .int && context[c] == .int { return intBinary(operation) }
        let opcode: UInt8
        switch operation {
        case .add: opcode = 0x58
        case .multiply: opcode = 0x59
        case .subtract: opcode = 0x5C
        case .trueDivide: opcode = 0x5E
        default: return exit()
        }
        loadFloat(.xmm0, b)
        loadFloat(.xmm1, c)
        if operation == .trueDivide {
            // Not by zero: -0.0 shifted left by one is 0 too.
            assembler.moveFromFloat(.rax, .xmm1)
            assembler.operate(.add, .rax, .rax)
            leave(.equal)
        }
        assembler.operate(opcode, .xmm0, .xmm1)
        boxFloat()
        endOperands()
        store(.rax, .float)
        return .next
    }
    /// The instruction is for its handler.
    mutating func exit() -> TemplateResult {
        leave()
        return .end
    }
    private mutating func endOperands() {
        if flag(InstructionFlags.killB) { forget(b) }
        if flag(InstructionFlags.killC) { forget(c) }
    }

    private mutating func intBinary(_ operation: BinaryOperation) -> TemplateResult {
        switch operation {
        case .add:
            if isHeld(c) {
                loadRotated(.rcx, c)
                loadShifted(.rax, b)
            } else {
                loadShifted(.rax, b)
                loadRotated(.rcx, c)
            }
            assembler.operate(.add, .rax, .rcx)
            outgrow(.overflow, operation)
            boxRotated(.rax)
        case .subtract:
            loadRotated(.rax, b)
            loadShifted(.rcx, c)
            assembler.operate(.sub, .rax, .rcx)
            outgrow(.overflow, operation)
            boxRotated(.rax)
        case .multiply:
            loadNumber(.rax, b)
            loadShifted(.rcx, c)
            assembler.multiply(.rax, .rcx)
            outgrow(.overflow, operation)
            boxShifted(.rax)
        case .and:
            load(.rax, b)
            assembler.operate(.and, .rax, .rdi, c * 8)
        case .or:
            load(.rax, b)
            assembler.operate(.or, .rax, .rdi, c * 8)
        case .xor:
            load(.rax, b)
            assembler.operate(.xor, .rax, .rdi, c * 8)
            assembler.move(.rcx, Value.intTag)
            assembler.operate(.or, .rax, .rcx)
        case .leftShift:
            loadNumber(.rcx, c)
            assembler.operate(.cmp, .rcx, number: 48)
            outgrow(.aboveOrEqual, operation)
            loadShifted(.rdx, b)
            assembler.move(.rax, .rdx)
            assembler.shift(.shl, .rax)
            assembler.move(.r8, .rax)
            assembler.shift(.sar, .r8)
            assembler.operate(.cmp, .r8, .rdx)
            outgrow(.notEqual, operation)
            boxShifted(.rax)
        case .rightShift:
            loadNumber(.rcx, c)
            assembler.operate(.cmp, .rcx, number: 48)
            leave(.aboveOrEqual)
            loadShifted(.rax, b)
            assembler.shift(.sar, .rax)
            boxShifted(.rax)
        case .floorDivide, .modulo:
            loadNumber(.rcx, c)
            assembler.test(.rcx, .rcx)
            leave(.equal)
            loadNumber(.rax, b)
            divide(operation == .modulo)
        case .trueDivide:
            loadFloat(.xmm0, b)
            loadNumber(.rax, c)
            assembler.test(.rax, .rax)
            leave(.equal)
            assembler.convert(.xmm1, .rax)
            assembler.operate(0x5E, .xmm0, .xmm1)
            boxFloat()
            endOperands()
            store(.rax, .float)
            return .next
        default: return exit()
        }
        endOperands()
        store(.rax, .int)
        return .next
    }

    /// rax = rax // rcx or rax % rcx, boxed; rcx is not 0.
    private mutating func divide(_ wantsRemainder: Bool) {
        // Unsigned numbers of 32 bits are divided in half the time.
        assembler.move(.rdx, .rax)
        assembler.operate(.or, .rdx, .rcx)
        assembler.shift(.shr, .rdx, 32)
        let wide = assembler.skip(.notEqual)
        assembler.divide32(.rcx)
        if wantsRemainder { assembler.move(.rax, .rdx) }
        let done = assembler.skip()
        assembler.land(wide)
        assembler.divide(.rcx)
        assembler.test(.rdx, .rdx)
        let exact = assembler.skip(.equal)
        assembler.move(.r8, .rdx)
        assembler.operate(.xor, .r8, .rcx)
        let same = assembler.skip(.noSign)
        if wantsRemainder { assembler.operate(.add, .rdx, .rcx) } else { assembler.decrement(register: .rax) }
        assembler.land(same)
        assembler.land(exact)
        if wantsRemainder { assembler.move(.rax, .rdx) }
        assembler.land(done)
        if !wantsRemainder {
            // -2^48 // -1 does not fit.
            assembler.move(.rdx, .rax)
            assembler.shift(.shl, .rdx, 15)
            assembler.shift(.sar, .rdx, 15)
            assembler.operate(.cmp, .rdx, .rax)
            leave(.notEqual)
        }
        assembler.shift(.shl, .rax, 15)
        boxShifted(.rax)
    }

    /// r[a] = r[b] op c
    mutating func binaryImmediate(_ operation: BinaryOperation) -> TemplateResult {
        let number = signedC(instruction)
        if let result = lookAt(b) { return result }
        if let result = callOperator(operation, immediate: true) { return result }
        if let result = callForeignOperator(operation, immediate: true) { return result }
        if isLongOperand(b) { return longBinary(operation, immediate: true) }
        guard requireNumber(b) else { return exit() }
        if context[b] == .float {
            let opcode: UInt8
            switch operation {
            case .add: opcode = 0x58
            case .multiply: opcode = 0x59
            case .subtract: opcode = 0x5C
            default: return exit()
            }
            assembler.move(.rax, UInt64(bitPattern: Int64(number)))
            assembler.convert(.xmm1, .rax)
            loadFloat(.xmm0, b)
            assembler.operate(opcode, .xmm0, .xmm1)
            boxFloat()
            if flag(InstructionFlags.killB) { forget(b) }
            store(.rax, .float)
            return .next
        }
        switch operation {
        case .add:
            loadRotated(.rax, b)
            assembler.operate(.add, .rax, number: Int32(number) << 15)
            outgrow(.overflow, operation, immediate: true)
            boxRotated(.rax)
        case .subtract:
            loadRotated(.rax, b)
            // (2^15 times the least number of 16 bits does not fit 32 bits when it is negated; subtracting does it as it is.)
            assembler.operate(.sub, .rax, number: Int32(number) << 15)
            outgrow(.overflow, operation, immediate: true)
            boxRotated(.rax)
        case .multiply:
            loadShifted(.rax, b)
            assembler.move(.rcx, UInt64(bitPattern: Int64(number)))
            assembler.multiply(.rax, .rcx)
            outgrow(.overflow, operation, immediate: true)
            boxShifted(.rax)
        case .and:
            load(.rax, b)
            assembler.move(.rcx, UInt64(bitPattern: Int64(number)) | Value.intTag)
            assembler.operate(.and, .rax, .rcx)
        case .rightShift:
            guard number >= 0 else { return exit() }
            loadShifted(.rax, b)
            assembler.shift(.sar, .rax, UInt8(min(number, 48)))
            boxShifted(.rax)
        case .leftShift:
            guard number >= 0 else { return exit() }
            guard number < 48 else { return longBinary(operation, immediate: true) }
            loadShifted(.rdx, b)
            assembler.move(.rax, .rdx)
            assembler.shift(.shl, .rax, UInt8(number))
            assembler.move(.rcx, .rax)
            assembler.shift(.sar, .rcx, UInt8(number))
            assembler.operate(.cmp, .rcx, .rdx)
            outgrow(.notEqual, operation, immediate: true)
            boxShifted(.rax)
        case .floorDivide, .modulo:
            guard number != 0 else { return exit() }
            if number > 0 && number & (number - 1) == 0 {
                if operation == .modulo {
                    load(.rax, b)
                    assembler.move(.rcx, UInt64(number - 1) | Value.intTag)
                    assembler.operate(.and, .rax, .rcx)
                } else {
                    loadShifted(.rax, b)
                    assembler.shift(.sar, .rax, UInt8(number.trailingZeroBitCount))
                    boxShifted(.rax)
                }
            } else {
                assembler.move(.rcx, UInt64(bitPattern: Int64(number)))
                loadNumber(.rax, b)
                divide(operation == .modulo)
            }
        default: return exit()
        }
        if flag(InstructionFlags.killB) { forget(b) }
        store(.rax, .int)
        return .next
    }
    mutating func negative() -> TemplateResult {
        guard requireNumber(b), context[b] == .int else { return exit() }
        loadShifted(.rax, b)
        assembler.negate(.rax)
        leave(.overflow)
        boxShifted(.rax)
        if flag(InstructionFlags.killB) { forget(b) }
        store(.rax, .int)
        return .next
    }

    // MARK: Ints of several digits

    private func isLongOperand(_ slot: Int) -> Bool {
        context[slot] == .longInt || (context[slot] == .notInt || context[slot] == .unknown) && guess(slot) == .longInt
    }
    /// Whether one of the operands is an int object, and the other may be an int, as far as is known.
    private func isLong(_ operation: BinaryOperation) -> Bool {
        switch operation {
        case .trueDivide, .power, .matrixMultiply: return false
        default: return (isLongOperand(b) || isLongOperand(c)) && mayBeInt(b) && mayBeInt(c)
        }
    }
    private func mayBeInt(_ slot: Int) -> Bool {
        switch guess(slot) {
        case .int, .longInt, .anyInt, .unknown: return true
        default: return false
        }
    }
    /// The condition holds when the result of two immediate ints is none: a helper makes it, and control goes on with that.
    private mutating func outgrow(_ condition: Condition, _ operation: BinaryOperation, immediate: Bool = false) {
        let (word, instruction, length, known) = (word, instruction, length, context)
        cold.append(.block([assembler.jump(condition)]) { (self) in
            let before = (self.word, self.instruction, self.length, self.context)
            (self.word, self.instruction, self.length, self.context) = (word, instruction, length, known)
            self.callBinary(operation, immediate, done: [])
            self.jump(to: word + length, self.context)
            (self.word, self.instruction, self.length, self.context) = before
        })
    }
    /// Operands of which one is an int object.
    private mutating func longBinary(_ operation: BinaryOperation, immediate: Bool = false) -> TemplateResult {
        for slot in immediate ? [b] : [b, c] {
            if isLongOperand(slot) {
                loadObject(.rax, slot, .rcx, .longInt, PyLong_TypePointer())
            } else if context[slot] != .int && context[slot] != .anyInt {
                // An int of either form.
                assembler.load16(.rax, .rdi, slot * 8 + 6)
                assembler.operate32(.cmp, .rax, number: 0xFFFE)
                let small = assembler.jump(.aboveOrEqual)
                load(.rax, slot)
                requireObject(.rax, .rcx)
                NativeTemplates.compareType(&assembler, .rax, PyLong_TypePointer())
                leave(.notEqual)
                Assembler.aim(small, assembler.cursor)
                context[slot] = .anyInt
            }
            if operation == .add && context[slot] == .anyInt && hasVersion(with(slot, .longInt)) {
                // Sums of two objects are made here.
                assembler.load16(.rax, .rdi, slot * 8 + 6)
                assembler.operate32(.cmp, .rax, number: 0xFFFE)
                jump(.below, to: word, with(slot, .longInt))
                context[slot] = .int
            }
        }
        let quick = operation == .add && !immediate && context[b] == .longInt && context[c] == .longInt
        callBinary(operation, immediate, done: quick ? addDigits() : [])
        return .next
    }
    /// A helper does it, which runs nothing of Python's. `done` jump to where the result is in rax.
    private mutating func callBinary(_ operation: BinaryOperation, _ immediate: Bool, done: [JumpSite]) {
        assembler.push(.rdi)
        if immediate { assembler.move(.rsi, Value(smallInt: signedC(instruction)).bits) } else { assembler.load(.rsi, .rdi, c * 8) }
        assembler.load(.rdi, .rdi, b * 8)
        assembler.move(.rdx, UInt64(operation.rawValue))
        assembler.call(NativeTemplates.binary)
        assembler.pop(.rdi)
        assembler.test(.rax, .rax)
        leave(.equal)
        for site in done { Assembler.aim(site, assembler.cursor) }
        if flag(InstructionFlags.killB) { endInt(b) }
        if flag(InstructionFlags.killC) && !immediate { endInt(c) }
        context.held = -1
        store(.rax, .anyInt)
    }
    /// An operand in its last use goes, which is an int; rax is kept.
    private mutating func endInt(_ slot: Int) {
        let kind = context[slot]
        if !kind.isPlain {
            assembler.load(.rdx, .rdi, slot * 8)
            releaseInt(.rdx, kind)
        }
        forget(slot)
    }
    /// rax = the sum of two int objects of two or three digits, both positive, and jumps; what does not suit goes on behind them. Digits of 30
    /// bits are added two side by side.
    private mutating func addDigits() -> [JumpSite] {
        var longer: [JumpSite] = []
        var others: [JumpSite] = []
        load(.rax, b)
        load(.rcx, c)
        assembler.operate(.cmp, .rax, 16, number: 2)
        longer.append(assembler.jump(.notEqual))
        assembler.operate(.cmp, .rcx, 16, number: 2)
        longer.append(assembler.jump(.notEqual))
        addLowerDigits()
        assembler.move(.r8, .rdx)
        assembler.shift(.shr, .r8, 62)
        longer.append(assembler.jump(.notEqual))
        newInt(digits: 2, &others)
        let done = assembler.jump()
        for site in longer { Assembler.aim(site, assembler.cursor) }
        // Where one has a third digit, or the sum gets one.
        for (object, count, third) in [(Register.rax, Register.r8, Register.r10), (.rcx, .r9, .rsi)] {
            assembler.load(count, object, 16)
            assembler.operate(.sub, count, number: 2)
            assembler.operate(.cmp, count, number: 1)
            others.append(assembler.jump(.above))
            assembler.move(third, count)
            let short = assembler.skip(.notEqual)
            assembler.load32(third, object, 32)
            assembler.land(short)
        }
        assembler.operate(.add, .r10, .rsi)
        addLowerDigits()
        assembler.move(.r8, .rdx)
        assembler.shift(.shr, .r8, 62)
        assembler.operate(.add, .r10, .r8)
        assembler.shift(.shl, .r8, 62)
        assembler.operate(.sub, .rdx, .r8)
        assembler.move(.r8, .r10)
        assembler.decrement(register: .r8)
        assembler.operate(.cmp, .r8, number: 1 << 30 - 2)
        others.append(assembler.jump(.above))
        newInt(digits: 3, &others)
        assembler.store(.rax, 32, .r10)
        let doneLonger = assembler.jump()
        for other in others { Assembler.aim(other, assembler.cursor) }
        return [done, doneLonger]
    }
    /// rdx = the lower two digits of what rax and rcx point to, added; the sum of the upper ones may have 31 bits. Changes r8.
    private mutating func addLowerDigits() {
        assembler.load(.rdx, .rax, 24)
        assembler.operate(.add, .rdx, .rcx, 24)
        // The carry of the lower digit.
        assembler.move32(.r8, .rdx)
        assembler.operate32(.and, .r8, number: 1 << 30)
        assembler.operate(.sub, .rdx, .r8)
        assembler.shift(.shl, .r8, 2)
        assembler.operate(.add, .rdx, .r8)
    }
    /// rax = a new int whose lower digits are rdx, from its free list. Changes r8 and r9.
    private mutating func newInt(digits: Int, _ others: inout [JumpSite]) {
        assembler.move(.r9, UInt64(UInt(bitPattern: _pyswift_free_list((24 + digits * 4 + 15) >> 4))))
        assembler.load(.r8, .r9, 0)
        assembler.test(.r8, .r8)
        others.append(assembler.jump(.equal))
        assembler.move(.rax, .r8)
        assembler.load(.r8, .rax, 0)
        assembler.store(.r9, 0, .r8)
        assembler.store(.rax, 0, number: 1)
        assembler.move(.r8, UInt64(UInt(bitPattern: PyLong_TypePointer())))
        assembler.store(.rax, 8, .r8)
        assembler.store(.rax, 16, number: Int32(digits))
        assembler.store(.rax, 24, .rdx)
    }
    /// Counts an int, or a number that is no object, once less, and frees it if that was the last; rax is kept.
    private mutating func releaseInt(_ register: Register, _ kind: Kind) {
        var skips = skipUnlessObject(register, kind, .rcx)
        assembler.decrement(register)
        skips.append(assembler.skip(.notEqual))
        assembler.push(.rdi)
        assembler.push(.rax)
        assembler.push(.rax)
        assembler.move(.rdi, register)
        assembler.call(NativeTemplates.freeInt)
        assembler.pop(.rax)
        assembler.pop(.rax)
        assembler.pop(.rdi)
        land(skips)
    }

    // MARK: Comparisons

    /// Compares two numbers; the condition that says whether `comparison` holds, nil: not to be done here. For floats the parity flag
    /// tells of NaN.
    mutating func compare(_ x: Int, _ y: Int, _ comparison: Comparison) -> (condition: Condition, isFloat: Bool)? {
        if (isLongOperand(x) || isLongOperand(y)) && mayBeInt(x) && mayBeInt(y) { return compareLong(x, y, comparison) }
        guard requireNumber(x), requireNumber(y) else { return nil }
        if context[x] == .int && context[y] == .int {
            loadShifted(.rax, x)
            loadShifted(.rcx, y)
            assembler.operate(.cmp, .rax, .rcx)
            return (NativeTemplates.signed(comparison), false)
        }
        // Above and not below: so that the comparison with a NaN is false.
        switch comparison {
        case .less, .lessOrEqual:
            loadFloat(.xmm1, x)
            loadFloat(.xmm0, y)
            assembler.compare(.xmm0, .xmm1)
            return (comparison == .less ? .above : .aboveOrEqual, true)
        case .greater, .greaterOrEqual:
            loadFloat(.xmm0, x)
            loadFloat(.xmm1, y)
            assembler.compare(.xmm0, .xmm1)
            return (comparison == .greater ? .above : .aboveOrEqual, true)
        case .equal, .notEqual:
            loadFloat(.xmm0, x)
            loadFloat(.xmm1, y)
            assembler.compare(.xmm0, .xmm1)
            leave(.parity)
            return (comparison == .equal ? .equal : .notEqual, true)
        }
    }
    /// The same for ints of which one is an object. Operands in their last use stay: only where they need no release.
    private mutating func compareLong(_ x: Int, _ y: Int, _ comparison: Comparison) -> (condition: Condition, isFloat: Bool)? {
        for slot in [x, y] {
            let kills = InstructionFlags.killA | InstructionFlags.killB | InstructionFlags.killC
            if context[slot] != .int && flag(kills) { return nil }
        }
        assembler.push(.rdi)
        assembler.load(.rsi, .rdi, y * 8)
        assembler.load(.rdi, .rdi, x * 8)
        assembler.move(.rdx, UInt64(comparison.rawValue))
        assembler.call(NativeTemplates.compareInts)
        assembler.pop(.rdi)
        // 2: not ints, or too long.
        assembler.operate32(.cmp, .rax, number: 1)
        leave(.above)
        return (.equal, false)
    }
    static func signed(_ comparison: Comparison) -> Condition {
        switch comparison {
        case .less: return .less
        case .lessOrEqual: return .lessOrEqual
        case .equal: return .equal
        case .notEqual: return .notEqual
        case .greater: return .greater
        case .greaterOrEqual: return .greaterOrEqual
        }
    }
    /// r[a] = r[b] < r[c], and so on
    mutating func compareValue(_ comparison: Comparison) -> TemplateResult {
        if let result = lookAt(b) { return result }
        if let result = callComparison(comparison) { return result }
        guard let (condition, _) = compare(b, c, comparison) else { return exit() }
        assembler.set(condition, .rax)
        assembler.operate(.add, .rax, number: 2)
        endOperands()
        store(.rax, .bool)
        return .next
    }
    /// Jump by c if r[a] < r[b] is `sense`.
    mutating func compareBranch(_ comparison: Comparison, _ sense: Bool) -> TemplateResult {
        if let result = lookAt(a) { return result }
        if let result = branchComparison(comparison, sense, immediate: false) { return result }
        guard let (condition, _) = compare(a, b, comparison) else { return exit() }
        if flag(InstructionFlags.killA) { forget(a) }
        if flag(InstructionFlags.killB) { forget(b) }
        branch(sense ? condition : condition.inverse, by: signedC(instruction))
        return .next
    }
    /// Jump by c if r[a] < b, a number, is `sense`.
    mutating func compareImmediateBranch(_ comparison: Comparison, _ sense: Bool) -> TemplateResult {
        if let result = lookAt(a) { return result }
        if let result = branchComparison(comparison, sense, immediate: true) { return result }
        guard requireNumber(a), context[a] == .int else { return exit() }
        loadShifted(.rax, a)
        assembler.operate(.cmp, .rax, number: Int32(signedB(instruction)) << 15)
        if flag(InstructionFlags.killA) { forget(a) }
        let condition = NativeTemplates.signed(comparison)
        branch(sense ? condition : condition.inverse, by: signedC(instruction))
        return .next
    }
    /// A conditional jump; one that goes back serves the eval breaker, by its handler.
    mutating func branch(_ condition: Condition, by offset: Int) {
        let target = word + length + offset
        if offset >= 0 {
            jump(condition, to: target, context)
            return
        }
        let otherwise = assembler.jump(condition.inverse)
        assembler.compareZero(at: NativeTemplates.breaker)
        // (What was forgotten of a killed temporary still stands in it: the handler does the whole instruction.)
        leave(.notEqual)
        jump(to: target, context)
        Assembler.aim(otherwise, assembler.cursor)
    }
}
