// A program: a pattern in the form that the matcher runs.
//
// `re._compiler` makes a list of code words, nested by skip counts. `Translator` turns it once into a flat array of instructions that name
// their successor, with character sets as bitmaps, runs of literals as strings, and what a search may skip by. A program is one
// relocatable block of words, so that whoever holds it needs no destructor:
//
//     header | instructions | character sets | words (literal strings, the code of character sets beyond Latin-1)

struct Header {
    var instructions: UInt32 = 0
    var sets: UInt32 = 0
    var words: UInt32 = 0
    /// Capturing groups, and pairs of words that repeats and assertions need.
    var groups: UInt32 = 0
    var pairs: UInt32 = 0
    /// No match is shorter.
    var minimalWidth: UInt32 = 0
    /// The set of characters that a match can begin with, plus one; 0 when it is not known.
    var firstSet: UInt32 = 0
    /// A text that every match begins with: place in the words, and length.
    var prefix: UInt32 = 0
    var prefixCount: UInt32 = 0
    /// Whether that text is the whole pattern.
    var isLiteral: UInt32 = 0
    var reserved0: UInt32 = 0
    var reserved1: UInt32 = 0
}

struct Instruction {
    var operation: UInt32
    /// The instruction that follows.
    var next: UInt32 = 0
    var a: UInt32 = 0
    var b: UInt32 = 0
    var c: UInt32 = 0
    var d: UInt32 = 0

    init(_ operation: Operation, a: UInt32 = 0, b: UInt32 = 0, c: UInt32 = 0, d: UInt32 = 0) {
        self.operation = operation.rawValue
        self.a = a
        self.b = b
        self.c = c
        self.d = d
    }
    @inline(__always) var kind: Operation { unsafeBitCast(UInt8(truncatingIfNeeded: operation), to: Operation.self) }
}

/// A set of characters: a bitmap for Latin-1, code words for what lies beyond.
struct CharacterSet {
    var bits = InlineArray<8, UInt32>(repeating: 0)
    /// Where its code is among the words.
    var code: UInt32 = 0
    var folding: UInt32 = 0
    /// What is known of characters beyond Latin-1: 0 none is in it, 1 all are, 2 the code says.
    var wide: UInt32 = 0
    /// The bitmap depends on the locale, so the code is asked.
    var isLocale: UInt32 = 0

    @inline(__always) func hasLatin1(_ character: UInt32) -> Bool { bits[Int(character >> 5)] >> (character & 31) & 1 != 0 }
    mutating func insert(_ character: UInt32) { bits[Int(character >> 5)] |= 1 << (character & 31) }
}

/// A view of a program's block.
struct Program {
    let header: UnsafePointer<Header>
    let instructions: UnsafePointer<Instruction>
    let sets: UnsafePointer<CharacterSet>
    let words: UnsafePointer<UInt32>

    init(_ block: UnsafeRawPointer) {
        header = block.assumingMemoryBound(to: Header.self)
        var place = block + MemoryLayout<Header>.size
        instructions = place.assumingMemoryBound(to: Instruction.self)
        place += Int(header.pointee.instructions) * MemoryLayout<Instruction>.stride
        sets = place.assumingMemoryBound(to: CharacterSet.self)
        place += Int(header.pointee.sets) * MemoryLayout<CharacterSet>.stride
        words = place.assumingMemoryBound(to: UInt32.self)
    }
}

/// Why code words cannot be run.
public enum TranslationFailure: Error {
    case invalidCode, tooDeep
}

public enum RegularExpression {
    /// Makes a program of code words. Its bytes are to be kept at an address that is a multiple of 8.
    public static func translate(_ code: [UInt32], groups: Int) throws(TranslationFailure) -> [UInt8] {
        var translator = Translator(code, groups: groups)
        return try translator.program()
    }
}
