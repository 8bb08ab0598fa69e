// Setting `frame.f_lineno`: a trace function moves the frame to another line.
//
// The frame may go wherever no temporary is live that is not live, and of the same kind, where it stands: out of blocks, whose
// iterators, exit functions and exceptions are given up, but not into them.

import CPythonABI
import Compiler
import Syntax

enum FrameJump {
    /// What a temporary that lives over statements is.
    private enum Kind { case iterator, exception, object }

    static func jump(_ frame: Value, to line: Int) throws(Raised) {
        guard let fp = FrameObject.window(frame) else { throw raise(.valueError, "can only jump from a 'line' trace event") }
        try checkState(frame, fp)
        let code = fp.code
        let first = Int(code.pointee.object.pointee.co_firstlineno)
        if line < first { throw raise(.valueError, "line \(line) comes before the current code block") }
        let table = TraceLines.of(code)
        guard let target = table.firstLine(from: line) else {
            throw raise(.valueError, "line \(line) comes after the current code block")
        }
        let from = fp.currentWord
        var refusal: String?
        // Of the places of a line (a `finally` body stands in the code more than once), the one that gives up least.
        var best: (word: Int, kept: Int)?
        for word in table.starts(of: target) {
            if let reason = obstacle(code, from, word) {
                refusal = refusal ?? reason
                continue
            }
            let kept = keptCount(code, from, word)
            if kept > best?.kept ?? -1 { best = (word, kept) }
        }
        if let word = best?.word {
            leave(fp, from, word)
            fp.pc = code.pointee.instructions + word + 1
            FrameObject.traceState(frame).pointee = word + 1
            FrameObject.jumpedLine(frame).pointee = table.line(word) == target ? 0 : target
            return
        }
        throw raise(.valueError, refusal ?? "can't jump from unreachable code")
    }

    private static func checkState(_ frame: Value, _ fp: FramePointer) throws(Raised) {
        let thread = PendingException.state
        if fp.isGenerator, Generators.state(Generators.owner(fp)) == .created {
            throw raise(.valueError, "can't jump from the 'call' trace event of a new frame")
        }
        switch Tracing.Event(rawValue: thread.pointee.tracing_what) {
        case .call: throw raise(.valueError, "can't jump from the 'call' trace event of a new frame")
        case .line, .opcode: break
        default: throw raise(.valueError, "can only jump from a 'line' trace event")
        }
        if FrameObject.head(frame).pointee.f_trace == nil {
            throw raise(.valueError, "f_lineno can only be set by a trace function")
        }
    }

    // MARK: Temporaries

    private static func live(_ code: CodePointer, _ word: Int) -> [UInt16] {
        code.pointee.unit.takeUnretainedValue().liveSets[Frames.liveSet(code, word)]
    }
    /// What a temporary that is live at a word is used for while it is.
    private static func kind(_ code: CodePointer, _ register: Int, _ word: Int) -> Kind {
        let unit = code.pointee.unit.takeUnretainedValue()
        var at = 0
        var found = Kind.object
        while at < unit.instructions.count {
            let instruction = Instruction(word: unit.instructions[at])
            if live(code, at).contains(UInt16(truncatingIfNeeded: register)) {
                switch instruction.opcode {
                case .forIter where instruction.b == register: found = .iterator
                case .getAsyncNext where instruction.b == register: found = .iterator
                case .popException where instruction.a == register || instruction.a + 1 == register: found = .exception
                default: break
                }
            } else {
                if at > word { break }
                found = .object
            }
            at += 1 + instruction.opcode.cacheWords
        }
        return found
    }
    /// Why one cannot go from a word to another; nil if one can.
    private static func obstacle(_ code: CodePointer, _ from: Int, _ to: Int) -> String? {
        let here = live(code, from)
        for register in live(code, to) {
            let wanted = kind(code, Int(register), to)
            guard here.contains(register) else {
                switch wanted {
                case .iterator: return "can't jump into the body of a for loop"
                case .exception: return "can't jump into an 'except' block as there's no exception"
                case .object: return "incompatible stacks"
                }
            }
            if kind(code, Int(register), from) != wanted {
                return wanted == .exception ? "can't jump into an 'except' block as there's no exception" : "incompatible stacks"
            }
        }
        return nil
    }
    /// How much of what lives at a word is what lived at another: an exception counts if it is the same handler's.
    private static func keptCount(_ code: CodePointer, _ from: Int, _ to: Int) -> Int {
        var count = 0
        for register in live(code, to) {
            let register = Int(register)
            if kind(code, register, to) != .exception || handler(code, register, to) == handler(code, register, from) { count += 1 }
        }
        return count
    }
    /// Where the handler begins that keeps its exception (or the one before) in a register at a word.
    private static func handler(_ code: CodePointer, _ register: Int, _ word: Int) -> Int {
        let unit = code.pointee.unit.takeUnretainedValue()
        var at = 0
        var found = -1
        while at <= word && at < unit.instructions.count {
            let instruction = Instruction(word: unit.instructions[at])
            if instruction.opcode == .pushException && (instruction.a == register || instruction.a + 1 == register) { found = at }
            at += 1 + instruction.opcode.cacheWords
        }
        return found
    }
    /// Gives up the temporaries that are live at a word and not at another, from the top.
    private static func leave(_ fp: FramePointer, _ from: Int, _ to: Int) {
        let code = fp.code
        let kept = live(code, to)
        var done: Set<UInt16> = []
        for register in live(code, from).sorted(by: >) where !kept.contains(register) && !done.contains(register) {
            if register > 0, kind(code, Int(register), from) == .exception, !kept.contains(register - 1) {
                // The exception handled before, which stands above the one that is handled.
                Slow.popException(fp, Instruction(.popException, a: Int(register) - 1).word)
                done.insert(register - 1)
            } else {
                Registers.kill(fp + Int(register))
            }
        }
    }
}

extension FrameObject {
    /// The line that a frame was moved to, if the word there is not of that line; else 0.
    static func jumpedLine(_ value: Value) -> UnsafeMutablePointer<Int> {
        (UnsafeMutableRawPointer(value.object) + 112).assumingMemoryBound(to: Int.self)
    }
}
