# Errors of scopes and future features have the message alone as `args`; `__debug__` is no local variable either.
SOURCES = [
    "def f(x):\n global x", "def f():\n nonlocal x", "nonlocal x", "def f(a, a): pass", "[(yield) for x in y]", "def f():\n x = 1; global x",
    "from __future__ import zz", "from __future__ import braces", "class A:\n [y := x for x in z]", "[i := 0 for i in x]", "return", "x = *a",
    "def f():\n  __debug__ = 1", "def f():\n  __debug__ += 1", "def f():\n  (__debug__ := 1)", "def f():\n  a, __debug__ = 1, 2", "def f():\n  __debug__: int = 1",
    "def f():\n  a = __debug__ = 1", "def f():\n  for __debug__ in x: pass", "class A:\n  __debug__ = 1", "None = \\1", "True = \\x", "f() = \\1", "x = \\1",
]
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(repr(source), "compiles")
    except SyntaxError as error:
        print(repr(source), error.args, (error.lineno, error.offset, error.end_lineno, error.end_offset, error.text))
compile("x.__debug__ += 1", "<test>", "exec")
