# An attribute that an instance gets later hides a method or class attribute that the loop has cached.
class A:
    kind = "class"
    def m(self): return "method"


def call(o): return o.m(), o.kind


a, b = A(), A()
for _ in range(50): call(a)
a.m = lambda: "own"
a.kind = "own kind"
print(call(a), call(b))
for _ in range(50): call(b)
b.__dict__["m"] = lambda: "from dict"
print(call(a), call(b), call(A()))
c = A()
for _ in range(50): call(c)
object.__setattr__(c, "m", lambda: "set by object")
print(call(c))
class B(A): pass
d = B()
for _ in range(50): call(d)
d.m = lambda: "own of B"
print(call(d), call(B()), call(A()))
