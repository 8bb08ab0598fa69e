def f(n):
    try:
        if n == 0:
            raise ValueError("bad")
        if n == 1:
            return 1 / 0
        if n == 2:
            return {}["k"]
        return "fine"
    except ValueError as e:
        return "value " + str(e)
    except (ZeroDivisionError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)
    finally:
        print("finally", n)


print(f(0))
print(f(1))
print(f(3))
try:
    f(2)
except KeyError as e:
    print("key", e, repr(e))
try:
    pass
except Exception:
    print("never")
else:
    print("else")
