import gc, _weakref
n0=len(object.__subclasses__())
def mk():
    class X:
        def m(self): return __class__
        @property
        def p(self): return 1
        __slots__=('a','__weakref__')
    class Y(X): 
        def __init__(s): s.z=1
        @classmethod
        def c(cls): return super().m
    x=X(); x.a=x; Y.inst=Y(); Y.inst.me=Y.c
    return _weakref.ref(X)
rs=[mk() for i in range(50)]
gc.collect()
print(len(object.__subclasses__())==n0, [r() for r in rs if r() is not None])
def clo():
    def f(): return f
    return _weakref.ref(f)
r=clo(); gc.collect(); print(r())
l=[]; 
def deco():
    d={}; d['d']=d; t=(d,[d]); d['t']=t; s={1}; 
    class K: pass
    k=K(); k.s={k}; k.m=k.__init__; k.b=[].append; k.mm=len.__call__; k.f=frozenset([k]); k.p=property(lambda: k); k.cm=classmethod(lambda: k); k.sm=staticmethod(lambda: k); k.ga=list[k]; k.it=iter([k]); k.g=(i for i in [k]); k.sl=slice(k,k); k.en=enumerate([k]); k.z=zip([k]); k.mp=type(K.__dict__)({'k':k}); k.meth=type(k.__init__)
    return _weakref.ref(k)
r=deco(); gc.collect(); print(r())
# callbacks order
class A: pass
a=A()
order=[]
refs=[_weakref.ref(a, lambda r,i=i: order.append(i)) for i in range(4)]
del a; print(order)
a=A(); r=_weakref.ref(a, lambda r: 1/0)
# gc of cycle with weakref callback
class N: pass
n=N(); n.n=n
r=_weakref.ref(n, lambda r: print('cb gc'))
del n; gc.collect(); print(r())
n=N(); n.n=n; n.r=_weakref.ref(n, lambda r: print('should not'))
del n; gc.collect()
# callbacks
gc.callbacks.append(lambda ph, info: print(ph, sorted(info)))
gc.collect(); gc.callbacks.clear()
print(gc.get_stats()[2]['collections']>3, gc.garbage)
gc.set_debug(gc.DEBUG_SAVEALL); n=N(); n.n=n; del n; gc.collect(); print(len(gc.garbage)); gc.set_debug(0); gc.garbage.clear()
class F:
    c=0
    def __del__(s): F.c+=1
f=F(); f.f=f; del f; print(gc.collect(), F.c)
x=[]; print(gc.is_tracked(x), gc.is_tracked({'a':1}), gc.is_tracked({'a':[]}), gc.is_tracked((1,2)), gc.is_tracked(([],)))
print(any(o is x for o in gc.get_objects()), len(gc.get_referrers(x))>0)
gc.freeze(); print(gc.get_freeze_count()>0); gc.unfreeze(); print(gc.get_freeze_count())
class SubRef(_weakref.ref):
    def __init__(s,o,cb=None,tag=None): super().__init__(o,cb); s.tag=tag
    def __new__(cls,o,cb=None,tag=None): return super().__new__(cls,o,cb)
a=A(); s=SubRef(a,None,5); print(s.tag, s() is a, _weakref.getweakrefcount(a), s==_weakref.ref(a), hash(s)==hash(a), _weakref.getweakrefs(a)[0] is _weakref.ref(a))
p=_weakref.proxy(a); p.x=5; print(a.x, p.x, p==a, str(type(p)), bool(p)); del p.x; print(hasattr(a,'x'))
class Num:
    def __add__(s,o): return ('add',o)
    def __radd__(s,o): return ('radd',o)
    def __len__(s): return 3
    def __getitem__(s,i): return i
    def __call__(s,*a): return a
    def __iter__(s): return iter([1])
    def __contains__(s,x): return True
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __index__(s): return 9
    def __iadd__(s,o): return 'iadd'
    def __neg__(s): return 'neg'
    def __enter__(s): return 'ent'
    def __next__(s): return 1
n=Num(); p=_weakref.proxy(n); print(p+1, 1+p, len(p), p[2], p(1,2), list(p), 3 in p, int(p), float(p), [0]*10 if p else 0, -p, range(10)[p]); p+=1; print(p)
