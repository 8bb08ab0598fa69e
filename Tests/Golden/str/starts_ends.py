def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


s = "hello.py"
for args in [("he",), ("x",), ("",), (("a", "he"),), ((),), ("lo", 3), ("lo", 3, 4), ("py", -2), ("hello.py.",), ("", 8), ("", 9), ("h", None, None), ("ell", 1, 4)]:
    print(args, s.startswith(*args), s.endswith(*args))
show(s.startswith)
show(s.startswith, 1)
show(s.startswith, ["he"])
show(s.endswith, ("py", 1))
show(s.endswith, (1, "py"))
print(s.removeprefix("hel"), s.removeprefix("x"), s.removesuffix(".py"), s.removesuffix(""), "aaa".removeprefix("a"), "".removesuffix("x"))
show(s.removeprefix, 1)
show(s.removesuffix)
