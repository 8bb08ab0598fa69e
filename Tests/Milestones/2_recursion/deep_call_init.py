# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)


class Call:
    def __call__(self, n):
        return n if n == 0 else self(n - 1)


class Init:
    deepest = 0

    def __init__(self, n):
        Init.deepest += 1
        if n:
            Init(n - 1)


class New:
    made = 0

    def __new__(cls, n):
        cls.made += 1
        if n:
            New(n - 1)
        return super().__new__(cls)


print(Call()(depth))
Init(depth)
New(depth)
print(Init.deepest == depth + 1, New.made == depth + 1)
