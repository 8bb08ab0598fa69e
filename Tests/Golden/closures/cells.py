def f():
    x = [1]

    def g():
        return x
    return g


g = f()
cell = g.__closure__[0]
print(type(cell).__name__, cell.cell_contents, cell == f().__closure__[0], repr(cell)[:9])
cell.cell_contents = "new"
print(g())
del cell.cell_contents
try:
    g()
except NameError as error:
    print(error)
try:
    cell.cell_contents
except ValueError as error:
    print(error)
Cell = type(cell)
print(Cell(5).cell_contents, Cell(1) < Cell(2), Cell() == Cell(), Cell(3) == Cell(3.0))


def method_closure():
    class A:
        y = 1

        def m(self):
            return __class__, z

        def n(self):
            return super().__repr__()[:5]
    z = "z"
    return A


A = method_closure()
print(A().m()[0] is A, A().m()[1], A.m.__code__.co_freevars, A.n.__code__.co_freevars)
x = "module"


def class_scope():
    x = "function"

    class B:
        x = "class"
        print(x)

        def m(self):
            return x

        comp = [x for _ in range(1)]
    return B.x, B().m(), B.comp


print(class_scope())


def conditional(flag):
    if flag:
        v = 1

    def inner():
        return v
    return inner


try:
    conditional(False)()
except NameError as error:
    print(type(error).__name__, error)
print(conditional(True)())
