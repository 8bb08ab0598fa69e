# The module xxsubtype: a list and a dict with a field.
import copy, pickle
import xxsubtype as x

def show(function, *arguments, **keywords):
    try: print("  ", function(*arguments, **keywords))
    except Exception as error: print("  ", type(error).__name__, error)

print([name for name in dir(x) if not name.startswith("__")], x.__doc__)
for kind in x.spamlist, x.spamdict:
    print(kind, kind.__basicsize__, kind.__mro__, kind.__module__)
    for name in sorted(vars(kind)):
        if not name.startswith("__"): print("  ", name, repr(vars(kind)[name]).split(" at 0x")[0])
print(x.spamlist.getstate.__doc__, x.spamlist.setstate.__doc__, x.spamlist.classmeth.__doc__, x.spamlist.staticmeth.__doc__, x.spamlist.state.__doc__, x.spamdict.state.__doc__)
a = x.spamlist([1, 2])
show(a.getstate); show(a.setstate, 5); print(a.state, a); show(setattr, a, "state", 1); show(delattr, a, "state")
show(a.setstate); show(a.setstate, "x"); show(a.setstate, 2**40); show(a.setstate, -2**40); show(a.getstate, 1)
show(x.spamlist, 1); show(x.spamlist, [1], 2); show(x.spamlist, iterable=[1])
show(x.spamlist.classmeth, 1, 2, k=3); show(x.spamlist.staticmeth, 1, 2, k=3); show(lambda: a.classmeth(1)); show(lambda: a.staticmeth(1)); show(lambda: x.spamlist.staticmeth())
show(vars(x.spamlist)["classmeth"], 1); show(vars(x.spamlist)["classmeth"]); show(vars(x.spamlist)["classmeth"], list); show(lambda: vars(x.spamlist)["staticmeth"](1))
print(a == [1, 2], a + [3], type(a + [3]), type(a[:]), type(a.copy()), sorted(a), x.spamlist.__hash__)
d = x.spamdict(a=1)
print(d, d.state); show(d.setstate, 5); print(d.getstate(), d.state); show(setattr, d, "state", 7); show(delattr, d, "state"); show(x.spamdict, 1)
print(type(d | {}), d | {"b": 2}, type(d.copy()), d == {"a": 1})
b = copy.copy(a); print(type(b), b, b.state); print(type(pickle.loads(pickle.dumps(a))), pickle.loads(pickle.dumps(d)))
class S(x.spamlist): pass
class D(x.spamdict): __slots__ = ("z",)
s = S([1]); s.setstate(3); s.q = 1; print(s.state, s, vars(s), S.classmeth(1))
e = D(b=2); e.z = 4; print(e.state, e, e.z)
print(type(x.bench(a, "state")), type(x.bench(a, "append", 2))); show(x.bench, 1); show(x.bench, a, 5); show(x.bench, a, "nope"); show(x.bench, a, "state", 1, 2)
