def add(a, b):
    return a + b


def run(values):
    out = []
    for v in values:
        try:
            out.append(add(v, v))
        except TypeError as e:
            out.append(str(e))
    return out


for _ in range(200):
    add(1, 2)
print(run([1, 2.5, "s", [1], (2,), True, None, 1j, b"b", 2 ** 62, 2 ** 100, -2 ** 48]))
for _ in range(200):
    add(1.5, 2)
print(run([1, 0.5, "x"]))


class I(int):
    def __add__(self, o): return "I.add"


print(run([I(1), 1, I(2), 1.0]))
def cmp(a, b): return a < b, a == b
for i in range(200): cmp(i, 100)
print([cmp(a, b) for a, b in [(1, 2), (1.5, 1), ("a", "b"), ([1], [2]), (True, 2), (2 ** 70, 1), (1, 2.0), ((1,), (1, 2))]])
