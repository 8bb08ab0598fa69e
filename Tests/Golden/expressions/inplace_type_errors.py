def attempt(source):
    scope = {"x": 1, "s": "a", "l": [1], "t": (1,), "d": {}, "n": None}
    try:
        exec(source, scope)
        print(source, "->", scope["x"], scope["l"])
    except Exception as error:
        print(source, "->", type(error).__name__, error)


for op in "+ - * / // % ** @ & | ^ << >>".split():
    attempt(f"x {op}= 'a'")
    attempt(f"n {op}= 1")
attempt("l += 1")
attempt("l += 'ab'")
attempt("l += (2, 3)")
attempt("l *= 2")
attempt("l -= [1]")
attempt("t += [2]")
attempt("s += 1")
attempt("d |= 1")
attempt("d |= [(1, 2)]")
attempt("d += {}")
attempt("x += undefined")
attempt("y += 1")
