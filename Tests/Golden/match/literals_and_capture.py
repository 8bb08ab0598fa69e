def f(x):
    match x:
        case 0: return "zero"
        case -1 | 1.5 | 2j | -3 + 4j: return "num"
        case "a" "b": return "ab"
        case b"by": return "bytes"
        case None: return "None"
        case True: return "True"
        case y if y == 10: return f"guard {y}"
        case y: return f"capture {y!r}"


print([f(x) for x in (0, 0.0, False, -1, 1.5, 2j, -3 + 4j, "ab", b"by", None, True, 1, 10, [], "a")])
match 5:
    case 6: print("never")
print("no match is fine")
match (x := 3), "t":
    case 3, "t": print("tuple subject", x)
match = {"case": 1}
case = match["case"]
match case:
    case 1: print("soft keywords", match, case)
print(match)
match [1]: 
    case [_]: print("wild")
match -x:
    case -3: print("expr subject")
match x, :
    case (3,): print("one tuple")
match *[1], 2:
    case 1, 2: print("star subject")
