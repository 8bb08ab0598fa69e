"""Setting f_lineno: where one may not go."""
import sys
class C:
    def __enter__(self): return self
    def __exit__(self, *a): pass
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
def a():
    sys._getframe().f_lineno=3
t(a)
def g():
    yield 1
x=g()
def b(): x.gi_frame.f_lineno=3
t(b)
next(x); t(b)
def tr(ev,line):
    def tt(fr,e,arg):
        if fr.f_code.co_name!='victim': return
        if e==ev:
            try: fr.f_lineno=fr.f_code.co_firstlineno+line
            except BaseException as ex: print(ev,line,type(ex).__name__,ex)
        return tt
    return tt
def victim():
    x=1
    with C() as f:
        y=2
    for i in range(2):
        z=1
    try:
        1/0
    except Exception:
        w=1
    return 5
for ev,l in [('call',1),('return',1),('exception',1),('line',-3),('line',30),('line',3),('line',5),('line',9)]:
    sys.settrace(tr(ev,l))
    if ev=='line' and l in (3,5,9):
        # only on first line
        def mk(l):
            def tt(fr,e,arg):
                if fr.f_code.co_name!='victim': return
                if e=='line' and fr.f_lineno==fr.f_code.co_firstlineno+1:
                    try: fr.f_lineno=fr.f_code.co_firstlineno+l
                    except BaseException as ex: print(ev,l,type(ex).__name__,ex)
                return tt
            return tt
        sys.settrace(mk(l))
    victim()
    sys.settrace(None)
def nl():
    sys._getframe().f_lineno='x'
t(nl)
def dl():
    del sys._getframe().f_lineno
t(dl)
