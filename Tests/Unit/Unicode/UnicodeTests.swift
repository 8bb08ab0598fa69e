import Testing

@Test func unicodeDatabaseIsThatOfCPython() {
    var count = 0
    for line in testData("Unicode/cases.tsv").split(separator: "\n") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        guard fields.count > 1, let expected = fields.last else { continue }
        let result = UnicodeOperations.run(fields[0], Array(fields[1..<(fields.count - 1)]))
        #expect(result == expected, "\(line.prefix(200))")
        count += 1
    }
    #expect(count > 500)
}
