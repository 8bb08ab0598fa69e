import sys, types
def tr(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, repr(e.args), repr(e.__context__), repr(e.__cause__))
@types.coroutine
def sw(v):
    r = yield v
    return r
async def ag():
    try:
        x = yield 1
        print("got", x)
        y = await sw("w")
        print("await", y)
        yield 2
        return
    except ValueError as e:
        print("VE", e)
        yield 99
    finally:
        print("fin")
g = ag()
a = g.asend(None); tr(a.send, None); tr(a.send, None); tr(a.throw, ValueError); a.close()
print(g.ag_running, g.ag_await, g.ag_frame is not None, g.ag_code.co_name)
a = g.asend(5); tr(a.send, None); print(g.ag_running, g.ag_await is not None)
b = g.asend(7); tr(b.send, None); tr(b.send, None)
c = g.aclose(); tr(c.send, None); tr(c.send, None)
tr(a.send, "W")
t = g.athrow(ValueError, "x"); tr(t.send, None); tr(t.send, None)
n = g.__anext__(); tr(n.send, None); n = g.__anext__(); tr(n.send, None)
tr(g.aclose().send, None); tr(g.athrow(KeyError).send, None)
g = ag(); tr(g.asend(3).send, None); tr(g.asend(3).send, 4); tr(g.aclose().send, 5); tr(g.athrow().send, None)
g = ag(); tr(g.athrow(ValueError, "early").send, None); tr(g.__anext__().send, None)
g = ag(); tr(g.aclose().send, None); tr(g.__anext__().send, None); tr(g.aclose().send, None)
async def ig():
    try: yield 1
    except GeneratorExit: yield 2
g = ig(); tr(g.__anext__().send, None); tr(g.aclose().send, None)
async def ra(): 
    raise StopAsyncIteration
    yield
tr(ra().__anext__().send, None)
async def rs(): 
    raise StopIteration
    yield
tr(rs().__anext__().send, None)
async def awc():
    try: yield 1
    finally:
        print("fin await", await sw("closing"))
g = awc(); tr(g.__anext__().send, None); c = g.aclose(); tr(c.send, None); tr(c.send, "ok")
g = awc(); tr(g.__anext__().send, None); c = g.aclose(); tr(c.send, None); tr(c.throw, KeyError, 1); tr(c.send, None)
async def use():
    async for x in ag(): print("x", x); break
    r = [x async for x in ag2()]
    print(r)
    print({x: 1 async for x in ag2() if x}, await anext(ag2()), await anext(ag3(), "dflt"))
    try: await anext(ag3())
    except StopAsyncIteration as e: print("SAI", e.args)
    async for x in ag2():
        if x == 1: continue
    else: print("else")
    return "done"
async def ag2():
    for i in range(3):
        yield i
        await sw(("in", i))
async def ag3():
    return
    yield
u = use()
v = None
while True:
    try: v = u.send(v); print("loop", v)
    except StopIteration as e: print(e.value); break
print(type(anext(ag2(), 1)), repr(ag2())[:30], ag2().__name__, ag2().__qualname__, type(ag2()).__aiter__)
tr(anext, 3); tr(aiter, 3); tr(anext, iter([]), 2)
aw = anext(ag3(), 5); tr(aw.send, None)
aw = anext(ag3(), 5); tr(next, aw)
aw = anext(ag2(), 5); tr(aw.throw, KeyError, 3)
class AI:
    def __aiter__(self): return self
    def __anext__(self): return 3
async def bad():
    async for x in AI(): pass
tr(bad().send, None)
async def bad2():
    async for x in 3: pass
tr(bad2().send, None)
async def bad3():
    async with 3: pass
tr(bad3().send, None)
class AW:
    async def __aenter__(self): print("enter"); return await sw("e")
    async def __aexit__(self, *a): print("exit", a[0]); return True
async def w():
    async with AW() as x: print(x); raise KeyError
    return 5
z = w(); print(z.send(None)); tr(z.send, "X")
# hooks
log = []
sys.set_asyncgen_hooks(lambda g: log.append(("first", g.__name__)), lambda g: log.append(("fin", g.__name__)))
g = ag2(); tr(g.__anext__().send, None); print(log); del g; print(log)
g = ag2(); del g; print(log); sys.set_asyncgen_hooks(None, None)
# running
async def run():
    print(me.ag_running); tr(me.__anext__().send, None); tr(me.aclose().send, None); tr(me.athrow(KeyError).send, None)
    yield 1
me = run(); tr(me.__anext__().send, None)
async def tb():
    await sw(1)
k = tb(); k.send(None)
tr(k.throw, ZeroDivisionError("z"))
k = tb(); k.send(None); print(k.cr_await, k.cr_frame.f_lineno); k.close(); print(k.cr_await, k.cr_frame)
async def c1(): return await c2()
async def c2(): raise KeyError(5)
try: c1().send(None)
except KeyError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
