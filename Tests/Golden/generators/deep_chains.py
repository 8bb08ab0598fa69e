# Chains of generators far deeper than any native stack.
import sys
sys.setrecursionlimit(10**6)
N = 2000
def g(n, it):
    try:
        r = yield from it
        return r + 1
    except KeyError as e:
        return 0
def leaf():
    x = yield 1
    print("leaf got", x)
    try: y = yield 2
    except ValueError: y = yield "caught"
    return y
def chain(n=N):
    it = leaf()
    for i in range(n): it = g(i, it)
    return it
c = chain()
print(next(c)); print(c.send("hello")); print(c.throw(ValueError("x")))
try: c.send(5)
except StopIteration as e: print(e.value)
c = chain(); next(c); c.close(); print("closed")
c = chain(); next(c)
try: c.throw(KeyError("a"))
except StopIteration as e: print("stop", e.value)
c = chain(); next(c)
try: c.throw(ZeroDivisionError("a"))
except ZeroDivisionError as e: print("zde", e)
c = chain(); next(c); del c; print("deleted")
c = chain(); next(c)
try: c.throw(GeneratorExit)
except GeneratorExit as e: print("GE")
print(sum(1 for x in chain()) )
