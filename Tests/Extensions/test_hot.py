# Calls of functions made in C from loops that are compiled: every convention and kind of argument and result, what is kept, what fails, what
# throws the code of the caller away, calls in other threads.
import gc, sys, threading
import calls_c
from calls_c import *

N = 2500
class InPython(Object): pass

def conventions(n):
    o, p, log = Object(), InPython(), []
    for i in range(n):
        log.append((none(), one(i), fast(i, "x"), fast_keywords(i, 2.5), tuple(i), tuple(i, None), tuple_keywords(i), tuple_keywords(1, k=i), fast_keywords(i, k=i + 1)))
        log.append((o.none(), o.one(i), o.fast(i, "x"), o.fast_keywords(i), o.fast_keywords(1, k=i), o.tuple(i, 2), o.tuple_keywords(i), o.coexist(i), o.defining(i)))
        log.append((p.none(), p.one(i), p.fast(), p.fast_keywords(i), p.tuple(), p.static_one(i), p.class_one(i), Object.static_fast(i, 1), InPython.class_tuple(i)))
        log.append((calls_c.none(), calls_c.one(-i), calls_c.fast(i), calls_c.fast(), calls_c.tuple(), calls_c.fast_keywords(k=i)))
        if len(log) > 100: del log[:]
    return log
for line in conventions(N)[-4:]: print(line)

def polymorphic(n):
    functions = [none, one, fast, fast_keywords, tuple, tuple_keywords, Object().one, InPython().fast, abs, len, str, lambda *a: a]
    log = []
    for i in range(n):
        for function in functions:
            try: log.append(function() if i % 2 else function(i))
            except TypeError as error: log.append(str(error))
        if i < n - 2: del log[:]
    return log
print(polymorphic(N))

numbers = [0, 1, -1, -5, -6, 256, 257, 2**30 - 1, 2**30, -2**30 + 1, -2**30, 2**31, 2**47, 2**48 - 1, 2**48, -2**48, -2**48 - 1, 2**60, 2**90, -2**90]
def arguments(values, n):
    out = []
    for i in range(n):
        for value in values:
            got = same(value)
            if got != value and value == value or type(got) is not type(value): out.append((got, value))
            if one(value)[1] != (value,) and value == value: out.append(value)
            if fast(value, i, value)[1] != (value, i, value) and value == value: out.append(value)
            keep(value)
            if give() != value and value == value: out.append(value)
            if i == n - 1: out.append(fields(value))
    return out
print(arguments(numbers, N))
print(arguments([1.5, -0.0, float("inf"), 1e300, None, True, False, ..., NotImplemented, "text", b"bytes"], N))
print(arguments([(1, 2), [1, 2.5, 7], (), [], {}, {1}, slice(1, 2), range(3), len, int, Object, print.__call__], N)[0:2])
nan = float("nan")
print(fields(nan) != fields(nan), arguments([nan], N)[-1])

def results(n):
    seen = set()
    for i in range(n):
        for which in range(21):
            got = result(which)
            seen.add((which, type(got).__name__, repr(got)))
    return sorted(seen)
print(results(N))

def failing(n):
    caught, line = {}, failing.__code__.co_firstlineno
    for i in range(n):
        try:
            result(23)
        except ValueError as error: caught[str(error), error.__traceback__.tb_lineno - line] = caught.get((str(error), error.__traceback__.tb_lineno - line), 0) + 1
        try: one()
        except TypeError as error: caught[str(error)] = caught.get(str(error), 0) + 1
        try: fast(k=1)
        except TypeError as error: caught[str(error)] = caught.get(str(error), 0) + 1
        try: Object().result(23)
        except ValueError as error: caught["method"] = caught.get("method", 0) + 1
        try: through(result, 23)
        except ValueError as error: caught["through"] = caught.get("through", 0) + 1
    return sorted(caught.items(), key=repr)
print(failing(N))

def counts(n):
    """No reference is lost or kept."""
    texts, number, o, p = ["a%d" % i for i in range(3)], 10**40, Object(), InPython()
    before = [sys.getrefcount(x) for x in (*texts, number, o, p, none, one, Object.one)]
    for i in range(n):
        for text in texts: one(text); fast(text, number); tuple(text, number); keep(text); o.one(text); p.fast(text, o); fast_keywords(text, k=number); give()
        identical(text, number); count_of(number)
    del text
    after = [sys.getrefcount(x) for x in (*texts, number, o, p, none, one, Object.one)]
    return [y - x for x, y in zip(before, after)], count_of(number) - count_of(number)
print(counts(N))

def what_is_kept(n):
    kept = []
    for i in range(n):
        keep(i + 1000); kept.append(give())
        keep_tuple(i, i + 1000); kept.append(give())
        keep_fast(i + 1000, -i); kept.append(give())
    return kept[:3], kept[-3:], sum(map(len, (k for k in kept if type(k) is not int)))
print(what_is_kept(N))

factor = 1
def meddle(x):
    global factor
    factor += 1
    globals()["name%d" % (factor % 4)] = x
    sys.settrace(lambda *what: None); sys.settrace(None)
    return x + 1
def thrown_away(n):
    total, o = 0, Object()
    for i in range(n):
        total += through(meddle if i % 400 == 9 else abs, i)[1] * factor
        total += len(through(through, through, o.one, i)[1][1])
    return total
print(thrown_away(N), thrown_away(N), factor)

class Dying:
    def __del__(self): meddle(0)
def dying(n):
    for i in range(n):
        one("x" if i % 600 else Dying())
        fast(i, "x" if i % 500 else Dying(), i)
        tuple("x" if i % 700 else Dying())
        keep("x" if i % 800 else Dying())
    give()
    return factor
print(dying(N))

def deep(n): return through(deep, n + 1) if n < 40 else n
for i in range(100): deep(0)
try: print(through(lambda: (lambda f: f(f))(lambda f: through(f, f))))
except RecursionError as error: print("RecursionError")

totals = []
def busy(n):
    total, o = 0, Object()
    for i in range(n): total += one(i)[1][0] + o.fast(i, 2)[1][1] + through(abs, -i)[1]
    totals.append(total)
threads = [threading.Thread(target=busy, args=(20000,)) for i in range(4)]
for thread in threads: thread.start()
while any(thread.is_alive() for thread in threads): meddle(0)
for thread in threads: thread.join()
print(set(totals), len(totals), factor > 30)

def generating(n):
    o = Object()
    for i in range(n): yield one(i)[1][0] + o.fast(i)[1][0] + same(i)
print(sum(generating(N)), sum(generating(N)))
gc.collect()
