// The machine code of one code object.
//
// What machine code does for an instruction it does in a *version* for what is known of the registers there (`NativeContext`); versions are
// compiled when control first comes to them. All values stand in their registers of the frame between two instructions, so that machine
// code can be left, and entered, at any of them: it is left by a jump to the instruction's handler, and entered because instructions that
// it knows have the opcode `native`, whose handler looks up the machine code of the address. What the opcode was is kept here.
//
// What may run Python code is mostly a jump to a handler. Calls of native functions are not: the function returns to machine code, which may
// have been thrown away meanwhile. So they are counted in a word of the code's own (`calls`), and code that is thrown away below one stays in
// memory until the last of them is over; the word is negative then, which has the one that returns go on where its frame says.

import CPythonABI
import Compiler

final class NativeCode {
    struct Version {
        let word: Int
        let context: NativeContext
        /// Where its machine code begins, once there is some; until then, what has it compiled, once something jumps there.
        var address: UnsafeMutablePointer<UInt8>?
        var compiler: UnsafeMutablePointer<UInt8>?
        /// Jumps to it, to be aimed once it is compiled.
        var sites: [JumpSite] = []
    }
    private struct Key: Hashable {
        let word: Int
        let context: NativeContext
    }

    let code: CodePointer
    let shared: NativeTier.Shared
    /// No other machine code has this number, not even when this one is gone.
    let number: Int32
    /// What the handler of `native` reads: the address of the first instruction, then for each word the machine code to enter there.
    let entries: UnsafeMutablePointer<UInt64>
    let wordCount: Int
    /// The opcodes, where instructions have `native` in their place; for others as well.
    let opcodes: UnsafeMutablePointer<UInt8>
    var versions: [Version] = []
    private var numbers: [Key: Int] = [:]
    private var perWord: [Int: Int] = [:]
    /// Machine code that goes on with the handler of an instruction.
    var exits: [Int: UnsafeMutablePointer<UInt8>] = [:]
    var chunks: [UnsafeMutablePointer<UInt8>] = []
    /// The calls under way that return to this code; negative once it is thrown away.
    let calls: UnsafeMutablePointer<Int>
    var assembler: Assembler
    /// The codes that its calls enter.
    var callees: Set<CodePointer> = []
    /// Instructions that were quickened anew since.
    var changes = 0

    nonisolated(unsafe) private static var made: Int32 = 0
    /// The most versions of one place; what comes then is compiled for nothing known.
    static let mostVersions = 6

    init?(_ code: CodePointer, _ shared: NativeTier.Shared) {
        // (After two thousand million functions nothing more is compiled.)
        guard NativeCode.made < Int32.max, let chunk = CodeArena.allocate(), let calls = CodeArena.word(of: chunk) else { return nil }
        NativeCode.made += 1
        number = NativeCode.made
        calls.pointee = 0
        self.calls = calls
        self.code = code
        self.shared = shared
        wordCount = code.pointee.instructionCount
        entries = UnsafeMutablePointer<UInt64>.allocate(capacity: wordCount + 1)
        opcodes = UnsafeMutablePointer<UInt8>.allocate(capacity: wordCount)
        entries[0] = UInt64(UInt(bitPattern: code.pointee.instructions))
        for word in 0..<wordCount {
            entries[word + 1] = UInt64(UInt(bitPattern: shared.entry))
            opcodes[word] = UInt8(truncatingIfNeeded: code.pointee.instructions[word])
        }
        chunks = [chunk]
        assembler = Assembler(cursor: chunk, end: chunk + CodeArena.chunkSize)
    }
    deinit {
        entries.deallocate()
        opcodes.deallocate()
        for chunk in chunks { CodeArena.free(chunk) }
    }

    /// The code is thrown away; whether calls are under way that return to it.
    func retire() -> Bool {
        let isCalled = calls.pointee != 0
        calls.pointee &+= Int.min
        return isCalled
    }
    var callsAddress: UInt64 { UInt64(UInt(bitPattern: calls)) }
    /// Of code that was thrown away: whether nothing returns to it any more.
    var isOver: Bool { calls.pointee == Int.min }

    /// Makes sure that what a stretch of instructions takes is there; false when memory is exhausted.
    func makeRoom(_ size: Int) -> Bool {
        if assembler.end - assembler.cursor >= size { return true }
        guard chunks.count < 16, let chunk = CodeArena.allocate() else { return false }
        chunks.append(chunk)
        assembler = Assembler(cursor: chunk, end: chunk + CodeArena.chunkSize)
        return true
    }

    /// The number of the version of a place for a context, or for nothing known if the place has many.
    func version(_ word: Int, _ context: NativeContext) -> Int {
        let key = Key(word: word, context: context)
        if let known = numbers[key] { return known }
        let count = perWord[word, default: 0]
        if count >= NativeCode.mostVersions && context != .nothing { return version(word, .nothing) }
        perWord[word] = count + 1
        versions.append(Version(word: word, context: context))
        numbers[key] = versions.count - 1
        return versions.count - 1
    }
    /// The version, if it exists.
    func known(_ word: Int, _ context: NativeContext) -> Int? { numbers[Key(word: word, context: context)] }

    func opcode(_ word: Int) -> Opcode { unsafeBitCast(opcodes[word], to: Opcode.self) }
    /// The instruction as it was before it got the opcode `native`.
    func instruction(_ word: Int) -> UInt64 { code.pointee.instructions[word] & ~0xFF | UInt64(opcodes[word]) }
}
