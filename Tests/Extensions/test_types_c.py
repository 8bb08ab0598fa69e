# Types made in C: slots, members, several bases, metaclasses, vectorcall, offsets, subclasses both ways.
import gc, sys, types_c, weakref
from types_c import *

def show(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print("  ", result, type(result).__name__)
    except BaseException as error:
        print("  ", type(error).__name__, error)

print("members")
m = Members()
for name in sorted(n for n in dir(m) if not n.startswith("__")):
    show(getattr, m, name)
    for value in (3, -1, 300, 70000, 2**31, 2**40, 2**63, 2**64, 1.5, "x", "xy", True, None):
        try:
            setattr(m, name, value)
            print("    ", repr(value), "->", getattr(m, name))
        except BaseException as error:
            print("    ", repr(value), type(error).__name__, error)
    show(delattr, m, name)
print(Members.an_int, Members.an_int.__doc__, type(Members.an_int).__name__)

print("inheritance")
print(types_c.inherited(), Both.__mro__, Both.__bases__, Both.preset, Both.__base__)
for kind in (Base, Derived, Both):
    o = kind(5)
    print(o, repr(o), hash(o), o + 3, o == 5, o < 3, o != 5, int(o), bool(o), bool(kind(0)), o(1, k=2)[1:], divmod(o, 1), o ** 2, pow(o, 2, 3))
    show(lambda: o + "x"); show(lambda: 3 + o); show(lambda: o < "x")
    o += 4; print(o, [10, 20, 30, 40, 50, 60, 70, 80, 90, 100][o], "%d" % o, hex(o))
    show(kind, "x"); show(kind, nope=1); show(kind, 1, 2)
b = Both(2)
print(str(b), len(b), list(b), b[2], 9 in b, 5 in b, b.method(), Both.method.__doc__, Both.method.__text_signature__, Base.__doc__, Base.__text_signature__)
show(lambda: b[9]); show(Mixin); show(NoBase)
print(Mixin.__dict__["method"], Base.__repr__, Base.__add__, b.__add__(1), Base.__radd__, type(Base.__init__).__name__)

print("metaclass")
print(type(WithMeta), WithMeta.extra, isinstance(WithMeta, Meta), WithMeta())
class FromMeta(WithMeta): pass
print(type(FromMeta).__name__, FromMeta.extra)

print("vectorcall, weak references, dict")
c = Caller()
print(c(1, 2), c(1, k=3), c(*[1, 2, 3], **{"a": 1}))
c.attribute = 5; print(c.__dict__, c.attribute, weakref.ref(c)() is c)
r = weakref.ref(c); c.me = c; del c; gc.collect(); print(r())
class SubCaller(Caller): pass
s = SubCaller(); s.x = 1; print(s(1), s.__dict__); r = weakref.ref(s); del s; print(r())

print("rows")
row = Row(1, 2, 3); print(list(row), len(row), row[-1])
class SubRow(Row): pass
sub = SubRow(4, 5); sub.name = "n"; print(list(sub), sub.__dict__); show(Row, "x")
class SlotRow(Row): __slots__ = ()
show(setattr, SlotRow(1), "x", 1)

print("life")
before = finalized(); l = Life(); del l; print(finalized() - before)
class SubLife(Life):
    attribute = Life()
s = SubLife(); print(s.attribute[0] is s, SubLife.attribute[0]); show(setattr, s, "attribute", 1); show(delattr, s, "attribute")
print(list(Life()), Life().anything, s.thing)
async def waits(): return await Life()
try: waits().send(None)
except StopIteration as stop: print("stopped", stop.value)

print("subclasses of built-in types")
x = SubList([3, 1, 2]); x.append(5); x.sort(); print(x, x.next_state(), x.next_state(), len(x), x == [1, 2, 3, 5], type(x + [1]).__name__)
y = SubFloat(2.5); print(y, y + 1, type(y + 1).__name__, y == 2.5, hash(y) == hash(2.5))
for text in ("abc", "é", "€", "😀x"):
    z = SubStr(text); print(ascii(z), z.data(), len(z), ascii(z + "!"), z == text, hash(z) == hash(text), {text: 1}[z])
class Deep(SubStr):
    def __len__(self): return 99
d = Deep("deep"); d.x = 1; print(d, len(d), d.data(), d.upper(), d[1:3])

print("patched")
class Plain(Base): pass
p = Plain(1)
show(lambda: p.patched); show(lambda: -p)
types_c.patch(Base); print(Base(1).patched, -Base(1), Base.late)
types_c.patch(Plain); print(p.patched, -p, p.late)

print("flags")
for kind in (Members, Base, Derived, Both, Meta, Caller, Row, Life, SubList, SubFloat, SubStr): print(kind.__name__, types_c.flags(kind))

print("bad types")
for which in range(7): show(types_c.bad, which)
show(type, "X", (NoBase,), {}); show(setattr, Base, "x", 1); show(delattr, Base, "__doc__")

print("many")
class Cycle(Caller):
    def __init__(self, *parts): self.parts = parts; self.me = self
for i in range(3000):
    Cycle(Base(i), Row(i, i), SubList([i]), SubStr(str(i)), Life())
gc.collect()
print(finalized() > 3000, len([o for o in gc.get_objects() if type(o) is Cycle]))
