// Templates: loops over iterators that hand out what is at hand (`QuickNext`), alone or in pairs.
//
// Handing out a pair, and what the loop's variables held, may run destructors, which may throw this code away: so a step is counted as a
// call (see NativeForeignCalls.swift).

import CPythonABI
import Compiler

extension NativeTemplates {
    /// A step of a loop over an iterator with `quickNext`.
    mutating func forNative() -> TemplateResult {
        if word != firstWord {
            jump(to: word, context)
            return .end
        }
        guard b < code.pointee.registerCount, fp[b].isObject, let quick = fp[b].type.record.pointee.quickNext else { return exit() }
        step(fp[b].type, UInt64(UInt(bitPattern: unsafeBitCast(quick, to: UnsafeRawPointer.self))), wide: true, next: word + 2)
        assembler.move(.r8, .rax)
        replace([(a, .r8)], temporary: flag(InstructionFlags.tempA), next: word + 2)
        return .end
    }
    /// The same for one with `quickPair`, whose pair the next instruction takes apart.
    mutating func forPair() -> TemplateResult {
        if word != firstWord {
            jump(to: word, context)
            return .end
        }
        guard b < code.pointee.registerCount, fp[b].isObject, let quick = fp[b].type.record.pointee.quickPair,
            native.opcode(word + 2) == .unpackSequence
        else { return exit() }
        let unpack = native.instruction(word + 2)
        let target = operandA(unpack)
        guard target + 1 < NativeContext.size else { return exit() }
        step(fp[b].type, UInt64(UInt(bitPattern: unsafeBitCast(quick, to: UnsafeRawPointer.self))), wide: false, next: word + 3)
        assembler.move(.r10, UInt64(UInt(bitPattern: _pyswift_pair_address())))
        assembler.load(.r8, .r10, 0)
        assembler.load(.r9, .r10, 8)
        replace([(target, .r8), (target + 1, .r9)], temporary: hasFlag(unpack, InstructionFlags.tempA), next: word + 3)
        return .end
    }

    /// Asks the iterator, which is to be of the type: rax is what it answers, not 0 (`wide`: a value, not an int of 32 bits). From here on
    /// counted as a call; should this code be gone afterwards, the frame goes on at the word `next`.
    private mutating func step(_ type: TypePointer, _ function: UInt64, wide: Bool, next: Int) {
        load(.rax, b)
        if !context[b].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, type)
        leave(.notEqual)
        context[b] = .object
        assembler.move(.rcx, address(next))
        assembler.store(.rdi, -40, .rcx)
        assembler.increment(at: native.callsAddress)
        assembler.push(.rdi)
        assembler.move(.rdi, .rax)
        assembler.call(function)
        assembler.pop(.rdi)
        if wide { assembler.test(.rax, .rax) } else { assembler.test32(.rax, .rax) }
        let over = assembler.jump(.equal)
        let (word, place, shared) = (word, address(word), native.shared)
        cold.append(.block([over]) { (self) in
            // Nothing has changed: the handler goes on.
            self.assembler.decrement(at: self.native.callsAddress)
            self.cold.append(.exit(self.assembler.jump(.noSign), word))
            self.assembler.move(.rcx, place)
            self.assembler.store(.rdi, -40, .rcx)
            self.assembler.jump(to: shared.resume)
        })
    }
    /// Stores owned values, releases what was there, and goes on at a word; the call that is counted ends.
    private mutating func replace(_ values: [(slot: Int, register: Register)], temporary: Bool, next: Int) {
        var old: [(register: Register, kind: Kind)] = []
        for (slot, register) in values {
            let kind = context[slot]
            if !temporary && !kind.isPlain {
                // (What is released first leaves rax as it is.)
                let holder: Register = old.isEmpty && values.count > 1 && slot == values[0].slot ? .rdx : .rax
                assembler.load(holder, .rdi, slot * 8)
                old.append((holder, kind))
            }
            assembler.store(.rdi, slot * 8, register)
            set(slot, .unknown)
        }
        for (holder, kind) in old {
            if holder != .rdx { assembler.move(.rdx, holder) }
            let skips = skipUnlessObject(.rdx, kind, .rcx)
            releaseOutside(.rdx)
            land(skips)
        }
        assembler.decrement(at: native.callsAddress)
        let gone = assembler.jump(.sign)
        let shared = native.shared
        cold.append(.block([gone]) { (self) in self.assembler.jump(to: shared.resume) })
        context.held = -1
        jump(to: next, context)
    }
}
