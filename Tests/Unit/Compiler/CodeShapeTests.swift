// What common constructs compile to: the instruction counts of loops decide how fast Python runs.

import Testing
@testable import Compiler
import Syntax

@Suite struct CodeShapeTests {
    @Test func anAssignmentOfASumIsOneInstruction() {
        #expect(opcodes("def f(a, b):\n    x = a + b\n    return x") == [.add, .returnValue])
    }

    @Test func aCountingLoopHasThreeInstructions() {
        // The test before the loop; the body; the test at the bottom.
        #expect(opcodes("def f(n):\n    i = 0\n    while i < n:\n        i += 1\n    return i")
            == [.loadInt, .jumpIfNotLess, .addImm, .jumpIfLess, .returnValue])
    }

    @Test func aComparisonWithASmallIntIsOneBranch() {
        #expect(opcodes("def f(x):\n    if x == 0: return x\n    return f")
            == [.jumpIfNotEqualNotImm, .returnValue, .loadGlobal, .returnValue])
    }

    @Test func aForLoopAdvancesIntoTheVariable() {
        #expect(opcodes("def f(xs):\n    for x in xs: pass\n    return xs") == [.getIter, .forIter, .jumpBack, .returnValue])
    }

    @Test func aMethodCallMakesNoBoundMethod() {
        #expect(opcodes("def f(a, b):\n    return a.m(b)") == [.loadMethod, .move, .callMethod, .returnValue])
    }

    @Test func aSwapTakesOneTemporary() {
        #expect(opcodes("def f(a, b):\n    a, b = b, a\n    return a") == [.move, .move, .move, .returnValue])
    }

    @Test func conditionsBecomeJumps() {
        #expect(opcodes("def f(a, b, c):\n    if a and not b or c: return a\n    return b")
            == [.jumpIfFalse, .jumpIfFalse, .jumpIfFalse, .returnValue, .returnValue])
    }

    @Test func aTestForNoneIsOneBranch() {
        #expect(opcodes("def f(a):\n    if a is None: return a\n    return f") == [.jumpIfNotNone, .returnValue, .loadGlobal, .returnValue])
    }

    @Test func aVariableThatAnAssignmentExpressionRebindsIsCopied() {
        #expect(opcodes("def f(x):\n    return x + (x := 1)") == [.move, .loadInt, .move, .add, .returnValue])
    }

    @Test func aVariableThatMayBeUnboundIsCheckedWhereItStands() {
        #expect(opcodes("def f(a):\n    if a: x = a\n    return x") == [.jumpIfFalse, .move, .checkBound, .returnValue])
    }

    @Test func constantsAreFolded() {
        guard case .success(let unit) = compileSource("x = (1, 2 * 3, 'a' + 'b', -(1 << 70 - 8))") else { return #expect(Bool(false)) }
        #expect(unit.constants.count >= 1)
        #expect(opcodes("def f():\n    return 2 ** 10 - 1") == [.loadInt, .returnValue])
        #expect(opcodes("def f(x):\n    return x in {1, 2}") == [.loadConst, .contains, .returnValue])
    }

    @Test func codeThatCannotBeReachedIsDropped() {
        #expect(opcodes("def f():\n    return f\n    g()") == [.loadGlobal, .returnValue])
        #expect(opcodes("def f():\n    while True:\n        pass") == [.jumpBack])
    }

    @Test func farBranchesHopOverAJump() {
        let body = String(repeating: "        y = g(x, y)\n", count: 6000)
        guard case .success(let unit) = compileSource("def f(x, y, n):\n    while x < n:\n\(body)    return y") else {
            return #expect(Bool(false))
        }
        let code = firstFunction(unit).map { opcodes(of: $0) } ?? []
        #expect(code.prefix(2) == [.jumpIfLess, .jump])
        #expect(code.suffix(3) == [.jumpIfNotLess, .jumpBack, .returnValue])
    }

    @Test func docstringsAndAssertsGoWithOptimization() {
        guard case .success(let unit) = compileSource("def f(x):\n    'doc'\n    assert x", level: 2), let code = firstFunction(unit),
            case .constant(let first)? = code.constants.first
        else { return #expect(Bool(false)) }
        #expect(first == .none)
        #expect(opcodes(of: code) == [.loadConst, .returnValue])
    }
}
