// The matcher: one run of a program over a text.
//
// It backtracks over an explicit stack on the heap, so a pattern needs no native stack however deep it nests, and a run can stop at
// any point and go on later (`Outcome.paused`): whoever runs it looks for signals in between.
//
//     memory of a run:   marks (two a group) | pairs of words of repeats and assertions | stack of entries ...
//
// An entry is either a choice (what to try when the present way fails) or a record of a word as it was before it changed. Leaving an
// atomic group or an assertion drops its choices and keeps its records, so that a failure further back still finds the old values.

import CPythonABI
import Glibc

public enum Outcome: Sendable {
    case noMatch, matched
    /// The budget of steps is spent; the same call again goes on.
    case paused
    case outOfMemory
}

/// Width of a character of the text in bytes.
public enum TextWidth: Sendable { case one, two, four }

struct Entry {
    enum Kind: UInt32 {
        /// Go on at an instruction, at position a.
        case alternative = 0
        /// A greedy repeat of one character: try with one fewer, down to position b.
        case shorter
        /// A lazy repeat of one character: try with one more, up to b more.
        case longer
        /// Leave a greedy loop: position a, words as they were in b (last position) and c (count).
        case leave
        /// Run a lazy loop's body once more, from position a.
        case enter
        /// Mark `place` was a, the last closed group b.
        case mark
        /// Pair `place` was (a, b).
        case pair
    }
    var kind: Kind
    /// An instruction, a mark or a pair.
    var place: UInt32
    var a: Int
    var b: Int
    var c: Int
}

public struct Matcher: ~Copyable {
    let program: Program
    let text: UnsafeRawPointer
    let width: TextWidth
    /// The end of the text for this run.
    public let end: Int

    /// Where the match that was found, or is looked for, begins.
    public private(set) var start: Int
    /// Where the match that was found ends.
    public internal(set) var position: Int
    /// The group that was closed last, 0 for none.
    public internal(set) var lastGroup = 0
    /// The match must not end where the first attempt begins.
    public var mustAdvance = false
    /// The match must reach the end.
    public var isFull = false

    // The memory of the run.
    var block: UnsafeMutableRawPointer
    var blockSize: Int
    var marks: UnsafeMutablePointer<Int>
    var pairs: UnsafeMutablePointer<Int>
    var entries: UnsafeMutablePointer<Entry>
    var capacity: Int
    var count = 0
    /// The instruction to go on with after a pause.
    var resumeAt: UInt32 = 0
    var isPaused = false
    var forbiddenEnd = -1

    /// Steps back between pauses.
    static let budget = 100_000

    /// One block is kept for the next run.
    nonisolated(unsafe) private static var spare: UnsafeMutableRawPointer?
    private static let spareSize = 1 << 13

    /// A run of a program over `end` characters of a text. Nil when memory is exhausted. Program and text must stay where they are.
    public init?(program block: UnsafeRawPointer, text: UnsafeRawPointer, width: TextWidth, start: Int, end: Int) {
        program = Program(block)
        self.text = text
        self.width = width
        self.start = start
        self.end = end
        position = start
        let fixed = (Int(program.header.pointee.groups) * 2 + Int(program.header.pointee.pairs) * 2) * MemoryLayout<Int>.stride
        if fixed <= Matcher.spareSize / 2 {
            blockSize = Matcher.spareSize
            if let spare = Matcher.spare {
                Matcher.spare = nil
                self.block = spare
            } else {
                guard let fresh = malloc(blockSize) else { return nil }
                self.block = fresh
            }
        } else {
            blockSize = fixed + 4096
            guard let fresh = malloc(blockSize) else { return nil }
            self.block = fresh
        }
        marks = self.block.assumingMemoryBound(to: Int.self)
        pairs = marks + Int(program.header.pointee.groups) * 2
        entries = UnsafeMutableRawPointer(pairs + Int(program.header.pointee.pairs) * 2).assumingMemoryBound(to: Entry.self)
        capacity = (blockSize - fixed) / MemoryLayout<Entry>.stride
        reset()
    }
    deinit {
        if blockSize == Matcher.spareSize && Matcher.spare == nil { Matcher.spare = block } else { free(block) }
    }

    public var groups: Int { Int(program.header.pointee.groups) }
    /// Where a group (from 1) begins or ends in the match that was found, -1 if it did not take part.
    public func groupStart(_ group: Int) -> Int { marks[group * 2 - 2] }
    public func groupEnd(_ group: Int) -> Int { marks[group * 2 - 1] }

    /// Prepares the next run, from `start` on.
    public mutating func restart(_ start: Int) {
        self.start = start
        position = start
        reset()
    }
    private mutating func reset() {
        for index in 0..<groups * 2 { marks[index] = -1 }
        count = 0
        lastGroup = 0
        isPaused = false
    }
    /// The same, within a search: only if there is anything to undo.
    mutating func clear() {
        // A failed attempt has undone all that it did.
        count = 0
    }

