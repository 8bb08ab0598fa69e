class It:
    def __iter__(self): return self
    def __next__(self): raise KeyError("in next")
    def __del__(self): print("iterator dropped")


try:
    for x in It(): pass
except KeyError as e:
    print(e)
try:
    [x for x in It()]
except KeyError as e:
    print(e)
try:
    a, b = It()
except KeyError as e:
    print(e)
try:
    print(*It())
except KeyError as e:
    print(e)


class Tmp:
    def __init__(self, n): self.n = n
    def __del__(self): print("drop", self.n)
    def __add__(self, o): raise ValueError("add")


try:
    Tmp(1) + Tmp(2)
except ValueError as e:
    print("caught", e)
try:
    [Tmp(3), Tmp(4), 1 / 0]
except ZeroDivisionError:
    print("list unwound")


def f(a, b): raise IndexError


try:
    f(Tmp(5), Tmp(6))
except IndexError:
    print("args")
print("end")
