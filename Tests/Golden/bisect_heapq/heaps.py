import heapq


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


h = []
for x in [5, 1, 8, 1, 3, 9, 2]:
    heapq.heappush(h, x)
    print(h)
print(heapq.heappop(h), h, heapq.heapreplace(h, 0), h, heapq.heappushpop(h, -1), heapq.heappushpop(h, 7), h)
g = list("qwertyuiop")
heapq.heapify(g)
print(g, [heapq.heappop(g) for _ in range(len(g))])
heapq._heapify_max(m := [1, 5, 2, 8])
print(m, heapq._heappop_max(m), m)
print(heapq.nlargest(3, [1, 5, 2, 5], key=lambda v: -v), heapq.nsmallest(2, "hello"), heapq.nlargest(0, [1]), heapq.nlargest(9, [1, 2]),
    heapq.nsmallest(1, [3, 1]), heapq.nlargest(2, [(1, "b"), (1, "a")]))
print(list(heapq.merge([1, 4, 7], [2, 4], [], iter([0]))), list(heapq.merge("fa", "eb", reverse=True)),
    list(heapq.merge(["aaa", "b"], ["cc"], key=len)))
show("empty", lambda: heapq.heappop([]))
show("replace empty", lambda: heapq.heapreplace([], 1))
show("pushpop empty", lambda: heapq.heappushpop([], 1))
show("not list", lambda: heapq.heappush((), 1))
show("mixed", lambda: heapq.heapify([1, "a"]))
show("tuples", lambda: heapq.heapify([(1, {}), (1, {})]))


class Shrinks:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        heap.clear()
        return self.v < other.v


heap = [Shrinks(i) for i in range(5)]
show("changed", lambda: heapq.heappop(heap))
heap = [Shrinks(i) for i in range(5)]
show("changed push", lambda: heapq.heappush(heap, Shrinks(-1)))
