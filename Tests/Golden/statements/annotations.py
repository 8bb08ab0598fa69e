x: int = 5
y: "str"
z: list[int] | None = None
(w): int = 1
a = [0]
a[0]: int = 7
print(__annotations__, a, "y" in globals())


class A:
    p: int
    q: str = "q"
    r: print("evaluated in class") = 1

    def m(self, k: int) -> "ret":
        local: undefined_not_evaluated = 1
        other: int
        return local


print(A.__annotations__, A.m.__annotations__, A().m(1))


def f(a: 1, *b: 2, c: 3 = 4, **d: 5) -> 6: pass


print(f.__annotations__)


class B: pass


print(B.__annotations__, "__annotations__" in B.__dict__, (lambda: 0).__annotations__)


def g():
    try:
        v
    except UnboundLocalError as e:
        print(e)
    v: int


g()
