# golden: args=1000000 record-args=100 timeout=30
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)
exits = 0


class C:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        global exits
        exits += 1
        return False


c = C()


def with_block(n):
    if n == 0:
        return "bottom"
    with c:
        return with_block(n - 1)


def try_finally(n):
    global exits
    if n == 0:
        return "bottom"
    try:
        return try_finally(n - 1)
    finally:
        exits += 1


def raising(n):
    if n == 0:
        raise ValueError("from the bottom")
    return raising(n - 1)


def rethrowing(n):
    try:
        if n == 0:
            raise KeyError("k")
        rethrowing(n - 1)
    except KeyError:
        raise


print(with_block(depth), exits == depth)
exits = 0
print(try_finally(depth), exits == depth)
try:
    raising(depth)
except ValueError as error:
    print(error)
try:
    rethrowing(depth // 10)
except KeyError as error:
    print(error)
