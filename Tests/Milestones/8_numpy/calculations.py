# golden: packages=yes
"""Linear algebra, ufunc methods, random generators, FFT, polynomials, einsum, strides, vectorize, errors and warnings."""
import warnings
import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view

np.set_printoptions(precision=6, suppress=True)


def show(label, call):
    try:
        result = call()
        print(f"{label}:", np.round(result, 6) + 0 if isinstance(result, np.ndarray) and result.dtype.kind in "fc" else result)
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")


A = np.array([[4.0, 1, 2], [1, 3, 0], [2, 0, 5]])
b = np.array([1.0, 2, 3])
for label, f in {"solve": lambda: np.linalg.solve(A, b), "inv": lambda: np.linalg.inv(A), "det": lambda: round(float(np.linalg.det(A)), 9),
    "eigvals": lambda: np.sort(np.linalg.eigvalsh(A)), "eig": lambda: np.sort(np.linalg.eig(np.array([[0, 1], [-1, 0]]))[0].imag),
    "svd": lambda: np.linalg.svd(A)[1], "svd rebuilt": lambda: (lambda u, s, v: u @ np.diag(s) @ v)(*np.linalg.svd(A)),
    "qr": lambda: np.abs(np.linalg.qr(A)[1]), "chol": lambda: np.linalg.cholesky(A),
    "norm": lambda: [float(np.round(np.linalg.norm(A, o), 6)) for o in (None, 1, 2, np.inf, "fro", "nuc")],
    "rank": lambda: np.linalg.matrix_rank(np.outer(b, b)), "pinv": lambda: np.linalg.pinv(A[:2]),
    "lstsq": lambda: np.linalg.lstsq(np.vander([0, 1, 2, 3], 2), [1, 3, 5, 7], rcond=None)[0], "power": lambda: np.linalg.matrix_power(A, 3),
    "multi_dot": lambda: np.linalg.multi_dot([A, A, b]), "cond": lambda: round(float(np.linalg.cond(A)), 6),
    "tensordot": lambda: np.tensordot(np.arange(24).reshape(2, 3, 4), np.arange(12).reshape(3, 4), axes=2),
    "slogdet": lambda: [round(float(v), 9) for v in np.linalg.slogdet(A)], "singular": lambda: np.linalg.inv(np.ones((2, 2))),
    "square": lambda: np.linalg.inv(np.ones((2, 3))), "not pd": lambda: np.linalg.cholesky(-A), "shape": lambda: A @ np.ones(4),
    "stacked": lambda: np.linalg.det(np.stack([A, 2 * A])), "cross": lambda: np.cross([1, 2, 3], [4, 5, 6]), "trace": lambda: np.trace(A),
    "vecdot": lambda: np.vecdot(A, b),
    "big": lambda: round(float(np.abs(np.linalg.inv(np.arange(10000.0).reshape(100, 100) % 7 + 50 * np.eye(100))).sum()), 6)}.items():
    show(label, f)
x = np.arange(1, 7).reshape(2, 3)
print(np.add.reduce(x, axis=1), np.add.reduce(x, axis=None, initial=100), np.multiply.accumulate(x, axis=1), np.subtract.outer([1, 2], [10, 20]),
    np.add.reduceat(np.arange(8), [0, 4, 1, 5]), np.maximum.reduce(x, where=x < 5, initial=-1), np.add.nin, np.add.types[:4], np.add.identity,
    np.add.__name__, np.logical_and.reduce(x > 0), np.add.signature, np.matmul.signature, np.frexp.nout, repr(np.add))
idx = np.array([0, 1, 0, 0])
acc = np.zeros(2)
np.add.at(acc, idx, [1, 2, 3, 4])
out = np.empty((2, 3))
print(acc, np.sqrt(x, out=out) is out, np.add(x, 1, where=[True, False, True], out=np.zeros((2, 3), int)), np.add(x, 1, dtype=complex)[0],
    np.divmod(x, 2), np.modf([1.5, -2.25]), np.frexp([8.0, 0.1]), np.ldexp(0.5, 3), np.hypot(3, 4), np.logaddexp(1, 2).round(6), np.sign([-2, 0, 3]),
    np.gcd(12, [8, 9]), np.lcm.reduce([2, 3, 4]), np.heaviside([-1, 0, 1], 0.5), np.nextafter(1, 2) > 1, np.signbit(-0.0), np.floor_divide(-7, 2),
    np.fmod(-7, 3), np.remainder(-7, 3), np.cbrt(27), np.exp2(3), np.log1p(0), np.expm1(0), np.deg2rad(180).round(6), np.isclose(1, 1 + 1e-9),
    np.isfinite([1, np.inf]), np.spacing(1.0), np.copysign(1, -2), np.float_power(2, 3), np.positive(-1), np.bitwise_count(255), np.trunc(-1.7),
    np.rint(2.5), np.square(3), np.reciprocal(4.0), np.conj(1j))
