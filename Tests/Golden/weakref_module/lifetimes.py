# weakref: callbacks in order, dead references, proxies of every operation, finalize, containers losing members while iterated, cycles.
import copy, gc, pickle, weakref
from weakref import *

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



class O:
    def __init__(self, n=0): self.n = n
    def __repr__(self): return f"O{self.n}"
    def __eq__(self, o): return isinstance(o, O) and self.n == o.n
    def __hash__(self): return hash(self.n)
    def m(self, *a): return self.n, a
class S: __slots__ = ("a", "__weakref__")
class NoWeak: __slots__ = ()
log = []; o = O(1); r1 = ref(o); r2 = ref(o, lambda r: log.append(("cb2", r is r2, r() is None))); r3 = ref(o, lambda r: log.append("cb3")); r4 = ref(o)
print(r1 is r4, r1 is r2, r1 == r2, hash(r1) == hash(o), getweakrefcount(o), len(getweakrefs(o)), r1() is o, r2.__callback__ is not None, r1.__callback__, "to 'O'" in repr(r1), r1 == ref(O(1)), r1 != ref(O(2))); del o; print(log, r1(), repr(r1).endswith("; dead>"), r1 == r2, r1 == r1, hash(r1), r2.__callback__)
for label, call in {"int": lambda: ref(5), "str": lambda: ref("x"), "None": lambda: ref(None), "list": lambda: ref([]), "tuple": lambda: ref(()), "slots": lambda: ref(NoWeak()), "object": lambda: ref(object()), "ok": lambda: [type(ref(x)).__name__ for x in (O, len, O().m, {1}, frozenset(), lambda: 0, (x for x in ()), S())], "unhashed dead": lambda: hash(ref(O(9))), "callback type": lambda: ref(O, 5), "arguments": lambda: ref(), "keyword": lambda: ref(O, callback=None), "call argument": lambda: r1(1), "order": lambda: ref(O) < ref(O), "attribute": lambda: setattr(ref(O), "x", 1), "callback raises": lambda: None, "pickle": lambda: pickle.dumps(ref(O)), "copy": lambda: copy.copy(ref(O))() is O, "deepcopy": lambda: copy.deepcopy(ref(O))() is O, "generic": lambda: ref[int], "types": lambda: (ref is ReferenceType, ProxyType.__name__, CallableProxyType.__name__, [t.__name__ for t in ProxyTypes])}.items(): show(label, call)
class R(ref):
    __slots__ = ("key",)
    def __new__(cls, o, cb=None, key=None): return super().__new__(cls, o, cb)
    def __init__(self, o, cb=None, key=None): super().__init__(o, cb); self.key = key
