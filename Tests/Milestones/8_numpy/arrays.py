# golden: packages=yes
"""Creation, arithmetic, broadcasting, indexing, shape work, reductions, printing."""
import numpy as np


def show(label, call):
    try:
        result = call()
        print(f"{label}:", repr(result), getattr(result, "dtype", ""), getattr(result, "shape", ""))
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


a = np.arange(24).reshape(2, 3, 4)
b = np.linspace(0, 1, 5)
print(a, b, np.zeros((2, 2), dtype=complex), np.eye(3, k=1), np.full(3, np.nan), np.ones((1, 0)), sep="\n")
print(np.array([[1, 2.5], [3, 4]]), np.array(["a", "bcd"]), np.array([b"x"]), np.array([True, None, "x"], dtype=object), np.array(5), np.array([]),
    np.array([[]]))
print(a.shape, a.ndim, a.size, a.strides, a.itemsize, a.nbytes, a.dtype, a.T.shape, a.flags["C_CONTIGUOUS"], a.T.flags.f_contiguous, a.base is None)
show("slice", lambda: a[1, :, ::-2])
show("ellipsis", lambda: a[..., 0])
show("newaxis", lambda: a[:, None, 1].shape)
show("fancy", lambda: a[[0, 1], [2, 0]])
show("ix", lambda: a[np.ix_([1], [0, 2], [3, 0])])
show("mask", lambda: a[a % 5 == 0])
show("bool row", lambda: a[[True, False]])
show("item", lambda: a[1, 2, 3])
show("negative", lambda: a[-1, -1])
show("mixed", lambda: a[1, [0, 2], 1:3])
show("out", lambda: a[2])
show("out fancy", lambda: a[[5]])
show("too many", lambda: a[0, 0, 0, 0])
show("float index", lambda: a[1.0])
show("mask shape", lambda: a[np.array([True, False, True])])
show("string", lambda: a["x"])
c = a.copy()
c[0, :, 1] = -1
c[c > 20] = 0
c[1, [0, 1], [0, 1]] += 100
c[..., -1] = [[7], [8]] if False else 7
print(c)
c.flat[::5] = [9]
print(c.ravel(), c.flat[3], list(c.flat)[:5])
x, y = np.array([1, 2, 3]), np.array([[10], [20]])
for label, f in {"add": lambda: x + y, "sub": lambda: x - 1.5, "mul": lambda: x * x, "div": lambda: x / 0, "floordiv": lambda: x // 2,
    "mod": lambda: -x % 2, "pow": lambda: x ** 2, "rpow": lambda: 2 ** x, "neg": lambda: -x, "matmul": lambda: x @ x, "cmp": lambda: x < y / 10,
    "eq": lambda: x == "a", "and": lambda: (x > 1) & (x < 3), "invert": lambda: ~x, "shift": lambda: x << 2, "divmod": lambda: divmod(x, 2),
    "abs": lambda: abs(-x), "bad": lambda: x + np.arange(4), "int overflow": lambda: np.array([127], np.int8) + np.int8(1),
    "uint": lambda: np.array([0], np.uint8) - np.uint8(1), "big int": lambda: np.array([1], np.int8) + 300,
    "mix": lambda: np.float32(1) + np.arange(2), "promote": lambda: np.array([1], np.int64) + np.array([1], np.uint64), "str": lambda: x + "a",
    "list": lambda: x + [1, 2, 3], "truth": lambda: bool(x), "in": lambda: 2 in x, "complex": lambda: x * 1j,
    "round": lambda: np.round([0.5, 1.5, 2.567], 1), "neg power": lambda: x ** -1, "object": lambda: np.array([1, 2 ** 70]) * 2,
    "inplace": lambda: x.__iadd__(1.5)}.items():
    with np.errstate(all="ignore"):
        show(label, f)
m = np.array([[3, 1, 2], [9, 7, 8]], dtype=float)
for name in ("sum", "prod", "mean", "std", "var", "min", "max", "argmin", "argmax", "ptp", "cumsum", "cumprod", "any", "all", "sort", "argsort",
    "median"):
    f = getattr(np, name)
    print(name, f(m), f(m, axis=0), f(m, axis=1) if name != "x" else "",
        f(m, axis=-1, keepdims=True).shape if name not in ("cumsum", "cumprod", "sort", "argsort") else "")
print(np.nansum([1, np.nan]), np.nanmean([1, np.nan, 3]), np.percentile(m, [25, 50]), np.quantile(m, 0.3, axis=1),
    np.average(m, axis=0, weights=[1, 3]), np.clip(m, 2, 8), np.diff(m), np.gradient(m[0]), np.trapezoid(m[0]), np.corrcoef(m), np.cov(m),
    np.histogram([1, 2, 1, 4], bins=3), np.bincount([0, 1, 1, 3]), np.digitize([0.5, 2.5], [0, 1, 2]), np.interp(1.5, [1, 2], [10, 20]),
    np.convolve([1, 2, 3], [0, 1, 0.5]), np.searchsorted([1, 3, 5], [2, 5], side="right"), sep="\n")
