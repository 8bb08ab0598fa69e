# Subclasses of str, bytes and bytearray; __format__, __bytes__ and the like; exports of buffers.
class S(str):
    x = 1
    def __format__(self, spec): return "fmt" + spec
s = S("héllo"); s.y = 2
print(s, repr(s), len(s), s[1], s.y, s + "x", type(s + ""), type(s.strip()), type(s[:]), type(str(s)), hash(s) == hash("héllo"), s == "héllo", {s: 1}["héllo"])
print(f"{s}", f"{s:5}", "%s|%10s" % (s, s), "{}".format(s), S(b"abc", "ascii"), S(), S(5))
print(type(s.upper()), type(s.replace("z", "y")), type("".join([s])), type(s * 1), type(s.center(2)), type(s.translate({})), type(s.zfill(0)), type(s.ljust(1)), type(s.expandtabs()), type(s.removeprefix("q")), type(s.partition("q")[0]), type(s.split("q")[0]), type(s.lower()), type(s.title()))
class B(bytes):
    pass
b = B(b"abc"); b.z = 1
print(b, repr(b), len(b), b[1], b[1:], type(b[:]), type(b + b""), type(b.strip()), hash(b) == hash(b"abc"), b == b"abc", B(3), B([1, 2]), B("é", "utf8"), type(bytes(b)), b.z)
class BA(bytearray):
    def __init__(self, *a): super().__init__(*a); self.k = 3
a = BA(b"abc"); print(a, repr(a), a.k, type(a[:]), type(a + b"x"), a.upper(), type(a.upper()))
class F:
    def __format__(self, spec): return "<" + spec + ">"
    def __str__(self): return "F!"
    def __repr__(self): return "F?"
    def __bytes__(self): return b"by"
    def __index__(self): return 3
print(f"{F()} {F():abc} {F()!s:>5} {F()!r:^6}", "%s %r %a %d" % (F(), F(), F(), F()) if hasattr(F, "__int__") else "", bytes(F()), "abc" * F(), "abcdef"[F()], b"%s" % F(), "%x" % F())
class M(dict):
    def __missing__(self, k): return "?" + k
print("%(a)s %(b)5s" % M(a=1), "{a} {b!r}".format_map(M(a=1)), "{0.real} {0.imag}".format(5), "{0[k]} {1[0]}".format({"k": 3}, [9]))
print("x".join(c for c in "abc"), "x".join(("a", "b")), "".join([]), ",".join("ab"))
m = memoryview(bytearray(b"abcdefgh"))
with m as mm: print(mm[2], len(mm), mm == b"abcdefgh")
print(repr(m)[:16])
ba = bytearray(b"12345")
mv = memoryview(ba)
for op in ("ba.append(1)", "ba.clear()", "del ba[0]", "ba.extend(b'a')"):
    try: 
        if op[0] == "d": del ba[0]
        elif "append" in op: ba.append(1)
        elif "clear" in op: ba.clear()
        else: ba.extend(b"a")
    except BufferError as e: print(op, e)
ba[0] = 65; print(ba, mv[0]); mv.release(); ba.append(66); print(ba)
print("".join(sorted("hello")), max("abc"), list(reversed("abc")), "a" in "abc", *"xy")
print("%s" % ((1, 2),), "%s %s" % ("a", (1,)), "%%|%5.1f%%" % 99.55)
print("{:,} {:_} {:+} {:e} {:g} {:%} {:b} {:#x} {:c} {:08.3f} {:>+9.2e}".format(1234567, 1234567, 5, 12345.678, 0.0001, 0.25, 5, 255, 65, 3.14159, 12345.678))
print("\N{DIGIT ONE}\u0661".isdigit(), int("\u0661\u0662"), "ǆ".title(), "ß".upper(), "ΑΣ".lower(), "ﬁ".casefold(), "İ".lower().encode())