o = O(2); k = R(o, key="k"); print(k.key, k() is o, k is R(o), k == ref(o), type(getweakrefs(o)[0]).__name__); p = proxy(o, lambda p: log.append("proxy gone")); print(p.n, p.m(1), str(p), repr(p).split(" at")[0], type(p).__name__, p == o, isinstance(p, O), p.__class__.__name__, bool(p), dir(p) == dir(o)); p.n = 7; print(o.n); del p.n; show("hash", lambda: hash(p)); show("call", lambda: p()); del o; print(log[-1])
for label, call in {"attr": lambda: p.n, "set": lambda: setattr(p, "n", 1), "str": lambda: str(p), "repr": lambda: repr(p)[:9], "bool": lambda: bool(p), "eq": lambda: p == 1, "len": lambda: len(p), "add": lambda: p + 1, "iter": lambda: iter(p), "contains": lambda: 1 in p, "getitem": lambda: p[0], "type": lambda: type(p).__name__}.items(): show("dead " + label, call)
class Num:
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        return name
for name in "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul iadd isub".split(): setattr(Num, f"__{name}__", lambda s, o, n=name: (n, type(s).__name__, o)); setattr(Num, f"__r{name}__", lambda s, o, n=name: ("r" + n, o))
for name in "neg pos abs invert int float index".split(): setattr(Num, f"__{name}__", lambda s, n=name: {"int": 5, "index": 6, "float": 1.5}.get(n, n))
Num.__len__ = lambda s: 3; Num.__getitem__ = lambda s, i: i; Num.__setitem__ = lambda s, i, v: log.append(("set", i, v)); Num.__delitem__ = lambda s, i: log.append(("del", i)); Num.__contains__ = lambda s, x: x == 1; Num.__iter__ = lambda s: iter("ab"); Num.__call__ = lambda s, *a: a; Num.__divmod__ = lambda s, o: "dm"; Num.__reversed__ = lambda s: "rev"; Num.__bytes__ = lambda s: b"by"; Num.__lt__ = lambda s, o: "lt"
n = Num(); q = proxy(n); print(type(q).__name__, q + 1, 1 + q, q - 1, q * 2, q / 1, q // 1, q % 1, q ** 2, q << 1, q & 1, q | 1, q ^ 1, q @ 1, -q, +q, abs(q), ~q, int(q), float(q), divmod(q, 1), len(q), q[4], 1 in q, list(q), q(1, 2), q < 1, range(9)[q], q.attr); q[1] = 2; del q[3]; q += 1; print(log[-2:], q); show("reversed", lambda: reversed(proxy(n))); show("bytes", lambda: bytes(proxy(n))); show("next", lambda: next(proxy(n)))
log.clear(); o = O(3); f = finalize(o, lambda *a, **k: log.append((a, k)) or "result", 1, x=2); print(f.alive, f.peek()[2:], f.atexit, repr(f).split(" at")[0]); del o; print(log, f.alive, f(), f.peek(), f.detach()); o = O(4); f = finalize(o, log.append, "called"); print(f(), f(), log[-1]); f = finalize(o, log.append, "detached"); print(f.detach()[1:3] if False else f.detach()[2], f.alive); f.atexit = False; show("finalize int", lambda: finalize(5, print)); show("finalize func", lambda: finalize(o)); finalize(O(5), lambda: log.append("immediately")); print(log[-1])
class B:
    def m(self): return "bound"
b = B(); wm = WeakMethod(b.m, lambda r: log.append("method gone")); print(wm()(), wm == WeakMethod(b.m), hash(wm) == hash(WeakMethod(b.m)), ref(b.m)()); del b; print(wm(), log[-1]); show("weak method", lambda: WeakMethod(len)); show("weak method func", lambda: WeakMethod(lambda: 0))
keep = [O(i) for i in range(6)]; ks = WeakKeyDictionary({k: k.n for k in keep}); vs = WeakValueDictionary({k.n: k for k in keep}); ws = WeakSet(keep); print(len(ks), len(vs), len(ws), sorted(ks.values()), sorted(vs), ks[O(2)], O(2) in ws, O(9) in ws, 5 in ks, vs.get(9, "d"), sorted(r().n for r in ks.keyrefs()), len(vs.valuerefs()))
it = iter(ks); next(it); keep.pop(); gc.collect(); print(len(ks), len(list(it)) >= 4, len(vs), len(ws)); print(ks.pop(O(0)), vs.pop(1).n, ws.discard(O(2)), len(ks), len(vs), len(ws), vs.setdefault(3, O(99)).n, ks.setdefault(keep[0], "sd"), ks | {}, len(ws | {1} if False else ws | ws), ws <= ws, ws.isdisjoint([O(77)]), (ws & [O(3)]).__class__.__name__, len(ws - ws), ws == set(ws), ks.copy() == ks, copy.deepcopy(vs)[3].n); show("key int", lambda: ks.__setitem__(5, 1)); show("key missing", lambda: ks[O(50)]); show("value int", lambda: vs.__setitem__(1, 5)); show("value missing", lambda: vs[50]); show("set int", lambda: ws.add(5)); show("pop empty", lambda: WeakSet().pop()); show("popitem", lambda: WeakValueDictionary().popitem()); show("update", lambda: WeakValueDictionary().update({1: 2})); keep.clear(); gc.collect(); print(len(ks), len(vs), len(ws), dict(vs), bool(ws))
class C: pass
x, y = C(), C(); x.y, y.x = y, x; rx = ref(x, lambda r: log.append("cycle")); ry = ref(y); x.own = ref(y, lambda r: log.append("never")); del x, y; gc.collect(); print(rx(), ry(), log[-1]); class_ref = ref(type("T", (), {})); gc.collect(); print(class_ref())
class Resurrect:
    def __del__(self): global saved; saved = self
z = Resurrect(); rz = ref(z); del z; print(rz(), saved.__class__.__name__); o = O(8); ref(o, lambda r: 1 / 0) and None; rr = ref(o, lambda r: log.append("after")); del o; print(log[-1])
