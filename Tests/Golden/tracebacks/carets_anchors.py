import sys
def show(f):
    try: f()
    except BaseException as e: sys.__excepthook__(type(e),e,e.__traceback__.tb_next)
x=None; y=[1]
def a(): return 1+(x)
show(a)
def a(): return (1)+(x)
show(a)
def a(): return (1)**(x)
show(a)
def a(): return (1)**x
show(a)
def a(): return 1 <<(x)
show(a)
def a(): return (  (1  ) )    -x
show(a)
def a(): return ((y))[(5)]
show(a)
def a(): return ((y))[(5) ]
show(a)
def a(): return y[ (5 ) : x:"a"]
show(a)
def a(): return y[5]+ 1
show(a)
def a(): return (y+1)(2)
show(a)
def a(): return x+ \
  1
show(a)
def a(): return (1) + x # )
show(a)
def a(): return y[1:"a"][5]
show(a)
def a(): return y [5]
show(a)
def a(): return "[" [5]
show(a)
def a(): return ("+")-x
show(a)
def a(): return (y)[0](3)
show(a)
def a(): (1 + x)
show(a)
def a(): y[7]
show(a)
def a(): y[7] = x.z = y[8]
show(a)
def a(): del y[7]
show(a)
def a(): y[7] += 1
show(a)
def a(): return (yield)+1
def a(): return f"{x + 1}"
show(a)
def a(): return x is not None or x -1
show(a)
def a(): return 1 + x;   
show(a)
def a():
    1 + x
show(a)
def a():
    1 + x  # c
show(a)
def a():
    x.foo
show(a)
def a():
    x.foo	
show(a)
def a():
	if 1:  	 x.foo	
show(a)
def a(): return 1 and 'é' @ x
show(a)
class C:
    def __getattr__(s,n): return 1/0
