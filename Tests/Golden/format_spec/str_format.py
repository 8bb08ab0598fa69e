def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{a} {b:>3}".format(a=1, b=2), "{0[0]} {0[1]} {1[k]}".format([1, 2], {"k": "v"}))
print("{0.real} {0.imag}".format(3 + 4j), "{!r} {!s} {!a}".format("é", "é", "é"), "{:{}} {:{w}.{p}}".format("x", 5, 3.14159, w=8, p=3), "{{}} {{{}}}".format(1))
print("{0:{1}{2}}".format(5, ">", 4), "{:,}".format(1234567), "{a[b][c]}".format(a={"b": {"c": 9}}), "{0[10]}".format(range(20)), "{[a.b]}".format({"a.b": 1}), "{0[-1]}".format({"-1": "neg"}))
show("{} {}".format, 1)
show("{0} {}".format, 1)
show("{} {0}".format, 1)
show("{a}".format)
show("{".format, 1)
show("}".format, 1)
show("{0".format, 1)
show("{!}".format, 1)
show("{!x}".format, 1)
show("{0!rx}".format, 1)
show("{0[}".format, [1])
show("{0[]}".format, [1])
show("{0.}".format, 1)
show("{0.foo}".format, 1)
show("{0[foo]}".format, [1])
show("{0[5]}".format, [1])
show("{0[0]x}".format, [1])
show("{:{:{}}}".format, 1, 2, 3)
show("{99999999999999999999}".format, 1)
show("{-1}".format, 1)
show("{ 0}".format, 1)
show("{a b}".format, **{"a b": 1})
show("{}".format)
show("{2}".format, 1, 2)
show("{0!r:>5}".format, "a")
print("{a}".format_map({"a": 1}))


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b:>5}".format_map(Default(a=1)))
show("{}".format_map, {})
show("{0}".format_map, {})
show("{a}".format_map, {})
show("{a}".format_map, 5)
