import sys, gc, weakref
def tr(f, *a, **k):
    try: print("->", f(*a, **k))
    except BaseException as e: print(type(e).__name__, repr(e.args), repr(e.__context__), repr(e.__cause__))
# delegation
def inner(log):
    while True:
        try: log.append((yield))
        except KeyError as e: log.append(repr(e))
        except GeneratorExit: log.append("exit"); raise
def outer(log):
    try: yield from inner(log)
    except ValueError as e: log.append("outer " + repr(e)); yield "v"
    finally: log.append("fin")
log = []; g = outer(log); next(g); g.send(1); g.throw(KeyError("k")); print(g.throw(ValueError("v"))); g.close(); print(log)
log = []; g = outer(log); next(g); g.close(); print(log)
log = []; g = outer(log); next(g); tr(g.throw, GeneratorExit("mine")); print(log)
class It:
    def __init__(self, **k): self.__dict__.update(k)
    def __iter__(self): return self
    def __next__(self): return "n"
def d(it): 
    try: r = yield from it; print("r", r); yield "after"
    except BaseException as e: print("in d", repr(e), repr(e.__context__)); raise
g = d(It()); next(g); tr(g.send, 3); 
g = d(It()); next(g); tr(g.throw, KeyError, 3)
g = d(It()); next(g); g.close()
g = d(It(close=lambda: print("closed"))); next(g); g.close()
def bc(): raise OSError("bad close")
g = d(It(close=bc)); next(g); tr(g.close)
g = d(It(close=bc)); next(g); tr(g.throw, GeneratorExit)
g = d(It(throw=lambda *a: ("thrown", len(a)))); next(g); tr(g.throw, KeyError, 3); tr(g.throw, KeyError); tr(g.throw, KeyError(4), None, None)
def st(*a): raise StopIteration(77)
g = d(It(throw=st)); next(g); tr(g.throw, KeyError); 
g = d(It(send=lambda v: ("sent", v))); next(g); tr(g.send, 5); tr(g.send, None)
g = d([1, 2]); next(g); tr(g.send, 5)
def outer2():
    try: yield from inner2()
    except RuntimeError as e: print("o2", e); yield 5
def inner2():
    try: yield 1
    except GeneratorExit: yield 2
g = outer2(); next(g); tr(g.close)
# shared inner
def sh(): 
    yield 1; yield 2; yield 3
s = sh()
def usr(): r = yield from s; print("ret", r)
a, b = usr(), usr(); print(next(a), next(b), next(a)); tr(next, b); tr(next, a)
s = sh(); a = usr(); next(a); s.close(); tr(a.throw, KeyError(1))
# running inner
def selfy():
    tr(next, top)
    yield 1
def topg(): yield from selfy()
top = topg(); next(top)
# exception context
def ctx():
    try: 1/0
    except ZeroDivisionError:
        yield 1
        print("handling", sys.exc_info()[0])
        try: raise KeyError
        except KeyError as e: print(repr(e.__context__))
        yield 2
    print("after", sys.exc_info()[0])
    yield 3
g = ctx(); next(g); print(sys.exc_info())
try: raise OSError("outside")
except OSError:
    next(g); print(sys.exc_info()[0]); next(g)
    try: g.throw(KeyError("x"))
    except KeyError as e: print(repr(e.__context__))
def c2():
    try: yield
    except KeyError as e: print("ctx", repr(e.__context__)); raise
g = c2(); next(g)
try:
    try: raise OSError
    except OSError: g.throw(KeyError)
except KeyError as e: print(repr(e.__context__))
# generators in cycles
class X: 
    def __del__(self): print("X del")
def cyc():
    x = X(); me = yield
    try: yield
    finally: print("cyc fin")
g = cyc(); next(g); g.send(g); del g; gc.collect(); print("collected")
g = cyc(); w = weakref.ref(g); next(g); del g; print(w())
def res():
    global saved
    try: yield
    finally: saved = sys._getframe()
g = res(); next(g); del g; print(saved.f_lineno)
# finally order
def ff():
    try: yield 1
    finally: print("ff")
for x in ff(): break
print("after break")
def fn(): 
    for x in ff(): return x
print(fn())
# tb of throw
def tbg():
    yield 1
    yield 2
g = tbg(); next(g)
try: g.throw(ValueError("q"))
except ValueError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
g = tbg()
try: g.throw(ValueError("q"))
except ValueError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
try:
    def deepg(n):
        if n: yield from deepg(n - 1)
        else: 1/0
        yield
    next(deepg(2))
except ZeroDivisionError as e:
    t = e.__traceback__
    while t: print(t.tb_frame.f_code.co_name, t.tb_lineno); t = t.tb_next
def fw(): pass
w = weakref.ref(fw); print(w() is fw); del fw; print(w())
c = (lambda: 1).__code__; w = weakref.ref(c); print(w() is c)
g = (i for i in range(3)); print(g.__name__, g.__qualname__, g.gi_code.co_name, g.gi_yieldfrom, g.gi_frame.f_locals); print(sum(g))
def yf(): yield from [1,2]
g = yf(); print(g.gi_yieldfrom); next(g); print(type(g.gi_yieldfrom)); 
print([*yf()], (lambda *a: a)(*yf()), max(yf()), dict.fromkeys(yf()))
