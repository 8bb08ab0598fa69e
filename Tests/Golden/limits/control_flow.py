source = "def f(x):\n    if x == 0: return 0\n" + "".join(f"    elif x == {i}: return {i * 2}\n" for i in range(1, 400)) + "    else: return 'else'\n"
exec(source)
print(f(0), f(399), f(1000))
exec("def g(x):\n" + "".join("    " * (i + 1) + f"for i{i} in (x,):\n" for i in range(18)) + "    " * 19 + "return i0, i17\n")
print(g(5))
try:
    exec("".join("    " * i + "for i in x:\n" for i in range(22)) + "    " * 22 + "pass\n")
except SyntaxError as e:
    print(e.msg)
try:
    exec("".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass\n")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
exec("def h(n):\n    t = 0\n    while n:\n        n -= 1\n" + "        t += n\n" * 3000 + "    return t\n")
print(h(10))
exec("def k():\n" + "".join(f"    try:\n        raise ValueError({i})\n    except ValueError as e:\n        last = e\n" for i in range(200)) + "    return last\n")
print(repr(k()))
exec("lam = " + "lambda: " * 50 + "'deep'")
for _ in range(50): lam = lam()
print(lam, eval("-" * 60 + "1"), eval("not " * 60 + "1"), eval("(" * 90 + "7" + ")" * 90), eval("[" * 90 + "]" * 90)[0] is not None, eval("x" + "[0]" * 90, {"x": type("X", (), {"__getitem__": lambda s, i: s, "__repr__": lambda s: "X"})()}))
