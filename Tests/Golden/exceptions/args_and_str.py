for e in (Exception(), Exception("a"), Exception("a", 1), KeyError("k"), KeyError(), KeyError("a", "b"), ValueError(None), StopIteration(5), SystemExit(3), OSError(2, "msg"), OSError(2, "msg", "file"), OSError("only"), OSError(1, "m", "f", None, "g"), UnicodeDecodeError("utf-8", b"ab", 0, 1, "why"), UnicodeEncodeError("ascii", "é", 0, 1, "r"), UnicodeTranslateError("abc", 1, 3, "x"), SyntaxError("m"), SyntaxError("m", ("f", 1, 2, "text")), ImportError("m", name="n", path="p"), ModuleNotFoundError("x"), AttributeError("a", name="n", obj=1), NameError("n", name="z"), AssertionError([1]), ExceptionGroup("g", [ValueError(1)]), BlockingIOError(11, "x"), MemoryError(), RecursionError("r")):
    print(type(e).__name__, repr(e), "|", str(e), "|", e.args)
e = Exception("x")
e.args = [1, 2]
print(e.args, repr(e), str(e), e.__cause__, e.__context__, e.__suppress_context__, e.__traceback__, e.__dict__)
e.custom = 5
print(e.__dict__)
for bad in (lambda: setattr(e, "args", 5), lambda: setattr(e, "__cause__", 5), lambda: setattr(e, "__context__", 5), lambda: setattr(e, "__traceback__", 5), lambda: Exception(x=1), lambda: ImportError(bad=1), lambda: UnicodeDecodeError("x"), lambda: ExceptionGroup("a"), lambda: e.with_traceback(5)):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
print(OSError(2, "m").errno, type(OSError(2, "m")).__name__, type(OSError(17, "m")).__name__, type(OSError(13, "")).__name__, type(OSError(99999, "m")).__name__, OSError(2, "m", "f").filename, StopIteration(7).value, SystemExit(4).code, SystemExit().code, KeyError("x").args)
