import copyreg
import io
import pickle
import pickletools


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


class A:
    def __init__(self, v=0): self.v = v
    def __eq__(self, o): return vars(self) == vars(o)


class Slots:
    __slots__ = "a", "b"


class State(A):
    def __getstate__(self): return {"got": self.v}
    def __setstate__(self, s): self.v = ("set", s)


class NewArgs(int):
    def __new__(cls, v, *, k=0): self = super().__new__(cls, v); self.k = k; return self
    def __getnewargs_ex__(self): return (int(self),), {"k": self.k}


class Reduce:
    def __reduce_ex__(self, protocol): return (list, ((1,),), None, iter([2, 3]), None)


class D(dict): pass


def function(): pass


s = Slots(); s.a = 1
d = D(x=1); d.attr = 5
values = [None, True, 10**20, -1, 255, 65536, 1.5, b"b" * 300, "é\U0001f600", (), (1,), (1, 2, 3, 4), [], [1] * 3, {}, {"a": [1]}, set(), {1},
    frozenset([2]), A(1), State(2), NewArgs(5, k=2), d, function, A, len, [].append if False else int.from_bytes, range(5), slice(1, 2), Ellipsis,
    NotImplemented, type(None), bytearray(b"x"), 1j, Exception("e", 1), print]
for p in range(6):
    print(p, [len(pickle.dumps(v, p)) for v in values[:14]])
    for v in values:
        back = pickle.loads(pickle.dumps(v, p))
        if not (back == v or type(back) is type(v)): print("differs", p, v, back)
    try: print(pickle.loads(pickle.dumps(s, p)).a)
    except TypeError as error: print(error)
    print(pickle.loads(pickle.dumps(Reduce(), p)), pickle.loads(pickle.dumps(State(3), p)).v,
        pickle.loads(pickle.dumps(NewArgs(5, k=7), p)).k if p >= 2 else "", vars(pickle.loads(pickle.dumps(d, p))))
shared = [1]; loop = [shared, shared]; loop.append(loop); back = pickle.loads(pickle.dumps(loop)); print(back[0] is back[1], back[2] is back)
for label, call in {"lambda": lambda: pickle.dumps(lambda: 0), "local": lambda: pickle.dumps(type("L", (), {})()), "module": lambda: pickle.dumps(io),
    "generator": lambda: pickle.dumps(i for i in ()), "protocol": lambda: pickle.dumps(1, 9), "negative": lambda: pickle.dumps(1, -1)[:2],
    "truncated": lambda: pickle.loads(pickle.dumps([1, 2])[:-2]), "empty": lambda: pickle.loads(b""), "unknown": lambda: pickle.loads(b"\xff."),
    "stack": lambda: pickle.loads(b"0."), "memo": lambda: pickle.loads(b"g5\n."), "mark": lambda: pickle.loads(b"t."),
    "global": lambda: pickle.loads(b"cno_such_module_x\nf\n."), "attribute": lambda: pickle.loads(b"cos\nnope\n."),
    "not bytes": lambda: pickle.loads("x"), "file": lambda: pickle.dump(1, 5), "load file": lambda: pickle.load(5),
    "big protocol": lambda: pickle.loads(b"\x80\x09."), "int": lambda: pickle.loads(b"Ix\n."),
    "recursion": lambda: pickle.dumps((l := [], [l := [l] for _ in range(100000)], l)[-1]),
    "reduce": lambda: pickle.dumps(type("R", (), {"__reduce__": lambda s: 5})()),
    "reduce length": lambda: pickle.dumps(type("R", (), {"__reduce__": lambda s: (1,)})()),
    "reduce function": lambda: pickle.dumps(type("R", (), {"__reduce__": lambda s: (1, ())})()), "persistent": lambda: pickle.loads(b"Px\n."),
    "buffer": lambda: pickle.dumps(pickle.PickleBuffer(b"x"), 4)}.items():
    show(label, call)


class P(pickle.Pickler):
    def persistent_id(self, o): return "pid" if isinstance(o, A) else None
    def reducer_override(self, o): return (str, ("overridden",)) if isinstance(o, complex) else NotImplemented


class U(pickle.Unpickler):
    def persistent_load(self, pid): return ("loaded", pid)
    def find_class(self, module, name): print("  find", module, name); return super().find_class(module, name)


f = io.BytesIO()
p = P(f, 4)
p.dispatch_table = {Slots: lambda o: (tuple, ())}
p.dump([A(), 1j, s, range(2)])
print(U(io.BytesIO(f.getvalue())).load())
buffers = []
data = pickle.dumps([pickle.PickleBuffer(bytearray(b"big"))], 5, buffer_callback=buffers.append)
print(len(buffers), bytes(buffers[0].raw()), pickle.loads(data, buffers=buffers))
m = io.BytesIO()
q = pickle.Pickler(m)
q.dump([1])
q.dump([1])
q.clear_memo()
n = pickle.Unpickler(io.BytesIO(m.getvalue()))
print(n.load(), n.load())
out = io.StringIO()
pickletools.dis(pickle.dumps({"k": (1, "x")}, 4), out)
print(out.getvalue(), pickletools.optimize(pickle.dumps([1, 2], 2)), pickle.dumps([A(1)], 0))
