if (n := len("abc")) > 2:
    print(n)
print([y := 1, y ** 2], y)
print([(last := i) for i in range(5)], last)
print(any((hit := x) > 3 for x in [1, 5, 2]), hit)
data = iter([1, 2, 0, 3])
while (item := next(data)):
    print("item", item)


def f(a, b=(c := 7)):
    return a, b


print(f(z := 3), z, c)
print((a := 1, b := 2), a, b)
x = (y := 5) + (y := y + 1)
print(x, y)
print(f"{(w := 9)}", w, {(k := "key"): (v := 1)}, k, v)


def scope():
    total = 0
    parts = [total := total + i for i in range(4)]
    return total, parts


print(scope())
print((lambda: (q := 4) + q)())
