"""Events of sys.settrace, statement by statement."""
import sys
def trace(fr,ev,arg):
    if fr.f_code.co_filename!=__file__ or fr.f_code.co_name in ('trace','run'): return
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
def one(): return 1
def loop():
    for i in range(2):
        x=i
    return x
def wh():
    n=2
    while n:
        n-=1
    else:
        n=5
    return n
def oneline():
    n=2
    while n: n-=1
def inner(a): 
    b=a+1
    return b
def calls():
    x=inner(1)
    y=inner(
        inner(2))
    return (x,
        y)
def exc():
    try:
        1/0
    except ZeroDivisionError as e:
        z=1
    finally:
        z=2
    return z
def exc2():
    raiser()
def raiser():
    raise ValueError('x')
def gen():
    yield 1
    x=yield 2
    yield 3
def usegen():
    for i in gen():
        pass
def sub():
    r=yield from gen()
    return r
def usesub():
    return list(sub())
def comp():
    return [i for i in (1,2)
        if i]
def cls():
    class A:
        x=1
        def f(self): pass
    return A
def withs():
    with C() as c:
        c
    return 1
class C:
    def __enter__(self):
        return self
    def __exit__(self,*a):
        return True
def withexc():
    with C():
        raise KeyError
    return 2
def ifelse(a):
    if a:
        b=1
    elif not a:
        b=2
    else:
        b=3
    if a and \
       b:
        c=1
    return (a
       or b)
def deco(f):
    return f
def decorated():
    @deco
    @deco
    def g():
        return 1
    return g()
def cell():
    a=1
    def h():
        nonlocal a
        a=2
        return a
    return h()
def closure_args(a,b):
    def h():
        return a
    return h()
def docstr():
    """doc"""
    pass
def empty(): pass
def fin():
    for i in range(2):
        try:
            if i: continue
            y=1
        finally:
            x=1
    return x
def brk():
    while True:
        try:
            break
        finally:
            x=1
    return x
def nested_exc():
    try:
        try:
            raiser()
        except KeyError:
            pass
    except ValueError:
        raise
def lam():
    f=lambda x: x+1
    return f(1)
def matchs(x):
    match x:
        case 1:
            y=1
        case [a,b]:
            y=2
        case _:
            y=3
    return y
def stopit():
    class It:
        def __iter__(self): return self
        def __next__(self): raise StopIteration
    for x in It():
        pass
def delx():
    x=1
    del x
    try:
        x
    except NameError:
        pass
def multi():
    a=1; b=2; c=3
    return a, \
        b
def tryelse():
    try:
        x=1
    except:
        y=1
    else:
        y=2
    return y
def genexp():
    return sum(i for i in (1,2))
for f,a in [(one,()),(loop,()),(wh,()),(oneline,()),(calls,()),(exc,()),(exc2,()),(usegen,()),(usesub,()),(comp,()),(cls,()),(withs,()),(withexc,()),(ifelse,(0,)),(ifelse,(1,)),(decorated,()),(cell,()),(closure_args,(1,2)),(docstr,()),(empty,()),(fin,()),(brk,()),(nested_exc,()),(lam,()),(matchs,(1,)),(matchs,([1,2],)),(matchs,(5,)),(stopit,()),(delx,()),(multi,()),(tryelse,()),(genexp,())]: run(f,*a)
src='''
x=1
for i in range(2):
    y=i
def f():
    pass
f()
'''
def ex():
    exec(compile(src,__file__,'exec'),{})
run(ex)
