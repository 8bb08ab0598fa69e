// What unwinding needs to know of an instruction that raises, remembered by the instruction's address: which handler covers it, and which
// temporaries go. Programs raise at few places, again and again.
//
// The table refers into code objects: one that goes takes its entries out (`forget`).

import CPythonABI
import Compiler

enum UnwindCache {
    /// What is known of a word, looked up if need be.
    @inline(__always) static func find(_ code: CodePointer, _ word: Int) -> PySwiftUnwindEntry {
        let instruction = code.pointee.instructions + word
        let entry = _pyswift_unwind_entry(Int(bitPattern: instruction) >> 3)
        if entry.pointee.instruction == instruction { return entry.pointee }
        return look(code, word, instruction, entry)
    }
    @inline(never) private static func look(
        _ code: CodePointer, _ word: Int, _ instruction: ProgramCounter, _ entry: UnsafeMutablePointer<PySwiftUnwindEntry>
    ) -> PySwiftUnwindEntry {
        var found = PySwiftUnwindEntry()
        found.target = -1
        if let range = handler(code, word) {
            found.target = Int32(truncatingIfNeeded: range.target)
            found.handler_register = UInt32(truncatingIfNeeded: range.register)
        }
        let live = Frames.liveSet(code, word)
        let kept = found.target < 0 ? 0 : Frames.liveSet(code, Int(found.target))
        if live != 0 && live != kept {
            let registers = code.liveRegisters(live)
            let keeping = code.liveRegisters(kept)
            found.registers = registers
            found.live = registers[0]
            found.kept = found.target < 0 ? 0 : keeping[0]
            // Both lists ascend. Nearly always what is kept is the lower part of what lives; the rest is not worth remembering.
            for index in 0..<Int(found.kept) + 1 where index > 0 && (index > Int(found.live) || registers[index] != keeping[index]) {
                found.registers = nil
                found.live = UInt32.max
                return found
            }
        }
        found.instruction = instruction
        entry.pointee = found
        code.pointee.isRemembered = true
        return found
    }
    /// The innermost range that covers a word.
    private static func handler(_ code: CodePointer, _ word: Int) -> ExceptionRange? {
        let ranges = code.pointee.exceptionRanges
        for index in 0..<code.pointee.exceptionCount where Int(ranges[index].start) <= word && word < Int(ranges[index].end) {
            return ranges[index]
        }
        return nil
    }

    /// Takes out what is known of a code object that goes.
    static func forget(_ code: CodePointer) {
        guard code.pointee.isRemembered else { return }
        let start = UInt(bitPattern: code.pointee.instructions)
        let end = UInt(bitPattern: code.pointee.instructions + code.pointee.instructionCount)
        for index in 0..<128 {
            let entry = _pyswift_unwind_entry(index)
            let address = UInt(bitPattern: entry.pointee.instruction)
            if start <= address && address < end { entry.pointee.instruction = nil }
        }
    }
}

extension PySwiftUnwindEntry {
    /// Releases the temporaries that do not live on in the handler, or all of them.
    @inline(__always) func releaseTemporaries(_ fp: FramePointer, _ word: Int) {
        guard let registers else {
            if live != 0 { Frames.releaseTemporaries(fp, at: word, keep: target < 0 ? nil : Int(target)) }
            return
        }
        // From the top, as a stack is unwound.
        var left = Int(live)
        while left > Int(kept) {
            Registers.kill(fp + Int(registers[left]))
            left -= 1
        }
    }
}
