print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=2: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, *, b: (a, b))(1, b=2), (lambda a, /: a)(1))
f = lambda: (yield 5)
print(list(f()), type(f()).__name__)
print((lambda x: lambda y: x + y)(1)(2), [(lambda: i)() for i in range(3)], sorted("bca", key=lambda c: -ord(c)), (lambda x: (x, x))(1), (lambda: (1, 2))(), (lambda x: x if x else "falsy")(0))
print((lambda a=(lambda: 3): a())(), (lambda x: [x for x in x])("ab"), max([3, -5], key=lambda v: v * v), list(map(lambda a, b: a * b, [1, 2], [3, 4])))
compose = lambda *fs: lambda x: compose(*fs[:-1])(fs[-1](x)) if fs else x
print(compose(lambda x: x + 1, lambda x: x * 2)(5), (lambda x: not x)(1), (lambda: ...)())
y = lambda x: x == 1 or y(x - 1)
print(y(50), repr(y)[:19], (lambda *, k=1: k).__kwdefaults__)
