# golden: args=1000000 record-args=100 timeout=30
# Depth is an argument and the output does not depend on it: recorded at a depth that CPython can take.
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


def count(n):
    return 0 if n == 0 else 1 + count(n - 1)


def total(n, acc=0):
    if n == 0:
        return acc
    return total(n - 1, acc + n)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


down = lambda n: n and down(n - 1)


def keywords(*, n, rest=()):
    return n if n == 0 else keywords(n=n - 1, rest=rest)


def star(*args, **named):
    return len(args) + len(named) if args[0] == 0 else star(args[0] - 1, *args[1:], **named)


print(count(depth) == depth, total(depth) == depth * (depth + 1) // 2, even(depth) == (depth % 2 == 0))
print(down(depth), keywords(n=depth), star(depth, "a", k=1))
