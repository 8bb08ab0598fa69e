"""A trace function moves a frame with f_lineno."""
import sys
def jump(f, a, b):
    done = []
    def tracer(frame, event, arg):
        if frame.f_code is not f.__code__: return None
        if event == "line" and not done and frame.f_lineno - frame.f_code.co_firstlineno == a:
            done.append(1)
            try: frame.f_lineno = frame.f_code.co_firstlineno + b
            except ValueError as e: print("ValueError", e)
        return tracer
    out = []
    sys.settrace(tracer)
    try: f(out)
    except BaseException as e: out.append(repr(e))
    sys.settrace(None)
    print(f.__name__, a, b, out)
def plain(out):
    out.append(1)
    out.append(2)
    out.append(3)
def loops(out):
    out.append(1)
    for i in 1, 2:
        out.append(3)
        for j in 1, 2:
            out.append(5)
        out.append(6)
    out.append(7)
class C:
    def __init__(self, out): self.out = out
    def __enter__(self): self.out.append("in")
    def __exit__(self, *a): self.out.append("out")
def withs(out):
    out.append(1)
    with C(out):
        out.append(3)
        out.append(4)
    out.append(5)
def tries(out):
    out.append(1)
    try:
        out.append(3)
        1 / 0
    except ZeroDivisionError:
        out.append(6)
        out.append(7)
    finally:
        out.append(9)
    out.append(10)
for a, b in (1, 3), (3, 1), (2, 2): jump(plain, a, b)
for a, b in (1, 7), (3, 7), (5, 3), (1, 3), (1, 2), (5, 6), (6, 3): jump(loops, a, b)
for a, b in (3, 5), (1, 3), (1, 5), (3, 4), (4, 3): jump(withs, a, b)
for a, b in (1, 3), (1, 10), (3, 10), (1, 6): jump(tries, a, b)
