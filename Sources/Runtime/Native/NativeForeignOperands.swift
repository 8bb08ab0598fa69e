// Templates: operators, subscripts and attributes of objects whose types are made in C, by the functions of their slots.
//
// They are calls of native functions (NativeForeignCalls.swift). The operands stay in their registers until the function has returned, since
// it may decline, or raise, and what unwinds releases what is there.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// What the second argument of a slot is: an int or a float in a register, which is boxed for the call, a number, or an object.
    private enum Argument { case int(Int), float(Int), number(Int), object(Int), none }

    /// The type of the object in a register, if it is made in C, has a version and no fields that macros read.
    private func foreignType(_ slot: Int) -> TypePointer? {
        guard word == firstWord, slot < code.pointee.registerCount, fp[slot].isObject, let type = fp[slot].object.pointee.ob_type, type.hasRecord,
            type.record.pointee.isForeign, type.version != 0, !NativeTemplates.needsExposure(type)
        else { return nil }
        return type
    }
    /// r[a] = r[b] op r[c], or op a number; nil: no function of C comes first.
    mutating func callForeignOperator(_ operation: BinaryOperation, immediate: Bool) -> TemplateResult? {
        guard let type = foreignType(b), let slots = ForeignNumbers.slots(type, operation),
            !(flag(InstructionFlags.inPlace) && slots.isInPlace)
        else { return nil }
        let argument: Argument
        if let number = intArgument(immediate) {
            argument = number
        } else if fp[c].isImmediateFloat && (context[c] == .float || context[c] == .unknown || context[c] == .notInt) {
            if context[c] != .float { requireFloat(c) }
            argument = .float(c)
        } else if fp[c].isObject && fp[c].object.pointee.ob_type == type {
            argument = .object(c)
        } else {
            return nil
        }
        requireForeign(b, type)
        if case .object(let slot) = argument {
            load(.r9, slot)
            if !context[slot].isObject { requireObject(.r9, .rdx) }
            assembler.operate(.cmp, .rcx, .r9, 8)
            leave(.notEqual)
        }
        let failed = callSlot(slots.function, argument)
        // Declined: the other operand's turn.
        assembler.move(.rcx, UInt64(UInt(bitPattern: Py_NotImplementedPointer())))
        assembler.operate(.cmp, .rax, .rcx)
        let declined = assembler.jump(.equal)
        var killed = flag(InstructionFlags.killB) ? [b] : []
        if !immediate && flag(InstructionFlags.killC) { killed.append(c) }
        let (word, length, instruction) = (self.word, self.length, self.instruction)
        endForeign(failed, killed, attribute: nil)
        let after = context
        let helper = immediate ? NativeTemplates.declinedImmediateHelper : NativeTemplates.declinedHelper
        cold.append(.block([declined]) { (self) in
            self.assembler.decrement(.rcx)
            self.assembler.push(.rdi)
            self.assembler.move(.rsi, instruction)
            self.assembler.move(.rdx, UInt64(operation.rawValue))
            self.assembler.call(helper)
            self.assembler.pop(.rdi)
            self.endSlowly()
            self.jump(to: word + length, after)
        })
        return .next
    }
    /// r[a] = r[b][r[c]], or a number; nil: the type has no function of C for it.
    mutating func callForeignSubscript(immediate: Bool) -> TemplateResult? {
        if let result = lookAt(b) { return result }
        guard let type = foreignType(b), let function = type.pointee.tp_as_mapping?.pointee.mp_subscript else { return nil }
        let argument: Argument
        if let number = intArgument(immediate) {
            argument = number
        } else if fp[c].isObject {
            argument = .object(c)
        } else {
            return nil
        }
        requireForeign(b, type)
        if case .object(let slot) = argument {
            load(.r9, slot)
            if !context[slot].isObject { requireObject(.r9, .rdx) }
        }
        let failed = callSlot(UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self))), argument)
        var killed = flag(InstructionFlags.killB) ? [b] : []
        if !immediate && flag(InstructionFlags.killC) { killed.append(c) }
        endForeign(failed, killed, attribute: nil)
        return .next
    }
    /// The right operand, if it is an immediate int.
    private mutating func intArgument(_ immediate: Bool) -> Argument? {
        if immediate { return .number(signedC(instruction)) }
        guard fp[c].isSmallInt, context[c] == .int || context[c] == .unknown, requireInt(c) else { return nil }
        return .int(c)
    }
    /// r[a][r[b]] = r[c]; nil: the type has no function of C for it.
    mutating func storeForeignSubscript() -> TemplateResult? {
        if let result = lookAt(a) { return result }
        guard let type = foreignType(a), let function = type.pointee.tp_as_mapping?.pointee.mp_ass_subscript, context[b] != .null, context[c] != .null
        else { return nil }
        requireForeign(a, type)
        for slot in [b, c] where !context[slot].isObject && !context[slot].isPlain {
            assembler.operate(.cmp, .rdi, slot * 8, number: 0)
            leave(.equal)
        }
        beginCall()
        assembler.push(.rdi)
        assembler.move(.rsi, instruction)
        assembler.move(.rdx, UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self))))
        assembler.call(NativeTemplates.storeItemHelper)
        assembler.pop(.rdi)
        endSlowly()
        if flag(InstructionFlags.killA) { forget(a) }
        if flag(InstructionFlags.killB) { forget(b) }
        if flag(InstructionFlags.killC) { forget(c) }
        context.held = -1
        return .next
    }
    /// `len` of the object in the register behind the callable, which is in rdx; nil: its length is no function of C.
    mutating func callForeignLength() -> TemplateResult? {
        let slot = a + 8
        guard let type = foreignType(slot), let function = type.pointee.tp_as_sequence?.pointee.sq_length ?? type.pointee.tp_as_mapping?.pointee.mp_length
        else { return nil }
        load(.rdx, a)
        assembler.move(.rcx, NativeTier.lengthFunction.bits)
        assembler.operate(.cmp, .rdx, .rcx)
        leave(.notEqual)
        requireForeign(slot, type)
        beginCall()
        assembler.push(.rdi)
        assembler.move(.rdi, .r8)
        assembler.call(UInt64(UInt(bitPattern: unsafeBitCast(function, to: UnsafeRawPointer.self))))
        assembler.pop(.rdi)
        // Less than nothing is an error, and what 48 bits do not hold no immediate.
        assembler.move(.rcx, .rax)
        assembler.shift(.shr, .rcx, 48)
        let rare = assembler.jump(.notEqual)
        assembler.shift(.shl, .rax, 15)
        boxShifted(.rax)
        let back = assembler.cursor
        cold.append(.block([rare]) { (self) in
            self.assembler.push(.rdi)
            self.assembler.move(.rdi, .rax)
            self.assembler.call(NativeTemplates.lengthHelper)
            self.assembler.pop(.rdi)
            self.assembler.jump(to: back)
        })
        load(.rdx, slot)
        releaseOutside(.rdx)
        return endCall()
    }
    /// r[a] = the attribute of r[b] that a getter made in C computes.
    mutating func loadForeignAttribute() -> TemplateResult {
        if let result = lookAt(b) { return result }
        let name = code.pointee.names[Int(UInt32(truncatingIfNeeded: code.pointee.instructions[word + 1]))]
        guard let type = foreignType(b), Attributes.isGenericLookup(type) else { return exit() }
        let descriptor = type.lookup(name)
        guard descriptor.isObject, descriptor.object.pointee.ob_type == PyGetSetDescr_TypePointer(), Descriptors.owns(descriptor, type),
            let definition = descriptor.cast(to: PyGetSetDescrObject.self).pointee.d_getset, Descriptors.native(definition) == nil,
            let get = definition.pointee.get
        else { return exit() }
        requireForeign(b, type)
        let closure = UInt64(UInt(bitPattern: definition.pointee.closure))
        let failed = callSlot(UInt64(UInt(bitPattern: unsafeBitCast(get, to: UnsafeRawPointer.self))), .none, closure)
        endForeign(failed, flag(InstructionFlags.killB) ? [b] : [], attribute: name)
        return .next
    }

    // MARK: Parts

    /// r8 = the object in a register, rcx = its type, which is of the version.
    private mutating func requireForeign(_ slot: Int, _ type: TypePointer) {
        load(.r8, slot)
        if !context[slot].isObject { requireObject(.r8, .rcx) }
        assembler.load(.rcx, .r8, 8)
        assembler.compare32(.rcx, NativeLayout.typeVersion, number: Int32(bitPattern: type.version))
        leave(.notEqual)
        requireNativeRoom()
    }
    /// rax = what the function gives for the object in r8 and the argument (an object is in r9); the jump is taken if that is NULL.
    private mutating func callSlot(_ function: UInt64, _ argument: Argument, _ closure: UInt64 = 0) -> JumpSite {
        var isBoxed = true
        switch argument {
        case .int(let slot):
            loadNumber(.rax, slot)
            boxNumber()
        case .number(let number):
            assembler.move(.rax, UInt64(bitPattern: Int64(number)))
            boxNumber()
        case .float(let slot):
            assembler.push(.rdi)
            assembler.load(.rdi, .rdi, slot * 8)
            assembler.call(NativeTemplates.boxHelper)
            assembler.pop(.rdi)
            assembler.move(.rsi, .rax)
        case .object:
            isBoxed = false
            expose(.r9)
            assembler.move(.rsi, .r9)
        case .none:
            isBoxed = false
            assembler.move(.rsi, closure)
        }
        beginCall()
        assembler.push(.rdi)
        if isBoxed {
            assembler.push(.rsi)
            assembler.push(.rsi)
        }
        load(.rdi, b)
        assembler.call(function)
        if isBoxed {
            assembler.pop(.rdx)
            assembler.pop(.rdx)
        }
        assembler.pop(.rdi)
        if isBoxed { releaseOutside(.rdx) }
        assembler.test(.rax, .rax)
        return assembler.jump(.equal)
    }
    /// The result, in rax, goes to r[a]; the operands whose last use it was go.
    private mutating func endForeign(_ failed: JumpSite, _ killed: [Int], attribute name: Value?) {
        let note = Calls.note(instruction, UInt64(a))
        let object = b
        cold.append(.block([failed]) { (self) in
            self.assembler.push(.rdi)
            self.assembler.load(.rdi, .rdi, object * 8)
            self.assembler.move(.rsi, name?.bits ?? 0)
            self.assembler.call(NativeTemplates.failedHelper)
            self.assembler.pop(.rdi)
            self.assembler.decrement(at: self.native.callsAddress)
            self.assembler.move(.rsi, note)
            self.assembler.move(.rdx, 0)
            self.assembler.jump(toAddress: NativeTemplates.finishHelper)
        })
        assembler.load(.rcx, .rax, 8)
        assembler.test8(.rcx, NativeLayout.typeFlags + 5, number: UInt8(PYSWIFT_TPFLAGS_IMMEDIATE >> 40))
        let immediate = assembler.jump(.notEqual)
        let back = assembler.cursor
        cold.append(.block([immediate]) { (self) in self.takeImmediate(back) })
        for slot in killed {
            if !context[slot].isPlain {
                load(.rdx, slot)
                assembler.store(.rdi, slot * 8, number: 0)
                releaseOutside(.rdx)
            }
            forget(slot)
        }
        assembler.decrement(at: native.callsAddress)
        let retired = assembler.jump(.sign)
        cold.append(.block([retired]) { (self) in
            self.assembler.move(.rsi, note)
            self.assembler.move(.rdx, .rax)
            self.assembler.jump(toAddress: NativeTemplates.finishHelper)
        })
        context.held = -1
        store(.rax, .unknown)
    }
}

