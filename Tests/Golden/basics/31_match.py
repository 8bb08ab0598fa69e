def kind(x):
    match x:
        case 0:
            return "zero"
        case int() | float():
            return "number"
        case [a, b]:
            return f"pair {a} {b}"
        case {"k": v}:
            return f"dict {v}"
        case str() as s if s:
            return "text " + s
        case _:
            return "other"


for x in 0, 5, 2.5, [1, 2], {"k": 3}, "hi", "", None:
    print(kind(x))
if (n := 10) > 5:
    print(n)
