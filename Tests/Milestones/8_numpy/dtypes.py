# golden: packages=yes
"""Data types: kinds, casting, structured and record arrays, dates, strings, objects, scalars, subclasses, protocols."""
import copy
import decimal
import fractions
import pickle
import numpy as np


def show(label, call):
    try:
        print(f"{label}:", repr(call()))
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


for code in ["?", "b", "B", "h", "H", "i", "I", "l", "L", "q", "Q", "e", "f", "d", "g", "F", "D", "S5", "U3", "V2", "O", "M8[D]", "m8[s]", ">i4",
    "<f8", "(2,3)i4", "i4,f8,S2", "int", "float32", "complex128", "str", "bytes", "datetime64[ns]"]:
    d = np.dtype(code)
    print(code, repr(d), d.str, d.kind, d.char, d.itemsize, d.name, d.byteorder, d.isnative, d.alignment, d.hasobject)
print(np.dtype(int), np.dtype(float), np.dtype(bool), np.dtype(str), np.dtype(object), np.dtype("i4") == np.int32,
    hash(np.dtype("i4")) == hash(np.dtype("<i4")), np.issubdtype(np.int8, np.integer), np.int8.__mro__[1:4], np.can_cast("i4", "f4"),
    np.can_cast("f8", "i4", "unsafe"), np.promote_types("i4", "f4"), np.result_type(np.int8(1), 3.0), np.min_scalar_type(300),
    np.common_type(np.array([1], "f4"), np.array([1])), np.iinfo("i2"), np.finfo("f4").eps, np.typecodes["Float"])
t = np.dtype([("name", "U10"), ("age", "i4"), ("pos", [("x", "f4"), ("y", "f4")]), ("tags", "S3", (2,))], align=True)
print(t, t.names, t.fields["age"], t.itemsize, t["pos"]["x"], t.descr, len(t), t.isalignedstruct)
people = np.array([("Ann", 30, (1, 2), (b"a", b"b")), ("Bob", 25, (3, 4), (b"c", b"dddd"))], dtype=t)
print(people, people["name"], people["pos"]["y"], people[0], people[0]["age"], people[["name", "age"]], np.sort(people, order="age")["name"],
    people["age"].mean(), people[people["age"] > 26]["name"], sep="\n")
people["age"] += 1
people[1] = ("Cy", 1, (0, 0), (b"", b""))
people[0]["name"] = "a very long name indeed"
print(people, people.tolist(), people.dtype == t, people.view(np.recarray).age, people.nbytes)
r = np.rec.array([(1, 2.0, "x"), (2, 3.0, "y")], names="a,b,c"); print(r, r.a, r[0].c, r.b.sum(), type(r[0])); r.a = 5; print(r)
show("no field", lambda: people["zip"])
show("no rec", lambda: r.zip)
show("tuple", lambda: people.__setitem__(0, (1, 2)))
show("bad fields", lambda: np.dtype([("a", "i4"), ("a", "i4")]))
show("offsets", lambda: np.dtype({"names": ["a", "b"], "formats": ["i1", "i4"], "offsets": [0, 4]}))
show("compare", lambda: people == people)
show("titles", lambda: np.dtype([(("title", "n"), "i4")]).fields["title"])
d = np.array(["2020-02-28", "2021-01-01T12:30", "NaT"], dtype="M8[m]")
print(d, d + np.timedelta64(1, "D"), d[1] - d[0], d.astype("M8[M]"), np.isnat(d), np.arange("2020-01", "2020-04", dtype="M8[M]"),
    np.datetime64("2020-01-01") < np.datetime64("2020-01-02"), np.datetime64("2020-01-01", "D").astype(object), d.tolist(),
    np.timedelta64(90, "m") / np.timedelta64(1, "h"), np.busday_count("2020-01-01", "2020-02-01"), np.is_busday("2020-01-04"),
    np.busday_offset("2020-01-04", 1, roll="forward"), np.datetime_as_string(d, unit="s"), np.datetime64("2020-01-01T00:00:00.123456789"),
    np.timedelta64(5, "D").item(), np.datetime64(1, "Y"), sep="\n")
show("bad date", lambda: np.datetime64("2020-13-01"))
show("units", lambda: np.timedelta64(1, "M") + np.timedelta64(1, "D"))
s = np.array(["apple", "Banana", "cherry pie"])
print(np.strings.upper(s), np.char.add(s, "!"), np.char.split(s[2]), np.strings.find(s, "an"), np.char.center(s, 12, "*"), np.strings.str_len(s),
    s == "apple", np.char.replace(s, "a", "A"), s.astype("S"), np.sort(s), s.max() if False else s.argmax() if False else "", np.char.join("-", s),
    np.strings.startswith(s, "B"), np.char.encode(s, "utf-8"), np.array(["1", "22"]).astype(float), np.array([1.5, 2]).astype(str), s[0] + "x",
    s.itemsize, np.strings.multiply(["ab"], 3), np.char.zfill(["1"], 3), np.char.isdigit(["1", "a"]))
