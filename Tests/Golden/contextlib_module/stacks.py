# contextlib: contextmanager misused, ExitStack order and suppression, closing, redirects, suppress, nullcontext, chdir, async forms.
import asyncio, builtins, contextlib, io, os, sys, tempfile
from contextlib import *
folder = tempfile.mkdtemp()
os.chdir(folder)
sys.dont_write_bytecode = True


def print(*values):
    builtins.print(" ".join(map(str, values)).replace(folder, "F"))


def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



@contextmanager
def cm(name, log, suppress_=False, reraise=None):
    "doc of cm"
    log.append("enter " + name)
    try: yield name
    except Exception as e:
        log.append(f"{name} saw {type(e).__name__}")
        if reraise: raise reraise
        if not suppress_: raise
    finally: log.append("exit " + name)
@contextmanager
def none_yields():
    if False: yield
@contextmanager
def two_yields():
    yield 1; yield 2
@contextmanager
def swallow_two():
    try: yield
    except KeyError: yield "again"
@contextmanager
def stop():
    try: yield
    except RuntimeError: raise StopIteration
log = []
with cm("a", log) as a, cm("b", log) as b: log.append(a + b)
print(log); log.clear()
for label, call in {"suppressed": lambda: [None for _ in [0] if cm("x", log, True).__enter__()], "none": lambda: none_yields().__enter__(), "two": lambda: two_yields().__exit__(None, None, None) if False else [two_yields().__enter__()], "not started": lambda: cm("q", log).__exit__(None, None, None)}.items(): show(label, call)
def body(manager, raising=None):
    with manager as v:
        if raising: raise raising
        return v
for label, manager, error in (("plain", cm("p", log), None), ("raises", cm("r", log), KeyError("k")), ("suppresses", cm("s", log, True), KeyError("k")), ("reraises", cm("t", log, reraise=ValueError("new")), KeyError("k")), ("two yields", two_yields(), None), ("two yields on error", swallow_two(), KeyError("k")), ("StopIteration in", cm("u", log), StopIteration("x")), ("StopIteration out", stop(), RuntimeError("r")), ("suppress", suppress(KeyError, OSError), KeyError("k")), ("suppress other", suppress(OSError), KeyError("k")), ("suppress none", suppress(), KeyError("k")), ("suppress group", suppress(ValueError), ExceptionGroup("g", [ValueError("v")])), ("null", nullcontext(5), None), ("closing", closing(io.StringIO("c")), None), ("no methods", 5, None), ("half", type("H", (), {"__enter__": lambda s: 1})(), None)): show(label, lambda: body(manager, error))
print(log); log.clear()
c = cm("again", log)
with c: pass
show("reuse", lambda: body(c)); deco = cm("deco", log)
@deco
def decorated(x): log.append("body"); return x
print(decorated(1), decorated(2), log, decorated.__name__, cm.__doc__, cm("z", log).__doc__, cm.__wrapped__.__name__); log.clear()
class CD(ContextDecorator):
    def __enter__(self): log.append("in")
    def __exit__(self, *e): log.append(e[0] and e[0].__name__); return True
@CD()
def fails(): 1 / 0
print(fails(), log); log.clear()
with ExitStack() as s:
    print(s.enter_context(cm("1", log)), s.push(type("E", (), {"__exit__": lambda s, *e: log.append("E")})()).__class__.__name__, s.callback(log.append, "callback").__name__, s.push(lambda *e: log.append(("push", e[0])))  .__name__, s.enter_context(nullcontext("n")))
print(log); log.clear()
def stack_errors():
    with ExitStack() as s:
        s.enter_context(cm("outer", log)); s.callback(lambda: 1 / 0); s.enter_context(cm("sup", log, True)); raise KeyError("first")
show("stack raises", stack_errors); print(log); log.clear()
try: stack_errors()
except ZeroDivisionError as e: print(type(e.__context__).__name__ if e.__context__ else None)
s = ExitStack(); s.enter_context(cm("moved", log)); t = s.pop_all(); s.close(); print(log); t.close(); print(log); show("not a manager", lambda: ExitStack().enter_context(5)); show("push odd", lambda: ExitStack().push(5)); show("callback none", lambda: ExitStack().callback())
out, err = io.StringIO(), io.StringIO()
with redirect_stdout(out), redirect_stderr(err): builtins.print("captured"); sys.stderr.write("err"); r = redirect_stdout(io.StringIO())
print(repr(out.getvalue()), repr(err.getvalue()), sys.stdout is sys.__stdout__); os.mkdir("sub")
with chdir("sub"): print(os.getcwd())
print(os.getcwd()); show("chdir absent", lambda: body(chdir("absent"))); print(AbstractContextManager.__subclasshook__(type("X", (), {"__enter__": 1, "__exit__": 1})), isinstance(nullcontext(), AbstractContextManager), issubclass(int, AbstractContextManager)); show("abstract", lambda: AbstractContextManager())
async def main():
    @asynccontextmanager
    async def acm(n):
        log.append("aenter " + n)
        try: yield n
        except ValueError: log.append("asaw")
        finally: log.append("aexit " + n)
    async with acm("x") as v: log.append(v)
    async with acm("y"): raise ValueError
    async with AsyncExitStack() as st: print(await st.enter_async_context(acm("z")), st.push_async_callback(asyncio.sleep, 0).__name__, st.enter_context(nullcontext(3)), await st.enter_async_context(nullcontext(4)))
    async with aclosing(acm.__wrapped__("g")) as g: print(await anext(g))
    try: await AsyncExitStack().enter_async_context(5)
    except TypeError as e: print(e)
    @acm("deco")
    async def f(): return "from f"
    print(await f())
log.clear(); asyncio.run(main()); print(log)
