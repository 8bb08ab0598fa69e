"""Context variables: values, defaults, tokens, errors."""
import contextvars as c
import re

def show(*values):
    print(*[re.sub(r"0x[0-9a-f]+", "0x...", v if isinstance(v, str) else repr(v)) for v in values])

def attempt(f):
    try:
        show(f())
    except BaseException as e:
        show(type(e).__name__, str(e))

v = c.ContextVar("v")
w = c.ContextVar("w", default=5)
show(v, w, v.name, w.name)
for f in (lambda: c.ContextVar(), lambda: c.ContextVar(1), lambda: c.ContextVar("a", 5), lambda: c.ContextVar("a", x=5),
          lambda: c.Context(1), lambda: c.Token(), v.get, lambda: v.get(3), lambda: w.get(3), w.get):
    attempt(f)
t = v.set(1)
show(t, t.var is v, t.old_value, c.Token.MISSING)
v.reset(t)
attempt(v.get)
attempt(lambda: v.reset(t))
show(t)
t = w.set(2)
attempt(lambda: v.reset(t))
attempt(lambda: v.reset(1))
t2 = w.set(3)
show(t2.old_value, w.get())
w.reset(t2)
show(w.get())

ctx = c.copy_context()
attempt(lambda: ctx.run())
attempt(lambda: ctx.run(1))
attempt(lambda: ctx.run(lambda: ctx.run(print)))
attempt(lambda: ctx.run(lambda: w.reset(t)))
attempt(lambda: ctx[1])
attempt(lambda: ctx[v])
attempt(lambda: ctx.get(1))
attempt(lambda: 1 in ctx)
show(len(ctx), list(ctx), list(ctx.keys()), list(ctx.values()), list(ctx.items()), v in ctx, w in ctx, ctx.get(v), ctx.get(v, 7))
attempt(lambda: ctx == ctx.copy())
attempt(lambda: ctx == c.Context())
attempt(lambda: ctx == 1)
attempt(lambda: ctx < ctx)
attempt(lambda: hash(ctx))
attempt(lambda: hash(t))
attempt(lambda: ctx.__setitem__(1, 2))
show(c.ContextVar[int], c.Token[int])
attempt(lambda: c.Context[int])
try:
    class A(c.Context):
        pass
except TypeError as e:
    show(str(e))

# Each context has values of its own.
def change(n):
    old = w.get()
    w.set(n)
    return old, w.get()
a = c.copy_context()
b = a.copy()
show(a.run(change, 10), b.run(change, n=20), w.get(), a[w], b[w], a.run(w.get))
try:
    a.run(lambda: (w.set(99), 1 / 0))
except ZeroDivisionError as e:
    show(type(e).__name__, w.get(), a[w])
it = iter(a.items())
a.run(v.set, 1)
show(list(it), len(a))
import weakref
r = weakref.ref(a)
del a, it
show(r())
