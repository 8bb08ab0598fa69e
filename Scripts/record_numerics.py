"""Records what CPython computes, as cases for the unit tests: one a line, operation, arguments and result, by tabs.

    python3.11 Scripts/record_numerics.py --scale 0.2 > Tests/Data/Numerics/cases.tsv

Ints are in hexadecimal, floats are the hexadecimal number of their bits. `--scale` multiplies the number of cases.
"""
import argparse
import math
import random
import struct
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=311)
parser.add_argument("--scale", type=float, default=1)
parser.add_argument("--largest", type=int, default=3000, help="most bits of an int")
options = parser.parse_args()
rng = random.Random(options.seed)
sys.set_int_max_str_digits(0)


def emit(*fields):
    print(*fields, sep="\t")


def times(n):
    return range(max(1, int(n * options.scale)))


def h(n):
    return ("-" if n < 0 else "") + "%x" % abs(n)


def bits(x):
    return "nan" if x != x else "%x" % struct.unpack("<Q", struct.pack("<d", x))


def integer(most=None):
    """Of any length, often with long runs of ones and zeros, where carries go wrong."""
    length = int(2 ** rng.uniform(0, math.log2(most or options.largest)))
    kind = rng.random()
    if kind < 0.5:
        return rng.getrandbits(length)
    if kind < 0.6:
        return (1 << length) - rng.choice((0, 1, 2))
    n = 0
    while n.bit_length() < length:
        run = rng.choice((1, 13, 30, 31, 60, 64, 128))
        n = n << run | (rng.choice((0, (1 << run) - 1)))
        if n == 0:
            n = 1
    return n


def signed(most=None):
    return integer(most) * rng.choice((1, -1))


def real():
    kind = rng.random()
    if kind < 0.25:
        return struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
    if kind < 0.5:
        return float("%.*g" % (rng.randint(1, 17), rng.uniform(-1e4, 1e4)))
    if kind < 0.65:
        return rng.randint(-10 ** 6, 10 ** 6) / rng.choice((1, 2, 4, 8, 10, 100, 1000))
    if kind < 0.75:
        return rng.choice((0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, math.inf, -math.inf, math.nan, 5e-324, 1.7976931348623157e308,
                           2.2250738585072014e-308, 1e16, 1e15, 9999999999999998.0, 1e22, 1e23, 0.1, 0.0001, 0.00001, 123456789.0))
    if kind < 0.85:
        return math.ldexp(rng.getrandbits(53), rng.randint(-1074, 970))
    if kind < 0.9:
        return math.ldexp(1.0, rng.randint(-1074, 1023))
    return rng.uniform(-1, 1) * 10 ** rng.randint(-30, 30)


def finite():
    while True:
        x = real()
        if math.isfinite(x):
            return x


