# TracebackException, StackSummary, FrameSummary and the functions around them.
import io
import sys
import traceback

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def capture(call):
    try: call()
    except BaseException as error: return error


def level3(x): return 1 / x
def level2(x): return level3(
    x)
def level1(x):
    try:
        level2(x)
    except ZeroDivisionError as error:
        raise ValueError("wrapped") from error
def context():
    try: {}["k"]
    except KeyError: [][5]
def suppressed():
    try: {}["k"]
    except KeyError: raise RuntimeError("no context") from None
def recursive(n): return recursive(n - 1) if n else 1 / 0
def group():
    errors = [capture(lambda: level3(0)), ValueError("plain"), ExceptionGroup("inner", [TypeError("t"), capture(context)])]
    raise ExceptionGroup("outer", errors)
def noted():
    e = ValueError("with notes"); e.add_note("first\nsecond line"); e.add_note(""); raise e
class Odd(Exception):
    def __str__(self): raise RuntimeError("no text")
class Nested:
    class Inner(Exception): pass
def cycle():
    a, b = ValueError("a"), TypeError("b"); a.__cause__, b.__cause__ = b, a; raise a
def long_lines(): return sum([1, 2, 3]) + len("\u65e5\u672c" * 3) + {}["\u65e5\u672c"]


for name, call in {"chained": lambda: level1(0), "context": context, "suppressed": suppressed, "recursive": lambda: recursive(20), "group": group, "noted": noted, "odd": lambda: (_ for _ in ()).throw(Odd()), "nested": lambda: (_ for _ in ()).throw(Nested.Inner("deep\nlines")), "cycle": cycle, "wide": long_lines, "syntax": lambda: compile("x = (1,\ny = 2", "<made>", "exec"), "syntax tab": lambda: compile("if 1:\n\tfoo bar", "made up.py", "exec"), "empty": lambda: (_ for _ in ()).throw(ValueError()), "newline": lambda: (_ for _ in ()).throw(ValueError("a\nb"))}.items():
    error = capture(call)
    te = traceback.TracebackException.from_exception(error, capture_locals=name == "chained")
    print("==", name); print("".join(te.format()).replace(" at 0x", " at ")if name != "chained" else "".join(traceback.format_exception(error)), end="")
    print(list(te.format_exception_only()), str(te)[:40], te.exc_type.__name__, len(te.stack), te.__suppress_context__, [f.name for f in te.stack])
    for limit in 1, -1, 0: print("limit", limit, [f.name for f in traceback.TracebackException.from_exception(error, limit=limit).stack], len(traceback.format_exception(error, limit=limit, chain=False)))
te = traceback.TracebackException.from_exception(capture(lambda: level1(0)), capture_locals=True)
print([sorted(f.locals or ()) for f in te.stack], te.__cause__.stack[-1].locals, te == traceback.TracebackException.from_exception(capture(lambda: level1(0))), te == te, te == 3)
f = te.__cause__.stack[-1]; print(f, f.filename, f.lineno, f.name, f.line, f.colno, f.end_colno, f.end_lineno, tuple(f), f[1], len(f), f == ("formats.py", f.lineno, f.name, f.line), f == f)
s = traceback.StackSummary.from_list([("a.py", 1, "f", "  code  "), ("b.py", 2, "<module>", None), ["c.py", 3, "g", ""], traceback.FrameSummary("d.py", 4, "h", line="x = 1", colno=0, end_colno=1, end_lineno=4)]); print(s.format(), s[0], repr(s[3]))
print(traceback.StackSummary.from_list([("r.py", 1, "r", "r()")] * 6).format(), traceback.format_list([("q.py", 9, "q", None)])); show("from_list bad", lambda: traceback.StackSummary.from_list([(1, 2)])); show("format_list bad", lambda: traceback.format_list([5]))
e = capture(lambda: level3(0)); print(traceback.format_exception_only(e), traceback.format_exception_only(ValueError, ValueError("two")), traceback.format_exception_only(None), traceback.format_exception_only(SyntaxError("s", ("f.py", 3, 2, "a b\n", 3, 4))), traceback.format_tb(e.__traceback__)[-1], traceback.extract_tb(e.__traceback__, limit=1), traceback.format_exception(None), traceback.format_exception(type(e), e, None))
out = io.StringIO(); traceback.print_exception(e, file=out); traceback.print_tb(e.__traceback__, file=out); traceback.print_list([("z.py", 1, "z", "zz")], file=out); traceback.print_stack(limit=1, file=out); print(out.getvalue())
try: level3(0)
except ZeroDivisionError: print(traceback.format_exc(limit=1), [type(x).__name__ for x in traceback.walk_tb(sys.exc_info()[2]).__next__()]); traceback.print_exc(file=sys.stdout, chain=False)
print(repr(traceback.format_exc()), traceback.format_stack(limit=1), [f.name for f in traceback.extract_stack()], [n for _, n in traceback.walk_stack(None)][:0])
show("two arguments missing", lambda: traceback.format_exception(ValueError)); show("value type", lambda: traceback.format_exception(3)); show("clear_frames", lambda: traceback.clear_frames(e.__traceback__)); show("last", lambda: traceback.print_last())
