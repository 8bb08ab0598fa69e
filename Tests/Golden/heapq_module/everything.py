# heapq: every function, comparisons that fail or change the heap, merge, nlargest and nsmallest by key.
import heapq

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



h = []
for x in [5, 3, 8, 1, 9, 2, 1]: heapq.heappush(h, x)
print(h, heapq.heappop(h), heapq.heapreplace(h, 0), heapq.heappushpop(h, -5), heapq.heappushpop(h, 7), h, [heapq.heappop(h) for _ in range(len(h))])
for size in range(12):
    data = [(i * 7919) % 13 for i in range(size)]; heap = data[:]; heapq.heapify(heap); m = data[:]; heapq._heapify_max(m)
    print(size, heap, m, [heapq.heappop(heap) for _ in data] == sorted(data), heapq.nlargest(3, data), heapq.nsmallest(3, data), heapq.nlargest(2, data, key=lambda v: -v), heapq.nsmallest(20, data, lambda v: v % 5))
m = [9, 7, 8]; print(heapq._heappop_max(m), m, heapq._heapreplace_max(m, 1), m)
class Weak:
    log = []
    def __init__(self, v): self.v = v
    def __lt__(self, other): Weak.log.append((self.v, other.v)); return self.v < other.v
    def __repr__(self): return f"w{self.v}"
w = [Weak(v) for v in (4, 2, 6, 1, 3)]; heapq.heapify(w); print(w, Weak.log); Weak.log.clear(); heapq.heappush(w, Weak(0)); print(w, Weak.log); Weak.log.clear(); heapq.heappop(w); print(w, Weak.log)
class Fails:
    def __lt__(self, other): raise ZeroDivisionError("compared")
class Shrinks:
    heap = []
    def __lt__(self, other): Shrinks.heap.clear(); return False
for label, call in {"pop empty": lambda: heapq.heappop([]), "replace empty": lambda: heapq.heapreplace([], 1), "pushpop empty": lambda: heapq.heappushpop([], 1), "tuple": lambda: heapq.heapify((1, 2)), "push tuple": lambda: heapq.heappush((), 1), "none": lambda: heapq.heappush(None, 1), "mixed": lambda: heapq.heapify([1, "a"]), "complex": lambda: heapq.heappush([1j], 2j), "fails": lambda: heapq.heapify([Fails(), Fails()]), "push fails": lambda: heapq.heappush([Fails()], Fails()), "max empty": lambda: heapq._heappop_max([]),
    "arguments": lambda: heapq.heappush([1]), "keyword": lambda: heapq.heappush(heap=[], item=1), "nlargest text": lambda: heapq.nlargest("x", [1]), "nlargest negative": lambda: heapq.nlargest(-1, [1, 2]), "nsmallest zero": lambda: heapq.nsmallest(0, [1]), "nlargest one": lambda: heapq.nlargest(1, iter([3, 5, 4])), "nsmallest one empty": lambda: heapq.nsmallest(1, []), "nlargest key fails": lambda: heapq.nlargest(2, [1, 2, 3], key=lambda v: v / 0), "nsmallest ties": lambda: heapq.nsmallest(3, [(1, "b"), (1, "a"), (0, "z")], key=lambda t: t[0]), "nlargest iterator": lambda: heapq.nlargest(2, (x for x in range(5))), "not iterable": lambda: heapq.nlargest(2, 5)}.items():
    show(label, call)
Shrinks.heap[:] = [Shrinks() for _ in range(5)]; show("shrinks heapify", lambda: heapq.heapify(Shrinks.heap))
Shrinks.heap[:] = [Shrinks() for _ in range(5)]; show("shrinks push", lambda: heapq.heappush(Shrinks.heap, Shrinks()))
Shrinks.heap[:] = [Shrinks() for _ in range(5)]; show("shrinks pop", lambda: type(heapq.heappop(Shrinks.heap)).__name__)
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge([4, 1], [3, 2], reverse=True)), list(heapq.merge(["b", "ccc"], ["aa"], key=len)), list(heapq.merge()), list(heapq.merge([3])), list(heapq.merge([1, 2], [1, 2], key=lambda v: 0)))
show("merge key reverse", lambda: list(heapq.merge([5, 3], [4], key=lambda v: v, reverse=True))); show("merge mixed", lambda: list(heapq.merge([1], ["a"]))); show("merge not iterable", lambda: list(heapq.merge([1], 2)))
def gen():
    yield 1
    raise KeyError("inside")
g = heapq.merge(gen(), [2, 3]); show("merge first", lambda: next(g)); show("merge then", lambda: next(g))
class L(list):
    def append(self, x): raise AssertionError("not called")
s = L([3]); heapq.heappush(s, 1); print(s, type(s).__name__, heapq.__about__[:10] if isinstance(heapq.__about__, str) else "")
