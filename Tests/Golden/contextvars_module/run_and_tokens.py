# Context, ContextVar and Token: nesting, copies, resets in the wrong place, generators, threads, mapping interface, errors.
import contextvars
import gc
import threading
import weakref
from contextvars import Context, ContextVar, Token, copy_context

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



a = ContextVar("a"); b = ContextVar("b", default="default of b")
print(a.name, repr(b).split(" at")[0], b.get(), a.get("given"), b.get("given")); show("unset", lambda: a.get()); show("is the variable", lambda: a.get() if False else (lambda: [e.args[0] is a for e in [getattr(call(a.get), "error")]])())  if False else None
t1 = a.set(1); t2 = a.set(2)
print(t1.var is a, t1.old_value is Token.MISSING, t2.old_value, a.get(), repr(Token.MISSING), repr(t1).split(" at ")[0].replace("used ", "used-"))
a.reset(t2); print(a.get()); show("twice", lambda: a.reset(t2)); show("other variable", lambda: b.reset(t1)); show("not a token", lambda: a.reset(3)); a.reset(t1); show("unset again", lambda: a.get("gone")); print("used" in repr(t1))
def inner(x):
    a.set(x); b.set("in " + x); seen = a.get(), b.get()
    ctx.run(lambda: None) if x == "again" else None
    return seen
ctx = copy_context()
print(ctx.run(inner, "x"), a.get("outside unchanged"), ctx[a], b.get(), ctx.get(b), sorted(v.name for v in ctx), len(ctx), a in ctx, ctx.run(a.get))
show("reentered", lambda: ctx.run(inner, "again")); show("run nothing", lambda: ctx.run()); show("run not callable", lambda: ctx.run(3)); show("raises", lambda: ctx.run(lambda: 1 / 0)); show("keywords", lambda: ctx.run(lambda *a, **k: (a, k), 1, z=2)); show("set then raise", lambda: ctx.run(lambda: (a.set("kept"), 1 / 0))); print(ctx[a])
other = ctx.copy(); other.run(a.set, "only other"); print(ctx[a], other[a], other == ctx, ctx == ctx.copy(), Context() == Context(), Context() == {}, list(Context().items()), type(ctx.keys()).__name__, [v.name for v in sorted(other.keys(), key=lambda v: v.name)], sorted(map(str, other.values())), dict(other.items())[a])
for label, call in {"missing": lambda: Context()[a], "key type": lambda: ctx["a"], "contains type": lambda: "a" in ctx, "get type": lambda: ctx.get("a"), "get default": lambda: Context().get(a, 5), "assign": lambda: ctx.__setitem__(a, 1), "subclass Context": lambda: type("C", (Context,), {}), "subclass Var": lambda: type("V", (ContextVar,), {}), "subclass Token": lambda: type("T", (Token,), {}), "make Token": lambda: Token(), "Context arguments": lambda: Context(1), "Var name": lambda: ContextVar(3), "Var none": lambda: ContextVar(), "Var default positional": lambda: ContextVar("x", 5), "hash Context": lambda: hash(ctx), "hash Var": lambda: hash(a) == hash(a), "order": lambda: ctx < ctx, "Token hash": lambda: hash(t1), "generic": lambda: (ContextVar[int], Token[str]), "pickle": lambda: __import__("pickle").dumps(a), "copy": lambda: __import__("copy").copy(ctx), "get arguments": lambda: a.get(1, 2), "name": lambda: setattr(a, "name", "z"), "attribute": lambda: setattr(a, "q", 1)}.items():
    show(label, call)
def other_context():
    try: a.reset(token)
    except ValueError as error: return str(error).split(" at ")[0].replace("<", ""), "different Context" in str(error)
token = a.set("main"); print(copy_context().run(other_context)); a.reset(token)
def generator():
    a.set("g1"); yield a.get(); a.set("g2"); yield a.get()
g = generator(); print(next(g), a.get(), next(g), a.get())
a.set("main thread"); seen = []
def worker(): seen.append(a.get("nothing")); a.set("worker"); seen.append(a.get())
th = threading.Thread(target=worker); th.start(); th.join(); th = threading.Thread(target=copy_context().run, args=(worker,)); th.start(); th.join(); print(seen, a.get())
deep = Context()
def nest(n): a.set(n); return copy_context().run(nest, n - 1) if n else a.get()
print(deep.run(nest, 50), deep[a])
many = Context(); variables = [ContextVar(f"v{i}") for i in range(300)]
many.run(lambda: [v.set(i) for i, v in enumerate(variables)]); snapshot = many.copy(); many.run(lambda: [v.set(-1) for v in variables[::2]])
print(len(many), sum(many.values()), sum(snapshot.values()), all(snapshot[v] == i for i, v in enumerate(variables)), variables[7] in many, len(list(many)))
class Thing: pass
c = Context(); thing = Thing(); r = weakref.ref(thing); c.run(a.set, thing); del thing; print(r() is not None); del c; gc.collect(); print(r())
