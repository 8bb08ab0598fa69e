import sys
events = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ("f", "g"):
        events.append((frame.f_code.co_name, event, frame.f_lineno - frame.f_code.co_firstlineno, repr(arg) if event == "return" else event == "exception" and arg[0].__name__))
    return tracer


def f(n):
    x = n + 1
    for i in range(2):
        x += i
    return g(x)


def g(x):
    try:
        1 / 0
    except ZeroDivisionError:
        return x


sys.settrace(tracer)
f(1)
sys.settrace(None)
for e in events: print(*e)
events.clear()


def profiler(frame, event, arg):
    name = arg.__name__ if event.startswith("c_") else frame.f_code.co_name
    events.append((event, name))


def h(): return len([1])


sys.setprofile(profiler)
h()
sys.setprofile(None)
print(events)
