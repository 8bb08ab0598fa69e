import sys
def tracer(frame, event, argument):
    print(event, frame.f_code.co_name, frame.f_lineno)
    return tracer
def inside():
    x = 1
    sys.settrace(tracer)
    y = 2
    yield y
    z = 3
    yield z
    sys.settrace(None)
for v in inside():
    print(v)
def one():
    yield 1
    yield 2
def two():
    yield from one()
g = two()
next(g)
sys.settrace(tracer)
next(g)
sys.settrace(None)
h = one()
sys.settrace(tracer)
for v in h: pass
sys.settrace(None)
