class A:
    def __eq__(self, other):
        print("eq", other)
        return NotImplemented


class B:
    def __eq__(self, other):
        return "yes"

    def __repr__(self):
        return "B"


print([A()] == [1], [B()] == [1], B() in [1, 2], [1, B()].index(5), [B(), 1].count(3), [1, 2] == (1, 2), [B()] != [3])
nan = float("nan")
a = [nan]
print(a == a, a == [nan], a.index(nan), nan in a, a.count(nan))
x = []
x.append(x)
try:
    x == [x]
    print("identity shortcut")
except RecursionError as error:
    print(error)
y = []
y.append(y)
try:
    print(x == y)
except RecursionError as error:
    print(error)
print(x, [x, y])
