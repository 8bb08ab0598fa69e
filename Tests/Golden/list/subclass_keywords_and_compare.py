class WithNew(list):
    def __new__(cls, items, extra=None):
        self = super().__new__(cls, items)
        self.extra = extra
        return self


w = WithNew([1, 2], extra=3)
print(w, w.extra)
class Plain(list): pass
try:
    Plain(items=())
except TypeError as e:
    print(e)


class Emptying:
    def __eq__(self, other):
        a.clear()
        b.clear()
        return NotImplemented


a, b = [Emptying()], [Emptying()]
print(a == b)
a, b = [Emptying()], [Emptying()]
print(a != b)
class S(str): pass
class F: pass
f = F()
f.msg = 1
print(getattr(f, S("msg")), hasattr(f, S("gsm")))
deep = []
for _ in range(3000): deep = [deep]
try:
    repr(deep)
except RecursionError as e:
    print(e)
