def t(f):
    try: r=f(); print('OK', r)
    except BaseException as e: print(type(e).__name__, e)
# metaclasses
class Meta(type):
    @classmethod
    def __prepare__(m, name, bases, **k): print('prep',name,k); return {'pre':1}
    def __new__(m,name,bases,ns,**k): print('new',name,sorted(k)); return super().__new__(m,name,bases,ns)
    def __init__(c,name,bases,ns,**k): print('init',name,sorted(k)); super().__init__(name,bases,ns)
    def __call__(c,*a,**k): print('call',a,k); return super().__call__(*a,**k)
    def __instancecheck__(c,o): return o==5
    def __subclasscheck__(c,o): return o is int
    def __repr__(c): return 'Meta:'+c.__name__
    def __getattr__(c,n): return 'meta '+n
    def __len__(c): return 42
    def __iter__(c): return iter('ab')
    def __getitem__(c,i): return ('item',i)
    def __contains__(c,x): return x=='x'
    def __add__(c,o): return 'madd'
    def __bool__(c): return False
    def __setattr__(c,n,v): print('mset',n); super().__setattr__(n,v)
    x=property(lambda c: 'prop of '+c.__name__)
    def meth(c): return c
class A(metaclass=Meta, opt=1):
    def __init__(s, v=0): s.v=v
print(A, A.pre, A(3).v, isinstance(5,A), isinstance(A,A), issubclass(int,A), A.foo, len(A), list(A), A[3], 'x' in A, A+1, bool(A), A.x, A.meth())
A.q=5; print(A.q)
class B(A, opt=2): pass
print(type(B), B.__mro__)
class M1(type): pass
class M2(type): pass
class X(metaclass=M1): pass
class Y(metaclass=M2): pass
def f():
    class Z(X,Y): pass
t(f)
class M3(M1,M2): pass
class Z(X,Y,metaclass=M3): pass
print(type(Z))
def f():
    class W(X, metaclass=type): pass
    return type(W)
t(f)
def fmeta(name,bases,ns,**k): return (name,bases,sorted(ns),k)
class Fn(metaclass=fmeta, z=1): a=1
print(Fn)
class MroMeta(type):
    def mro(c): return [c, Base, object]
class Base: v='base'
class Q(metaclass=MroMeta): pass
print(Q.__mro__, Q.v, Q().v)
class BadMro(type):
    def mro(c): return [5]
def f():
    class R(metaclass=BadMro): pass
t(f)
class BadMro2(type):
    def mro(c): return 5
def f():
    class R(metaclass=BadMro2): pass
t(f)
class ME:
    def __mro_entries__(s,bases): return (Base,)
class R(ME()): pass
print(R.__bases__, R.__orig_bases__[0].__class__)
class ME2:
    def __mro_entries__(s,bases): return 5
def f():
    class R(ME2()): pass
t(f)
def f():
    class R(5): pass
t(f)
class BP(type):
    @classmethod
    def __prepare__(c,*a): return 5
def f():
    class R(metaclass=BP): pass
t(f)
class NS(dict):
    def __setitem__(s,k,v): super().__setitem__(k.upper() if not k.startswith('_') else k,v)
class UM(type):
    @classmethod
    def __prepare__(c,*a): return NS()
class R(metaclass=UM):
    foo=1
print(R.FOO)
class Prop(type):
    @property
    def name2(c): return c.__name__*2
class T(metaclass=Prop): pass
print(T.name2); t(lambda: T().name2)
class NoCell(type):
    def __new__(m,n,b,ns): ns=dict(ns); ns.pop('__classcell__',None); return super().__new__(m,n,b,ns)
def f():
    class R(metaclass=NoCell):
        def g(s): return __class__
t(f)
class Abs(type):
    def __new__(m,n,b,ns): c=super().__new__(m,n,b,ns); c.__abstractmethods__=frozenset(k for k,v in ns.items() if getattr(v,'__isabstractmethod__',False)); return c
class Ab(metaclass=Abs):
    def g(s): pass
    g.__isabstractmethod__=True
    def h(s): pass
    h.__isabstractmethod__=True
t(lambda: Ab())
def f():
    class K(Ab): pass
    return K().__class__.__name__
t(f)
class GI:
    def __class_getitem__(c,i): return (c,i)
print(GI[5]); 
class GI2(GI): pass
print(GI2[1,2]); t(lambda: Base[1]); t(lambda: int[1]); t(lambda: type[int])
class CP:
    @classmethod
    @property
    def cp(c): return c.__name__
print(CP.cp)
class CM:
    @classmethod
    def a(c,*x): return c,x
    @staticmethod
    def b(*x): return x
    c=classmethod(len)
    def __init_subclass__(cls,**k): print('sub',cls,k)
class CM2(CM,k=5): pass
print(CM2().a(1), CM2.b(2), CM.__dict__['a'].__func__.__name__, CM.a.__func__.__name__); t(lambda: CM.c())
print(super(CM2,CM2).a(3), super(CM2,CM2()).b(4))
class SP:
    def __init__(s): s._x=1
    @property
    def x(s): "docx"; return s._x
    @x.setter
    def x(s,v): s._x=v
    @x.deleter
    def x(s): del s._x
s=SP(); s.x=5; print(s.x, SP.x.__doc__); del s.x; t(lambda: s.x)
class SP2(SP):
    @SP.x.getter
    def x(s): return 'sub'
s=SP2(); s.x=3; print(s.x)
class Sup1:
    def f(s): return ['1']
class Sup2(Sup1):
    def f(s): return super().f()+['2']
class Sup3(Sup1):
    def f(s): return super().f()+['3']
class Sup4(Sup2,Sup3):
    def f(s): return super().f()+['4']
    def g(s): return [super(Sup4,s).f() for _ in range(1)]
    def h(s): return (lambda: super(Sup2,s).f())()
    x=property(lambda s: super(Sup4,s).f())
print(Sup4().f(), Sup4().g(), Sup4().h(), Sup4().x)
def nosuper(): super()
t(nosuper)
def ns2(x): super()
t(lambda: ns2(1))
class DelArg:
    def f(s): del s; super()
    def g(*a): return super().__repr__
t(lambda: DelArg().f()); t(lambda: DelArg().g())
