import sys
print(sys.getrecursionlimit())


def depth(n): return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))
for f, name in ((lambda: depth(2000), "call"), ):
    try:
        f()
    except RecursionError as e:
        print(name, e)
sys.setrecursionlimit(5000)
print(depth(4000))
sys.setrecursionlimit(100)
try:
    depth(200)
except RecursionError as e:
    print(e)
for bad in (0, -5, "a", 1.5, 2 ** 40):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
try:
    sys.setrecursionlimit(1)
except RecursionError as e:
    print(str(e)[:45])
print(sys.getrecursionlimit())
