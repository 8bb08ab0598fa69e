def attempt(value, spec):
    try:
        print(repr(value), repr(spec), "->", format(value, spec))
    except Exception as error:
        print(repr(value), repr(spec), "->", type(error).__name__, error)


for spec in ["s", ".2", ",x", ",b", "_,", ",_", ",,", "_c", "+c", "#c", "q", "5.", "xx", "-5-", "<<<", "é", "\n", "dd", "5x5", "z", "zd", ".2d", "c", "99999999999999999999"]:
    attempt(5, spec)
attempt(-1, "c")
attempt(0x110000, "c")
attempt(10 ** 30, "c")
for spec in ["s", "d", "x", "c", ",n", "_n", "b", "q", "5.f", ".", "..2f", "_,f"]:
    attempt(1.5, spec)
for spec in ["d", "f", "=5", "+", " ", "-5", ",", "_", "#", "x", "z", "5s5", "0=5", "=", "\x00d"]:
    attempt("abc", spec)
attempt(1, 5)
attempt("a", None)
attempt(True, "s")
attempt(None, "s")
attempt(10 ** 400, "f")
attempt(10 ** 400, "e")
