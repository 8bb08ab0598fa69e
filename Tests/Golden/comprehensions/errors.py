def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["[x for x in]", "[x for in y]", "[for x in y]", "[x if y for x in z]", "[x for x in y if]", "(x, y for x in z)", "[x, y for x in z]", "{x, y for x in z}", "{x: y, z for x in z}", "f(x for x in y, 1)", "f(1, x for x in y)", "f(x for x in y)", "f((x for x in y), 1)", "class A(x for x in y): pass", "[x for 1 in y]", "[x for f() in y]", "[x for x.a in y]", "[x for x in 1, 2]", "[x async for x in y]", "{**k for k in y}", "[x for x in lambda: y]", "[x := 1 for y in z]", "[yield x for x in y]", "[(yield x) for x in y]", "[await x for x in y]", "{x: y for x in z, w}", "[x for x in *y]", "(x for x in y) = 1", "[x for x in y] += 1", "del [x for x in y]", "[a b for a in c]", "[x for None in y]"]:
    check(source)
