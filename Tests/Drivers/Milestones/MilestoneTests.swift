import Foundation
import GoldenDriver
import Testing

/// The suites that mark how far the interpreter has come, one a folder of `Tests/Milestones`.
///
/// A folder with a file `NOT_REACHED` (one line saying what is missing) is reported as such and nothing of it is run.
/// Scripts listed in `pending.txt` are known not to pass yet, as with the golden scripts.
@Suite struct MilestoneTests {
    static let root = Interpreter.packageRoot.appendingPathComponent("Tests/Milestones")
    static let pending = Golden.pending(in: root)
    static let interpreter = Interpreter.underTest()

    @Test("Milestone", arguments: try Golden.folders(in: root))
    func milestone(_ folder: String) throws {
        let note = Self.root.appendingPathComponent(folder).appendingPathComponent("NOT_REACHED")
        if let missing = try? String(contentsOf: note, encoding: .utf8) {
            print("milestone \(folder): not reached yet: \(missing.split(separator: "\n").first ?? "")")
            return
        }
        let interpreter = try #require(Self.interpreter, "no pyswift executable: build it, or set PYSWIFT")
        let scripts = try Golden.all(inFolder: folder, of: Self.root)
        #expect(!scripts.isEmpty, "a milestone has scripts, or a NOT_REACHED note")
        var passed = 0
        for script in scripts {
            let problem = try script.check(interpreter)
            passed += problem == nil ? 1 : 0
            if Self.pending.contains(script.description) {
                #expect(problem != nil, "\(script) passes now: take it out of Tests/Milestones/pending.txt")
            } else if let problem {
                Issue.record("\(script)\n\(problem)")
            }
        }
        print("milestone \(folder): \(passed == scripts.count ? "reached" : "not reached yet"), \(passed) of \(scripts.count)")
    }
}
