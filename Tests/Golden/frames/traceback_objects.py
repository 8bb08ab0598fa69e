import sys


def inner(): raise ValueError("x")


def outer():
    try:
        inner()
    except ValueError as e:
        return e


e = outer()
tb = e.__traceback__
while tb:
    print(tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_frame.f_lineno, tb.tb_next is None)
    tb = tb.tb_next
f = e.__traceback__.tb_frame
print(f.f_locals.keys(), f.f_back, f.f_code.co_filename.split("/")[-1], f.f_globals is globals(), f.f_builtins is not None, f.f_trace, f.f_trace_lines)
T = type(e.__traceback__)
new = T(None, f, 0, 99)
print(new.tb_lineno, new.tb_next)
new.tb_next = e.__traceback__
for bad in (lambda: setattr(e.__traceback__, "tb_next", e.__traceback__), lambda: setattr(new, "tb_next", 5), lambda: setattr(new, "tb_lineno", 1), lambda: T()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)


def gen():
    yield sys._getframe().f_code.co_name


print(next(gen()), sys._getframe(0).f_lineno)


def caller(): return sys._getframe(1).f_code.co_name


def calls(): return caller()


print(calls(), caller(), f.clear(), f.f_locals)
