def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["*a = 1", "*a, *b = c", "a, *b, *c = d", "*a", "*a, = b", "x = *a", "del *a", "del (*a, b)", "(*a) = b", "(*a)", "f(*)", "f(**)", "f(*a b)", "for *x in y: pass", "for *x, in y: pass", "[*a for a in b]", "{**a for a in b}", "(*a for a in b)", "return *a", "lambda *a, *b: 1", "print(*a, **b, *c)", "f(**k, *a)", "f(a=1, 2)", "f(**k, 2)", "x[*a]", "x[*a, 1]", "x = *a, b", "{*a: 1}", "{**a, 1}", "{1: 2, *a}", "{1, **a}"]:
    check(source)
