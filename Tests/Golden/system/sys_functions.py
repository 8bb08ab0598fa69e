import sys
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__,e)
t(sys.setrecursionlimit,0); t(sys.setrecursionlimit,'x'); t(sys.intern,5); t(sys.getrefcount); t(sys.getsizeof); t(sys._getframe,100); t(sys.set_int_max_str_digits,5); t(sys.setswitchinterval,0); t(sys.setswitchinterval,'x'); t(sys.getsizeof,1,2,3); t(sys.audit); t(sys.audit,5); t(sys.exit,1,2); t(sys.set_coroutine_origin_tracking_depth,-1); t(sys.call_tracing,1,2);  t(sys.set_int_max_str_digits,'x');t(sys.addaudithook); t(sys.excepthook,1); t(sys.displayhook); t(sys.set_asyncgen_hooks,1); t(sys.setrecursionlimit,10**20); t(sys.stdout.write,5); t(sys.stdin.write,'x'); t(sys.stdout.read); t(sys.getsizeof,1); t(sys.getsizeof,[]); t(sys.getsizeof,{}); t(sys.getsizeof,'a'); t(sys.getsizeof,(1,)); t(sys.getsizeof,1.5); t(sys.getsizeof,'é');t(sys.getsizeof,b'a')
def deep(n):
    sys.setrecursionlimit(50)
t(deep,1); sys.setrecursionlimit(1000)
def r(n):
    if n==0: sys.setrecursionlimit(20)
    else: r(n-1)
t(r,30)
print(sys.int_info, sys.float_info, sys.hash_info, sys.thread_info, sys.version_info)
try: sys.flags.debug=1
except Exception as e: print(type(e),e)
t(type(sys.flags),()); t(type(sys.version_info)); t(type(sys.float_info),(1,))
print(sys.exc_info(), sys.exception())
try: 1/0
except Exception as e: print(sys.exc_info()[:2], sys.exception() is e)
def uh(a): print('UH', a.exc_type, a.exc_value, a.err_msg, a.object is not None, type(a))
sys.unraisablehook=uh
class D:
    def __del__(s): 1/0
D()
del sys.unraisablehook
sys.unraisablehook=sys.__unraisablehook__
t(sys.unraisablehook,5)
l=[]; sys.addaudithook(lambda e,a: l.append((e,a)) if e.startswith('my') else None); sys.audit('my.event',1,2); print(l)
sys.displayhook(5); sys.displayhook(None); sys.displayhook('x'); print(_)
t(eval,"1+"); t(compile,"x","f","bad"); t(compile,"x","f","exec",99999999); t(compile,5,"f","exec"); t(compile,"x",5,"exec"); t(exec,"x=1",5); t(eval,"1",{},5); t(exec,compile("x","f","exec"),{},closure=()); t(eval, "\0"); t(compile,"a\0b","f","exec")
print(sys.stdout, sys.stdin.encoding, sys.stderr.fileno(), sys.stdout.isatty(), sys.stdout.closed, sys.stdin.name)
for x in (SystemExit, SystemExit(5)):
    try: raise x
    except SystemExit as e: print(repr(e), e.code)
