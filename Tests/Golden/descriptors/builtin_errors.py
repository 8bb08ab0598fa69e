def t(f):
    try: r=f(); print('OK', r)
    except BaseException as e: print(type(e).__name__, e)
t(lambda: str.upper(1)); t(lambda: str.upper()); t(lambda: int.__add__(1)); t(lambda: int.__add__()); t(lambda: int.__add__('a',1)); t(lambda: (1).__add__()); t(lambda: (1).__add__(1,2)); t(lambda: (1).__add__(x=1))
t(lambda: dict.fromkeys()); t(lambda: dict.__dict__['fromkeys'](1)); t(lambda: dict.__dict__['fromkeys'].__get__(1)); t(lambda: dict.__dict__['fromkeys'].__get__(None)); t(lambda: dict.__dict__['fromkeys'].__get__(None,int)); t(lambda: dict.__dict__['fromkeys'].__get__(None,dict)([1])); t(lambda: dict.__dict__['fromkeys'](dict,[1])); t(lambda: dict.__dict__['fromkeys']()); t(lambda: dict.__dict__['fromkeys'](int))
t(lambda: str.upper.__get__(1)); t(lambda: str.upper.__get__(None,int)); t(lambda: str.upper.__get__('a')()); t(lambda: str.upper.__get__(None,None)); t(lambda: str.upper.__get__())
t(lambda: int.real.__get__('a')); t(lambda: int.real.__set__(1,2)); t(lambda: int.real.__set__('a',2)); t(lambda: int.real.__delete__(1)); t(lambda: int.real.__objclass__); t(lambda: int.real.__name__, ); t(lambda: int.real.__qualname__); t(lambda: int.real); t(lambda: int.__add__); t(lambda: str.upper); t(lambda: dict.fromkeys); t(lambda: dict.__dict__['fromkeys']); t(lambda: (1).__add__); t(lambda: str.__dict__['maketrans'])
t(lambda: (1).__add__ == (1).__add__); t(lambda: hash((1).__add__)==hash((1).__add__)); t(lambda: (1).__add__.__self__); t(lambda: (1).__add__.__name__); t(lambda: (1).__add__.__qualname__); t(lambda: (1).__add__.__objclass__); t(lambda: (1).__add__.__doc__); t(lambda: (1).__add__.__text_signature__)
t(lambda: [].append(1,2)); t(lambda: [].append()); t(lambda: [].append(x=1)); t(lambda: list.append()); t(lambda: list.append(1)); t(lambda: list.append([])); t(lambda: [].clear(1)); t(lambda: list.clear([],1))
t(lambda: object.__new__(type)); t(lambda: type.__new__(object)); t(lambda: type.__call__()); t(lambda: type.__call__(int,'5')); t(lambda: object.__getattribute__(1)); t(lambda: object.__getattribute__(1,2)); t(lambda: object.__setattr__(1,'a',2)); t(lambda: object.__setattr__(object(),'a',2)); t(lambda: object.__delattr__(object(),'a')); t(lambda: type.__getattribute__(int,'real')); t(lambda: object.__getattribute__(int,'real')); t(lambda: object.__repr__(int)); t(lambda: type.__repr__(1)); t(lambda: object.__hash__(1)==object.__hash__(1)); t(lambda: object.__eq__(1,1)); t(lambda: object.__eq__(1,2)); t(lambda: object.__ne__(1,2)); t(lambda: object.__lt__(1,2)); t(lambda: object.__str__(5)); t(lambda: object.__init__()); t(lambda: object().__init__(1))
class M(type):
    def __call__(cls,*a): return ('called',a)
class C(metaclass=M): pass
t(lambda: C(1,2)); 
class N:
    def __new__(cls,*a): return 5
    def __init__(s): print('no')
t(lambda: N(1))
class O:
    def __init__(s): return 5
t(lambda: O())
class P:
    __init__=None
t(lambda: P())
class Q:
    __new__=None
t(lambda: Q())
class R:
    __call__=5
t(lambda: R()())
class Desc:
    def __get__(s,i,o): return ('get',i,o)
class U:
    d=Desc()
    e=Desc
    __len__=Desc()
t(lambda: U.d); t(lambda: len(U())); t(lambda: U().e)
class DS(Desc):
    def __set__(s,i,v): print('set',v)
class V: d=DS()
v=V(); v.d=3; v.__dict__['d']=4; t(lambda: v.d[0])
def dl():
    del v.d
t(dl)
class DD:
    def __delete__(s,i): print('deleted')
class W: d=DD()
w=W(); del w.d
def st(): w.d=1
t(st)
t(lambda: w.d)
class X:
    __slots__=()
t(lambda: setattr(X(),'a',1)); t(lambda: X().a); t(lambda: setattr(X(),'__class__',5)); t(lambda: delattr(X(),'__len__')); t(lambda: setattr(X(),'__doc__',1)); t(lambda: setattr(5,'real',1)); t(lambda: setattr(5,'foo',1)); t(lambda: setattr([], 'append',1)); t(lambda: delattr([], 'append')); t(lambda: delattr([], 'foo'))
class Y:
    def __getattr__(s,n): raise KeyError(n)
t(lambda: Y().a); t(lambda: getattr(Y(),'a',5)); t(lambda: hasattr(Y(),'a'))
class Z:
    def __hash__(s): return 'a'
t(lambda: hash(Z()))
class A1:
    def __hash__(s): return 2**70
t(lambda: hash(A1())==hash(2**70))
class A2:
    def __hash__(s): return -1
t(lambda: hash(A2()))
class A3:
    def __len__(s): return 2**70
    def __bool__(s): return 5
t(lambda: len(A3())); t(lambda: bool(A3()))
class A4:
    def __len__(s): return 'a'
    def __iter__(s): return 5
    def __contains__(s,x): return 'yes'
    def __index__(s): return 1.5
    def __int__(s): return 'a'
    def __float__(s): return 'a'
    def __str__(s): return 5
    def __bytes__(s): return 5
    def __reversed__(s): return 5
    def __next__(s): raise StopIteration
t(lambda: bool(A4()))
class A5: __iter__=None; __contains__=None; __len__=None; __bool__=None; __add__=None; __getitem__=None
t(lambda: iter(A5())); t(lambda: 5 in A5()); t(lambda: len(A5())); t(lambda: bool(A5())); t(lambda: A5()+1); t(lambda: A5()[1])