for name in ("sin", "cos", "tan", "arcsin", "arccos", "arctan", "sinh", "cosh", "tanh", "exp", "log", "log2", "log10", "sqrt", "floor", "ceil"):
    with np.errstate(invalid="ignore", divide="ignore"):
        print(name, np.round(getattr(np, name)(np.array([0.1, 0.5, 0.9])), 9),
            round(complex(getattr(np, name)(0.3 + 0.1j)).real, 9) if name not in ("floor", "ceil") else "")
show("ufunc args", lambda: np.add(1))
show("ufunc kw", lambda: np.add(1, 2, nope=3))
show("ufunc type", lambda: np.sin("x"))
show("reduce", lambda: np.sin.reduce([1]))
show("out type", lambda: np.add([1.5], 1, out=np.zeros(1, int)))
show("no loop", lambda: np.bitwise_and(1.5, 2))
show("out shape", lambda: np.add([1, 2], 1, out=np.zeros(3)))
caught = []
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    np.array([1.0]) / 0
    np.log(-1.0)
    np.float64(1e308) * 10
    np.int8(100) + np.int8(100)
    np.array([]).mean()
    np.array([np.nan]).astype(int)
print([f"{w.category.__name__}: {w.message}" for w in caught])
show("raise", lambda: np.errstate(divide="raise").__enter__() or np.array([1]) / 0); np.seterr(all="warn")
with np.errstate(divide="call", call=lambda kind, flag: print("called", kind, flag)):
    np.array([1.0]) / 0
g = np.random.default_rng(12345)
print(g.integers(0, 100, 8), g.random(3), g.normal(size=3), g.choice(5, 3, replace=False), g.permutation(6),
    g.choice(["a", "b", "c"], 4, p=[0.5, 0.3, 0.2]), g.uniform(1, 2, (2, 2)), g.exponential(2.0, 2), g.poisson(4, 4), g.binomial(10, 0.5, 4),
    g.standard_t(5, 2), g.multivariate_normal([0, 0], [[1, 0.5], [0.5, 1]]), g.gamma(2, 2, 2), g.beta(1, 2, 2), g.bytes(4), g.dirichlet([1, 2, 3]),
    g.geometric(0.3, 4), g.hypergeometric(5, 5, 3, 3), g.integers(0, 256, 4, dtype=np.uint8), g.spawn(1)[0].random(),
    g.bit_generator.__class__.__name__, sep="\n")
np.random.seed(42)
print(np.random.rand(2), np.random.randint(0, 10, 5), np.random.randn(2), np.random.choice([1, 2, 3], 2), np.random.permutation(4),
    np.random.RandomState(7).uniform(size=2), np.random.Generator(np.random.PCG64(1)).random(), np.random.Generator(np.random.Philox(1)).random(),
    np.random.Generator(np.random.SFC64(1)).random(), np.random.Generator(np.random.MT19937(1)).random())
z = np.arange(5)
np.random.shuffle(z)
print(z)
state = np.random.get_state()
first = np.random.random()
np.random.set_state(state)
print(first == np.random.random(), np.random.SeedSequence(5).generate_state(2))
show("p", lambda: g.choice(3, p=[0.5, 0.1, 0.1]))
show("low", lambda: g.integers(5, 2))
show("size", lambda: g.choice(2, 5, replace=False))
show("scale", lambda: g.normal(0, -1))
import pickle; g2 = pickle.loads(pickle.dumps(g)); print(g2.random() == g.random())
s = np.sin(np.arange(8))
print(np.round(np.fft.fft(s), 6) + 0, np.round(np.fft.ifft(np.fft.fft(s)).real - s, 9).any(), np.round(np.abs(np.fft.rfft(s)), 6),
    np.fft.fftfreq(4, 0.5), np.round(np.fft.fft2(np.eye(2)).real, 6) + 0, np.fft.fftshift(np.arange(4)),
    np.round(np.fft.irfft(np.fft.rfft(s, 7), 7), 6))
