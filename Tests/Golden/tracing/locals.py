"""Trace functions see and change local variables; opcodes."""
import sys
def tracer(frame, event, arg):
    if frame.f_code.co_name != "victim": return None
    if event == "line":
        l = frame.f_locals
        print(frame.f_lineno - frame.f_code.co_firstlineno, dict(l))
        if "x" in l and l["x"] == 1: l["x"] = 50
        if "c" in l and l["c"] == 2: l["c"] = 70
    return tracer
def victim(a):
    x = 1
    c = 2
    def h(): return c
    return a + x + h()
sys.settrace(tracer)
print(victim(100))
sys.settrace(None)
print(victim(100))
def start():
    return 1
def ops(frame, event, arg):
    if frame.f_code.co_name != "start": return None
    frame.f_trace_opcodes = True
    frame.f_trace_lines = False
    seen.append(event)
    return ops
seen = []
sys.settrace(ops)
start()
sys.settrace(None)
print(sorted(set(seen)))
def once(frame, event, arg):
    if frame.f_code.co_name == "start": print(event); return None
sys.settrace(once)
start()
sys.settrace(None)
def stop(frame, event, arg):
    if frame.f_code.co_name != "two": return None
    print("two", event, frame.f_lineno - frame.f_code.co_firstlineno)
    if event == "line": frame.f_trace = None
    return stop
def two():
    a = 1
    b = 2
sys.settrace(stop)
two()
print(sys.gettrace() is stop)
sys.settrace(None)