    /// Doubles the memory.
    @inline(never) mutating func grow() -> Bool {
        let fixed = blockSize - capacity * MemoryLayout<Entry>.stride
        let size = blockSize * 2
        guard let moved = realloc(block, size) else { return false }
        block = moved
        blockSize = size
        marks = block.assumingMemoryBound(to: Int.self)
        pairs = marks + groups * 2
        entries = UnsafeMutableRawPointer(pairs + Int(program.header.pointee.pairs) * 2).assumingMemoryBound(to: Entry.self)
        let rest = size - (UnsafeRawPointer(entries) - UnsafeRawPointer(block))
        _ = fixed
        capacity = rest / MemoryLayout<Entry>.stride
        return true
    }

    // MARK: Entry points

    /// Matches at `start`.
    public mutating func match() -> Outcome {
        if start > end { return .noMatch }
        if mustAdvance && !isPaused { forbiddenEnd = start }
        switch width {
        case .one: return matchOnce(text.assumingMemoryBound(to: UInt8.self))
        case .two: return matchOnce(text.assumingMemoryBound(to: UInt16.self))
        case .four: return matchOnce(text.assumingMemoryBound(to: UInt32.self))
        }
    }
    @inline(__always) private mutating func matchOnce<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>) -> Outcome {
        let outcome = isPaused ? run(text, resumeAt, position) : run(text, 0, start)
        if outcome != .paused { forbiddenEnd = -1 }
        return outcome
    }

    /// Looks for the first match from `start` on, which is then set to where the match begins.
    public mutating func search() -> Outcome {
        switch width {
        case .one: return searchIn(text.assumingMemoryBound(to: UInt8.self))
        case .two: return searchIn(text.assumingMemoryBound(to: UInt16.self))
        case .four: return searchIn(text.assumingMemoryBound(to: UInt32.self))
        }
    }
    @inline(__always) private mutating func searchIn<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>) -> Outcome {
        let header = program.header.pointee
        let last = end - Int(header.minimalWidth)
        if isPaused {
            let outcome = run(text, resumeAt, position)
            if outcome != .noMatch { return outcome }
            start += 1
            forbiddenEnd = -1
        } else if mustAdvance {
            forbiddenEnd = start
        }
        var candidates = 0
        while start <= last {
            // The first attempt of a run that must advance is at `start` itself, like any other.
            let found = candidate(text, header, start, last)
            if found < 0 { break }
            if found != start {
                start = found
                forbiddenEnd = -1
            }
            if header.isLiteral != 0 {
                position = found + Int(header.prefixCount)
                lastGroup = 0
                return .matched
            }
            let outcome = run(text, 0, start)
            if outcome != .noMatch {
                if outcome == .matched { forbiddenEnd = -1 }
                return outcome
            }
            start += 1
            forbiddenEnd = -1
            candidates += 1
        }
        forbiddenEnd = -1
        return .noMatch
    }

    /// The next place from `from` to `last` where a match can begin, or -1.
    @inline(__always) private func candidate<C: FixedWidthInteger & UnsignedInteger>(
        _ text: UnsafePointer<C>, _ header: Header, _ from: Int, _ last: Int
    ) -> Int {
        if header.prefixCount != 0 { return prefix(text, header, from) }
        if header.firstSet == 0 { return from }
        let set = program.sets + Int(header.firstSet - 1)
        var index = from
        let wide = set.pointee.wide != 0
        while index <= last && index < end {
            let c = UInt32(text[index])
            if c < 256 ? set.pointee.hasLatin1(c) : wide { return index }
            index += 1
        }
        return -1
    }
    @inline(__always) private func prefix<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ header: Header, _ from: Int) -> Int {
        let needle = program.words + Int(header.prefix)
        let length = Int(header.prefixCount)
        guard let first = C(exactly: needle[0]) else { return -1 }
        var index = from
        let last = end - length
        while index <= last {
            let found = Matcher.find(text + index, last - index + 1, first)
            if found < 0 { return -1 }
            index += found
            var place = 1
            while place < length && UInt32(text[index + place]) == needle[place] { place += 1 }
            if place == length { return index }
            index += 1
        }
        return -1
    }
    /// The place of a character, or -1.
    @inline(__always) static func find<C: FixedWidthInteger & UnsignedInteger>(_ text: UnsafePointer<C>, _ count: Int, _ character: C) -> Int {
        if count <= 0 { return -1 }
        if MemoryLayout<C>.size == 1 {
            guard let found = memchr(text, Int32(truncatingIfNeeded: character), count) else { return -1 }
            return UnsafeRawPointer(found) - UnsafeRawPointer(text)
        }
        if MemoryLayout<C>.size == 4 {
            return _pyswift_find_wide(text, count, UInt32(truncatingIfNeeded: character))
        }
        var index = 0
        while index < count {
            if text[index] == character { return index }
            index += 1
        }
        return -1
    }
}
