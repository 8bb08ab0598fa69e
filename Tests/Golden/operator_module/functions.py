import operator as o
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(o.add(1, 2), o.sub(1, 2), o.mul(2, 3), o.truediv(1, 2), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 3), o.neg(1), o.pos(1), o.abs(-1), o.inv(5), o.lshift(1, 3), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.not_(0), o.truth([]), o.is_(None, None), o.is_not(1, None), o.lt(1, 2), o.eq(1, 1.0), o.contains([1], 1), o.countOf([1, 1], 1), o.indexOf("abc", "c"), o.concat("a", "b"), o.getitem([1, 2], 1), o.index(True), o.length_hint([1, 2]), o.matmul.__name__, o.iadd([1], [2]), o.call(len, "abc"))
l = [1, 2]; o.setitem(l, 0, 9); o.delitem(l, 1); print(l)
print(o.itemgetter(1)("abc"), o.itemgetter(0, 2)("abc"), o.itemgetter(slice(1))("abc"), o.attrgetter("real")(5), o.attrgetter("real", "imag")(5), o.attrgetter("real.imag")(5), o.methodcaller("upper")("a"), o.methodcaller("split", ",", maxsplit=1)("a,b,c"), repr(o.itemgetter(1, 2)), repr(o.attrgetter("a.b")), repr(o.methodcaller("f", 1, k=2)))
show(o.itemgetter)
show(o.attrgetter, 5)
show(o.methodcaller)
show(o.methodcaller, 5)
show(o.itemgetter(9), "abc")
show(o.attrgetter("nope"), 5)
show(o.indexOf, [1], 2)
show(o.index, 1.5)
show(o.concat, 1, 2)
show(o.length_hint, [], "a")
show(o.add, 1)
print(sorted([("b", 1), ("a", 2)], key=o.itemgetter(1)))
