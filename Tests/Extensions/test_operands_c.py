# Operators, subscripts and computed attributes made in C, in loops that are compiled.
import sys
from operands_c import *

N = 2500

def operators(a, b, n):
    out = None
    for i in range(n):
        out = (a + b, a - b, a * b, a / b, a & b, a << b, b + a, b - a, (a + b) + (a + b), (a - b) - 1)
    return out
count()
for a, b in [(Number(7), Number(5)), (Number(7), 5), (Number(7), 2.5), (Number(7), Other(3)), (Other(300), Number(1)), (Number(-7), 10**9), (Number(3), -2**40), (Number(1), True)]:
    print(a, b, operators(a, b, N), count())

def immediates(a, n):
    total = 0
    for i in range(n): total += (a - 1) + (a * 2) + (a + i).value + (a - i) + (a + 300).value + (a + 1.5).value
    return total
print(immediates(Number(10), N), count())

def in_place(n):
    a, b, c = Number(0), Number(0), Number(1)
    for i in range(n):
        a += i; a += c
        b -= 1; b -= c
    return a, b
print(in_place(N), count())

class Right:
    def __radd__(self, other): return "radd", other
    def __rsub__(self, other): return NotImplemented
class Derived(Number):
    def __add__(self, other): return "derived add"
    def __radd__(self, other): return "derived radd"

def declined(a, values, n):
    seen = []
    for i in range(n):
        for value in values:
            try: result = a + value
            except TypeError as error: result = str(error)
            try: other = a - value
            except TypeError as error: other = str(error)
            try: more = value - a
            except TypeError as error: more = str(error)
            if i == n - 1: seen.append((result, other, more))
    return seen
for line in declined(Number(1), [2, 99999, 9999.9, "text", None, Right(), Derived(4), (1,), Number(3)], N): print(line)
count()
def declined_numbers(a, n):
    """The site sees numbers first, then one that is declined."""
    caught = 0
    for i in range(n):
        try: a + (99999 if i % 100 == 99 else i % 13)
        except TypeError as error: caught += str(error) == "unsupported operand type(s) for +: 'operands_c.Number' and 'int'"
        try: a - 99999
        except TypeError: caught += 1
        try: a * (9999.9 if i % 50 == 49 else 1.0)
        except TypeError: caught += 1
    return caught
print(declined_numbers(Number(1), N), count())

def raising(n):
    caught, line, a = {}, raising.__code__.co_firstlineno, Number(5)
    for i in range(n):
        try: a / 0
        except ZeroDivisionError as error: key = str(error), error.__traceback__.tb_lineno - line; caught[key] = caught.get(key, 0) + 1
        try: a[2000000 + i]
        except IndexError as error: caught["index"] = caught.get("index", 0) + (str(error) == f"no {2000000 + i}")
        try: a[10**30]
        except OverflowError: caught["large"] = caught.get("large", 0) + 1
        try: a.hidden
        except AttributeError as error: key = str(error), error.name, error.obj is a; caught[key] = caught.get(key, 0) + 1
        try: a.absent
        except AttributeError as error: key = str(error), error.name, error.obj is a; caught[key] = caught.get(key, 0) + 1
        try: (a + 10**30)
        except OverflowError: caught["sum"] = caught.get("sum", 0) + 1
    return caught
print(raising(N), count())

def subscripts(a, n):
    out, keys = None, ("key", None, 2.5, (1, 2), [3], Number(1))
    for i in range(n):
        out = (a[0], a[5], a[-1], a[i], a[1:i], a[::2], a[1, 2], a[i, i, i], a["x"], a[None], a[1.5], a[True])
        for key in keys: out += (a[key],)
    return out
print(subscripts(Number(100), N), count())

def attributes(objects, n):
    total, last = 0, None
    for i in range(n):
        for one in objects:
            total += one.value + one.half
            last = one.nothing, one.itself.value, one.itself is one
    return total, last
print(attributes([Number(3)], N), count()); print(attributes([Number(3), Other(4), Derived(5)], N), count())
def polymorphic(n):
    class Plain: value, half, nothing = 1, 2, 3
    Plain.itself = Plain()
    return attributes([Number(1), Plain()], n)
try: print(polymorphic(N))
except Exception as error: print(type(error).__name__)

def counts(n):
    a, b, key, number = Number(10**6), Number(3), (1, 2), 10**15
    before_ = [sys.getrefcount(x) for x in (a, b, key, Number, number)]
    for i in range(n):
        a + b; a - b; a << b; a[key]; a.itself; a.value; a[i]; a + i; (a + b) - (a + b); (a + b).value; (a + b)[i]; (a + b)[key]; (a << b).itself
        a & b; a[1:2]; a.nothing; b[i] = key; b[3] = number; len(a + b); len(a)
        try: a + "text"
        except TypeError: pass
    after = [sys.getrefcount(x) for x in (a, b, key, Number, number)]
    return [y - x for x, y in zip(before_, after)]
print(counts(N))

def storing(a, n):
    out, caught = 0, {}
    for i in range(n):
        a[i] = i; out += a.value
        a[0] = 7; out += a.value
        a[1] = "text"; out += a.value
        a[i] = a; out += a.value
        a[i] += 1; out += a.value
        try: a["key"] = 5
        except KeyError as error: caught[str(error)] = caught.get(str(error), 0) + 1
        try: a[10**30] = 5
        except OverflowError: caught["large"] = caught.get("large", 0) + 1
        try: del a[5]
        except TypeError as error: caught[str(error)] = caught.get(str(error), 0) + 1
    return out, caught
print(storing(Number(0), N), count())
def lengths(objects, n):
    out, caught = 0, 0
    for i in range(n):
        for one in objects:
            try: out += len(one)
            except ValueError as error: caught += str(error) == "less than nothing"
        out += len(objects[0] + i)
    return out, caught
print(lengths([Number(5)], N), lengths([Number(0), Number(-1), Other(2**40), Derived(3), "text", [1], {}], N), count())

factor = 1
def meddle():
    global factor
    factor += 1
    if factor % 300 == 0:
        globals()["name%d" % (factor % 7)] = factor
        sys.settrace(lambda *what: None); sys.settrace(None)
def thrown_away(n):
    a, total = Number(2), 0
    for i in range(n):
        a[0] = 2
        total += len(a) + (a + i).value * factor + a[i] + a.value + (a - 1) + (a[1:2] == (1, 2, None)) + (a + a).value
    return total
before(meddle)
print(thrown_away(N), thrown_away(N), factor); before(None)
def fail(): raise KeyError("before")
def failing(n):
    a, caught = Number(2), 0
    for i in range(n):
        if i == n - 20: before(fail)
        for operation in (lambda: a + i, lambda: a[i], lambda: a.value):
            try: operation()
            except KeyError: caught += 1
        try: a + a
        except KeyError: caught += 1
        try: a[0] + a.value
        except KeyError: caught += 1
    before(None)
    return caught
print(failing(N))
def changing(n):
    """Types change while they are used."""
    class Late(Number): pass
    out, a = [], Late(5)
    for i in range(n):
        out.append(a.value)
        if i == n // 2 - 1: Late.value = property(lambda self: "late")
    return out[0], out[-1], len(set(out))
print(changing(N))
def generating(n):
    a = Number(1)
    for i in range(n): yield (a + i).value + a[i] + a.value
print(sum(generating(N)))
