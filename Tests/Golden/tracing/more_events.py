"""More events of sys.settrace."""
import sys
FN=__file__
def trace(fr,ev,arg):
    if fr.f_code.co_filename!=FN or fr.f_code.co_name in ('trace','run'): return
    a=arg
    if ev=='exception': a=(arg[0].__name__,str(arg[1]))
    out.append((ev,fr.f_code.co_name,fr.f_lineno-fr.f_code.co_firstlineno,repr(a)[:30]))
    return trace
out=[]
def run(f,*a):
    out.clear()
    sys.settrace(trace)
    try: r=f(*a)
    except BaseException as e: r=e
    sys.settrace(None)
    print(f.__name__, repr(r)[:50])
    for o in out: print('  ',*o)
def wt():
    n=0
    while True:
        n+=1
        if n>2:
            break
    while 1:
        n+=1
        if n>5: break
    return n
def retfin():
    try:
        return 1
    finally:
        x=2
def retfin2():
    for i in (1,2):
        try:
            if i==1:
                continue
            return i
        finally:
            x=2
def ann():
    x: int
    y: int = 1
    global zz
    ...
    "abc"
    x
def imp(x):
    if x:
        a=1
    else:
        b=2
def imp2(x):
    for i in x:
        if i:
            y=1
        elif i is None:
            pass
def imp3(x):
    while x:
        x-=1
        if x:
            continue
        else:
            pass
def exh():
    try:
        raise KeyError
    except KeyError as e:
        for i in (1,):
            y=1
def ifconst():
    if 1:
        x=1
    if 0:
        y=2
    else:
        y=3
    return y
def forelse():
    for i in ():
        pass
    else:
        x=1
    while 0:
        x=2
    else:
        x=3
def withret():
    with C():
        return 5
class C:
    def __enter__(self): return self
    def __exit__(self,*a): return False
def withbrk():
    for i in (1,2):
        with C():
            if i==1:
                continue
            break
def nestedfin():
    try:
        try:
            1/0
        finally:
            x=1
    except ZeroDivisionError:
        y=2
    finally:
        z=3
def ternary(a):
    x = (1
        if a
        else 2)
    return x
def chain(a):
    return (a <
      5 <
      10)
def call(a):
    print(a,
       a,
       end='',
       file=DN)
class DN:
    @staticmethod
    def write(s): pass
def kw():
    return dict(a=1,
        b=2)
def dis():
    d={'a':1,
       'b':2}
    l=[1,
       d]
    s=f'''{d}
       {l}'''
    return d['a'
       ]
def aug(a):
    a += \
      1
    b = a; c = b
    return c
async def co():
    x=1
    return x
def useco():
    c=co()
    try:
        c.send(None)
    except StopIteration as e:
        return e.value
async def ag():
    yield 1
    yield 2
async def useag():
    async for i in ag():
        x=i
    return 1
def runag():
    c=useag()
    try: c.send(None)
    except StopIteration as e: return 1
def genexc():
    def g():
        try:
            yield 1
        except KeyError:
            yield 2
    it=g()
    next(it)
    it.throw(KeyError)
    it.close()
def trystar():
    try:
        raise ExceptionGroup('x',[ValueError(1)])
    except* ValueError:
        x=1
    except* KeyError:
        x=2
    return x
def lambdas():
    return (lambda: (
        1,
        2))()
def defdef(a,
        b=1,
        *,
        c=2):
    def g(
        x=a):
        return x
    return g()
def decocls():
    def d(c): return c
    @d
    class A(
        object):
        """doc"""
        y: int = 1
        def m(self): return 1
    return A().m()
def boolret(a,b):
    return a and b or (
       a)
def raisefrom():
    try:
        raise ValueError(
           1) from None
    except ValueError:
        return 1
def delst():
    a=b=1
    del a, \
      b
def unpack():
    a, b = (1,
       2)
    [c,
     d] = a, b
    return d
def exwith():
    try:
        with C():
            1/0
    except ZeroDivisionError:
        pass
for f,a in [(wt,()),(retfin,()),(retfin2,()),(ann,()),(imp,(0,)),(imp,(1,)),(imp2,([0,1,None],)),(imp3,(2,)),(exh,()),(ifconst,()),(forelse,()),(withret,()),(withbrk,()),(nestedfin,()),(call,(1,)),(kw,()),(dis,()),(useco,()),(genexc,()),(lambdas,()),(defdef,(1,)),(decocls,()),(boolret,(1,0)),(raisefrom,()),(delst,()),(exwith,())]:
    try: run(f,*a)
    except BaseException as e: sys.settrace(None); print(f.__name__,'EXC',e)
