# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


def deco(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs)
    return wrapper


@deco
def f(n):
    return n if n == 0 else f(n - 1)


class Once:
    def __init__(self, function):
        self.function = function

    def __call__(self, n):
        return self.function(n)


@Once
def g(n):
    return n if n == 0 else g(n - 1)


print(f(depth // 2), g(depth // 2))