print(np.concatenate([m, m]), np.vstack([x, x]), np.hstack([y, y]), np.stack([x, x], axis=1), np.split(np.arange(6), [2, 4]), np.array_split(x, 2),
    np.tile(x, (2, 2)), np.repeat(x, [1, 0, 2]), np.roll(x, 1), np.flip(m, 1), np.rot90(m), np.pad(x, 1, constant_values=-1),
    np.pad(x, 2, mode="reflect"), np.expand_dims(x, 0).shape, np.squeeze(np.ones((1, 3, 1))).shape, np.moveaxis(a, 0, -1).shape,
    np.swapaxes(a, 0, 2).shape, np.transpose(a, (2, 0, 1)).shape, np.broadcast_to(x, (2, 3)), np.meshgrid([1, 2], [3, 4]), np.indices((2, 2)),
    np.diag([1, 2]), np.tril(m), np.outer(x, x), np.kron([1, 2], [1, 1]), np.atleast_2d(3), np.block([[np.eye(2), np.zeros((2, 1))]]),
    np.resize(x, 5), np.delete(m, 1, axis=1), np.insert(x, 1, 9), np.append(x, [[1]]), np.trim_zeros([0, 1, 0]), sep="\n")
print(np.unique([3, 1, 1, 2], return_index=True, return_inverse=True, return_counts=True), np.intersect1d([1, 2], [2, 3]), np.union1d([1], [2]),
    np.setdiff1d([1, 2], [2]), np.isin(x, [1, 9]), np.where(m > 5, m, -1), np.nonzero(m > 5), np.argwhere(m > 7),
    np.select([x < 2, x < 3], [x, x * 10], -1), np.choose([0, 1, 0], [[1, 2, 3], [4, 5, 6]]), np.take(m, [0, 1], axis=1),
    np.take_along_axis(m, np.argsort(m, axis=1), 1), np.lexsort(([1, 0, 1], [2, 2, 1])), np.partition([4, 1, 3, 2], 2)[:2].sum(),
    np.extract(x > 1, x), np.place, sep="\n") if False else None
print(np.unique([3, 1, 1, 2], return_index=True, return_inverse=True, return_counts=True), np.intersect1d([1, 2], [2, 3]), np.setdiff1d([1, 2], [2]),
    np.isin(x, [1, 9]), np.where(m > 5, m, -1), np.nonzero(m > 5), np.argwhere(m > 7), np.select([x < 2, x < 3], [x, x * 10], -1),
    np.choose([0, 1, 0], [[1, 2, 3], [4, 5, 6]]), np.take_along_axis(m, np.argsort(m, axis=1), 1), np.lexsort(([1, 0, 1], [2, 2, 1])),
    np.count_nonzero(m > 2), np.ravel_multi_index((1, 2), (3, 4)), np.unravel_index([5, 7], (3, 4)), sep="\n")
show("reshape", lambda: x.reshape(2, 2))
show("reshape -1", lambda: a.reshape(-1, 6).shape)
show("concat", lambda: np.concatenate([x, y]))
show("axis", lambda: m.sum(axis=5))
show("empty max", lambda: np.array([]).max())
show("read only", lambda: np.broadcast_to(x, (2, 3)).__setitem__(0, 1))
show("ragged", lambda: np.array([[1, 2], [3]]))
show("dtype", lambda: np.array([1], dtype="nope"))
show("cast", lambda: np.array(["x"]).astype(int))
show("set str", lambda: x.__setitem__(0, "q"))
show("same kind", lambda: x.__iadd__(1.5))
show("attr", lambda: x.nope)
show("np attr", lambda: np.nope)
show("arange", lambda: np.arange(0, 1, 0))
show("neg dim", lambda: np.zeros(-1))
show("huge", lambda: np.zeros(10 ** 18))
show("einsum", lambda: np.einsum("ij,jk", m, m))
show("iter 0d", lambda: list(np.array(3)))
show("len 0d", lambda: len(np.array(3)))
print(np.arange(2000), np.arange(2000).reshape(40, 50), np.array([1e-10, 1, 1e10]), np.array([1.0, 2.123456789, np.inf, -np.nan]),
    np.array([1 + 2j, -1e5j]), np.array([[1.5, None]], dtype=object), np.float32(0.1), np.float64(0.1), repr(np.float32(0.1)), repr(np.int8(3)),
    repr(np.bool_(True)), repr(np.str_("s")), repr(np.complex64(1j)), sep="\n")
with np.printoptions(precision=2, suppress=True, linewidth=40, threshold=5, edgeitems=1, formatter={"bool": lambda v: "T" if v else "F"}, sign="+"):
    print(np.linspace(0, 100, 12), np.array([True, False]), np.array([1e-9, 123456.789]))
print(np.array2string(np.arange(5) / 3, precision=3, separator=", ", floatmode="fixed"), np.format_float_positional(1e-5),
    np.format_float_scientific(12345.678, precision=2), np.base_repr(10, 3), np.binary_repr(-3, 8))
for row in m:
    print(row, [float(v) for v in row], row.tolist(), tuple(row))
print([v for v in np.nditer(m)][:2], list(np.ndenumerate(x)), list(np.ndindex(2, 2)), x.tolist(), x.tobytes(),
    np.frombuffer(b"\x01\x00\x02\x00", dtype="<i2"), np.fromiter((i * i for i in range(4)), int), np.fromstring("1 2 3", sep=" ", dtype=int),
    np.array(memoryview(b"ab")), memoryview(x).format, bytes(np.array([65, 66], np.uint8)), x.data.shape)
