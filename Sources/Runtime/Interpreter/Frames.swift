// Leaving frames.

import CPythonABI
import Compiler

enum Frames {
    /// Releases what a frame owns and gives its window back. The caller makes another frame current. Temporaries are released
    /// already (or were never live).
    @inline(never) static func leave(_ fp: FramePointer) {
        if !fp.frameObject.isNull { FrameObject.detach(fp) }
        let code = fp.code
        for index in 0..<code.pointee.localCount {
            let value = fp[index]
            fp[index] = .null
            value.release()
        }
        // Destructors may have asked for it.
        if !fp.frameObject.isNull { FrameObject.detach(fp) }
        let note = fp.note
        fp.locals.release()
        if note & FrameFlags.generator == 0 { fp.extra.release() }
        _pyswift_loop.recursion_remaining &+= note & FrameFlags.countsTwice == 0 ? 1 : 2
        let function = fp.function
        if note & FrameFlags.newChunk != 0 { ValueStack.freeChunk(fp) }
        function.release()
    }

    /// Releases the temporaries that are live at the word where the frame stands, but for those in `keep`.
    static func releaseTemporaries(_ fp: FramePointer, at word: Int, keep: Int?) {
        let code = fp.code
        let live = liveSet(code, word)
        if live == 0 { return }
        let kept = keep.map { liveSet(code, $0) } ?? 0
        if kept == live && keep != nil { return }
        let registers = code.liveRegisters(live)
        let keeping = code.liveRegisters(kept)
        var keptLeft = keep == nil ? 0 : Int(keeping[0])
        var left = Int(registers[0])
        // Both lists ascend. Nearly always what is kept is the lower part of what lives: then there is nothing to compare.
        if keptLeft <= left && (keptLeft == 0 || registers[keptLeft] == keeping[keptLeft]) {
            while left > keptLeft {
                Registers.kill(fp + Int(registers[left]))
                left -= 1
            }
            return
        }
        // From the top, as a stack is unwound.
        while left > 0 {
            let register = registers[left]
            left -= 1
            while keptLeft > 0 && keeping[keptLeft] > register { keptLeft -= 1 }
            if keptLeft > 0 && keeping[keptLeft] == register { continue }
            Registers.kill(fp + Int(register))
        }
    }

    /// The set in force at a word: ranges ascend by start.
    static func liveSet(_ code: CodePointer, _ word: Int) -> Int {
        let ranges = code.pointee.liveRanges
        var (low, high) = (0, code.pointee.liveCount)
        while low < high {
            let middle = (low + high) / 2
            if Int(ranges[middle].start) <= word { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? 0 : Int(ranges[low - 1].set)
    }
}
