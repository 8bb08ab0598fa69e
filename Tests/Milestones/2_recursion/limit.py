def f(n):
    return f(n + 1)


for _ in range(3):
    try:
        f(0)
    except RecursionError as error:
        print(type(error).__name__, error)
import sys

print(sys.getrecursionlimit())
sys.setrecursionlimit(200)


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


print(150 < depth() < 200)
