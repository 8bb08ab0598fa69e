def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["def f():\n yield\n return 1", "yield 1", "class A:\n yield", "lambda: (yield)", "def f():\n x = yield = 1", "def f():\n yield = 1", "def f():\n (yield) = 1", "def f():\n yield from", "def f(): yield from *a", "def f(): yield *a, b", "def f(): x = yield y, z", "def f(): print((yield))", "def f(): print(yield)", "def f(): return (yield from x)", "async def f(): yield from x", "async def f():\n yield 1\n return 2", "[(yield) for x in y]", "def f(): ((yield) for x in y)", "def f(): await x", "async def f(): await", "def f(x=(yield)): pass", "def f():\n def g(x: (yield)): pass", "def f(): assert (yield)", "async def f():\n [await x for x in y]", "def f():\n async with x: pass", "def f():\n async for x in y: pass", "async x = 1", "await x", "def f(): [x async for x in y]", "async def f(): return [x async for x in y]", "async lambda: 1"]:
    check(source)
