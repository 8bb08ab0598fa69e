g = {"n": 3}
exec("r = [i * n for i in range(n)]\ndef f(): return r\nclass A: v = n", g)
print(g["r"], g["f"](), g["A"].v, "__builtins__" in g)
l = {}
exec("a = 1\nb = a + 1", {}, l)
print(l)
try:
    exec("a = 1\ndef f(): return a\nf()", {}, {})
except NameError as e:
    print(e)


def f():
    x = 1
    exec("x = 2; y = 3")
    print(x, "y" in locals())
    return locals()


print(f())
exec("new_global = 'set'")
print(new_global, exec("1"), exec(""), exec("pass"))
for source in ["x =", "return 1", "yield", "for", "1/0", "raise KeyError('k')", "import nosuch_module", "await x"]:
    try:
        exec(source)
    except Exception as e:
        print(source, type(e).__name__, e)
code = compile("z = 5\nprint(z)", "file.py", "exec")
exec(code)
exec(code, {})
print(code.co_filename, code.co_name, code.co_names, code.co_flags, code.co_argcount)
for bad in ((5,), ("1", 5), ("1", {}, 5), ("1", None, None), (None,)):
    try:
        print(exec(*bad))
    except TypeError as e:
        print(e)


def with_free():
    v = 1

    def inner():
        return v
    return inner


try:
    exec(with_free().__code__)
except TypeError as e:
    print(e)
