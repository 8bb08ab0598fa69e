seed = 777
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed // 65536) % n
# dict random ops against a list model
d = {}; keys = []; vals = {}
for i in range(20000):
    k = [rnd(300), str(rnd(300)), (rnd(20),)][rnd(3)]
    op = rnd(6)
    if op < 3: 
        d[k] = i
    elif op == 3:
        d.pop(k, None)
    elif op == 4 and d and rnd(3) == 0:
        d.popitem()
    elif op == 5 and rnd(20) == 0:
        d = dict(d) if rnd(2) else d.copy()
    elif op == 5 and d and rnd(3) == 0:
        del d[next(iter(d))]
h = 0
for k, v in d.items(): h = (h * 31 + v) % 1000003
print(len(d), h, list(d)[:5], list(reversed(d))[:5], list(reversed(d.items()))[:2])
from _collections import OrderedDict, deque
o = OrderedDict()
for i in range(5000):
    op = rnd(6); k = rnd(60)
    if op < 2: o[k] = i
    elif op == 2 and k in o: o.move_to_end(k)
    elif op == 3 and k in o: o.move_to_end(k, last=False)
    elif op == 4 and o and rnd(4) == 0: o.popitem(last=rnd(2) == 0)
    elif op == 5: o.pop(k, None)
print(list(o.items()), list(reversed(o)))
q = deque(maxlen=50); m = deque()
for i in range(20000):
    op = rnd(12)
    for z in (q, m):
        if op < 3: z.append(i)
        elif op < 5: z.appendleft(i)
        elif op == 5 and z: z.pop()
        elif op == 6 and z: z.popleft()
        elif op == 7: z.rotate(i % 13 - 6)
        elif op == 8 and i % 7 == 0: z.extend([1, 2, 3])
        elif op == 9 and len(z) > 5: del z[i % len(z)]
        elif op == 10 and len(z) < 50: z.insert(i % 60 - 30, i)
        elif op == 11 and i % 50 == 0: z.reverse()
        if i % 3000 == 0: z.clear()
print(list(q)[:10], list(m)[:10], len(q), len(m), m == deque(list(m)), m.index(m[3]) <= 3)
class Ls(list): pass
class Ds(dict): pass
class Ss(set): pass
class Ts(tuple): pass
for k in range(200):
    x = Ls([1, 2]); x.a = x; y = Ds(a=1); y.b = [y]; z = Ss([1]); z.c = z; t = Ts((1, x)); t.q = t
print(x, y, z, t[0], len(t))
