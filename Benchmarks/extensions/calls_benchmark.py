# Nanoseconds a call of functions written in C (the best of many short loops, which other programs disturb least), and milliseconds of passing the same list of a million ints twice.
import calls, time

N = 100_000
def loop_only():
    for i in range(N): pass
def nothing():
    f = calls.nothing
    for i in range(N): f()
def one_int():
    f = calls.one
    for i in range(N): f(i)
def one_object():
    f, o = calls.one, "text"
    for i in range(N): f(o)
def fast_two():
    f, o = calls.fast, "text"
    for i in range(N): f(o, o)
def fast_ints():
    f = calls.fast
    for i in range(N): f(i, 3)
def tuple_one():
    f, o = calls.tuple, "text"
    for i in range(N): f(o)
def keyword():
    f, o = calls.keywords, "text"
    for i in range(N): f(o, k=o)
def module_attribute():
    o = "text"
    for i in range(N): calls.one(o)

def best(function):
    times = []
    for i in range(40):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)

base = best(loop_only)
for function in (nothing, one_object, one_int, fast_two, fast_ints, tuple_one, keyword, module_attribute):
    print(f"{function.__name__:18} {(best(function) - base) / N * 1e9:7.1f} ns")
numbers = list(range(1_000_000))
for which in ("first", "second", "third"):
    start = time.perf_counter()
    total = calls.sum(numbers)
    print(f"sum, {which:6} time   {(time.perf_counter() - start) * 1e3:7.1f} ms")
assert total == sum(range(1_000_000))
