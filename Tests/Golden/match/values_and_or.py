class Color:
    RED = 1
    class Deep:
        X = "x"


def f(v):
    match v:
        case Color.RED: return "red"
        case Color.Deep.X: return "deep"
        case [Color.RED, x] | (2, x): return f"or binds {x}"
        case ("a" | "b") as letter: return f"letter {letter}"
        case {"k": 1 | 2 as n} | [n]: return f"n={n}"
        case (int() | str()) as t: return f"t {t}"
        case _: return "none"


print([f(v) for v in (1, "x", [1, 5], (2, 6), "a", {"k": 2}, [3], 9, "zz", None, 1.0)])


class Eq:
    def __eq__(self, o):
        print("eq", o)
        return o == Color.Deep.X


match Eq():
    case 1: pass
    case "x": print("matched by ==")


def guards(x):
    match x:
        case n if print("first", n): return 1
        case n if n > 5: return "big"
        case [a, b] if (c := a + b) > 3: return c
        case _ if False: return "never"
    return "fell out"


print(guards(9))
try:
    guards([1, 2])
except TypeError as e:
    print(e)
match 1:
    case x: pass
print(x)
