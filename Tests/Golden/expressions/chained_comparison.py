calls = []


def v(n):
    calls.append(n)
    return n


print(v(1) < v(2) < v(3), calls)
calls.clear()
print(v(1) > v(2) > v(3), calls)
calls.clear()
print(v(1) < v(5) > v(3) != v(4) == v(4), calls)
print(1 < 2 > 1, 1 == 1 == 1, 1 != 2 != 1, 3 > 2 >= 2 > 1)
x = 5
print(0 <= x < 10, 0 <= x <= 4, x == 5 in [True], "a" < "b" < "c" in ["c"])


class C:
    def __lt__(self, other):
        print("lt")
        return []

    def __gt__(self, other):
        return "truthy"


print(C() < C() < C(), C() > C() > C())
