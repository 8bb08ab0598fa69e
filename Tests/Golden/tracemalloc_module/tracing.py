import tracemalloc


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_traceback_limit(), tracemalloc.get_object_traceback(object()))
show("snapshot", lambda: tracemalloc.take_snapshot())
f = tracemalloc.Filter(True, "*.py", 3, True)
print(f.inclusive, f.filename_pattern, f.lineno, f.all_frames, tracemalloc.DomainFilter(False, 1).inclusive)
t = tracemalloc.Traceback((("a.py", 1), ("b.py", 2)))
print(t, repr(t), t[0], len(t), t == tracemalloc.Traceback((("a.py", 1), ("b.py", 2))), t.format())
