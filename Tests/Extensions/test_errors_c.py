# Errors from C and through C, results that break the rules, recursion through callbacks.
import sys, traceback, warnings, errors_c

def show(function, *arguments):
    try:
        result = function(*arguments)
        print("  ", result)
    except BaseException as error:
        print("  ", type(error).__name__, error, "| cause", repr(error.__cause__), "| context", repr(error.__context__))

def fail(): raise KeyError("key", 1)
def stop(): raise StopIteration(5)

print("results"); show(lambda: errors_c.null_result()); show(lambda: errors_c.result_and_error())
print("setting")
show(errors_c.set, ValueError, "text"); show(errors_c.set, ValueError, (1, 2)); show(errors_c.set, ValueError, ValueError("made")); show(errors_c.set, KeyError, None)
show(errors_c.set, 3, "x"); show(errors_c.set, int, "x"); show(errors_c.set_none, EOFError); show(errors_c.own); print(errors_c.Error, errors_c.Error.__mro__)
show(errors_c.from_errno, 2); show(errors_c.from_errno, 2, "file"); show(errors_c.from_errno, 13, b"file"); show(errors_c.import_error)
try: errors_c.import_error()
except ImportError as error: print("  ", error.name, error.path)
show(errors_c.no_memory); show(errors_c.bad_call); show(errors_c.bad_argument)
print("fetching")
show(errors_c.fetch, fail); show(errors_c.fetch, stop); show(errors_c.fetch, lambda: 1 / 0); show(errors_c.fetch, lambda: {}[1]); show(errors_c.fetch, lambda: 7)
show(errors_c.fetch, lambda: int("x")); show(errors_c.fetch, lambda: [].nope); show(errors_c.fetch, fail, True); show(errors_c.fetch, 5)
show(errors_c.matches, fail, KeyError); show(errors_c.matches, fail, (ValueError, LookupError)); show(errors_c.matches, fail, ValueError)
show(errors_c.chain, fail)
print("handled"); show(errors_c.handled)
try: fail()
except KeyError:
    show(errors_c.handled); show(errors_c.own); show(errors_c.fetch, errors_c.own)
show(errors_c.thread_state, fail)
try: raise OSError("outer")
except OSError: show(errors_c.thread_state, fail)
print("warnings")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    show(errors_c.warn, 1)
    for w in caught: print("  ", w.category.__name__, w.message, w.lineno > 0)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(errors_c.warn, 1)
print("unraisable")
sys.unraisablehook = lambda u: print("  ", u.exc_type.__name__, u.exc_value, u.object, u.err_msg)
errors_c.unraisable("object")
print("new exceptions")
for base in (None, ValueError, (ValueError, KeyError)):
    made = errors_c.new_exception(base)
    print("  ", made, made.__mro__[1:-1], made.__doc__, made.__module__, made.code)
    try: raise made("x")
    except made as error: print("  ", repr(error))
print("tracebacks")
try: errors_c.traced(fail)
except KeyError as error:
    for entry in traceback.extract_tb(error.__traceback__): print("  ", entry.name, entry.lineno, entry.filename.rpartition("/")[2])
    tb = error.__traceback__
    while tb: print("  ", tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno); tb = tb.tb_next
print("raised again: the traceback goes on")
def entries(error):
    names, tb = [], error.__traceback__
    while tb: names.append(tb.tb_frame.f_code.co_name); tb = tb.tb_next
    return names
try: fail()
except KeyError as error: kept = error
def again(): errors_c.set(KeyError, kept)
print("  ", entries(kept))
try: again()
except KeyError as error: print("  ", error is kept, entries(error), error.__context__)
try:
    try: 1 / 0
    except ZeroDivisionError: again()
except KeyError as error: print("  ", error is kept, entries(error), repr(error.__context__))
print("recursion")
for function in (errors_c.recurse, errors_c.guarded):
    try: function(function)
    except RecursionError as error: print("  RecursionError", str(error).startswith("maximum recursion depth exceeded"))
def python(f): return errors_c.recurse(f)
try: python(python)
except RecursionError as error: print("  RecursionError")
print("methods")
class C:
    def method(self, *a): return a
    attribute = 5
show(errors_c.call_method, C(), "method"); show(errors_c.call_method, C(), "attribute"); show(errors_c.call_method, C(), "nope")
for i in range(5000):
    errors_c.fetch(fail)
    try: errors_c.own()
    except LookupError: pass
print("done")