def digits():
    for _ in times(60):
        a, b = signed(), signed()
        emit("add", h(a), h(b), h(a + b))
        emit("sub", h(a), h(b), h(a - b))
        emit("mul", h(a), h(b), h(a * b))
        emit("sqr", h(a), "0", h(a * a))
        emit("and", h(a), h(b), h(a & b))
        emit("or", h(a), h(b), h(a | b))
        emit("xor", h(a), h(b), h(a ^ b))
        emit("inv", h(a), "0", h(~a))
        emit("cmp", h(a), h(b), (a > b) - (a < b))
        s = rng.choice((0, 1, 29, 30, 31, 60, 64, rng.randint(0, 500)))
        emit("lsh", h(abs(a)), s, h(abs(a) << s))
        emit("rsh", h(a), s, h(a >> s))
        if b:
            emit("divmod", h(a), h(b), " ".join(map(h, divmod(a, b))))
            c = a * b + rng.choice((0, 1, -1))
            emit("divmod", h(c), h(b), " ".join(map(h, divmod(c, b))))
        if b:
            try:
                emit("inverse", h(abs(a)), h(abs(b)), h(pow(abs(a), -1, abs(b))))
            except ValueError:
                emit("inverse", h(abs(a)), h(abs(b)), "none")
        mantissa = abs(a) / (1 << a.bit_length())
        emit("frexp", h(a), "%s %d" % (bits(math.copysign(math.frexp(mantissa)[0], -1 if a < 0 else 1)), a.bit_length() + (mantissa == 1.0)))
        emit("bits", h(a), "%d %d" % (a.bit_length(), a.bit_count()))
        emit("gcd", h(a), h(b), h(math.gcd(a, b)))
        g = integer()
        emit("gcd", h(a * g), h(b * g), h(math.gcd(a * g, b * g)))
        emit("isqrt", h(abs(a)), "0", h(math.isqrt(abs(a))))
        emit("isqrt", h(max(a * a - 1, 0)), "0", h(math.isqrt(max(a * a - 1, 0))))
        emit("hash", h(a), hash(a))
        e, m = integer(200), integer(600)
        if m:
            emit("powmod", h(abs(a)), h(e), h(m), h(pow(abs(a), e, m)))
            emit("powmod", h(abs(a)), h(e), h(m | 1), h(pow(abs(a), e, m | 1)))
        base, e = integer(100), rng.choice((0, 1, 2, 3, 7, rng.randint(0, 40)))
        emit("pow", h(base), e, h(base ** e))
        length, order, sign = rng.randint(0, 20), rng.choice(("big", "little")), rng.choice((0, 1))
        c = signed(150)
        try:
            result = c.to_bytes(length, order, signed=bool(sign)).hex()
        except OverflowError as error:
            result = "negative" if "negative" in str(error) else "too big"
        emit("tobytes", h(c), length, order, sign, result)
        data = rng.randbytes(length)
        emit("frombytes", data.hex(), order, sign, h(int.from_bytes(data, order, signed=bool(sign))))
        emit("text", h(abs(a)), 10, str(abs(a)))
        for base, code in ((2, "b"), (8, "o"), (16, "x")):
            emit("text", h(abs(c)), base, format(abs(c), code))
        text = "".join(rng.choice("0123456789") for _ in range(int(2 ** rng.uniform(0, 10))))
        emit("parse", text, 10, h(int(text)))
        base = rng.randint(2, 36)
        alphabet = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
        text = "".join(rng.choice(alphabet) for _ in range(int(2 ** rng.uniform(0, 9))))
        emit("parse", text, base, h(int(text, base)))


def conversions():
    for _ in times(100):
        a, b = signed(1200), signed(1200)
        if rng.random() < 0.3:
            a = (a << 54) + (1 << 53) if rng.random() < .5 else ((integer(53) | 1 << 53) << 1 | 1) << rng.randint(0, 200)
        try:
            emit("double", h(a), bits(float(a)))
        except OverflowError:
            emit("double", h(a), "overflow")
        if b:
            try:
                emit("truediv", h(a), h(b), bits(a / b))
            except OverflowError:
                emit("truediv", h(a), h(b), "overflow")
        x = finite()
        emit("fromdouble", bits(x), h(int(x)))
        for n in (a, int(x), int(x) + 1, int(x) - 1):
            emit("cmpdouble", h(n), bits(x), (n > x) - (n < x))


