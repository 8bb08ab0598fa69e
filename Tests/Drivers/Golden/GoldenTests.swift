import Foundation
import GoldenDriver
import Testing

/// Runs every `Tests/Golden/<feature>/<name>.py` and compares what it prints with the record made by CPython.
///
/// Goldens in `pending.txt` are known not to pass yet: for them passing is the failure, so that the list can only be true.
@Suite struct GoldenTests {
    static let root = Interpreter.packageRoot.appendingPathComponent("Tests/Golden")
    static let pending = Golden.pending(in: root)
    static let interpreter = Interpreter.underTest()

    @Test("Golden scripts", arguments: try Golden.all(in: root))
    func golden(_ golden: Golden) throws {
        let interpreter = try #require(Self.interpreter, "no pyswift executable: build it, or set PYSWIFT")
        let problem = try golden.check(interpreter)
        if Self.pending.contains(golden.description) {
            #expect(problem != nil, "\(golden) passes now: take it out of Tests/Golden/pending.txt")
        } else if let problem {
            Issue.record("\(golden)\n\(problem)")
        }
    }

    @Test("pending.txt lists goldens that exist")
    func pendingIsTrue() throws {
        let names = Set(try Golden.all(in: Self.root).map(\.description))
        #expect(Self.pending.subtracting(names).sorted() == [])
    }
}
