// Errors that only the compiler finds, with the places that CPython 3.11 gives.

import Testing
@testable import Compiler

@Suite struct CompilerErrorTests {
    @Test(arguments: [
        ("def f():\n    x\n    global x", "3:5 name 'x' is used prior to global declaration"),
        ("def f(x):\n    global x", "2:5 name 'x' is parameter and global"),
        ("def f():\n    nonlocal x", "2:5 no binding for nonlocal 'x' found"),
        ("nonlocal x", "1:1 nonlocal declaration not allowed at module level"),
        ("def f(a, a): pass", "1:10 duplicate argument 'a' in function definition"),
        ("def f():\n    from a import *", "2:19 import * only allowed at module level"),
        ("[i := 1 for i in y]", "1:2 assignment expression cannot rebind comprehension iteration variable 'i'"),
        ("class C:\n    [x := 1 for i in y]", "2:6 assignment expression within a comprehension cannot be used in a class body"),
        ("def f():\n    [(yield) for i in y]", "2:7 'yield' inside list comprehension"),
        ("return 1", "1:1 'return' outside function"),
        ("def f(): await x", "1:10 'await' outside async function"),
        ("break", "1:1 'break' outside loop"),
        ("while 1:\n    class A:\n        continue", "3:9 'continue' not properly in loop"),
        ("async def f():\n    yield 1\n    return 2", "3:5 'return' with value in async generator"),
        ("try: pass\nexcept: pass\nexcept E: pass", "2:1 default 'except:' must be last"),
        ("def f():\n    try: pass\n    except* E:\n        return", "4:9 'break', 'continue' and 'return' cannot appear in an except* block"),
        ("__debug__ = 1", "1:1 cannot assign to __debug__"),
        ("from __future__ import foo", "1:1 future feature foo is not defined"),
        ("from __future__ import braces", "1:1 not a chance"),
        ("x = 1\nfrom __future__ import annotations", "2:1 from __future__ imports must occur at the beginning of the file"),
        ("a, *b, *c = x", "1:1 multiple starred expressions in assignment"),
        ("x = *a", "1:5 can't use starred expression here"),
        ("f(a=1, a=2)", "1:8 keyword argument repeated: a"),
        ("match x:\n    case [a, a]: pass", "2:14 multiple assignments to name 'a' in pattern"),
        ("match x:\n    case a | b: pass", "2:10 name capture 'a' makes remaining patterns unreachable"),
        ("match x:\n    case (1 as a) | (2 as b): pass", "2:22 alternative patterns bind different names"),
        ("match x:\n    case {1: a, 1: b}: pass", "2:10 mapping pattern checks duplicate key (1)"),
        ("match x:\n    case C(a=1, a=2): pass", "2:19 attribute name repeated in class pattern: a"),
    ])
    func message(_ source: String, _ expected: String) {
        #expect(errorOf(source) == expected)
    }

    @Test func nestingIsBounded() {
        #expect(errorOf("x = " + String(repeating: "a + ", count: 5000) + "a").hasSuffix("maximum recursion depth exceeded during compilation"))
        let loops = (0..<21).map { String(repeating: " ", count: $0) + "for x in y:\n" }.joined() + String(repeating: " ", count: 21) + "pass"
        #expect(errorOf(loops).hasSuffix("too many statically nested blocks"))
    }

    @Test func errorsInUnreachableCodeCount() {
        #expect(errorOf("def f():\n    return\n    continue") == "3:5 'continue' not properly in loop")
        #expect(errorOf("if 0:\n    yield") == "2:5 'yield' outside function")
    }
}
