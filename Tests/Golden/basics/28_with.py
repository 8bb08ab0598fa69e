class M:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind and kind.__name__)
        return self.swallow


with M("a") as a, M("b"):
    print("in", a)
with M("c", True):
    raise ValueError
try:
    with M("d"):
        raise KeyError
except KeyError:
    print("out")
