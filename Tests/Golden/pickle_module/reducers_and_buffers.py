# __reduce__ in all its forms, state setters, copyreg, dispatch tables, persistent ids, out-of-band buffers, odd classes, each protocol.
import copyreg
import io
import pickle
import sys
from collections import OrderedDict, defaultdict, namedtuple
from enum import Enum, Flag

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



Point = namedtuple("Point", "x y")
class Colour(Enum): RED = 1; GREEN = "g"
class Bits(Flag): A = 1; B = 2
class Slots:
    __slots__ = ("a", "b")
class SlotsDict(Slots):
    __slots__ = ("__dict__", "c")
class New:
    def __new__(cls, *a, **k): self = object.__new__(cls); self.made = a, sorted(k.items()); return self
    def __getnewargs_ex__(self): return (1, 2), {"k": 3}
class NewArgs(int):
    def __new__(cls, n, label): self = int.__new__(cls, n); self.label = label; return self
    def __getnewargs__(self): return int(self), self.label
class State:
    def __getstate__(self): return self.value
    def __setstate__(self, state): self.value = ("set", state)
class Reduced:
    def __init__(self, how): self.how = how
    def __reduce__(self): return self.how
class ReducedEx:
    def __reduce_ex__(self, protocol): return (str, (f"protocol {protocol}",))
class MyList(list): pass
class MyDict(dict):
    def __setitem__(self, k, v): super().__setitem__(k, ("seen", v))
class MyError(Exception):
    def __init__(self, a, b): super().__init__(a); self.b = b
class Meta(type): pass
class WithMeta(metaclass=Meta):
    class Inner:
        class Deep: pass
    def method(self): return 5
    @classmethod
    def make(cls): return cls
def function(): pass


def filled(cls, **values):
    obj = cls()
    for k, v in values.items(): setattr(obj, k, v)
    return obj


def view(x):
    if isinstance(x, type): return x.__qualname__
    names = sorted(set(getattr(x, "__dict__", {})) | {n for c in type(x).__mro__ for n in c.__dict__.get("__slots__", ()) if n != "__dict__" and hasattr(x, n)})
    return (type(x).__name__, repr(x) if type(x).__repr__ is not object.__repr__ else "", [(n, getattr(x, n)) for n in names])


listy = MyList([1, 2]); listy.extra = 5
values = [Point(1, 2), Colour.RED, Colour.GREEN, Bits.A | Bits.B, filled(Slots, a=1), filled(SlotsDict, a=1, c=2, d=3), New(9), NewArgs(7, "lab"), filled(State, value=0), filled(State, value=[1]), ReducedEx(), listy, MyDict(a=1), OrderedDict(b=1, a=2), defaultdict(list, {1: [2]}), MyError, KeyError("k", 2), OSError(2, "m", "f"), StopIteration(5), SyntaxError("s", ("f", 1, 2, "t")), UnicodeDecodeError("u", b"b", 0, 1, "r"), ImportError("m", name="n", path="p"),
    function, len, [].append.__self__.__class__.append, "a".upper, WithMeta.Inner.Deep, WithMeta().make, int.from_bytes, range(1, 9, 2), slice(1, None), ..., NotImplemented, type(None), type(...), bytearray(b"ab"), frozenset({1}), 1 + 2j, 2**80, -2**2000 % 2**70, float("-inf"), "\ud800\U0001f600", b"\xff" * 3, memoryview, iter([1, 2]), iter("ab"), enumerate([1]), zip([1], [2]), map(str, [1]), reversed([1, 2]), {1: {2: (3,)}}, print, type]
for protocol in range(6):
    for value in values:
        try:
            data = pickle.dumps(value, protocol)
            back = pickle.loads(data)
            print(protocol, view(value)[0] if isinstance(value, type) is False else value.__qualname__, len(data), view(back) if not hasattr(back, "__next__") else list(back))
        except Exception as error:
            print(protocol, type(value).__name__, type(error).__name__, str(error).replace(" at 0x", " at "  )[:60].split(" at ")[0])
HOW = {"one": (list,), "text": "function", "missing text": "not_there", "four": (MyList, (), None, iter([1, 2])), "five": (MyDict, (), None, None, iter([("a", 1)])), "six": (MyList, (), {"s": 1}, None, None, lambda obj, state: obj.append(state)), "six named": (MyList, (), "st", None, None, list.append), "seven": (list, (), 1, 2, 3, 4, 5), "args": (list, [1]), "callable": (3, ()), "iterator": (list, (), None, [1]), "items": (dict, (), None, None, [("a", 1)]), "pairs": (dict, (), None, None, iter([1])), "none": None, "number": 5, "empty": (), "state slots": (Slots, (), (None, {"a": 5})), "state bad": (Slots, (), 5), "newobj": (copyreg.__newobj__, (New, 5)), "newobj wrong": (copyreg.__newobj__, (int, 5)), "newobj none": (copyreg.__newobj__, ()), "newobj_ex": (copyreg.__newobj_ex__, (New, (5,), {"z": 1})), "state dict": (SlotsDict, (), {"q": 1})}
for name, how in HOW.items():
    for protocol in 0, 2, 5:
        if name in ("four", "five", "pairs") and protocol: how = (*how[:3], *(iter([("a", 1)]) if i == 1 and name == "five" else iter([1, 2]) if x is not None else None for i, x in enumerate(how[3:])))
        show((name, protocol), lambda: view(pickle.loads(pickle.dumps(Reduced(how), protocol))))
