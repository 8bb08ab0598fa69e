# golden: flags=-O
assert False, "not run"
print(__debug__)
if __debug__:
    print("debug")
else:
    print("optimised")


def f():
    """Doc kept."""
    assert undefined
    return f.__doc__


print(f())
import sys
print(sys.flags.optimize)
