import _warnings
import io
import sys
import warnings


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


def collect(action, *calls, **options):
    with warnings.catch_warnings(record=True) as caught:
        warnings.resetwarnings(); warnings.simplefilter(action, **options)
        registry = {}
        for text, category, line in calls:
            warnings.warn_explicit(text, category, "file.py", line, "mod", registry)
    return [(str(w.message), w.category.__name__, w.lineno) for w in caught]


CALLS = [("a", UserWarning, 1), ("a", UserWarning, 1), ("a", UserWarning, 2), ("b", UserWarning, 1), ("a", DeprecationWarning, 1)]
for action in ("always", "default", "module", "once", "ignore"):
    show(action, lambda: collect(action, *CALLS))
show("error", lambda: collect("error", *CALLS))
show("category", lambda: collect("always", *CALLS, category=DeprecationWarning))
show("line", lambda: collect("always", *CALLS, lineno=2))
show("bad action", lambda: warnings.simplefilter("nope"))
show("bad category", lambda: warnings.filterwarnings("ignore", category=int))
show("bad line", lambda: warnings.simplefilter("ignore", lineno=-1))
show("bad message", lambda: warnings.filterwarnings("ignore", message=3))
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("error", message="AB.*c", category=UserWarning, module="m.d$"); warnings.filterwarnings("always", append=True)
    print(warnings.filters[-1], len(warnings.filters))
    show("matches", lambda: warnings.warn_explicit("abxc", UserWarning, "f", 1, "mod"))
    show("module differs", lambda: warnings.warn_explicit("abxc", UserWarning, "f", 1, "mode"))
print(len(caught), caught[0].message, caught[0].source, str(caught[0])[:40])
show("not category", lambda: warnings.warn("x", int))
show("not type", lambda: warnings.warn("x", 3))
show("instance", lambda: collect("always", (UserWarning("inst"), None, 3)))
show("registry", lambda: warnings.warn_explicit("x", UserWarning, "f", 1, registry=3))
err, sys.stderr = sys.stderr, io.StringIO()
warnings.simplefilter("always")


def inner(level): warnings.warn("deep", stacklevel=level)
def outer(level): inner(level)


outer(1)
outer(2)
outer(3)
outer(99)
warnings.warn(DeprecationWarning("an instance"))
warnings.warn("with source", ResourceWarning, source=[])
warnings.showwarning("shown", UserWarning, "f.py", 3, line="the line")
warnings.warn("multi\nline")
text, sys.stderr = sys.stderr.getvalue(), err
print(text)
print(warnings.formatwarning("m", UserWarning, "no_file.py", 5), _warnings.filters is warnings.filters, _warnings._defaultaction,
    warnings._getaction if False else "")
old, warnings.showwarning = warnings.showwarning, lambda *a, **k: print("  hook", a[0], a[1].__name__, a[3] > 0, k)
warnings.warn("to hook"); warnings.showwarning = old
with warnings.catch_warnings(action="error"):
    show("action", lambda: warnings.warn("err"))
with warnings.catch_warnings(record=True,
    category=UserWarning) if False else warnings.catch_warnings(record=True) as log: warnings.simplefilter("once"); [warnings.warn("loop") for _ in range(3)]
print(len(log), warnings.catch_warnings(record=True))
c = warnings.catch_warnings()
show("exit", lambda: c.__exit__())
c.__enter__()
show("enter", lambda: c.__enter__())
c.__exit__()
