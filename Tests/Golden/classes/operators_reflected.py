class A:
    def __add__(self, o):
        print("A.add")
        return NotImplemented

    def __radd__(self, o):
        print("A.radd")
        return "A.radd"

    def __eq__(self, o):
        print("A.eq")
        return NotImplemented

    def __lt__(self, o):
        print("A.lt")
        return NotImplemented

    def __gt__(self, o):
        print("A.gt")
        return "A.gt"


class B(A):
    def __radd__(self, o):
        print("B.radd")
        return "B.radd"


class C(A):
    pass


class D:
    def __radd__(self, o):
        print("D.radd")
        return NotImplemented

    def __gt__(self, o):
        print("D.gt")
        return "D.gt"


for left, right in [(A(), B()), (B(), A()), (A(), C()), (A(), D()), (1, A()), (A(), A())]:
    try:
        print(left + right)
    except TypeError as error:
        print(error)
print(A() == 1, A() == A(), 1 == A(), A() != 1)
print(A() < A(), A() < D(), 5 < A(), A() < B())


class I(int):
    def __radd__(self, o):
        return "I.radd"

    def __rsub__(self, o):
        return NotImplemented


print(1 + I(2), I(1) + 2, 1 - I(2), 1.5 + I(2), True + I(1))


class S(str):
    def __radd__(self, o):
        return "never for str"

    def __rmul__(self, o):
        return "rmul"


print("a" + S("b"), 3 * S("x"))


class L(list):
    def __radd__(self, o):
        return "L.radd"


print([1] + L([2]))
