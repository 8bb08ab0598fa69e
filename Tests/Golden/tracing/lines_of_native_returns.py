# A built-in function returns in the line of its call, whatever comes next.
import sys


def follow(frame, event, argument):
    if event.startswith("c_"):
        print(event, frame.f_lineno - frame.f_code.co_firstlineno, argument.__name__)


def calls(i):
    x = divmod(i,
               5)
    match divmod(i, 5):
        case []:
            pass
    for q in sorted(
            [1]):
        pass
    with open("/dev/null") as file:
        pass
    try:
        int("x")
        "a".join([1])
    except ValueError:
        pass
    except TypeError:
        "b".join([])
    if len("a"):
        if callable(1) or len(
                "b") > 1:
            pass
    return len(
        "a")


def values():
    yield len("ab")
    yield from reversed([
        abs(1)])


sys.setprofile(follow)
calls(1)
try:
    calls("x")
except TypeError:
    pass
list(values())
sys.setprofile(None)
