import sys
def show(e,ind=0):
    p=' '*ind
    print(p,repr(e), 'ctx',repr(e.__context__),'cause',repr(e.__cause__), getattr(e,'__notes__',None))
    if isinstance(e,BaseExceptionGroup):
        for x in e.exceptions: show(x,ind+2)
def run(f):
    try: f()
    except BaseException as e: show(e)
    else: print("none")
def a():
    try: raise ValueError(1)
    except* ValueError: raise
run(a)
def a():
    try: raise ValueError(1)
    except* ValueError: raise TypeError(2)
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1),KeyError(2)])
    except* ValueError: raise TypeError(2)
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1)])
    except* ValueError: raise TypeError(2)
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1)])
    except* ValueError as e: raise e
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1),KeyError(3)])
    except* ValueError as e: raise TypeError(1)
    except* KeyError as e: raise TypeError(5)
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1),KeyError(3)])
    except* ValueError as e: raise
    except* KeyError as e: raise TypeError(5)
run(a)
def a():
    try: raise ExceptionGroup('x',[ValueError(1),KeyError(3)])
    except* ValueError as e: pass
run(a)
def a():
    try: raise ValueError(1)
    except* ValueError as e:
        show(e); print(e.__traceback__)
        
run(a)
class G2(ExceptionGroup):
    def derive(self, e): return 5
def a():
    try: raise G2('x',[ValueError(1),KeyError(3)])
    except* ValueError as e: pass
run(a)
class G2(ExceptionGroup):
    def split(self, e): return 5
def a():
    try: raise G2('x',[ValueError(1),KeyError(3)])
    except* ValueError as e: pass
#run(a)
class G2(ExceptionGroup):
    def derive(self, e): return ExceptionGroup('d',e)
g=G2('x',[ValueError(1),ExceptionGroup('i',[KeyError(3),ValueError(2)])])
g.add_note('n1'); g.__cause__=KeyError('c')
a,b=g.split(ValueError); show(a); show(b); print(a.__notes__ is g.__notes__)
g.__notes__=5; a,b=g.split(ValueError); show(a)
g.__notes__=(1,2); a,b=g.split(ValueError); show(a)
l=[]
g.subgroup(lambda e:l.append(e)); print(l)
print(G2.__new__(G2,'x',[KeyError()]).args, ExceptionGroup('m',(KeyError(),)).args, ExceptionGroup('m',(KeyError(),)).exceptions)
e=ExceptionGroup('m',[KeyError()]); e.__init__('z',5); print(repr(e),e.message,e)
