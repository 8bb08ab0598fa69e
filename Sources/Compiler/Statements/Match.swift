import Syntax
extension CodeGenerator {
    func compileMatch(_ subject: Expression, _ cases: [MatchCase]) { fail("the match statement is not compiled yet") }
    func compileStarHandlers(_ handlers: [ExceptHandler], exception: Int, cleanup: Int, end: Int) { fail("except* is not compiled yet") }
}
enum Unparser { static func text(of: Expression) -> [UInt8] { [] } }
