def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


d = {"a": 1, "b": 2, "c": 3}
print(d.get("a"), d.get("z"), d.get("z", 9), d.pop("a"), d.pop("z", None), d.setdefault("b", 5), d.setdefault("q"), d.popitem(), d, d.copy(), d.copy() is d, len(d), list(d), "b" in d, 2 in d)
d.update(x=1)
d.update({"y": 2}, z=3)
d.update([("p", 1), ["r", 2], "kv"])
d.update()
print(d, d.clear(), d)
show({}.pop, "k")
show({}.popitem)
show({}.get)
show({}.setdefault)
show({}.update, 5)
show({}.update, [1])
show({}.update, [(1, 2, 3)])
show({}.update, ["abc"])
show({}.update, {}, {})
show({}.get, [])
show({}.get, 1, 2, 3)
show({}.pop)
show({}.pop, 1, 2, 3)
show({}.copy, 1)
show(lambda: {}["missing"])
show(lambda: {1: 2}[(1, "t")])
show(lambda: {[]: 1})
show(lambda: {{}: 1})
show(hash, {})
print(dict.fromkeys("ab"), dict.fromkeys([1, 2], []), dict.fromkeys({}, 1), {}.fromkeys("x", 0), {"a": 1}.__contains__("a"), {"a": 1}.__getitem__("a"), {}.__len__(), {1: 2}.__eq__({1: 2.0}), {1: 2}.__ne__(3), {}.__iter__().__length_hint__())
