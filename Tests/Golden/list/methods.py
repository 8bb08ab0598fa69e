def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


a = [3, 1, 2]
print(a.append(4), a.extend("ab"), a.insert(0, "x"), a.insert(-1, "y"), a.insert(100, "z"), a.insert(-100, "w"), a)
print(a.pop(), a.pop(0), a.pop(-2), a, a.index("x"), a.count(1), a.remove("x"), a.copy() == a, a.reverse(), a, a.clear(), a)
b = [1, 2, 1, 3, 1]
show(b.index, 1, 1)
show(b.index, 1, 3, 4)
show(b.index, 1, -1)
show(b.index, 9)
show(b.remove, 9)
show([].pop)
show([1].pop, 5)
show([1].pop, "a")
show(b.insert, "a", 1)
show(b.extend, 5)
show(b.insert, 1)
show(b.index)
show(b.copy, 1)
show(b.reverse, 1)
show(b.sort, 1)
show(b.append)
show(hash, b)
print(b.__len__(), b.__contains__(3), b.__getitem__(-1), b.__mul__(2), b.__rmul__(1), b.__add__([0]), b.__eq__([1]), b.__ne__(1), b.__sizeof__() > 0, b.__reversed__().__next__(), b.__iadd__((9,)), b.__imul__(0))
