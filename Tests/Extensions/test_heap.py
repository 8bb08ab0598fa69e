
import heap
from heap import H
def t(f,*a):
    try: print(f(*a))
    except BaseException as e: print(type(e).__name__, e)
print(H, H.__name__, H.__module__, H.__doc__)
h=H(); print(h.add(1,None,"x"), len(h), list(h), h[1], h[1] is None, h(1,b=2), h(), h.magic)
h[0]=True; print(h.items, h.items[0] is True); del h[0]; print(h.items); h.q=5; print(h.q, h.n); h.n=7; print(h.n)
print(H.cm().__class__ is H, H.sm(3), h.sm(None))
t(lambda:h.zzz); t(lambda:h[10]); t(setattr,h,"n","x")
class C(H):
    def __init__(self,*a): self.k=a
    def __getitem__(self,i): return ("C",i)
    def add(self,*a): return super().add(*a)
c=C(1,2); print(c.k, c[3], c.add(5), len(c), c.magic, C.cm().k)
import weakref
r=weakref.ref(h); print(r() is h); del h; print(r())
w=weakref.ref(c); del c; print(w())
print(heap.capn(), heap.buf(b"abc"), heap.buf(bytearray(b"xy")), heap.buf(H()), bytes(memoryview(H())))
d={"a":1,"b":None,3:4.5}; print(heap.dicts(d), d, d["new"] is True, d["b"] is None, d["a"]+1)
M=heap.sub(H); print(M, M().add(1), M.x)
print(heap.excs(lambda: 1/0), heap.excs(lambda: {}[None]), heap.excs(lambda: 5))
print(heap.strs("héllo"), heap.strs("abc"), issubclass(heap.Err,ValueError), heap.Err.__module__)
t(heap.buf,3)
for i in range(3000):
    c=C(i); c.me=c; c.add(c)
import gc; gc.collect()
print("done")
