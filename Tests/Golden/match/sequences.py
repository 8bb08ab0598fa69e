def f(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, 2]: return "one two"
        case (a, (b, c)): return f"nested {a} {b} {c}"
        case [a, *rest, 9]: return f"ends 9 {a} {rest}"
        case [_, *_]: return "long"
        case _: return "not sequence"


for x in ([], (), [5], [1, 2], (1, [2, 3]), [1, 2, 9], [1, 9], range(4), "ab", b"ab", bytearray(b"a"), {1: 2}, {1}, iter([1]), (i for i in ()), [[1, 2], [3]], None):
    print(f(x), end="; ")
print()


class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i


print(f(Seq()))
match [1, [2, [3, 4]], 5]:
    case [a, [b, [*c]], d]: print(a, b, c, d)
match (1, 2, 3, 4):
    case [first, *_, last]: print(first, last)
match [1, 2]:
    case [a, b] as whole if a < b: print(whole)
match [0, 1]:
    case [(0 | 1) as x, 0 | 1 as y]: print(x, y)
