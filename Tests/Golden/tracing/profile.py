"""Events of sys.setprofile."""
import sys
def profile(frame, event, arg):
    if frame.f_code.co_filename != __file__ or frame.f_code.co_name == "run": return
    if event.startswith("c_"): arg = arg.__name__
    out.append((event, frame.f_code.co_name, arg))
out = []
def run(f, *a):
    out.clear()
    sys.setprofile(profile)
    try: r = f(*a)
    except BaseException as e: r = e
    sys.setprofile(None)
    print(f.__name__, repr(r))
    for o in out: print("  ", *o)
def g():
    yield 1
    yield len("abc")
def calls():
    x = [3, 1]
    x.append(2)
    x.sort()
    return len(x), sorted(x), list(g()), max(1, 2), "a".join(["x"]), str.upper("a")
def fails():
    try: int("x"); [].pop()
    except ValueError: pass
    try: [].pop()
    except IndexError: pass
    return chr(65)
def raises():
    return fails(), ord("")
def kw():
    return sorted([2, 1], reverse=True, key=abs), print(*[], end=""), dict(a=1)
for f in (calls, fails, raises, kw): run(f)
def bad(frame, event, arg): raise KeyError(event)
sys.setprofile(bad)
try: calls()
except KeyError as e: print(repr(e))
print(sys.getprofile())
def badtrace(frame, event, arg): 1/0
sys.settrace(badtrace)
try: fails()
except ZeroDivisionError as e: print(repr(e), sys.gettrace())
