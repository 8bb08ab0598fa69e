// The tables of code as bytes: what `co_code`, `co_exceptiontable` and `co_lnotab` show, and code made from such bytes again.
//
// The bytecode is this runtime's own, eight bytes a word. `co_exceptiontable` holds, behind a mark, all that a code object needs
// besides its words, constants and names: the layout of the frame, the handlers, and which temporaries live where. So code taken
// apart through its attributes can be put together again, and nothing else can: every unit made here goes through the verifier.

import CPythonABI
import Compiler

enum CodeBytes {
    /// Marks tables in our form, with the version of the instruction set.
    private static var mark: [UInt8] { [0xFF, 0x70, 0x79, 0x73] + word(UInt64(CodeUnit.formatVersion)) }

    private static func word(_ word: UInt64) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: word >> (8 * UInt64($0))) } }

    static func instructions(_ unit: CodeUnit) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(unit.instructions.count * 8)
        for instruction in unit.instructions { result += word(instruction) }
        return result
    }
    static func words(_ bytes: [UInt8]) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(bytes.count / 8)
        var index = 0
        while index + 8 <= bytes.count {
            var word: UInt64 = 0
            for offset in 0..<8 { word |= UInt64(bytes[index + offset]) << (8 * UInt64(offset)) }
            words.append(word)
            index += 8
        }
        return words
    }

    /// `co_linetable`: all that `co_code` and the other attributes do not tell of the code: the frame table with its length, the instructions
    /// with theirs, and the positions.
    static func lineTable(_ unit: CodeUnit) -> [UInt8] {
        let frame = frameTable(unit)
        let words = instructions(unit)
        return mark + word(UInt64(frame.count)) + frame + word(UInt64(words.count)) + words + unit.positions.bytes
    }
    /// The parts of such a table; nil if it is none.
    static func readLineTable(_ bytes: [UInt8]) -> (frame: [UInt8], words: [UInt8], positions: [UInt8])? {
        let mark = mark
        guard bytes.count >= mark.count + 16, Array(bytes[..<mark.count]) == mark else { return nil }
        var at = mark.count
        func part() -> [UInt8]? {
            guard at + 8 <= bytes.count, let count = Int(exactly: words(Array(bytes[at..<(at + 8)]))[0]), count <= bytes.count - at - 8 else { return nil }
            at += 8 + count
            return Array(bytes[(at - count)..<at])
        }
        guard let frame = part(), let code = part() else { return nil }
        return (frame, code, Array(bytes[at...]))
    }

    static func frameTable(_ unit: CodeUnit) -> [UInt8] {
        var numbers: [UInt64] = [UInt64(unit.localCount), UInt64(unit.registerCount)]
        func list(_ values: [Int]) {
            numbers.append(UInt64(values.count))
            for value in values { numbers.append(UInt64(value)) }
        }
        list(unit.cellRegisters)
        list(unit.exceptionTable.flatMap { [Int($0.start), Int($0.end), Int($0.target), Int($0.register)] })
        list(unit.liveRanges.flatMap { [Int($0.start), Int($0.set)] })
        numbers.append(UInt64(unit.liveSets.count))
        for set in unit.liveSets { list(set.map { Int($0) }) }
        var result = mark
        for number in numbers { result += variableLength(number) }
        return result
    }
    private static func variableLength(_ number: UInt64) -> [UInt8] {
        var result: [UInt8] = []
        var rest = number
        while rest >= 0x80 {
            result.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        result.append(UInt8(rest))
        return result
    }

    /// Fills a unit from such a table; false if it is none.
    static func readFrameTable(_ bytes: [UInt8], into unit: CodeUnit) -> Bool {
        let mark = mark
        guard bytes.count > mark.count, Array(bytes[..<mark.count]) == mark else { return false }
        var reader = NumberReader(bytes: bytes, at: mark.count)
        unit.localCount = reader.number()
        unit.registerCount = reader.number()
        unit.cellRegisters = reader.list()
        let handlers = reader.list()
        let ranges = reader.list()
        guard handlers.count % 4 == 0, ranges.count % 2 == 0, (handlers + ranges).allSatisfy({ $0 <= Int(UInt32.max) }) else { return false }
        unit.exceptionTable = []
        for index in stride(from: 0, to: handlers.count, by: 4) {
            guard handlers[index + 3] <= 0xFFFF else { return false }
            unit.exceptionTable.append(
                ExceptionRange(start: handlers[index], end: handlers[index + 1], target: handlers[index + 2], register: handlers[index + 3]))
        }
        unit.liveRanges = stride(from: 0, to: ranges.count, by: 2).map { LiveRange(start: ranges[$0], set: ranges[$0 + 1]) }
        let sets = reader.number()
        guard sets <= bytes.count else { return false }
        unit.liveSets = []
        for _ in 0..<sets {
            let set = reader.list()
            guard set.allSatisfy({ $0 <= 0xFFFF }) else { return false }
            unit.liveSets.append(set.map { UInt16($0) })
        }
        return !reader.failed && reader.at == bytes.count && !unit.liveSets.isEmpty
    }

    private struct NumberReader {
        let bytes: [UInt8]
        var at: Int
        var failed = false

        mutating func number() -> Int {
            var value = 0
            var shift = 0
            while at < bytes.count, shift < 42 {
                let byte = bytes[at]
                at += 1
                value |= Int(byte & 0x7F) << shift
                if byte < 0x80 { return value }
                shift += 7
            }
            failed = true
            return 0
        }
        mutating func list() -> [Int] {
            let count = number()
            guard count <= bytes.count - at else {
                failed = true
                return []
            }
            return (0..<count).map { _ in number() }
        }
    }

    /// The old form of the line table: pairs of increments, of the byte offset and of the line.
    static func lineDeltas(_ code: Value) -> [UInt8] {
        var result: [UInt8] = []
        let rendering = CodeRendering.of(CodeObject.linked(code))
        var offset = 0
        var line = Int(CodeObject.head(code).pointee.co_firstlineno)
        for entry in CodeObject.unit(code).positions.lines() {
            guard let next = entry.line, next != line else { continue }
            let start = entry.start == 0 ? 0 : rendering.offset(entry.start)
            var bytes = start - offset
            var lines = next - line
            while bytes > 254 {
                result += [254, 0]
                bytes -= 254
            }
            while lines > 127 {
                result += [UInt8(bytes), 127]
                bytes = 0
                lines -= 127
            }
            while lines < -128 {
                result += [UInt8(bytes), 128]
                bytes = 0
                lines += 128
            }
            result += [UInt8(bytes), UInt8(bitPattern: Int8(lines))]
            offset = start
            line = next
        }
        return result
    }
}
