import array


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for code in array.typecodes:
    a = array.array(code, "aé" if code == "u" else [1, 2])
    print(code, a, a.itemsize, a.typecode, a.tobytes().hex() if code != "u" else "", a * 2, a + a, a == array.array(code, a),
        a.__reduce_ex__(3)[0].__name__)
for code, value in [("b", 128), ("B", -1), ("B", 256), ("h", 40000), ("I", -1), ("I", 2**32), ("q", 2**63), ("Q", 2**64), ("f", "x"), ("d", 10**400),
    ("i", 1.5), ("u", "ab"), ("u", 1), ("b", "a"), ("f", 1e300), ("L", -1), ("l", 2**64)]:
    show((code, value), lambda: array.array(code, [value]))
show("bad code", lambda: array.array("z"))
show("long code", lambda: array.array("ii"))
show("no code", lambda: array.array())
show("str for ints", lambda: array.array("i", "abc"))
show("bytes", lambda: array.array("h", b"abcd"))
show("odd bytes", lambda: array.array("h", b"abc"))
show("not iterable", lambda: array.array("i", 5))
show("from array", lambda: array.array("d", array.array("i", [1, 2])))
show("from u", lambda: array.array("i", array.array("u", "a")))
show("keyword", lambda: array.array(typecode="i"))
show("mixed add", lambda: array.array("i") + array.array("d"))
show("list add", lambda: array.array("i") + [1])
show("compare",
    lambda: (array.array("i", [1]) == array.array("d", [1.0]), array.array("i", [1, 2]) < array.array("i", [1, 3]), array.array("u", "a") < array.array("u", "b")))
show("compare list", lambda: array.array("i", [1]) == [1])
show("hash", lambda: hash(array.array("i")))
