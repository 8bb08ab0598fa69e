def t(name, value):
    print(name, end=" ")
    return value


r = [t("item", i) for i in t("outer", [1, 2]) if t("if", i)]
print(r)
d = {t("k", i): t("v", i) for i in range(2)}
print(d)
g = (t("lazy", i) for i in t("eager", [1, 2]))
print("|", end=" ")
print(list(g))
n = [t("inner", j) for i in t("a", [1, 2]) for j in t("b", [i])]
print(n)
try:
    (i for i in 5)
except TypeError as error:
    print(error)
try:
    [undefined for _ in [1]]
except NameError as error:
    print(error)
h = (1 / i for i in (1, 0, 2))
print(next(h))
try:
    next(h)
except ZeroDivisionError as error:
    print(error)
print(next(h, "finished"))
print(type(i for i in ()).__name__, (i for i in ()).__name__, (lambda: (i for i in ()))().__qualname__)
