import Testing
@testable import Syntax

@Test func rangesTruncateToThirtyTwoBits() {
    #expect(SourceRange(line: 1, column: 2, endLine: 3, endColumn: 4).endColumn == 4)
}
