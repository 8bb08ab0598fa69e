def g():
    try:
        raise StopIteration(0)
        yield
    finally:
        pass
try:
    try: zz
    except Exception as b:
        list(g())
except RuntimeError as e: print(repr(e), repr(e.__context__), repr(e.__cause__), repr(e.__context__.__context__))
def g():
    try:
        yield 1
    except AttributeError as err: raise
try:
    try: zz
    except Exception as b:
        list(g()); next(iter([]))
except StopIteration as e: print(repr(e), repr(e.__context__))
class M:
    def __enter__(s): return s
    def __exit__(s,*a): return True
def g2():
    raise StopIteration
    yield
try:
    try: zz
    except NameError:
        with M():
            list(g2())
        list(g2())
except RuntimeError as e: print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
try:
    try: zz
    finally:
        try: raise ExceptionGroup('g', [IndexError(), KeyError()])
        except* IndexError: 1/0
except ExceptionGroup as e: print(repr(e), repr(e.__context__), [repr(x.__context__) for x in e.exceptions])
