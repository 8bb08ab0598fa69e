import functools
import pickle


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


p = functools.partial(print, "a", sep="-")
p("b", end="|\n")
print(p, p.func, p.args, p.keywords, functools.partial(p, "c", end="").args, functools.partial(p, sep="+").keywords,
    functools.partial(p, 1).func is print, hash(p) == hash(p), p == functools.partial(print, "a", sep="-"))
p.attr = 1
print(vars(p), p.__doc__[:20], repr(functools.partial(int, base=2)),
    functools.partial(int, base=2)("101", base=8) if False else functools.partial(int, base=2)("101"))
show("not callable", lambda: functools.partial(3))
show("no args", lambda: functools.partial())
show("read only", lambda: setattr(p, "func", 1))
show("keyword name", lambda: functools.partial(lambda **k: k, func=1)(self=2))
show("clash", lambda: functools.partial(lambda a: a, a=1)(2))
show("state", lambda: p.__setstate__((len, (), {}, None)))
show("bad state", lambda: p.__setstate__((len, [], {}, None)))
print(p, p([1, 2]), pickle.loads(pickle.dumps(functools.partial(int, "7")))(), __import__("copy").copy(functools.partial(max, 1)).args)
r = functools.partial(lambda: 0)
r.__setstate__((r, (), {}, {}))
print(repr(r))
r.__setstate__((len, (), {}, {}))


class Sub(functools.partial):
    pass


print(Sub(len)("abc"), functools.partial[int])


class K:
    def m(self, *a, **k): return a, k
    pm = functools.partialmethod(m, 1, x=2)
    ps = functools.partialmethod(staticmethod(lambda *a: a), "s")
    pc = functools.partialmethod(classmethod(lambda c, *a: (c.__name__, a)), "c")
    bound = functools.partial(lambda *a: a, "no self")


print(K().pm(5, y=3), K().ps(1), K.pc(2), K().bound(), repr(K.__dict__["pm"]), K.pm.__name__ if hasattr(K.pm, "__name__") else "no name")
c = functools.cmp_to_key(lambda a, b: (a > b) - (a < b))
print(sorted([3, 1, 2], key=c), c(1) < c(2), c(1) == c(1), c(3).obj, repr(c(1)).split(" ")[0], c(obj=5).obj)
show("hash", lambda: hash(c(1)))
show("other", lambda: c(1) < 2)
show("raises", lambda: functools.cmp_to_key(lambda a, b: 1 / 0)(1) < functools.cmp_to_key(len)(1))
show("result", lambda: functools.cmp_to_key(lambda a, b: "x")(1) < c(1))
print(functools.reduce(lambda a, b: a * 10 + b, [1, 2, 3]), functools.reduce(max, [], 5), functools.reduce(max, iter([7])))
show("empty", lambda: functools.reduce(max, []))
show("keywords", lambda: functools.reduce(max, [1], initial=2))


def w(): "doc"


w.x = 1
wrapped = functools.wraps(w)(lambda: 0)
print(wrapped.__name__, wrapped.__doc__, wrapped.x, wrapped.__wrapped__ is w, functools.WRAPPER_ASSIGNMENTS)
