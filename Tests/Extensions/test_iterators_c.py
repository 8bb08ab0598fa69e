# The value that the end of an iterator has, from C to Python and from Python to C.
import iterators_c
from iterators_c import *

def show(function, *arguments):
    try: print("  ", function(*arguments))
    except BaseException as error: print("  ", type(error).__name__, error, getattr(error, "value", None))

print("yield from")
def delegate(iterator):
    result = yield from iterator
    print("   result", result)
    return result
class InPython(Countdown): pass
class Overrides(Countdown):
    def __next__(self):
        print("   own __next__")
        return super().__next__()
class PySender(Sender): pass
for value in (None, 5, (1, 2), (), ValueError("v"), StopIteration(3), "text", [1]):
    for kind in (Countdown, InPython, Sender, PySender):
        print(kind.__name__, repr(value))
        show(list, delegate(kind(2, value)))
show(list, delegate(Countdown(2))); show(list, delegate(Sender(2)))

print("await")
async def wait(awaitable): return await awaitable
for kind in (Countdown, Sender):
    coroutine = wait(kind(2, "done"))
    for sent in (None, 1, 2, 3): show(coroutine.send, sent)

print("next")
c = Countdown(1, "end")
show(next, c); show(next, c); show(next, c, "default"); show(list, c); show(next, Countdown(0))
show(Overrides(1, 2).__next__); show(lambda: [x for x in Countdown(3, 9)])
a, *b = Countdown(3, 1); print(a, b, sum(Countdown(4, "x")), max(Countdown(4)), 2 in Countdown(3, 3), tuple(zip(Countdown(2, 1), "abc")))

show(Countdown(0, "said").__next__); show(InPython(0, (1, 2)).__next__); show(Sender(0, "s").__next__); show(Countdown(0).__next__)
show(Countdown.__next__, Countdown(0, 4)); show(super(InPython, InPython(0, [4])).__next__); show(Countdown.__next__, 5)

print("from C")
def generator(n, value):
    for i in range(n): print("   got", (yield i))
    return value
async def coroutine(value): return value
class Iterator:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("over")
        return self.n
    def send(self, x): return ("send", x) if self.n < 3 and self.__next__() else None
for value in (None, 7, (1, 2), ValueError("v")):
    show(drive, generator(2, value)); show(drive, generator(2, value), "s"); show(step, generator(2, value)); show(drive, coroutine(value))
show(drive, Iterator()); show(drive, Iterator(), "s"); show(step, Iterator()); show(drive, iter([1, 2])); show(drive, iter([1]), "s"); show(step, iter("ab"))
show(drive, Countdown(2, "c")); show(drive, Countdown(2, "c"), 1); show(drive, Sender(2, "c")); show(drive, Sender(1)); show(drive, 5)
def fails():
    yield 1
    raise KeyError("in generator")
show(drive, fails()); show(step, fails())
waiting = coroutine(1)
for o in (generator(1, 1), waiting, Countdown(1), Sender(1), PySender(1), iter([]), Iterator()): print(type(o).__name__, has_send(o))

waiting.close()
print("late text")
import warnings
warnings.simplefilter("ignore")
for text in ("", "a", "abc", "a?c", "é", "12.5"):
    s = late_text(text)
    print(ascii(s), len(s), s == ascii(s)[1:-1], {s: 1}.get(ascii(s)[1:-1]), hash(s) == hash(s[:1] + s[1:]), ascii(s + "!"), s.upper() == s, s.isdigit())
print(float(late_text("12.5")), int(late_text("77")), getattr(late_text, late_text("__name__")))
for i in range(3000):
    late_text("abc" * 20)
    try: next(Countdown(0, i))
    except StopIteration as stop: assert stop.value == i
print("done")