class Pick(pickle.Pickler):
    dispatch_table = {complex: lambda c: (complex, (c.imag, c.real))}
    def persistent_id(self, obj): return ("pid", obj[1:]) if isinstance(obj, str) and obj.startswith("@") else None
    def reducer_override(self, obj): return (str, ("overridden",)) if obj is function else NotImplemented
class Unpick(pickle.Unpickler):
    def persistent_load(self, pid): return ["loaded", pid]
    def find_class(self, module, name): return {"list": tuple}.get(name) or super().find_class(module, name)
for protocol in 1, 5:
    f = io.BytesIO()
    p = Pick(f, protocol); p.dump(["@x", "y", 1 + 2j, function, list, Colour.RED]); f.seek(0)
    print(Unpick(f).load(), p.memo is not None, p.bin, p.fast); f.seek(0)
    show("no persistent_load", lambda: pickle.load(f))
copyreg.pickle(Slots, lambda s: (Point, (s.a, "registered")))
print(pickle.loads(pickle.dumps(filled(Slots, a=4)))); del copyreg.dispatch_table[Slots]
buffers = []
data = pickle.dumps([pickle.PickleBuffer(b"read only"), pickle.PickleBuffer(bytearray(b"writable")), pickle.PickleBuffer(b"read only")], 5, buffer_callback=buffers.append)
print(len(buffers), [bytes(b) for b in buffers], pickle.loads(data, buffers=[b"A", bytearray(b"B"), memoryview(b"C")]), pickle.loads(data, buffers=iter(buffers)))
for label, call in {"no buffers": lambda: pickle.loads(data), "too few": lambda: pickle.loads(data, buffers=[b"x"]), "in band": lambda: pickle.loads(pickle.dumps(pickle.PickleBuffer(bytearray(b"q")), 5)), "callback true": lambda: pickle.loads(pickle.dumps(pickle.PickleBuffer(b"q"), 5, buffer_callback=lambda b: True)), "protocol 4": lambda: pickle.dumps(pickle.PickleBuffer(b"q"), 4), "callback protocol": lambda: pickle.dumps(1, 4, buffer_callback=print), "released": lambda: (b := pickle.PickleBuffer(b"x"), b.release(), pickle.dumps(b, 5)), "raw": lambda: pickle.PickleBuffer(memoryview(b"abcd")[::2]).raw(), "raw good": lambda: bytes(pickle.PickleBuffer(b"abcd").raw()), "noncontiguous": lambda: pickle.dumps(pickle.PickleBuffer(memoryview(b"abcd")[::2]), 5), "buffers type": lambda: pickle.loads(data, buffers=5), "buffer item": lambda: pickle.loads(data, buffers=[1, 2, 3])}.items():
    show(label, call)
recursive = MyList(); recursive.append(recursive); recursive.me = {"r": recursive}
back = pickle.loads(pickle.dumps(recursive)); print(back[0] is back, back.me["r"] is back)
shared = [[]] * 3; back = pickle.loads(pickle.dumps(shared)); print(back[0] is back[2])
f = io.BytesIO(); p = pickle.Pickler(f); p.dump("one"); p.dump("one"); p.clear_memo(); p.dump("one"); f.seek(0); u = pickle.Unpickler(f); print([u.load() for _ in range(3)]); show("end", lambda: u.load())
p = pickle.Pickler(io.BytesIO()); p.fast = True; show("fast recursive", lambda: p.dump(recursive) if sys.getrecursionlimit() < 0 else "skipped")
show("no init", lambda: pickle.Pickler.__new__(pickle.Pickler).dump(1)); show("no init load", lambda: pickle.Unpickler.__new__(pickle.Unpickler).load()); show("no write", lambda: pickle.Pickler(3)); show("no read", lambda: pickle.Unpickler(3)); show("text file", lambda: pickle.load(io.StringIO("x"))); show("write text", lambda: pickle.dump(1, io.StringIO())); show("deep", lambda: len(pickle.dumps(eval("[" * 90 + "]" * 90))))
for protocol in (-1, 6, "x", None, 2.0):
    show(("protocol", protocol), lambda: pickle.dumps(1, protocol))
