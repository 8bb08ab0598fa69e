// The forms of code: serialised, disassembled, documented.

import Glibc
import Testing
@testable import Compiler
import Syntax

private let sample = """
    class C(B, metaclass=M):
        def f(self, *args, k=1.5):
            try:
                with a as b, c: return super().f(*args)
            except E as e:
                print(f"{e!r:>{k}}", 10 ** 30, b'x', ..., (1, None), 2j)
            finally:
                for x in args: yield x
            match k:
                case [1, *_, {"a": y}] | C(y): return y
    """

@Suite struct BytecodeTests {
    @Test func serialisedCodeReadsBackTheSame() {
        guard case .success(let unit) = compileSource(sample) else { return #expect(Bool(false)) }
        let bytes = serialize(unit)
        guard let again = deserialize(bytes) else { return #expect(Bool(false)) }
        #expect(serialize(again) == bytes)
        #expect(disassemble(again) == disassemble(unit))
    }

    @Test func damagedCodeIsRefused() {
        guard case .success(let unit) = compileSource(sample) else { return #expect(Bool(false)) }
        let bytes = serialize(unit)
        for length in stride(from: 0, to: bytes.count, by: 7) { #expect(deserialize(Array(bytes[..<length])) == nil) }
        for at in bytes.indices {
            // With a checksum that fits, so that reading itself is put to the test.
            var damaged = bytes
            damaged[at] ^= 1 << UInt8(at % 8)
            #expect(deserialize(damaged) == nil)
            let content = damaged.dropLast(8)
            withUnsafeBytes(of: checksum(content).littleEndian) { damaged.replaceSubrange(content.endIndex..., with: $0) }
            _ = deserialize(damaged)
        }
    }

    @Test func positionsReadBack() {
        var encoder = PositionTable.Encoder()
        let ranges = [
            SourceRange(line: 1, column: 0, endLine: 1, endColumn: 5), SourceRange(line: 1, column: 300, endLine: 1, endColumn: 5000),
            .none, SourceRange(line: 9, column: 4, endLine: 12, endColumn: 2), SourceRange(line: 2, column: -1, endLine: 2, endColumn: -1),
        ]
        for (i, range) in ranges.enumerated() { encoder.append(words: 1 + 9 * i, range) }
        let table = encoder.finish()
        var word = 0
        for (i, range) in ranges.enumerated() {
            #expect(table.position(at: word) == (range.isNone ? nil : range))
            word += 1 + 9 * i
            #expect(table.position(at: word - 1) == (range.isNone ? nil : range))
        }
        #expect(table.position(at: word) == nil)
        #expect(table.lines().map { $0.line } == [1, nil, 9, 2])
    }

    /// `docs/bytecode.md` holds the table of instructions. Run with UPDATE_DOCS=1 to write it anew.
    @Test func theDocumentedTableIsUpToDate() throws {
        let path = #filePath.replacing("Tests/Unit/Compiler/BytecodeTests.swift", with: "docs/bytecode.md")
        let text = try #require(readText(path))
        let begin = "<!-- instructions -->\n", end = "<!-- end -->"
        let start = try #require(text.firstRange(of: begin)), stop = try #require(text.firstRange(of: end))
        let updated = text[..<start.upperBound] + instructionTable() + text[stop.lowerBound...]
        if getenv("UPDATE_DOCS") != nil, let file = fopen(path, "w") {
            fputs(String(updated), file)
            fclose(file)
        } else {
            #expect(text == updated)
        }
    }

    private func readText(_ path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(file), byte >= 0 { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
