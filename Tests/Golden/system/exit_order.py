import sys


class D:
    def __init__(self, n): self.n = n
    def __del__(self): print("del", self.n)


a = D("module a")


def f():
    local = D("local")
    sys.exit(2)


try:
    f()
finally:
    print("finally")
