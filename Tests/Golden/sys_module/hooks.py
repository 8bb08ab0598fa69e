import io
import sys


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


out = io.StringIO()
sys.displayhook(None); sys.displayhook([1, "é"]); import builtins; print(builtins._)
try: 1 / 0
except ZeroDivisionError as error:
    sys.stderr, old = out, sys.stderr
    sys.excepthook(*sys.exc_info())
    sys.__excepthook__(ValueError, ValueError("v"), None)
    sys.stderr = old
    print(sys.exc_info()[0], sys.exception() is error)
print(out.getvalue(), sys.exc_info(), sys.exception())
show("hook args", lambda: sys.excepthook(1))
u = []
sys.unraisablehook = u.append


class D:
    def __del__(self): raise KeyError("in del")


D(); print(u[0].exc_type, u[0].exc_value, u[0].err_msg, u[0].object.__qualname__, type(u[0])); sys.unraisablehook = sys.__unraisablehook__; u.clear()
events = []
sys.addaudithook(lambda name, args: events.append((name, args)) if name.startswith("golden") else None)
sys.audit("golden.event", 1, "x")
sys.audit("golden")
print(events)
show("audit", lambda: sys.audit()); show("audit type", lambda: sys.audit(5)); calls = []


def profile(frame, event, arg): calls.append((event, frame.f_code.co_name if event in ("call", "return") else arg.__name__))


def g(): return len("abc")


sys.setprofile(profile); g(); sys.setprofile(None); print(calls, sys.getprofile())
lines = []


def tracer(frame, event, arg): lines.append((event, frame.f_lineno - frame.f_code.co_firstlineno, arg if event != "call" else None)); return tracer


def h(n):
    for i in range(n):
        n += i
    return n


sys.settrace(tracer); h(2); sys.settrace(None); print(lines, sys.gettrace())
for label, call in {"getsizeof": lambda: sys.getsizeof(5) > 0, "getsizeof bad": lambda: sys.getsizeof(type("S", (), {"__sizeof__": lambda s: "x"})()),
    "getsizeof default": lambda: sys.getsizeof(type("S", (), {"__sizeof__": lambda s: -1})(), 7),
    "intern": lambda: sys.intern("a b") is sys.intern("a " + "b"), "intern type": lambda: sys.intern(5),
    "recursion": lambda: sys.setrecursionlimit(0), "recursion type": lambda: sys.setrecursionlimit("x"), "frame": lambda: sys._getframe(1000),
    "frame name": lambda: sys._getframe(1).f_code.co_name, "exit": lambda: 0, "refcount": lambda: sys.getrefcount(object()),
    "digits": lambda: (sys.set_int_max_str_digits(700), sys.get_int_max_str_digits(), sys.set_int_max_str_digits(0), sys.set_int_max_str_digits(4300)),
    "digits bad": lambda: sys.set_int_max_str_digits(5), "call_tracing": lambda: sys.call_tracing(max, (1, 2)),
    "version": lambda: (sys.version_info[:2], sys.version_info.releaselevel, sys.hexversion >> 16 == 0x30b, sys.api_version),
    "float": lambda: (sys.float_info.max, sys.float_info.dig, sys.float_repr_style), "int": lambda: (sys.int_info, sys.hash_info),
    "limits": lambda: (sys.maxsize, sys.maxunicode, sys.byteorder), "flags": lambda: sys.flags,
    "encoding": lambda: (sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getfilesystemencodeerrors()),
    "names": lambda: (sys.platform, sys.implementation.name, "sys" in sys.builtin_module_names, "json" in sys.stdlib_module_names),
    "thread": lambda: sys.thread_info[:2],
    "coroutine": lambda: (sys.get_coroutine_origin_tracking_depth(), sys.set_coroutine_origin_tracking_depth(-1)),
    "asyncgen": lambda: sys.get_asyncgen_hooks(), "allocated": lambda: sys.getallocatedblocks() > 0, "current": lambda: len(sys._current_frames()),
    "finalizing": lambda: sys.is_finalizing(), "dlopen": lambda: sys.getdlopenflags() > 0, "argv": lambda: sys.orig_argv[-1]}.items():
    show(label, call)
