def f():
    try: 1/0
    except ZeroDivisionError:
        try: yield 1
        except KeyError as e: print("in", repr(e.__context__)); raise
def h():
    try: 1/0
    except ZeroDivisionError: yield from f()
for fn in (f, h):
    g = fn(); next(g)
    try:
        try: raise OSError
        except OSError: g.throw(KeyError)
    except KeyError as e: print(repr(e.__context__))
    g = fn(); next(g)
    k = KeyError()
    try: raise k
    except KeyError: pass
    try: g.throw(k)
    except KeyError as e: print(repr(e.__context__))
