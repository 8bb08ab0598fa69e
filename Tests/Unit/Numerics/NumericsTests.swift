import Testing

@testable import Numerics

#if canImport(Glibc)
import Glibc
#endif

/// Text of a file under `Tests/Data`, found from where this source file is.
func testData(_ path: String, from file: String = #filePath) -> String {
    guard let tests = file.range(of: "/Tests/Unit/") else { return "" }
    guard let stream = fopen(file[..<tests.lowerBound] + "/Tests/Data/" + path, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&chunk, 1, chunk.count, stream)
        if count == 0 { break }
        bytes += chunk[0..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
}

private extension String {
    /// The first occurrence of a short text.
    func range(of text: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

@Test func numericOperationsGiveWhatCPythonGives() throws {
    var count = 0
    for line in testData("Numerics/cases.tsv").split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count > 1, let expected = fields.last else { continue }
        let result = try NumericsOperations.run(fields[0], Array(fields[1..<(fields.count - 1)]))
        #expect(result == expected, "\(line.prefix(200))")
        count += 1
    }
    #expect(count > 1000)
}

private func grouped(_ text: String, _ spec: FormatSpec, _ locale: NumberLocale) -> String {
    let bytes = Array(text.utf8)
    let field = NumberField(bytes, bytes.count, prefixCount: 0, spec: spec, locale: locale)
    var characters = [UInt32](repeating: 0, count: field.length)
    bytes.withUnsafeBufferPointer { _ in field.write(&characters) }
    return String(String.UnicodeScalarView(characters.compactMap(UnicodeScalar.init)))
}

@Test func numbersFollowTheConventionsOfALocale() {
    var spec = FormatSpec(defaultType: 0x6E, defaultAlign: 0x3E)
    let indian = NumberLocale(decimalPoint: 0x2E, separator: 0x2C, grouping: 0x0203)
    let french = NumberLocale(decimalPoint: 0x2C, separator: 0x202F, grouping: 0x0303)
    let once = NumberLocale(decimalPoint: 0x2E, separator: 0x2E, grouping: 0x7F03)
    #expect(grouped("1234567", spec, indian) == "12,34,567")
    #expect(grouped("-1234567.5", spec, french) == "-1\u{202F}234\u{202F}567,5")
    #expect(grouped("1234567", spec, once) == "1234.567")
    #expect(grouped("1234567", spec, NumberLocale()) == "1234567")
    spec.width = 12
    spec.fill = 0x30
    spec.align = 0x3D
    #expect(grouped("1234", spec, indian) == "00,00,01,234")
}

@Test func longPaddingIsNotCountedGroupByGroup() throws {
    let text = Array("010000000000000000,".utf8)
    let spec = try FormatSpec.parse(text, text.count, defaultType: 0x64, defaultAlign: 0x3E)
    let digit: [UInt8] = [0x31]
    #expect(NumberField(digit, 1, prefixCount: 0, spec: spec, locale: nil).length == 10_000_000_000_000_001)
}

@Test func longOperationsCanBeStopped() {
    let a = [UInt32](repeating: 0x3FFF_FFFF, count: 2000)
    var product = [UInt32](repeating: 0, count: 4000)
    Digits.shouldStop = { true }
    defer { Digits.shouldStop = nil }
    #expect(throws: Digits.Interruption.stopped) { _ = try Digits.multiply(&product, a, a.count, a, a.count) }
}
