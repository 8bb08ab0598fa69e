def t(f):
    try: r=f(); print('OK', r)
    except BaseException as e: print(type(e).__name__, e)
class A:
    def __init__(self): self.a=1; self.b=2; self.c=3
a=A()
del a.b
print(a.__dict__)
a.b=5
print(a.__dict__, vars(a) is a.__dict__)
b=A(); d=b.__dict__; d['z']=9; print(b.z); b.a=7; print(d)
b.__dict__={'q':1}; print(b.q, hasattr(b,'a'), d)
try: del b.nope
except AttributeError as e: print(e)
del b.__dict__; print(b.__dict__)
class S:
    __slots__=('x','y','__dict__','__weakref__')
s=S(); s.x=1; s.zz=2; print(s.x,s.zz,s.__dict__)
try: s.y
except AttributeError as e: print(e)
class S2(S):
    __slots__=('w',)
s=S2(); s.w=1; s.x=2; s.k=3; print(s.w,s.x,s.k)
class I(int):
    def __init__(self, *a): self.tag='t'
i=I(5); print(i+1, i.tag, i.__dict__, type(i+1))
class L(list):
    pass
l=L([1,2]); l.foo=1; print(l, l.foo, len(l), l+[3])
class T(tuple):
    def __new__(cls,*a): return tuple.__new__(cls,a)
x=T(1,2,3); x.n=4; print(x, x.n, x[1], hash(x)==hash((1,2,3)))
class St(str): pass
q=St('abc'); q.v=1; print(q, q.v, q.upper(), q=='abc', hash(q)==hash('abc'), {q:1}['abc'])
class D(dict):
    def __missing__(self,k): return k*2
z=D(a=1); z.at=3; print(z['a'], z['b'], z.at, z)
class F(float): pass
f=F(2.5); f.u=1; print(f, f+1, f.u)
# dealloc order
class X:
    def __init__(s,n): s.n=n
    def __del__(s): print('del', s.n)
x=X(1); x=X(2); print('after'); del x
def g():
    y=X(3); w=X(4)
    print('in g')
g()
l=[X(5),X(6)]
del l
d={'a':X(7),'b':X(8)}
d.clear()
class P:
    pass
p=P(); p.one=X(9); p.two=X(10); del p
t=(X(11),X(12)); del t
class Q:
    def __del__(s):
        global saved
        saved=s
q=Q(); del q; print(saved); 
q=saved; del saved; del q
try: print(saved)
except NameError as e: print('gone')
class W:
    def __getattr__(s,n): return 'ga:'+n
    def __setattr__(s,n,v): print('set',n); object.__setattr__(s,n,v)
    def __delattr__(s,n): print('del',n); object.__delattr__(s,n)
w=W(); w.a=1; print(w.a,w.b); del w.a; print(w.a)
class G:
    def __getattribute__(s,n):
        if n=='boom': raise AttributeError('x')
        return object.__getattribute__(s,n)
    def __getattr__(s,n): return 'fallback '+n
print(G().boom, G().__class__)
# slot updates
class V: pass
class V2(V): pass
v=V2()
V.__len__=lambda s: 5
print(len(v))
V2.__len__=lambda s: 6
print(len(v)); del V2.__len__; print(len(v)); del V.__len__
try: len(v)
except TypeError as e: print(e)
V.__add__=lambda s,o: 'add'; print(v+1); V.__call__=lambda s: 'called'; print(v())
V.__eq__=lambda s,o: True; print(v==3, hash(v)!=0)
V.__iter__=lambda s: iter([1,2]); print(list(v)); V.__bool__=lambda s: False; print(bool(v))
V.__getitem__=lambda s,i: i; print(v[3]); V.__contains__=lambda s,i: True; print(3 in v)
V.__repr__=lambda s: 'VV'; print(v, [v]); V.__hash__=None
try: hash(v)
except TypeError as e: print(e)
# __class__
class B1: 
    def hi(s): return 'b1'
class B2:
    def hi(s): return 'b2'
b=B1(); b.x=1; b.__class__=B2; print(b.hi(), b.x, type(b))
# bases
class Y1: 
    def who(s): return 'y1'
class Y2:
    def who(s): return 'y2'
class Z(Y1): pass
z=Z(); print(z.who()); Z.__bases__=(Y2,); print(z.who(), Z.__mro__, Y1.__subclasses__(), Y2.__subclasses__())
# set_name error, init_subclass
class SN:
    def __set_name__(s,o,n): raise ValueError('bad')
try:
    class E: a=SN()
except RuntimeError as e: print(e, repr(e.__cause__))
class IS:
    def __init_subclass__(cls, /, tag=None, **k): super().__init_subclass__(**k); cls.tag=tag
class IS2(IS, tag='hello'): pass
print(IS2.tag)
try:
    class IS3(IS, foo=1): pass
except TypeError as e: print(e)
for i in range(3):
    class Tmp: 
        def m(self): return super().__repr__
print(len(object.__subclasses__())>10)
print(isinstance(3,(int,str)), issubclass(bool,int))
import gc
gc.collect()
class Big:
    __slots__=['a%d'%i for i in range(5)]
print(Big.__slots__, Big.a3)
o=Big(); o.a0=1; o.a4=2
print(o.a0,o.a4)
class N:
    pass
n=N()
for i in range(50): setattr(n,'k%d'%i,i)
print(len(n.__dict__), n.k49, n.k0)
n2=N(); n2.k5=1; n2.k1=2; print(n2.__dict__)
