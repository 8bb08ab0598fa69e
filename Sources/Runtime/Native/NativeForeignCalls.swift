// Templates: calls of native functions, those of C and those of Swift.
//
// What is called may run anything, and throw this code away. So calls are counted (`NativeCode.calls`), from where the last thing is looked
// at that may still leave the instruction to its handler, to where the arguments have been released: code below a call stays in memory. The frame
// says where to go on before the call; the one that comes back to code that was thrown away, or with an exception, or while somebody
// waits for the interpreter, goes there (`nativeFinishCall`).
//
// The arguments stand in a row of registers. For C the immediates among them are boxed in place: the row is then the array that C wants. Small
// ints are made and freed on their free list.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// A call of what is no Python function that can be entered at once.
    mutating func callOutside(_ callable: Value, method: Bool) -> TemplateResult {
        guard callable.isObject else { return callSlowly(method ? NativeTemplates.callMethodHelper : NativeTemplates.callHelper) }
        let hasSelf = method && !fp[a + 8].isNull
        switch callable.object.pointee.ob_type {
        case PyCFunction_TypePointer() where !hasSelf, PyMethodDescr_TypePointer() where hasSelf:
            let isDescriptor = hasSelf
            let definition = isDescriptor ? Descriptors.definition(callable) : NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped
            let callee = Callee(value: callable, definition: definition, isDescriptor: isDescriptor, first: a + (method ? 9 : 8), names: .null)
            // Where several things are called, the last version takes any.
            if context[a] == .notInt { break }
            if let native = Descriptors.native(definition) {
                if let result = callSwift(callee, native) { return result }
            } else if let result = callC(callee) {
                return result
            }
        // The handlers have shorter ways.
        case PyWrapperDescr_TypePointer(): return exit()
        case PyType_TypePointer() where callable.bits == PySuper_TypePointer().value.bits && b == 0: return exit()
        default: break
        }
        return callSlowly(method ? NativeTemplates.callMethodHelper : NativeTemplates.callHelper)
    }
    mutating func callWithKeywords() -> TemplateResult {
        if word != firstWord {
            jump(to: word, context)
            return .end
        }
        let callable = fp[a]
        let method = flag(InstructionFlags.methodCall)
        let names = code.pointee.constants[Int(UInt32(truncatingIfNeeded: code.pointee.instructions[word + 1]))]
        if let result = enterFunction(callable, method: method, names: names) { return result }
        if callable.isObject && callable.object.pointee.ob_type == PyCFunction_TypePointer() && context[a] != .notInt, !method || fp[a + 8].isNull {
            let definition = NativeFunctionObject.head(callable).pointee.m_ml.unsafelyUnwrapped
            let callee = Callee(value: callable, definition: definition, isDescriptor: false, first: a + (method ? 9 : 8), names: names)
            if Descriptors.native(definition) == nil, let result = callC(callee) { return result }
        }
        return callSlowly(NativeTemplates.callKeywordHelper)
    }

    /// What is called, as far as it is built in.
    private struct Callee {
        let value: Value
        let definition: UnsafeMutablePointer<PyMethodDef>
        /// A method, whose object stands in front of the arguments; else a function, whose object it holds.
        let isDescriptor: Bool
        /// The register of the first argument.
        let first: Int
        /// The names of keywords, null: none.
        let names: Value
    }

    /// The slow path of a call instruction, from here: what comes behind the instruction still knows what is known here.
    mutating func callSlowly(_ helper: UInt64) -> TemplateResult {
        beginCall()
        assembler.push(.rdi)
        assembler.move(.rsi, instruction)
        assembler.move(.rdx, address(word + 1))
        assembler.call(helper)
        assembler.pop(.rdi)
        endSlowly()
        context.forget(from: a)
        context.held = -1
        set(c, .unknown)
        return .next
    }
    /// Behind a slow path: goes on elsewhere unless it says `next`.
    mutating func endSlowly() {
        assembler.decrement(at: native.callsAddress)
        var turns = [assembler.jump(.sign)]
        // test al, al
        assembler.byte(0x84)
        assembler.byte(0xC0)
        turns.append(assembler.jump(.notEqual))
        cold.append(.block(turns) { (self) in
            // movzx edi, al
            self.assembler.byte(0x0F)
            self.assembler.byte(0xB6)
            self.assembler.byte(0xF8)
            self.assembler.jump(toAddress: NativeTemplates.turnHelper)
        })
    }

    // MARK: The frame of a call

    /// Nothing leaves to the handler from here on.
    mutating func beginCall() {
        assembler.move(.rax, address(word + length))
        assembler.store(.rdi, -40, .rax)
        assembler.increment(at: native.callsAddress)
    }
    /// Leaves if native code may not go deeper. rdx = what is called, of the type of the callee that is known; something else gets a
    /// version of its own.
    private mutating func requireCallee(_ callee: Callee, _ before: NativeContext, _ check: (inout NativeTemplates) -> Void) {
        load(.rdx, a)
        if !context[a].isObject { requireObject(.rdx, .rcx) }
        NativeTemplates.compareType(&assembler, .rdx, callee.value.object.pointee.ob_type.unsafelyUnwrapped)
        differ(before)
        check(&self)
        requireNativeRoom()
    }
    mutating func requireNativeRoom() {
        assembler.operate(.cmp, .rsp, at: NativeTemplates.loop + UInt64(NativeLayout.nativeStackLimit))
        leave(.below)
    }
    /// Another version goes on if the comparison before found a difference: up to three, told apart by what is said of the callable.
    private mutating func differ(_ before: NativeContext) {
        var other = before
        other[a] = before[a] == .notNumber ? .notInt : .notNumber
        if native.versions[native.version(word, other)].context == other {
            jump(.notEqual, to: word, other)
        } else {
            leave(.notEqual)
        }
    }
    /// The arguments are released, rax is the result or null.
    mutating func endCall() -> TemplateResult {
        load(.rdx, a)
        releaseOutside(.rdx)
        assembler.decrement(at: native.callsAddress)
        var ends = [assembler.jump(.sign)]
        assembler.compareToZero(at: NativeTemplates.breaker, wide: false)
        ends.append(assembler.jump(.notEqual))
        assembler.test(.rax, .rax)
        ends.append(assembler.jump(.equal))
        let note = Calls.note(instruction, UInt64(c))
        cold.append(.block(ends) { (self) in
            self.assembler.move(.rsi, note)
            self.assembler.move(.rdx, .rax)
            self.assembler.jump(toAddress: NativeTemplates.finishHelper)
        })
        context.forget(from: a)
        context.held = -1
        store(c, .rax, .unknown, temporary: flag(InstructionFlags.tempA), next: word + length)
        return .next
    }
    /// Counts an object once less, and frees it if that was the last; rax is kept. Only while the call is counted.
    mutating func releaseOutside(_ register: Register) {
        assembler.decrement(register)
        let last = assembler.jump(.equal)
        let back = assembler.cursor
        cold.append(.block([last]) { (self) in
            NativeTemplates.compareType(&self.assembler, register, PyLong_TypePointer())
            let other = self.assembler.jump(.notEqual)
            self.assembler.load(.rcx, register, 16)
            self.assembler.operate(.add, .rcx, number: 2)
            self.assembler.operate(.cmp, .rcx, number: 4)
            let longer = self.assembler.jump(.above)
            self.assembler.compareToZero(at: NativeTemplates.intList + UInt64(NativeLayout.largestSmall - 16), wide: true)
            let listless = self.assembler.jump(.equal)
            self.assembler.load(.rcx, at: NativeTemplates.intList)
            self.assembler.store(register, 0, .rcx)
            self.assembler.store(at: NativeTemplates.intList, register)
            self.assembler.jump(to: back)
            for site in [other, longer, listless] { Assembler.aim(site, self.assembler.cursor) }
            self.keepingResult { (self) in
                self.assembler.move(.rdi, register)
                self.assembler.call(NativeTemplates.releaseHelper)
            }
            self.assembler.jump(to: back)
        })
    }
    /// Calls a helper with rdi and rax kept.
    private mutating func keepingResult(_ body: (inout NativeTemplates) -> Void) {
        assembler.push(.rdi)
        assembler.push(.rax)
        assembler.push(.rax)
        body(&self)
        assembler.pop(.rax)
        assembler.pop(.rax)
        assembler.pop(.rdi)
    }

    // MARK: Functions of Swift

    /// Nil: the arguments have to be arranged, or do not suit.
    private mutating func callSwift(_ callee: Callee, _ method: UnsafeMutablePointer<NativeMethod>) -> TemplateResult? {
        var count = b
        switch method.pointee.kind {
        case .one: if count != 1 { return nil }
        case .noArguments: if count != 0 { return nil }
        case .positional: if count < Int(method.pointee.minimum) || count > Int(method.pointee.maximum) { return nil }
        case .raw: break
        case .bound:
            if method.pointee.parameters == nil { method.pointee.parameters = BoundParameters(method.pointee.textSignature) }
            guard let parameters = method.pointee.parameters, b <= parameters.keywordOnlyStart, parameters.names.count <= 8 else { return nil }
            count = parameters.names.count
            for index in b..<count where parameters.required[index] { return nil }
        }
        var isModule = false
        if !callee.isDescriptor, let object = NativeFunctionObject.head(callee.value).pointee.m_self {
            // (An int may be bound, whose form inside is another.)
            if Border.mayBeImmediate(object) { return nil }
            isModule = true
        }
        let before = context
        requireCallee(callee, before) { (self) in
            self.assembler.move(.rcx, UInt64(UInt(bitPattern: callee.definition)))
            self.assembler.operate(.cmp, .rcx, .rdx, callee.isDescriptor ? NativeLayout.descriptorMethod : NativeLayout.functionMethod)
            self.differ(before)
            if callee.isDescriptor {
                self.load(.r8, self.a + 8)
                if !self.context[self.a + 8].isObject && !self.context[self.a + 8].isNumber {
                    self.assembler.test(.r8, .r8)
                    self.leave(.equal)
                }
                return
            }
            self.assembler.load(.r8, .rdx, NativeLayout.functionSelf)
            self.assembler.test(.r8, .r8)
            if isModule {
                self.leave(.equal)
                self.assembler.load(.rcx, .r8, 8)
                self.assembler.test8(.rcx, NativeLayout.typeFlags + 5, number: UInt8(PYSWIFT_TPFLAGS_IMMEDIATE >> 40))
            }
            self.leave(.notEqual)
        }
        beginCall()
        for register in [Register.rdi, .r12, .r13] { assembler.push(register) }
        let room = count != b ? (count + 1) / 2 * 16 : 0
        switch method.pointee.kind {
        case .one: assembler.load(.rsi, .rdi, callee.first * 8)
        case .noArguments: break
        default:
            if room != 0 {
                // Null where no argument is given.
                assembler.operate(.sub, .rsp, number: Int32(room))
                for index in 0..<count {
                    if index < b {
                        assembler.load(.rax, .rdi, (callee.first + index) * 8)
                        assembler.store(.rsp, index * 8, .rax)
                    } else {
                        assembler.store(.rsp, index * 8, number: 0)
                    }
                }
                assembler.move(.rsi, .rsp)
            } else {
                assembler.lea(.rsi, .rdi, Int32(callee.first * 8))
            }
            assembler.move(.rdx, UInt64(count))
            assembler.move(.rcx, 0)
        }
        assembler.move(.rdi, .r8)
        let function = method.pointee.function
        // The register of the error, and that of what the function captured.
        assembler.move(.r12, 0)
        if function.context != 0 { assembler.move(.r13, UInt64(function.context)) }
        assembler.call(UInt64(function.code))
        if room != 0 { assembler.operate(.add, .rsp, number: Int32(room)) }
        assembler.test(.r12, .r12)
        for register in [Register.r13, .r12, .rdi] { assembler.pop(register) }
        let raised = assembler.jump(.notEqual)
        let back = assembler.cursor
        cold.append(.block([raised]) { (self) in
            self.assembler.move(.rax, 0)
            self.assembler.jump(to: back)
        })
        for slot in (callee.isDescriptor ? a + 8 : callee.first)..<(callee.first + b) {
            let kind = context[slot]
            if kind.isPlain { continue }
            load(.rdx, slot)
            let skips = skipUnlessObject(.rdx, kind, .rcx)
            releaseOutside(.rdx)
            land(skips)
        }
        return endCall()
    }

    // MARK: Functions of C

    /// Nil: its convention has no way here.
    private mutating func callC(_ callee: Callee) -> TemplateResult? {
        let flags = callee.definition.pointee.ml_flags
        let hasNames = !callee.names.isNull
        switch flags {
        case METH_NOARGS: if b != 0 || hasNames { return nil }
        case METH_O: if b != 1 || hasNames { return nil }
        case METH_FASTCALL, METH_VARARGS, METH_VARARGS | METH_KEYWORDS: if hasNames { return nil }
        case METH_FASTCALL | METH_KEYWORDS: break
        default: return nil
        }
        let takesTuple = flags & METH_VARARGS != 0
        let names = callee.names
        if hasNames { Border.expose(names.object) }
        let before = context
        let receiver = a + 8
        if callee.isDescriptor {
            let object = fp[receiver]
            guard object.isObject, let type = object.object.pointee.ob_type, Descriptors.owns(callee.value, type), type.version != 0,
                !NativeTemplates.needsExposure(type)
            else { return nil }
        }
        requireCallee(callee, before) { (self) in
            self.assembler.load(.r8, .rdx, callee.isDescriptor ? NativeLayout.descriptorMethod : NativeLayout.functionMethod)
            self.assembler.compare32(.r8, NativeLayout.methodFlags, number: flags)
            self.differ(before)
            self.assembler.operate(.cmp, .r8, NativeLayout.methodFunction, number: 0)
            self.leave(.equal)
            guard callee.isDescriptor else { return }
            self.assembler.move(.rcx, UInt64(UInt(bitPattern: Descriptors.owner(callee.value))))
            self.assembler.operate(.cmp, .rcx, .rdx, NativeLayout.descriptorOwner)
            self.differ(before)
            // A class of this version derives from the owner.
            self.load(.rax, receiver)
            if !self.context[receiver].isObject { self.requireObject(.rax, .rcx) }
            self.assembler.load(.rcx, .rax, 8)
            let type = self.fp[receiver].object.pointee.ob_type.unsafelyUnwrapped
            self.assembler.compare32(.rcx, NativeLayout.typeVersion, number: Int32(bitPattern: type.version))
            self.leave(.notEqual)
        }
        if !takesTuple { for slot in callee.first..<callee.first + b { lend(slot) } }
        beginCall()
        if takesTuple {
            assembler.push(.rdi)
            assembler.lea(.rdi, .rdi, Int32(callee.first * 8))
            assembler.move(.rsi, UInt64(b))
            assembler.call(NativeTemplates.takeHelper)
            assembler.pop(.rdi)
            assembler.move(.rsi, .rax)
            // (Twice, so that the stack is aligned.)
            assembler.push(.rsi)
            assembler.push(.rsi)
        }
        load(.rdx, a)
        assembler.load(.rax, .rdx, callee.isDescriptor ? NativeLayout.descriptorMethod : NativeLayout.functionMethod)
        assembler.load(.rax, .rax, NativeLayout.methodFunction)
        assembler.load(.r8, callee.isDescriptor ? .rdi : .rdx, callee.isDescriptor ? receiver * 8 : NativeLayout.functionSelf)
        switch flags {
        case METH_NOARGS: assembler.move(.rsi, 0)
        case METH_O: assembler.load(.rsi, .rdi, callee.first * 8)
        case METH_VARARGS, METH_VARARGS | METH_KEYWORDS: assembler.move(.rdx, 0)
        default:
            assembler.lea(.rsi, .rdi, Int32(callee.first * 8))
            assembler.move(.rdx, UInt64(b - (hasNames ? TupleObject.count(names) : 0)))
            assembler.move(.rcx, hasNames ? names.bits : 0)
        }
        assembler.push(.rdi)
        assembler.move(.rdi, .r8)
        assembler.call(register: .rax)
        assembler.pop(.rdi)
        if takesTuple {
            assembler.pop(.rsi)
            assembler.pop(.rsi)
            keepingResult { (self) in
                self.assembler.move(.rdi, .rsi)
                self.assembler.call(NativeTemplates.giveBackHelper)
            }
        }
        takeResult()
        if !takesTuple {
            for slot in callee.first..<callee.first + b {
                load(.rdx, slot)
                releaseOutside(.rdx)
            }
        }
        if callee.isDescriptor {
            load(.rdx, receiver)
            releaseOutside(.rdx)
        }
        return endCall()
    }

    /// Whether objects of the type have fields that macros read.
    static func needsExposure(_ type: TypePointer) -> Bool {
        type.pointee.tp_flags & UInt(exposedFlags & ~UInt32(Py_TPFLAGS_HAVE_GC)) != 0 || type == PySlice_TypePointer() || type == PyCell_TypePointer()
    }
    private static let exposedFlags = UInt32(
        truncatingIfNeeded: Py_TPFLAGS_LIST_SUBCLASS | Py_TPFLAGS_TUPLE_SUBCLASS | Py_TPFLAGS_BASE_EXC_SUBCLASS | Py_TPFLAGS_HAVE_VECTORCALL
            | Py_TPFLAGS_HAVE_GC)

    /// Makes an argument a pointer that C may look into.
    private mutating func lend(_ slot: Int) {
        let kind = context[slot]
        if kind == .int { return boxInt(slot) }
        if kind.isPlain { return boxElsewhere(slot) }
        load(.rsi, slot)
        var others: [JumpSite] = []
        if !kind.isObject {
            assembler.move(.rcx, .rsi)
            assembler.shift(.shr, .rcx, 48)
            others.append(assembler.jump(.notEqual))
            assembler.operate(.cmp, .rsi, number: 0x100)
            others.append(assembler.jump(.below))
        }
        expose(.rsi)
        let back = assembler.cursor
        if others.isEmpty { return }
        cold.append(.block(others) { (self) in
            self.assembler.shift(.shr, .rsi, 49)
            self.assembler.operate(.cmp, .rsi, number: Int32(Value.intTag >> 49))
            let other = self.assembler.jump(.notEqual)
            self.boxInt(slot)
            self.assembler.jump(to: back)
            Assembler.aim(other, self.assembler.cursor)
            self.boxElsewhere(slot)
            self.assembler.jump(to: back)
        })
    }
    /// Makes the fields of the object in a register readable for C; rdi and the register are kept.
    mutating func expose(_ register: Register) {
        assembler.load(.rcx, register, 8)
        assembler.test32(.rcx, NativeLayout.typeFlags, number: NativeTemplates.exposedFlags)
        let container = assembler.jump(.notEqual)
        let back = assembler.cursor
        cold.append(.block([container]) { (self) in
            self.assembler.push(.rdi)
            self.assembler.push(register)
            self.assembler.push(register)
            self.assembler.move(.rdi, register)
            self.assembler.call(NativeTemplates.exposeHelper)
            self.assembler.pop(register)
            self.assembler.pop(register)
            self.assembler.pop(.rdi)
            self.assembler.jump(to: back)
        })
    }
    private mutating func boxElsewhere(_ slot: Int) {
        assembler.push(.rdi)
        assembler.load(.rdi, .rdi, slot * 8)
        assembler.call(NativeTemplates.boxHelper)
        assembler.pop(.rdi)
        assembler.store(.rdi, slot * 8, .rax)
    }
    /// The immediate int in a register of the frame becomes an object.
    private mutating func boxInt(_ slot: Int) {
        assembler.load(.rax, .rdi, slot * 8)
        assembler.shift(.shl, .rax, 15)
        assembler.shift(.sar, .rax, 15)
        boxNumber()
        assembler.store(.rdi, slot * 8, .rsi)
    }
    /// rsi = a new reference to an int object of the number in rax: one of those that are kept, or of one digit, from the free list. Changes rax,
    /// rcx, rdx and r10; any other that calls may change if the number is large.
    mutating func boxNumber() {
        assembler.lea(.rcx, .rax, 5)
        assembler.operate(.cmp, .rcx, number: 262)
        let small = assembler.jump(.below)
        assembler.move(.rdx, .rax)
        assembler.shift(.sar, .rdx, 63)
        assembler.move(.rcx, .rax)
        assembler.operate(.xor, .rcx, .rdx)
        assembler.operate(.sub, .rcx, .rdx)
        assembler.operate(.cmp, .rcx, number: 1 << 30)
        var rare = [assembler.jump(.aboveOrEqual)]
        assembler.operate(.or, .rdx, number: 1)
        assembler.load(.rsi, at: NativeTemplates.intList)
        assembler.test(.rsi, .rsi)
        rare.append(assembler.jump(.equal))
        assembler.load(.r10, .rsi, 0)
        assembler.store(at: NativeTemplates.intList, .r10)
        assembler.store(.rsi, 0, number: 1)
        assembler.move(.r10, UInt64(UInt(bitPattern: PyLong_TypePointer())))
        assembler.store(.rsi, 8, .r10)
        assembler.store(.rsi, 16, .rdx)
        assembler.store(.rsi, 24, .rcx)
        let made = assembler.jump()
        Assembler.aim(small, assembler.cursor)
        assembler.shift(.shl, .rax, 5)
        assembler.move(.rsi, UInt64(UInt(bitPattern: _PySwift_small_int(0))))
        assembler.operate(.add, .rsi, .rax)
        assembler.increment(.rsi)
        Assembler.aim(made, assembler.cursor)
        let back = assembler.cursor
        cold.append(.block(rare) { (self) in
            self.assembler.push(.rdi)
            self.assembler.move(.rdi, .rax)
            self.assembler.call(NativeTemplates.boxNumberHelper)
            self.assembler.pop(.rdi)
            self.assembler.move(.rsi, .rax)
            self.assembler.jump(to: back)
        })
    }

    /// rax = the value of what C returned, null with an exception.
    private mutating func takeResult() {
        assembler.test(.rax, .rax)
        var wrong = [assembler.jump(.equal)]
        assembler.load(.rcx, at: UInt64(UInt(bitPattern: _PySwift_thread_state_address())))
        assembler.operate(.cmp, .rcx, NativeLayout.pendingType, number: 0)
        wrong.append(assembler.jump(.notEqual))
        assembler.load(.rcx, .rax, 8)
        assembler.test8(.rcx, NativeLayout.typeFlags + 5, number: UInt8(PYSWIFT_TPFLAGS_IMMEDIATE >> 40))
        let immediate = assembler.jump(.notEqual)
        let back = assembler.cursor
        let slot = a
        cold.append(.block(wrong) { (self) in
            self.assembler.push(.rdi)
            self.assembler.load(.rsi, .rdi, slot * 8)
            self.assembler.move(.rdi, .rax)
            self.assembler.call(NativeTemplates.wrongResultHelper)
            self.assembler.pop(.rdi)
            self.assembler.jump(to: back)
        })
        cold.append(.block([immediate]) { (self) in
            self.takeImmediate(back)
        })
    }
    /// The same for a number or a constant; the reference is given up.
    mutating func takeImmediate(_ back: UnsafeMutablePointer<UInt8>) {
        assembler.move(.rdx, UInt64(UInt(bitPattern: Py_NonePointer())))
        assembler.operate(.cmp, .rax, .rdx)
        let other = assembler.jump(.notEqual)
        assembler.decrement(.rdx)
        assembler.move(.rax, Value.none.bits)
        assembler.jump(to: back)
        Assembler.aim(other, assembler.cursor)
        NativeTemplates.compareType(&assembler, .rax, PyLong_TypePointer())
        var others = [assembler.jump(.notEqual)]
        assembler.operate(.cmp, .rax, 16, number: 1)
        others.append(assembler.jump(.notEqual))
        assembler.move(.rdx, .rax)
        assembler.load32(.rax, .rdx, 24)
        assembler.move(.rcx, Value.intTag)
        assembler.operate(.or, .rax, .rcx)
        releaseOutside(.rdx)
        assembler.jump(to: back)
        for site in others { Assembler.aim(site, assembler.cursor) }
        assembler.push(.rdi)
        assembler.move(.rdi, .rax)
        assembler.call(NativeTemplates.unboxHelper)
        assembler.pop(.rdi)
        assembler.jump(to: back)
    }
}
