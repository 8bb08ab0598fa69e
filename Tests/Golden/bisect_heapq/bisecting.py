import bisect


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


a = [1, 2, 2, 2, 5, 8]
for x in (0, 1, 2, 3, 8, 9):
    print(x, bisect.bisect_left(a, x), bisect.bisect_right(a, x), bisect.bisect(a, x, 2, 4), bisect.bisect_left(a, x, lo=1, hi=-1) if x == 99 else "")
b = []
for word in "pear fig apple kiwi".split():
    bisect.insort(b, word, key=len)
print(b, bisect.insort_left(b, "plum", key=len), b, bisect.bisect_left(b, 4, key=len))


class Log:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        print(" ", self.v, "<", other.v)
        return self.v < other.v


print(bisect.bisect_left([Log(1), Log(3), Log(5)], Log(3)), bisect.bisect_right([Log(1), Log(3), Log(5)], Log(3)))


class Sequence:
    def __len__(self):
        return 10**6

    def __getitem__(self, index):
        return index * index

    def insert(self, index, item):
        print("insert", index, item)


print(bisect.bisect(Sequence(), 12345), bisect.insort(Sequence(), 50))
show("negative lo", lambda: bisect.bisect(a, 1, -1))
show("mixed", lambda: bisect.bisect(["a"], 1))
show("no len", lambda: bisect.bisect(iter(a), 1))
show("hi too big", lambda: bisect.bisect(a, 9, 0, 50))
show("float lo", lambda: bisect.bisect(a, 1, 0.5))
show("key raises", lambda: bisect.bisect(a, 1, key=lambda v: 1 / 0))
show("positional key", lambda: bisect.bisect(a, 1, 0, 2, len))
show("none hi", lambda: bisect.bisect_left(a, 5, 0, None))
show("big hi", lambda: bisect.bisect_left([], 5, 10**20))
