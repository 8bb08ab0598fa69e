// The encoding of source positions.
//
// An entry covers one to eight words. Its first byte holds the number of words less one (3 bits) and the form (2 bits):
//
//     0  no position
//     1  the same position as the last entry that had one
//     2  on the line of the last position: start column (5 further bits and a variable-length number), then its length
//     3  the difference of the line, the number of further lines, start column, end column: variable-length numbers
//
// Form 0 with the bit 32 of the first byte is no entry: it holds the line of a statement without instructions (`pass`, `try:`), which a
// debugger reaches before the next word. It is followed by the zigzag coded difference to the last position's line.
//
// Numbers are in groups of seven bits, low ones first; the difference of lines is zigzag coded.

import Syntax

extension PositionTable {
    struct Encoder {
        private var bytes: [UInt8] = []
        private var last = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
        private var pending = SourceRange.none
        private var pendingWords = 0

        /// A statement on a line that has no instruction of its own, before the next word.
        mutating func mark(line: Int) {
            flush()
            pending = .none
            bytes.append(32)
            let difference = line - Int(last.line)
            appendNumber(difference << 1 ^ difference >> 63)
        }

        mutating func append(words: Int, _ range: SourceRange) {
            if range != pending {
                flush()
                pending = range
            }
            pendingWords += words
        }

        mutating func finish() -> PositionTable {
            flush()
            var table = PositionTable()
            table.bytes = bytes
            return table
        }

        private mutating func flush() {
            while pendingWords > 0 {
                let count = min(pendingWords, 8)
                pendingWords -= count
                let head = UInt8(count - 1)
                if pending.line < 0 {
                    bytes.append(head)
                } else if pending == last {
                    bytes.append(head | 8)
                } else if pending.line == last.line, pending.endLine == pending.line, pending.column >= 0, pending.endColumn >= pending.column {
                    let low = UInt8(pending.column & 7)
                    bytes.append(head | 16 | low << 5)
                    appendNumber(Int(pending.column) >> 3)
                    appendNumber(Int(pending.endColumn - pending.column))
                } else {
                    bytes.append(head | 24)
                    let difference = Int(pending.line) - Int(last.line)
                    appendNumber(difference << 1 ^ difference >> 63)
                    appendNumber(max(0, Int(pending.endLine) - Int(pending.line)))
                    appendNumber(max(0, Int(pending.column) + 1))
                    appendNumber(max(0, Int(pending.endColumn) + 1))
                }
                if pending.line >= 0 { last = pending }
            }
        }

        private mutating func appendNumber(_ value: Int) {
            var rest = UInt(bitPattern: value)
            while rest >= 0x80 {
                bytes.append(UInt8(rest & 0x7F) | 0x80)
                rest >>= 7
            }
            bytes.append(UInt8(rest))
        }
    }

    /// The entries in order. Malformed tables end early.
    public struct Iterator: IteratorProtocol {
        private let bytes: [UInt8]
        private var at = 0
        private var last = SourceRange(line: 0, column: 0, endLine: 0, endColumn: 0)
        private var word = 0

        init(_ table: PositionTable) { bytes = table.bytes }

        /// The next run of words with one position; `range` is nil for words that have none.
        public mutating func next() -> (start: Int, end: Int, range: SourceRange?, marks: [Int])? {
            guard at < bytes.count else { return nil }
            var head = bytes[at]
            at += 1
            var marks: [Int] = []
            while head & 0xF8 == 32 {
                let zigzag = number()
                marks.append(Int(last.line) &+ (zigzag >> 1 ^ -(zigzag & 1)))
                guard at < bytes.count else { return nil }
                head = bytes[at]
                at += 1
            }
            let start = word
            word += Int(head & 7) + 1
            switch head >> 3 & 3 {
            case 0: return (start, word, nil, marks)
            case 1: break
            case 2:
                let column = number() << 3 | Int(head >> 5)
                last = SourceRange(line: Int(last.line), column: column, endLine: Int(last.line), endColumn: column &+ number())
            default:
                let zigzag = number()
                let line = Int(last.line) &+ (zigzag >> 1 ^ -(zigzag & 1))
                let endLine = line &+ number()
                let column = number() - 1
                last = SourceRange(line: line, column: column, endLine: endLine, endColumn: number() - 1)
            }
            return (start, word, last, marks)
        }

        private mutating func number() -> Int {
            var value = 0, shift = 0
            while at < bytes.count, shift < 35 {
                let byte = bytes[at]
                at += 1
                value |= Int(byte & 0x7F) << shift
                if byte < 0x80 { break }
                shift += 7
            }
            return value
        }
    }

    public func makeIterator() -> Iterator { Iterator(self) }

    /// The same table with lines only (`-X no_debug_ranges`).
    public func linesOnly() -> PositionTable {
        var encoder = Encoder()
        var iterator = makeIterator()
        while let entry = iterator.next() {
            let line = entry.range.map { Int($0.line) }
            encoder.append(
                words: entry.end - entry.start, line.map { SourceRange(line: $0, column: -1, endLine: $0, endColumn: -1) } ?? .none)
        }
        return encoder.finish()
    }

    /// Position of the instruction that word `word` belongs to; nil if it has none. Linear in the size of the table.
    public func position(at word: Int) -> SourceRange? {
        var iterator = makeIterator()
        while let entry = iterator.next() {
            if word < entry.end { return entry.range }
        }
        return nil
    }

    /// Line of word `word`, or nil.
    public func line(at word: Int) -> Int? { position(at: word).map { Int($0.line) } }

    /// Runs of words of one line, as `code.co_lines` gives them; `line` is nil for words without.
    public func lines() -> [(start: Int, end: Int, line: Int?)] {
        var result: [(start: Int, end: Int, line: Int?)] = []
        var iterator = makeIterator()
        while let entry = iterator.next() {
            let line = entry.range.map { Int($0.line) }
            if let lastIndex = result.indices.last, result[lastIndex].line == line {
                result[lastIndex].end = entry.end
            } else {
                result.append((entry.start, entry.end, line))
            }
        }
        return result
    }
}
