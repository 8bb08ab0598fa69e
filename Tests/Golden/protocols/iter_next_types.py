class A:
    def __iter__(self):
        return (i for i in range(3))


class B:
    n = 0
    def __iter__(self): return self
    def __next__(self):
        B.n += 1
        if B.n > 3: raise StopIteration(B.n)
        return B.n


class Cycle:
    def __init__(self, v): self.v = v; self.i = -1
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        return self.v[self.i % len(self.v)]


print([*A()], list(B()), list(B()), dict.fromkeys(A()), set(A()), "".join(map(str, A())), sum(A()), sorted(A(), reverse=True), [a for a, _ in zip(Cycle("xy"), range(5))], 2 in A(), max(A()), tuple(A()), all(A()), list(enumerate(A())), [[i, j] for i in A() for j in A() if i < j])
a, *b = A()
print(a, b, *A(), [1, *A(), 2], {**dict(zip(A(), "abc"))})
def args(*a): return a
print(args(*A(), *[9], *A()))
l = [0]; l += A(); l[1:1] = A(); l.extend(A())
print(l)
it = iter(A())
for x in it:
    for y in it:
        print(x, y)
class Len:
    def __len__(self): raise ValueError("len fails")
    def __iter__(self): return iter([1])
for f in (list, tuple, lambda o: [*o]):
    try:
        print(f(Len()))
    except ValueError as e:
        print(e)
