import Testing

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
