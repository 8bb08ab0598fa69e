def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["def f():\n nonlocal x", "nonlocal x", "def f():\n x = 1\n global x", "def f():\n print(x)\n global x", "def f(x):\n global x", "def f(x):\n nonlocal x", "def f():\n x = 1\n def g():\n  x = 2\n  nonlocal x", "def f():\n global x\n nonlocal x", "def f():\n global x, x", "class A:\n nonlocal x", "def f(x, x): pass", "lambda a, a: 1", "def f():\n x = 1\n class A:\n  nonlocal x\n  x = 2", "x = 1\nglobal x", "def f():\n def g():\n  nonlocal y\n y = 1", "def f(a, *a): pass", "def f(*, a, **a): pass", "def f():\n import x\n global x", "def f():\n for x in y: pass\n global x", "def f():\n x: int\n global x", "def f():\n global x\n x: int = 1", "global x\nx = 1", "def f():\n from a import *", "class A:\n from a import *", "def f(a=1, b): pass", "def f(*): pass", "def f(*, **k): pass", "def f(a, /, b, /): pass", "def f(*a, /): pass", "def f(/): pass", "def f(**k, a): pass", "lambda *: 1", "def f(a, b=1, c): pass", "def f(a): pass = 1", "def f((a, b)): pass", "def f(1): pass", "def f(None): pass", "f(None=1)", "f(a.b=1)", "f(a+b=1)", "f(a=1, a=2)", "def f(a:=1): pass"]:
    check(source)
