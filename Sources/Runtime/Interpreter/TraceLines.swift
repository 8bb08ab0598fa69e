// Lines of instruction words, for tracing: decoded once from a code object's position table.

import CPythonABI
import Compiler
import Syntax

final class TraceLines {
    /// The line of each word; -1 for none.
    private var lines: [Int32] = []
    /// Statements without instructions of their own, by the word that they stand before: their lines.
    private var markedLines: [Int: [Int]] = [:]

    /// How many words at the beginning make cells: they belong to the call.
    let prologue: Int

    private init(_ code: CodePointer) {
        lines = Array(repeating: -1, count: code.pointee.instructionCount)
        let unit = code.pointee.unit.takeUnretainedValue()
        prologue = unit.instructions.firstIndex { Instruction(word: $0).opcode != .makeCell } ?? 0
        var iterator = unit.positions.makeIterator()
        while let entry = iterator.next() {
            for mark in entry.marks { markedLines[entry.start, default: []].append(mark) }
            guard let range = entry.range else { continue }
            for word in entry.start..<min(entry.end, lines.count) { lines[word] = range.line }
        }
    }

    func line(_ word: Int) -> Int { lines.indices.contains(word) ? Int(lines[word]) : -1 }
    /// The line of a word, or of the nearest one before that has one.
    func lineAround(_ word: Int) -> Int? {
        guard word >= 0 && word < lines.count else { return nil }
        var word = word
        while word > 0 && lines[word] < 0 { word -= 1 }
        return lines[word] < 0 ? nil : Int(lines[word])
    }
    func marks(_ word: Int) -> [Int] { markedLines.isEmpty ? [] : markedLines[word] ?? [] }

    /// The first line with code that is not before `line`.
    func firstLine(from line: Int) -> Int? {
        var best: Int?
        for candidate in lines where Int(candidate) >= line && Int(candidate) < best ?? Int.max { best = Int(candidate) }
        for candidate in markedLines.values.joined() where candidate >= line && candidate < best ?? Int.max { best = candidate }
        return best
    }
    /// The words at which a line begins, ascending.
    func starts(of line: Int) -> [Int] {
        lines.indices.filter { word in
            marks(word).contains(line) || self.line(word) == line && (word == 0 || self.line(word - 1) != line || !marks(word).isEmpty)
        }
    }

    /// Kept with the unit of the code, as long as that lives.
    static func of(_ code: CodePointer) -> TraceLines {
        let unit = code.pointee.unit.takeUnretainedValue()
        if let known = unit.traceLines as? TraceLines { return known }
        let made = TraceLines(code)
        unit.traceLines = made
        return made
    }

    /// The line of the call of a frame.
    static func entryLine(_ code: CodePointer) -> Int {
        let unit = code.pointee.unit.takeUnretainedValue()
        return unit.name == "<module>" ? 0 : unit.firstLine
    }
}