v = np.array(["variable", "x" * 30, "é"], dtype=np.dtypes.StringDType())
print(v, v.dtype, np.strings.str_len(v), v + "!", np.sort(v), v == "é")
show("na", lambda: np.array(["a", None], dtype=np.dtypes.StringDType(na_object=None)))
o = np.array([fractions.Fraction(1, 3), decimal.Decimal("0.5"), 10 ** 30, "s", [1], None], dtype=object)
print(o, o[:1] * 3, o[2:3] + 1, o == None, np.array([fractions.Fraction(1, 2)] * 3).sum(), np.array([{1: 2}, {3}])[1])
show("object fail", lambda: o + 1)
show("object sort", lambda: np.sort(np.array([3, "a"], dtype=object)))
for value in [np.int8(100), np.uint16(3), np.int64(-5), np.float16(0.1), np.float32(1.5), np.float64(2.5),
    np.longdouble(1) / 3 if False else np.float64(1) / 3, np.complex128(1 + 2j), np.bool_(True), np.str_("ab"), np.bytes_(b"x"),
    np.datetime64("2020", "Y"), np.void(b"ab")]:
    print(type(value).__name__, repr(value), str(value), isinstance(value, np.void) or hash(value) == hash(value.item()), value.item(), value.dtype,
        value.nbytes, value == value.item() if not isinstance(value, np.void) else "", isinstance(value, (int, float, complex, str, bytes)),
        f"{value}", pickle.loads(pickle.dumps(value)) == value, copy.copy(value) == value)
with np.errstate(all="ignore"):
    print(np.int8(100) + np.int8(100), np.int32(7) // 2, np.float32(0.1) + 0.2, np.int64(2) ** 70 if False else np.int64(2) ** 62, 3 + np.uint8(250),
        -np.int8(-128), np.float64(1) / 0, np.int64(1) / 2, np.float64(3.7).__int__(), round(np.float64(2.567), 2), np.float64(3).is_integer(),
        np.int64(5).bit_count(), np.float32(1.5).as_integer_ratio(), divmod(np.int64(-7), 2), np.bool_(1) + np.bool_(1), np.bool_(1) & True,
        np.float64("nan") == np.float64("nan"), [1, 2, 3][np.int64(1)], "ab" * np.int64(2), range(np.int64(3)), hex(np.int64(255)),
        np.float64.fromhex("0x1p-2"), complex(np.complex64(1j)), int(np.array([3])[0]), float(np.array(2.5)), np.int64(3).__index__(),
        sum([np.int64(1)] * 3), max(np.float64(1), 2), sorted([np.int64(3), 1, np.float64(2)]), {1: "a"}[np.int64(1)],
        f"{np.float64(3.14159):.2f} {np.int64(42):05d} {np.float32(1.5):>8}", "%d %s %.1f" % (np.int64(1), np.int64(2), np.float64(3)))
show("overflow", lambda: np.int8(300))
show("uint neg", lambda: np.array([1], np.uint8).__setitem__(0, -1))
show("to int", lambda: int(np.array([1, 2])))
show("index float", lambda: [1][np.float64(0)])
show("hash array", lambda: hash(np.array([1])))
show("bad cast", lambda: np.array([1.5]).astype("i4", casting="safe"))
show("nan to int", lambda: np.isnan(np.array(["a"])))
show("scalar attr", lambda: np.float64(1).nope)
show("set scalar", lambda: setattr(np.float64(1), "real", 3))
show("bool sub", lambda: np.array([True]) - np.array([False]))


class Meters(np.ndarray):
    def __new__(cls, data, unit="m"):
        new = np.asarray(data).view(cls); new.unit = unit
        return new

    def __array_finalize__(self, other):
        self.unit = getattr(other, "unit", None)

    def __array_wrap__(self, array, context=None, return_scalar=False):
        return super().__array_wrap__(array, context, return_scalar)


mm = Meters([1.0, 2, 3], "km")
print(repr(mm), mm[1:].unit, (mm * 2).unit, type(np.sqrt(mm)), mm.sum(), type(mm.sum()), mm.view(np.ndarray), isinstance(mm, np.ndarray), repr(mm.T),
    np.asarray(mm).__class__)


class Wrapped:
    def __init__(self, v): self.v = np.asarray(v)
    def __array__(self, dtype=None, copy=None): return self.v
    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return f"{ufunc.__name__}.{method}", [type(i).__name__ for i in inputs], sorted(kwargs)
    def __array_function__(self, function, types, args, kwargs):
        return function.__name__, [t.__name__ for t in types]


w = Wrapped([1, 2]); print(np.add(w, 1), np.add.reduce(w, axis=0), np.array([1]) + w, np.concatenate([w, w]), np.sum(w), np.array(w))


class Interface:
    __array_interface__ = {"shape": (3,), "typestr": "|u1", "data": b"abc", "version": 3}


print(np.array(Interface()), np.asarray(Interface()).flags.writeable, np.ma.masked_array([1, 2, 3], [0, 1, 0]),
    np.ma.masked_array([1.0, 2, 3], [0, 1, 0]).mean(), np.ma.masked_invalid([1, np.nan]), np.ma.array([1, 2], mask=[1, 0]) + 1,
    repr(np.ma.array([1, 2], mask=[True, False], fill_value=9)), np.ma.array([1, 2], mask=[1, 0]).filled(0), np.matrix("1 2; 3 4") * np.matrix("1;1"))
for protocol in range(2, 6):
    print(protocol,
        all(np.array_equal(pickle.loads(pickle.dumps(v, protocol)), v) for v in [np.arange(6).reshape(2, 3), np.array(["a", "b"]), people, np.asfortranarray(np.ones((2, 3))), np.array([None, 1], dtype=object)]),
        pickle.loads(pickle.dumps(t, protocol)) == t, pickle.loads(pickle.dumps(np.add, protocol)) is np.add)
deep = copy.deepcopy(o); print(deep[4] == [1] and deep[4] is not o[4], np.array(o, copy=True)[4] is o[4])