def floats():
    for _ in times(250):
        x, y = real(), real()
        emit("repr", bits(x), repr(x))
        emit("hex", bits(x), x.hex())
        texts = [x.hex(), "0x%x.%xp%d" % (rng.getrandbits(rng.randint(1, 80)), rng.getrandbits(rng.randint(1, 80)), rng.randint(-1200, 1100)),
                 "%x8p%d" % (rng.getrandbits(53) | 1 << 52, rng.randint(-1140, 1000)), "0x1.%s8p-1%03d" % (x.hex().split("p")[0][-13:], rng.randint(0, 90)),
                 rng.choice(("", "0x", "0x.", "0x.8", "p3", "0x1p", "0x1p+", " 0X1.8P1 ", "+1", "-0x0p9999999999999999999", "inf", "-nan", "1g", "0x1.5.5",
                             "0x1p1024", "0x1.fffffffffffff7p1023", "0x1.fffffffffffff8p1023", "0x1p-1075", "0x1.8p-1075", "0x0.00001p-1060", "infi"))]
        for text in texts:
            try:
                emit("fromhex", text, bits(float.fromhex(text)))
            except ValueError:
                emit("fromhex", text, "malformed")
            except OverflowError:
                emit("fromhex", text, "overflow")
        if x == x:
            emit("float", repr(x), bits(x))
            emit("fhash", bits(x), hash(x))
        for code in "efgEFG":
            precision = rng.choice((0, 1, 2, 6, rng.randint(0, 20), rng.randint(0, 400)))
            flags = rng.choice((0, 0, 1, 4, 8, 5, 12))
            spec = ("+" if flags & 4 else "") + ("z" if flags & 8 else "") + ("#" if flags & 1 else "")
            emit("format", bits(x), code, precision, flags, format(x, spec + ".%d%s" % (precision, code)))
        precision = rng.randint(0, 20)
        emit("format", bits(x), "g", precision, 2, format(x, ".%d" % precision))
        if math.isfinite(x):
            n = rng.choice((0, 1, 2, 3, rng.randint(-20, 20), rng.randint(-330, 330)))
            try:
                emit("round", bits(x), n, bits(round(x, n)))
            except OverflowError:
                emit("round", bits(x), n, "overflow")
            numerator, denominator = x.as_integer_ratio()
            zeros = (numerator & -numerator).bit_length() - 1 if numerator else 0
            emit("ratio", bits(x), "%d %d" % (numerator >> zeros, zeros - denominator.bit_length() + 1))
        if y:
            emit("fdivmod", bits(x), bits(y), " ".join(map(bits, divmod(x, y))))
        for a, b in ((x, y), (x, float(rng.randint(-20, 20))), (abs(x), y)):
            try:
                result = a ** b
                emit("fpow", bits(a), bits(b), "complex" if isinstance(result, complex) else bits(result))
            except ZeroDivisionError:
                emit("fpow", bits(a), bits(b), "zero")
            except OverflowError:
                # The complex power overflows in its own right.
                emit("fpow", bits(a), bits(b), "overflow" if a > 0 or b == int(b) else "complex")
    for text in ("1_0.0_1e1_0", "1__0", "_1", "1_", "1_.0", "1._0", "1e_1", "1e1_", " 1.5\t", "", " ", "+", "-", ".", "e1", "1e", "1e+", ".5",
                 "5.", "+.5e-3", "inf", "-Infinity", "nan", "-nan", "infinit", "nano", "0x10", "1e400", "-1e400", "1e-400", "1 2",
                 "1e99999999999999999999", "0e99999999999999999999", "00000000000000000000000000000001", "0." + "0" * 400 + "1",
                 "1" + "0" * 400 + "e-400", "9007199254740993", "9007199254740992.99999999999999999999999999", "9007199254740993." + "0" * 900 + "1",
                 "2.4703282292062327208e-324", "2.4703282292062328e-324", "1.7976931348623158e308", "1.7976931348623159e308",
                 "179769313486231580793728971405301" + "0" * 276, "--1", "+-1", "1e5.", "1.5.5", "i", "n"):
        try:
            emit("float", text, bits(float(text)))
        except ValueError:
            emit("float", text, "malformed")
    for _ in times(100):
        text = "%d%s%de%d" % (rng.getrandbits(rng.randint(1, 90)), rng.choice((".", "")), rng.getrandbits(rng.randint(1, 90)), rng.randint(-400, 330))
        emit("float", text, bits(float(text)))
        # Halfway between neighbours, and just beside: the hardest to read.
        x = abs(finite())
        up = math.nextafter(x, math.inf)
        if math.isfinite(up):
            from fractions import Fraction
            middle = (Fraction(x) + Fraction(up)) / 2
            scale = middle.denominator.bit_length() - 1
            whole = middle.numerator * 5 ** scale
            for n in (whole, whole * 10 + 1, whole * 10 - 1):
                text = "%de%d" % (n, -scale if n == whole else -scale - 1)
                emit("float", text, bits(float(text)))


