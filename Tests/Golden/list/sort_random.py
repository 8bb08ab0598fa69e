seed = 777
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed // 65536) % n
class Cmp:
    cnt = 0
    def __init__(self, v): self.v = v
    def __lt__(self, o): Cmp.cnt += 1; return self.v < o.v
    def __repr__(self): return 'C%d' % self.v
tot = 0
for n in (0, 1, 2, 3, 10, 31, 32, 33, 64, 65, 100, 257, 600):
    for kind in range(6):
        if kind == 0: l = [rnd(1000) for i in range(n)]
        elif kind == 1: l = [i + rnd(3) for i in range(n)]
        elif kind == 2: l = [n - i + rnd(3) for i in range(n)]
        elif kind == 3: l = [rnd(4) for i in range(n)]
        elif kind == 4: l = [i if i < n * 9 // 10 else rnd(n) for i in range(n)]
        else: l = [(i * 7) % 50 for i in range(n)]
        for rev in (False, True):
            a = [Cmp(v) for v in l]; a.sort(reverse=rev)
            b = sorted(l, reverse=rev)
            assert [x.v for x in a] == b
            for i in range(len(b) - 1): assert (b[i] <= b[i+1]) if not rev else (b[i] >= b[i+1])
            c = sorted([(v % 10, i) for i, v in enumerate(l)], key=lambda t: t[0], reverse=rev)
            for i in range(len(c) - 1):
                if c[i][0] == c[i+1][0]: assert c[i][1] < c[i+1][1]
            d = sorted([float(v) for v in l], reverse=rev); assert d == b
            e = sorted([str(v) for v in l], reverse=rev)
            f = sorted([(v, str(v)) for v in l], reverse=rev)
            g = sorted([str(v) + '\u20ac' for v in l], reverse=rev)
            tot = (tot * 31 + hash(tuple(b)) + hash(tuple(f[:3]) if 0 else len(f))) % 1000003
print(tot, Cmp.cnt)
# inconsistent and raising comparisons
class Bad:
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        r = rnd(40)
        if r == 0: raise ValueError('x')
        return r & 1 == 1
for k in range(60):
    l = [Bad(i) for i in range(rnd(200))]
    ids = sorted(x.v for x in l)
    try: l.sort()
    except ValueError: pass
    assert sorted(x.v for x in l) == ids, k
    if k % 2:
        try: l.sort(key=lambda b: b, reverse=True)
        except ValueError: pass
        assert sorted(x.v for x in l) == ids, k
