# Traces of allocations: sizes, lines, stacks, filters, what frees and limits do.
import tracemalloc


def make(size):
    return bytearray(size)


def outer(size):
    return make(size)


print(tracemalloc.is_tracing(), tracemalloc.get_traced_memory(), tracemalloc.get_object_traceback(object()))
for limit in (0, -1, 65536):
    try:
        tracemalloc.start(limit)
    except ValueError as error:
        print(error)
try:
    tracemalloc.take_snapshot()
except RuntimeError as error:
    print(error)

tracemalloc.start(3)
print(tracemalloc.is_tracing(), tracemalloc.get_traceback_limit())
data = [outer(50000) for _ in range(4)]
lines = [frame.lineno for frame in tracemalloc.get_object_traceback(data[0])]
print(lines)
snapshot = tracemalloc.take_snapshot().filter_traces([tracemalloc.Filter(True, __file__)])
largest = snapshot.statistics("lineno")[0]
print(largest.traceback[0].lineno, largest.size >= 200000, largest.count)
current, peak = tracemalloc.get_traced_memory()
print(current >= 200000, peak >= current)

text = "x" * 100
for _ in range(12):
    text += text
print(tracemalloc.get_traced_memory()[0] - current >= 400000)
numbers = {n: str(n) for n in range(1000)}
before = tracemalloc.get_traced_memory()[0]
del text, numbers
print(before - tracemalloc.get_traced_memory()[0] >= 400000)

first = tracemalloc.take_snapshot()
more = [outer(1000) for _ in range(100)]
second = tracemalloc.take_snapshot()
change = second.compare_to(first, "lineno")[0]
print(change.traceback[0].lineno, change.size_diff >= 100000, change.count_diff >= 200)

big = outer(1000000)
del big
tracemalloc.reset_peak()
current, peak = tracemalloc.get_traced_memory()
print(peak - current < 100000)
tracemalloc.clear_traces()
print(tracemalloc.get_object_traceback(data[0]))
tracemalloc.stop()
print(tracemalloc.get_traced_memory(), tracemalloc.is_tracing())

tracemalloc.start()
one = outer(100)
print(len(tracemalloc.get_object_traceback(one)), tracemalloc.get_object_traceback(data[0]))
tracemalloc.stop()

