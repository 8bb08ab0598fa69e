# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


def in_list(n):
    return n if n == 0 else [in_list(n - 1) for _ in (1,)][0]


def in_dict(n):
    return n if n == 0 else {0: in_dict(n - 1) for _ in (1,)}[0]


def in_lambda(n):
    return n if n == 0 else (lambda: in_lambda(n - 1))()


y = lambda f: (lambda x: f(lambda v: x(x)(v)))(lambda x: f(lambda v: x(x)(v)))
fixed = y(lambda self: lambda n: n if n == 0 else self(n - 1))
print(in_list(depth // 2), in_dict(depth // 2), in_lambda(depth // 2), fixed(depth // 4))
