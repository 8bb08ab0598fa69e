# timedelta: construction, arithmetic, text.
from _datetime import timedelta

deltas = [timedelta(), timedelta(1), timedelta(-1), timedelta(microseconds=-1), timedelta(1, 2, 3, 4, 5, 6, 7), timedelta(0.1, 0.2, 0.3), timedelta.max]
for a in deltas:
    print(repr(a), a, a.days, a.seconds, a.microseconds, a.total_seconds(), bool(a), -a if a < timedelta.max else "", abs(a))
    for b in (timedelta(hours=7, microseconds=1), 3, -2, 2.5, 0, "x"):
        for name, operation in (("+", lambda: a + b), ("-", lambda: a - b), ("*", lambda: a * b), ("/", lambda: a / b), ("//", lambda: a // b),
                                ("%", lambda: a % b), ("divmod", lambda: divmod(a, b)), ("<", lambda: a < b), ("==", lambda: a == b)):
            try:
                print(name, operation())
            except (TypeError, ZeroDivisionError, OverflowError) as error:
                print(name, type(error).__name__, error)
for arguments in ({"days": 10 ** 9}, {"days": 10 ** 30}, {"days": "x"}, {"seconds": float("nan")}, {"days": float("inf")}, {"foo": 1}):
    try:
        timedelta(**arguments)
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
