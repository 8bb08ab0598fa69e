from collections import deque
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


d = deque([1, 2, 3], maxlen=4)
d.append(4); d.append(5); d.appendleft(0)
print(d, d.maxlen, d[0], d[-1], len(d), 3 in d, d.count(3), d.index(3), list(reversed(d)))
d.rotate(1); print(d)
d.rotate(-2); print(d, d.pop(), d.popleft(), d)
d.extend("ab"); d.extendleft("xy"); print(d)
d.insert(1, "i") if len(d) < 4 else None
e = deque("abcdef")
e.remove("c"); del e[0]; e[1] = "D"; e.insert(2, "z"); e.reverse()
print(e, e + deque("1"), e * 2, e == deque(e), e < deque("zz"), e.copy(), deque([1]) != [1], bool(deque()), deque("ab", 1), deque([], 0))
show(deque().pop)
show(deque().popleft)
show(e.remove, "q")
show(e.index, "q")
show(lambda: e[99])
show(deque, 5)
show(deque, [], -1)
show(deque, [], "a")
show(lambda: d.insert(0, 1) or d.insert(0, 2) or d.insert(0, 3))
show(hash, e)
show(lambda: e + [1])
show(lambda: e[0:1])
it = iter(e)
next(it)
e.append(1)
show(next, it)
x = deque(); x.append(x); print(x)
