def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in [
    "x := 1", "(x := 1)", "f(x := 1)", "f(a=b := 1)", "f(a=(b := 1))", "[x := 1 for x in y]", "[i := 0 for i in y]", "[(i := 0) for i in y]",
    "[x for x in (y := z)]", "class A:\n  [(y := x) for x in z]", "(a.b := 1)", "(a[0] := 1)", "((a, b) := 1)", "(x, y := 1, 2)", "lambda: (x := 1)",
    "lambda x := 1: x", "def f(x := 1): pass", "with (x := y): pass", "(1 := 2)", "x = y := 1", "(True := 1)", "assert x := 1", "[[(j := 0) for i in y] for j in z]",
]:
    check(source)
