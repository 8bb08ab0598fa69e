def f():
    raise KeyError("in f")


errors = []
for g in (f, lambda: 1 / 0):
    try:
        g()
    except Exception as e:
        errors.append(e)
raise ExceptionGroup("outer", [ExceptionGroup("inner", errors), OSError(2, "none")])