def hashes():
    import os
    import subprocess
    words = ["", "a", "abc", "1234567", "12345678", "123456789", "the quick brown fox jumps over the lazy dog", "x" * 31, "y" * 100]
    for seed in (0, 1, 2, 42, 4294967295):
        program = "import sys\nfor w in sys.argv[1:]: print(hash(w))"
        out = subprocess.run([sys.executable, "-c", program, *words], env={**os.environ, "PYTHONHASHSEED": str(seed)},
                             capture_output=True, text=True).stdout.split()
        for word, value in zip(words, out):
            emit("siphash", seed, word, value)
    for _ in times(50):
        n = rng.randint(-2 ** 63, 2 ** 63 - 1) if rng.random() < .5 else rng.choice((-1, 0, 2 ** 61 - 1, 2 ** 61, -2 ** 61, 1 - 2 ** 61, -2 ** 63))
        emit("ihash", n, hash(n))
        items = [hash(rng.randint(-2 ** 60, 2 ** 60)) for _ in range(rng.randint(1, 8))]
        emit("tuple", *items, hash(tuple(items)))
        items = set(items)
        emit("frozenset", *items, hash(frozenset(items)))
        seed, count = integer(3000), rng.randint(1, 200)
        source = random.Random(seed)
        for _ in range(700):
            value = source.random()
        emit("twister", h(seed), count, bits(value) + " " + h(source.getrandbits(count)))


def complexes():
    for _ in times(150):
        a, b = complex(real(), real()), complex(real(), real())
        if rng.random() < .5:
            a, b = complex(rng.uniform(-9, 9), rng.uniform(-9, 9)), complex(rng.uniform(-9, 9), rng.choice((0, rng.uniform(-9, 9))))
        if rng.random() < .4:
            b = complex(rng.randint(-110, 110), 0)
        parts = (bits(a.real), bits(a.imag), bits(b.real), bits(b.imag))
        emit("crepr", *parts[:2], repr(a))
        for operation, function in (("cpow", lambda: a ** b), ("cdiv", lambda: a / b)):
            try:
                z = function()
                emit(operation, *parts, bits(z.real) + " " + bits(z.imag))
            except ZeroDivisionError:
                emit(operation, *parts, "zero")
            except OverflowError:
                emit(operation, *parts, "overflow")


def formats():
    for _ in times(1500):
        spec = "".join((
            rng.choice(("", "", "<", ">", "^", "=", "x<", "0=", "\u00e9^", "\u4e00>", "<=", " =")),
            rng.choice(("", "", "", "+", "-", " ")), rng.choice(("", "", "", "", "z")), rng.choice(("", "", "", "#")), rng.choice(("", "", "0")),
            rng.choice(("", "", "1", str(rng.randint(2, 40)), "9" * 30 if rng.random() < .02 else "")),
            rng.choice(("", "", ",", "_", ",_" if rng.random() < .1 else "")),
            rng.choice(("", "", ".", ".0", ".%d" % rng.randint(1, 25))) if rng.random() < .6 else "",
            rng.choice("bcdeEfFgGnosxX%") if rng.random() < .8 else rng.choice(("", "", "y", "\u00e9", "dd", "\x01"))))
        kind = rng.choice(("int", "int", "float", "float", "complex", "str"))
        if kind == "int":
            value = signed(200) if rng.random() < .6 else rng.randint(-2000000, 2000000)
            argument = h(value)
        elif kind == "float":
            value = real()
            argument = bits(value)
        elif kind == "complex":
            value = complex(real(), rng.choice((real(), 0.0, -0.0)))
            argument = bits(value.real) + " " + bits(value.imag)
        else:
            value = argument = rng.choice(("", "a", "hello"))
        try:
            result = format(value, spec)
            if kind == "int" and spec.endswith("c"):
                # The character itself is placed by the caller.
                continue
        except (ValueError, OverflowError) as error:
            result = str(error)
        if "\n" not in result:
            emit("fmt", kind, argument, spec, result)


digits()
conversions()
floats()
hashes()
complexes()
formats()
