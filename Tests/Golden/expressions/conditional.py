x = 3
print("big" if x > 2 else "small", (1 if 0 else 2) + 1, 1 if 0 else 2 + 1)
print([i if i % 2 else -i for i in range(4)])
f = (lambda: "a") if x else (lambda: "b")
print(f(), (lambda y: "yes" if y else "no")(0))
print("x" if (y := x - 3) else y)
print(1 if True else 1 / 0)