/// The slots of types for operators.
enum ForeignNumbers {
    struct Slots {
        let function: UInt64
        /// The operation in place is another matter.
        let isInPlace: Bool
    }
    static func slots(_ type: TypePointer, _ operation: BinaryOperation) -> Slots? {
        guard let numbers = type.pointee.tp_as_number else { return nil }
        let (plain, inPlace): (binaryfunc?, binaryfunc?)
        switch operation {
        case .add: (plain, inPlace) = (numbers.pointee.nb_add, numbers.pointee.nb_inplace_add)
        case .subtract: (plain, inPlace) = (numbers.pointee.nb_subtract, numbers.pointee.nb_inplace_subtract)
        case .multiply: (plain, inPlace) = (numbers.pointee.nb_multiply, numbers.pointee.nb_inplace_multiply)
        case .trueDivide: (plain, inPlace) = (numbers.pointee.nb_true_divide, numbers.pointee.nb_inplace_true_divide)
        case .floorDivide: (plain, inPlace) = (numbers.pointee.nb_floor_divide, numbers.pointee.nb_inplace_floor_divide)
        case .modulo: (plain, inPlace) = (numbers.pointee.nb_remainder, numbers.pointee.nb_inplace_remainder)
        case .leftShift: (plain, inPlace) = (numbers.pointee.nb_lshift, numbers.pointee.nb_inplace_lshift)
        case .rightShift: (plain, inPlace) = (numbers.pointee.nb_rshift, numbers.pointee.nb_inplace_rshift)
        case .and: (plain, inPlace) = (numbers.pointee.nb_and, numbers.pointee.nb_inplace_and)
        case .or: (plain, inPlace) = (numbers.pointee.nb_or, numbers.pointee.nb_inplace_or)
        case .xor: (plain, inPlace) = (numbers.pointee.nb_xor, numbers.pointee.nb_inplace_xor)
        case .power, .matrixMultiply: return nil
        }
        guard let plain else { return nil }
        return Slots(function: UInt64(UInt(bitPattern: unsafeBitCast(plain, to: UnsafeRawPointer.self))), isInPlace: inPlace != nil)
    }

    /// The left operand's slot, which is C's, has declined: what comes behind it.
    static func declined(_ fp: FramePointer, _ word: UInt64, _ operation: BinaryOperation, _ b: Value, immediate: Bool) -> Status {
        let a = fp[operandB(word)]
        return Slow.wrap { () throws(Raised) -> Void in
            var result = Ref(.notImplemented)
            if a.type != b.type, let slot = b.type.record.pointee.binary[operation.rawValue] { result = try slot(a, b) }
            let inPlace = hasFlag(word, InstructionFlags.inPlace)
            if result.value.isNotImplemented { result = try Numbers.sequenceOperation(operation, a, b, inPlace: inPlace) }
            if result.value.isNotImplemented { throw Numbers.unsupported(operation, a, b, inPlace: inPlace) }
            Registers.killB(fp, word)
            if !immediate { Registers.killC(fp, word) }
            Registers.store(fp, word, result.take())
        }
    }
}