P = np.polynomial.Polynomial([1, 2, 3])
print(P, repr(P), P(2), (P * P).coef, P.deriv(), P.integ(), np.round(P.roots(), 6),
    np.polynomial.Polynomial.fit([0, 1, 2], [1, 2, 5], 2).convert().coef.round(6) + 0, np.polyfit([0, 1, 2, 3], [1, 3, 7, 13], 2).round(6),
    np.polyval([1, 2], 3), np.poly1d([1, -3, 2]), np.roots([1, -3, 2]), np.polynomial.chebyshev.chebval(0.5, [1, 2, 3]),
    np.polynomial.Legendre([1, 2])(0.5), np.polymul([1, 2], [1, 3]), np.polydiv([1, 5, 6], [1, 2]))
print(np.einsum("ij,j->i", A, b), np.einsum("ii", A), np.einsum("ij,kj->ik", x, x), np.einsum("...i,i", A, b), np.einsum_path("ij,jk,kl", A, A, A)[0],
    sliding_window_view(np.arange(5), 3), as_strided(np.arange(4), (2, 2), (8, 8)), np.vectorize(lambda a, b: a if a > b else b)([1, 5], [3, 2]),
    np.vectorize(lambda s: s.upper(), otypes=[object])(["a"]), np.frompyfunc(lambda a, b: a + b, 2, 1)([1, 2], "x" if False else 3),
    np.apply_along_axis(lambda r: r.sum(), 1, x), np.apply_over_axes(np.sum, np.ones((2, 2, 2)), [0, 2]).shape,
    np.fromfunction(lambda i, j: i * 10 + j, (2, 2)), np.piecewise(np.array([-1.0, 1]), [np.array([True, False])], [lambda v: -v, 5]),
    np.unwrap([0, 3.2 * 2]).round(4), np.lib.NumpyVersion("2.0.0") < np.__version__, np.shares_memory(x, x[0]), np.may_share_memory(x, b),
    np.array_equal(x, x.copy()), np.allclose([1], [1 + 1e-9]), np.iterable(3), np.ndim([[1]]), np.isscalar(np.float64(1)),
    np.broadcast_shapes((2, 1), (3,)), np.nan_to_num([np.nan, np.inf])[0], sep="\n")
it = np.nditer([x, None], op_dtypes=[None, float], flags=["external_loop", "buffered"], op_flags=[["readonly"], ["writeonly", "allocate"]])
with it:
    for left, right in it:
        right[...] = left * 0.5
    print(it.operands[1])
it = np.nditer(x, flags=["multi_index"], order="F")
print([(int(v), it.multi_index) for v in it], [tuple(map(int, p)) for p in np.broadcast([1, 2], [[3], [4]])])
n = 300; grid = np.zeros((n, n)); grid[0] = 1
for _ in range(60):
    grid[1:-1, 1:-1] = (grid[:-2, 1:-1] + grid[2:, 1:-1] + grid[1:-1, :-2] + grid[1:-1, 2:]) / 4
print(round(grid.sum(), 9), [float(v) for v in grid[1:4, 5].round(9)])
primes = np.ones(100000, bool); primes[:2] = False
for i in range(2, 317):
    if primes[i]:
        primes[i * i::i] = False
print(primes.sum(), np.flatnonzero(primes)[-3:])
points = np.random.default_rng(0).random((200, 3))
distance = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
np.fill_diagonal(distance, np.inf)
print(round(distance.min(), 9), np.unravel_index(distance.argmin(), distance.shape)[0] > 0)
y, w = np.ogrid[-1.5:1.5:60j, -2:1:60j]; c = w + 1j * y; zz = np.zeros_like(c); steps = np.zeros(c.shape, int)
with np.errstate(all="ignore"):
    for i in range(30):
        zz = zz * zz + c; steps += np.abs(zz) < 2
print(steps.sum(), steps[30, ::10])
