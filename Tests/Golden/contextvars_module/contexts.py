import contextvars
from contextvars import Context, ContextVar, Token, copy_context


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


a, b = ContextVar("a"), ContextVar("b", default=[0])
show("unset", lambda: a.get())
print(a.get("given"), b.get(), a.name, repr(b).split(" at")[0], b.get(1) if False else "")
t = a.set(1)
print(a.get(), t.var is a, t.old_value is Token.MISSING, repr(t).split(" at")[0], Token.MISSING)
t2 = a.set(2)
print(t2.old_value, a.reset(t2), a.get())
show("twice", lambda: a.reset(t2))
show("other variable", lambda: b.reset(t))
show("not token", lambda: a.reset(3))
c = copy_context()
print(len(c), c[a], a in c, b in c, list(c) == [a], dict(c.items()) == {a: 1}, list(c.values()), c.get(b), c.get(b, "d"), c == copy_context(),
    c.copy() == c, isinstance(c, Context))
show("missing", lambda: c[b])
show("key type", lambda: c["a"])
show("in type", lambda: "a" in c)


def inside():
    a.set(100)
    b.set("in")
    return a.get(), contextvars.copy_context()[b]


print(c.run(inside), a.get(), b.get(), c[a], c[b])
show("nested", lambda: c.run(lambda: c.run(print)))
show("raises", lambda: c.run(lambda: 1 / 0))
print(c.run(lambda *x, **k: (x, k), 1, z=2))
show("no callable", lambda: c.run())
token = c.run(lambda: a.set(5))
show("token of another context", lambda: a.reset(token))
empty = Context()
print(len(empty), empty.run(lambda: a.get("none")), empty.run(lambda: b.get()))
show("arguments", lambda: Context(1))
show("name type", lambda: ContextVar(3))
show("no name", lambda: ContextVar())
show("subclass", lambda: type("C", (ContextVar,), {}))
show("hash", lambda: hash(a) == hash(a))
show("context hash", lambda: hash(c))
show("new token", lambda: Token())
print(ContextVar[int], Token[int], a.reset(t))
show("gone", lambda: a.get())
