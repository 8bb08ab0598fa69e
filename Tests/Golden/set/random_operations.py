# Random operations on sets: the order of elements depends on every step of the history of the table.
# pseudo-random operation sequences on sets; no imports
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed // 65536) % n
def val(mode):
    if mode == 0: return rnd(50)
    if mode == 1: return rnd(100000) * 7 - 200000
    if mode == 2: return 'k' + str(rnd(200))
    if mode == 3: return (rnd(10), 'x' + str(rnd(10)))
    if mode == 4: return rnd(1000) * 64
    if mode == 5: return rnd(40) / 4
    return [rnd(30), str(rnd(30)), rnd(5) * 1.5, False, True, (rnd(3),), frozenset([rnd(4), rnd(5)])][rnd(7)]
total = 0
def chk(s):
    global total
    h = 0
    for x in s:
        h = (h * 31 + hash(x)) % 1000000007
    total = (total * 17 + h + len(s)) % 1000000007
    return h
for round in range(12):
    mode = rnd(7)
    s = set(); t = set(); 
    size = [5, 20, 100, 1000][rnd(4)]
    for i in range(size):
        op = rnd(24)
        if op < 8: s.add(val(mode))
        elif op < 11: t.add(val(mode))
        elif op == 11: s.discard(val(mode))
        elif op == 12 and s: s.pop()
        elif op == 13: s = s | t
        elif op == 14: s = s & t
        elif op == 15: s = s - t
        elif op == 16: s = s ^ t
        elif op == 17: s |= t; t = set()
        elif op == 18: t = s.copy()
        elif op == 19: s.update([val(mode) for k in range(rnd(30))])
        elif op == 20: t.difference_update([val(mode) for k in range(rnd(10))])
        elif op == 21: t = t.union([val(mode) for k in range(rnd(60))], s)
        elif op == 22: s = set(dict.fromkeys([val(mode) for k in range(rnd(60))])); s.symmetric_difference_update(t)
        elif op == 23:
            k = rnd(8)
            if k == 0: s -= t
            elif k == 1: s &= t
            elif k == 2: s ^= t
            elif k == 3: s.intersection_update(list(t))
            elif k == 4: s = s.difference(list(t)[:5])
            elif k == 5: s = set(list(s)); t = frozenset(t) | s; t = set(t)
            elif k == 6: s = s.difference(dict.fromkeys(t))
            elif k == 7: s = s.symmetric_difference(list(t))
        chk(s); chk(t)
    if round % 20 == 0: print(round, mode, total, len(s), hash(frozenset(s)))
d = {1:2, 5:6, 'a':3, (1,2):4}
print(d.keys() & [1, 5, 7], d.keys() | {9}, d.items() - [(1,2)], d.keys() ^ {1, 10})
print({i*8 for i in range(20)}, set(['abc','d','zz','q','hello']), {*range(5), *[100, 200]})
