import sys
def show(f):
    try: f()
    except BaseException as e: sys.__excepthook__(type(e),e,e.__traceback__)
def a():
    x=1; x = (x) + ("é")   
show(a)
def a():
    é=1; é = é + ("é")[0]
show(a)
def a():
    é=[1]; ü = é['éé'] + 1
show(a)
def a():
    é=[1]; ü = (é)  [ 'éé' ]  # c
show(a)
def a():
    return 1//0   
show(a)
def a():
    return [1][
      5]
show(a)
def a():
    1 // 0   
show(a)
def a():
    raise ValueError("a\nb")   
def g():
    try: a()
    except Exception as e: e.add_note("n1\nn2"); raise ExceptionGroup("top\nx",[e, KeyError(1), ExceptionGroup("in",[OSError(1,'x'), ValueError()])]) from e
show(g)
def h():
    try: g()
    except Exception as e: raise KeyError('z')
show(h)
def h():
    try: a()
    except Exception as e: e.add_note('q'); raise ExceptionGroup("zz",[KeyError(i) for i in range(18)])
show(h)
def h():
    e=ValueError(1)
    for i in range(12): e=ExceptionGroup("d%d"%i,[e])
    raise e
show(h)
def n(v):
    e=ValueError('x'); e.__notes__=v; sys.__excepthook__(ValueError,e,None)
class B:
    def __str__(s): 1/0
    def __repr__(s): 1/0
n([]);n('abc');n(b'x');n(5);n(B());n([1,B(),'a\nb\n','']);n(('a','b'))
class E(Exception):
    def __str__(s): 1/0
class F(Exception): __module__=5
sys.__excepthook__(E,E(),None); sys.__excepthook__(F,F('x'),None)
class O:
    class I(Exception): pass
sys.__excepthook__(O.I,O.I('x'),None)
O.I.__module__='mod'
sys.__excepthook__(O.I,O.I('x'),None)
for v in [5,None]:
    sys.__excepthook__(ValueError,v,None)
def s(*a,**k):
    e=SyntaxError(*a)
    for x,y in k.items(): setattr(e,x,y)
    sys.__excepthook__(SyntaxError,e,None)
s('m',('f',2,3,'  abcdef\n',2,5)); s('m',('f',2,3,'  abcdef\n',3,5)); s('m',('f',2,3,'  abcdef\n')); s('m',('f',2,0,'  abcdef\n')); s('m',('f',2,-1,'  abcdef\n')); s('m',('f',2,None,'  abcdef\n')); s('m',('f',None,3,'  abcdef\n')); s('m',(None,1,3,'  abcdef\n')); s('m',('f',2,3,None)); s('m',('f',2,1,'  abcdef\n',2,2)); s('m'); s(); s('m',('f',2,3,'  éücdef\n',2,5)); s('m',('f',2,30,'  abcdef\n',2,50)); s('m',('f',2,10,'  abcdef\nghijkl\nmn',2,12)); s('m',('f',2,5,'',2,12)); s('m',('f',2,5,'\n',2,12)); s('m',('f',2,3,'  abcdef\n',2,0)); s('m',('f',2,3,'  abcdef\n',2,3)); s('m',('f',2,5,'  abcdef\n',2,3)); s('m',('f',2,5,'\tab\tcdef\n',2,7)); s('m',('f',0,5,'\tab\tcdef\n',0,0)); s('m',('f','2',5,'x')); s('m',('f',2,'5','x')); s(B()); s(5,('f',2,3,'xxxxxx'));s('m',(5,2,3,'xxxxxx')); s('m',('f',2,4,'  abcdef\n',None,None)); s('m',('f',2,4,'  abcdef\n',2,-1)) ; s('m',('f',2,4,'  abcdef\n',2,100))
e=SyntaxError('m',('f',2,3,'  abcdef\n',2,5)); e.add_note('nn'); sys.__excepthook__(SyntaxError,e,None)
class SE(SyntaxError): pass
sys.__excepthook__(SyntaxError,SE('m',('f',2,3,'  abcdef\n',2,5)),None)
sys.tracebacklimit=0; show(a); sys.tracebacklimit=1; show(a); sys.tracebacklimit=-1; show(a); sys.tracebacklimit='x'; show(a); del sys.tracebacklimit
sys.__excepthook__(ExceptionGroup,ExceptionGroup('m',[SyntaxError('m',('f',2,3,'  abcdef\n',2,5))]),None)
def loop():
    a=ValueError('a'); b=ValueError('b'); a.__context__=b; b.__context__=a
    sys.__excepthook__(ValueError,a,None)
loop()
def rec(n): return rec(n-1) if n else 1/0
def h(): rec(10)
show(h)
