def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


x = 5
print(eval("x + 1"), eval("y", {"y": 7}), eval("x + y", {"x": 1}, {"y": 2}), eval("[x for i in range(2)]", {"x": 3}), eval(compile("x * 2", "s", "eval")), eval(b"x"), eval(" \tx"), eval("lambda: x")(), eval("(yield_ := 3)", {}))
show(eval, "1 +")
show(eval, "x = 1")
show(eval, "")
show(eval, 5)
show(eval, "1", 5)
show(eval, "1", {}, 5)
show(eval, "undefined_name")
show(eval, "1\n2")
show(eval, "import x")
show(eval)
g = {}
eval("1", g)
print(list(g))


class M(dict):
    def __missing__(self, k):
        return f"<{k}>"


print(eval("a + b", {}, M()))


def f():
    loc = 1
    return eval("loc"), sorted(eval("locals()"))


print(f(), eval("__builtins__", {"__builtins__": {"k": 1}}))
show(eval, "len('a')", {"__builtins__": {}})
show(eval, "k", {"__builtins__": {"k": "from builtins"}})
