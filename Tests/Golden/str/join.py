def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(",".join(["a", "b"]), "".join("abc"), "-".join([]), "-".join(["x"]), ", ".join({"a": 1, "b": 2}), "ab".join("xyz"), "é".join(["a", "€", "😀"]), "".join(chr(i) for i in range(97, 103)), "-".join(("a",)), "x".join(str(i) for i in range(3)))
show(",".join, [1])
show(",".join, ["a", 1, "b"])
show(",".join, ["a", b"b"])
show(",".join, 5)
show(",".join, None)
show(",".join)
show(",".join, "a", "b")


def gen():
    yield "a"
    raise ValueError("in generator")


show(",".join, gen())


class S(str):
    pass


print(type("".join([S("a")])), type(",".join([S("a"), "b"])), type(S("x").join(["a", "b"])))
