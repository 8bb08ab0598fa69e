# golden: args=100000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


def down(n):
    if n:
        yield from down(n - 1)
    else:
        yield "bottom"


def loops(n):
    if n:
        for value in loops(n - 1):
            yield value
    else:
        yield "looped"


def echo(n):
    if n:
        return (yield from echo(n - 1))
    return (yield "ready")


print(next(down(depth)), list(down(depth)), list(loops(depth // 10)))
g = echo(depth)
print(next(g))
try:
    g.send("answer")
except StopIteration as stop:
    print(stop.value)
g = echo(depth)
next(g)
try:
    g.throw(ValueError("thrown"))
except ValueError as error:
    print(error)
g = echo(depth)
next(g)
g.close()
print("closed")
