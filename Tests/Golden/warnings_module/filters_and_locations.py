# warnings: filters in order, registries, stack levels, categories, records, the formats on stderr, once and module actions, errors.
import io, sys, warnings

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def caught(call, *actions):
    with warnings.catch_warnings(record=True) as log:
        warnings.resetwarnings()
        for a in actions: warnings.filterwarnings(**a) if isinstance(a, dict) else warnings.simplefilter(*a)
        try: call()
        except Warning as w: return "raised", type(w).__name__, str(w)
        return [(w.category.__name__, str(w.message), w.lineno > 0) for w in log]


def one(text="msg", cat=UserWarning): warnings.warn(text, cat)
def many():
    for text in ("a", "a", "b"): one(text)
    one("a", DeprecationWarning); globals().pop("__warningregistry__", None)
for action in ("default", "always", "ignore", "error", "once", "module"): print(action, caught(many, (action,)))
print(caught(many, ("ignore",), ("always", DeprecationWarning)), caught(many, dict(action="always"), dict(action="ignore", message="A")), caught(many, dict(action="always"), dict(action="error", message="b$")), caught(many, dict(action="always", module="nope")), caught(many, dict(action="always", lineno=1)), caught(many, dict(action="ignore"), dict(action="always", category=UserWarning, append=True)))
class Mine(UserWarning): pass
for label, call in {"instance": lambda: caught(lambda: warnings.warn(Mine("inst")), ("always",)), "instance category": lambda: caught(lambda: warnings.warn(Mine("inst"), DeprecationWarning), ("always",)), "category type": lambda: warnings.warn("x", int), "category instance": lambda: warnings.warn("x", "y"), "message int": lambda: caught(lambda: warnings.warn(5), ("always",)), "stacklevel": lambda: caught(lambda: warnings.warn("x", stacklevel=50), ("always",)), "stacklevel 0": lambda: caught(lambda: warnings.warn("x", stacklevel=0), ("always",)), "stacklevel text": lambda: warnings.warn("x", stacklevel="y"), "source": lambda: caught(lambda: warnings.warn("x", ResourceWarning, source=show), ("always",)), "filter action": lambda: warnings.filterwarnings("nope"), "filter message": lambda: warnings.filterwarnings("error", 5), "filter category": lambda: warnings.filterwarnings("error", category=5), "filter category class": lambda: warnings.filterwarnings("error", category=int), "filter module": lambda: warnings.filterwarnings("error", module=5), "filter lineno": lambda: warnings.filterwarnings("error", lineno=-1), "simple action": lambda: warnings.simplefilter("nope"), "simple lineno": lambda: warnings.simplefilter("error", lineno=-1), "explicit": lambda: caught(lambda: warnings.warn_explicit("ex", UserWarning, "f.py", 7, "mod", {}), ("always",)), "explicit missing": lambda: warnings.warn_explicit("x", UserWarning), "explicit registry": lambda: warnings.warn_explicit("x", UserWarning, "f", 1, registry=5), "explicit loader": lambda: warnings.warn_explicit("x", UserWarning, "f", 1, module_globals=5), "enter twice": lambda: (c := warnings.catch_warnings(), c.__enter__(), c.__enter__()), "exit first": lambda: warnings.catch_warnings().__exit__(), "catch repr": lambda: (repr(warnings.catch_warnings()), repr(warnings.catch_warnings(record=True))), "setoption": lambda: warnings._setoption("ignore::nope.Nope"), "setoption many": lambda: warnings._setoption("a:b:c:d:e:f"), "setoption action": lambda: warnings._getaction("zz"), "category": lambda: warnings._getcategory("os.path"), "category missing": lambda: warnings._getcategory("Nope"), "filters type": lambda: caught(one, ("always",)) and None}.items(): show(label, call)
registry = {}
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter("default")
    for line in (1, 1, 2): warnings.warn_explicit("r", UserWarning, "f.py", line, registry=registry)
    print([w.lineno for w in log], sorted(map(str, registry))); warnings.simplefilter("default"); warnings.warn_explicit("r", UserWarning, "f.py", 1, registry=registry); print(len(log))
w = warnings.WarningMessage("m", UserWarning, "f.py", 3, line="  src"); print(w, warnings.formatwarning("m", UserWarning, "f.py", 3, "  the line "), warnings.formatwarning("m", UserWarning, "absent.py", 3)); out = io.StringIO(); warnings.showwarning("s", UserWarning, "f.py", 9, out, "text"); print(out.getvalue()); old = warnings.showwarning; got = []; warnings.showwarning = lambda *a, **k: got.append((str(a[0]), a[3] > 0)); warnings.simplefilter("always"); one("shown"); warnings.showwarning = old; print(got); warnings.formatwarning = lambda m, c, f, l, line=None: f"custom {m} {c.__name__}\n"; err, sys.stderr = sys.stderr, io.StringIO(); one("formatted"); text, sys.stderr = sys.stderr.getvalue(), err; print(text)
warnings.filters[:] = []; saved = warnings.defaultaction; print(saved, warnings.onceregistry == {} or True, sorted(c.__name__ for c in Warning.__subclasses__() if c.__module__ == "builtins")); err, sys.stderr = sys.stderr, None; warnings.warn("no stderr"); sys.stderr = err
