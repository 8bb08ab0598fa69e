# Methods of str on pseudo-random texts of all widths, then those of bytes, bytearray and memoryview: a checksum for each.
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 6364136223846793005 + 1442695040888963407) % (2**64)
    return (seed >> 33) % n
alph = ["ab", "ab \n\t", "aé\xe0", "aé\u0394\u03a3\u1234 \u2003", "aB\u01c5\u00df\ufb01\U0001f600\U00010400\u0130", "\x1c\x85\u2028\r\nx"]
def word(n):
    a = alph[rnd(len(alph))]
    return "".join([a[rnd(len(a))] for i in range(rnd(n))])
sums = {}
def out(name, v):
    h = sums.get(name, 0)
    for c in ascii(v): h = (h * 1000003 + ord(c)) % (2**61 - 1)
    sums[name] = h
for i in range(30):
    s = word(14); t = word(3); u = word(4)
    if rnd(3) == 0: s = s + t + s + u + t
    out("find", [s.find(t), s.rfind(t), s.count(t), t in s, s.find(t, 2, -1), s.rfind(t, -5, 9), s.count(t, 1, 7)])
    if t: out("split", [s.split(t), s.rsplit(t), s.split(t, 1), s.rsplit(t, 1), s.partition(t), s.rpartition(t)])
    out("ws", [s.split(), s.rsplit(), s.split(None, 1), s.rsplit(None, 1), s.splitlines(), s.splitlines(True)])
    out("repl", [s.replace(t, u), s.replace(t, u, 1), s.replace(t, ""), s.replace("", u), s.replace(t, "é"), s.replace("a", "b"), s.replace("b","\u1234")])
    out("strip", [s.strip(), s.lstrip(), s.rstrip(), s.strip(t), s.lstrip(u), s.rstrip(t)])
    out("case", [s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold()])
    out("is", [s.isalpha(), s.isalnum(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isprintable(), s.isidentifier(), s.isascii()])
    out("pad", [s.center(20), s.ljust(17, "é"), s.rjust(18, "\u1234"), s.zfill(15), s.expandtabs(), s.expandtabs(3), s.center(11, "*")])
    out("slice", [s[1:], s[:-2], s[::2], s[::-1], s[5:1:-2], s[-3:], s[2:6], s[100:], s[:0], s[-1:-9:-3]])
    out("cmp", [s < t, s <= t, s == t, s > t, s != s + "", s + t == s, (s + t).startswith(s), (s + t).endswith(t), s.removeprefix(t), s.removesuffix(u)])
    out("repr", [repr(s), ascii(s), s * 3, s + t + u, u.join([s, t, u]), t.join(s)])
    out("fmt", ["%s|%5s|%-7s|%.3s" % (s, t, u, s), "%r %a" % (s, s), "{:>9}|{:^8}|{:<3.2}|{!r}".format(s, t, u, s), f"{s:*^12}|{t!r:>9}|{u!a}"])
    out("tr", [s.translate({97: None, 98: "xyz", 233: 0x1234}), s.translate(str.maketrans("ab", "\u1234z", "é")) ])
    for enc in ("utf-8", "utf-16-le", "utf-16", "utf-32-be", "utf-32", "utf-8-sig"):
        b = s.encode(enc)
        out(enc, [b, b.decode(enc) == s])
    out("err", [s.encode("ascii", "ignore"), s.encode("ascii", "replace"), s.encode("latin-1", "backslashreplace"), s.encode("ascii", "xmlcharrefreplace"), s.encode("ascii", "namereplace"), s.encode("unicode_escape"), s.encode("raw_unicode_escape")])
    out("dec", [s.encode("unicode_escape").decode("unicode_escape") == s, s.encode().decode("ascii", "ignore"), s.encode().decode("ascii", "replace"), s.encode().decode("latin-1"), s.encode("latin-1","ignore").decode("utf-8","replace"), s.encode("utf-16-le").decode("utf-8", "backslashreplace"), s.encode().decode("ascii","surrogateescape").encode("ascii","surrogateescape") == s.encode()])
    out("n", [len(s), hash(s) == hash(s + ""), [c for c in s], list(s.encode())])
print(sums)
sums.clear()
balph = [b"ab", b"ab \n\t\x0b", bytes([97, 233, 255, 0]), b"aB1 zZ", b"\r\n\x1cx"]
def bword(n):
    a = balph[rnd(len(balph))]
    return bytes([a[rnd(len(a))] for i in range(rnd(n))])
for i in range(30):
    s = bword(14); t = bword(3); u = bword(4)
    if rnd(3) == 0: s = s + t + s + u + t
    if rnd(2): s = bytearray(s)
    out("find", [s.find(t), s.rfind(t), s.count(t), t in s, s.find(t, 2, -1), s.rfind(97, -5, 9), s.count(98, 1, 7), 97 in s])
    if t: out("split", [s.split(t), s.rsplit(t), s.split(t, 1), s.rsplit(t, 1), s.partition(t), s.rpartition(t)])
    out("ws", [s.split(), s.rsplit(), s.split(None, 1), s.rsplit(None, 1), s.splitlines(), s.splitlines(True)])
    out("repl", [s.replace(t, u), s.replace(t, u, 1), s.replace(t, b""), s.replace(b"", u), s.replace(b"a", b"b")])
    out("strip", [s.strip(), s.lstrip(), s.rstrip(), s.strip(t), s.lstrip(u), s.rstrip(t)])
    out("case", [s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase()])
    out("is", [s.isalpha(), s.isalnum(), s.isdigit(), s.isspace(), s.isupper(), s.islower(), s.istitle(), s.isascii()])
    out("pad", [s.center(20), s.ljust(17, b"x"), s.rjust(18, b"y"), s.zfill(15), s.expandtabs(), s.expandtabs(3), s.center(11, b"*")])
    out("slice", [s[1:], s[:-2], s[::2], s[::-1], s[5:1:-2], s[-3:], s[2:6], s[100:], s[:0], s[-1:-9:-3]])
    out("cmp", [s < t, s <= t, s == t, s > t, s != s + b"", s + t == s, (s + t).startswith(s), (s + t).endswith(t), s.removeprefix(t), s.removesuffix(u)])
    out("repr", [repr(s), s * 3, s + t + u, u.join([s, t, u]), s.hex(), s.hex(":"), s.hex("-", 3), s.hex("-", -2), bytes.fromhex(s.hex()) == s])
    out("fmt", [b"%s|%5s|%-7s|%.3s" % (s, t, u, s), b"%r %a" % (s, s), b"%d %x %5.2f %c" % (i, i, i / 7, 65 + i % 20)])
    out("tr", [s.translate(None, b"a"), s.translate(bytes.maketrans(b"ab", b"\xffz"), b" ")])
    a = bytearray(s)
    a.append(5); a.extend(t); a += u; a.insert(3, 7)
    out("a1", a)
    del a[:2]; out("a2", a)
    del a[1::2]; out("a3", a)
    a[1:2] = b"hello"; out("a4", a)
    a[::2] = bytes(len(a[::2])); out("a5", a)
    a.reverse(); a *= 2; out("a6", a)
    if a: out("a7", [a.pop(), a.pop(0), a])
    del a[-3:]; out("a8", a)
    a.clear(); out("a9", [a, len(a)])
    m = memoryview(s)
    out("m", [m.tolist(), m[::2].tobytes(), m[::-1].tolist(), m[1:4].nbytes, m == s, m[2:] == s[2:], len(m), m.hex(), m.readonly, m.c_contiguous, m[::2].contiguous])
    if len(s) >= 8:
        m8 = memoryview(bytes(s))[:8]
        for f in "bBhHiIlLqQnNP?c": out(f, [m8.cast(f).tolist(), m8.cast(f)[0], m8.cast(f)[-1], m8.cast(f).shape, m8.cast(f).format])
        m2 = m8.cast("B", [2, 2, 2])
        out("nd", [m2.tolist(), m2.shape, m2.strides, m2[1, 1, 0], m2.tobytes(), m2.tobytes("F"), m2[1:].tolist(), m2[::-1].tobytes(), m2.ndim])
        w = bytearray(s); mw = memoryview(w)
        mw[1:3] = b"XY"; mw[0] = 66; mw[::3] = bytes(len(mw[::3])); mw[:8].cast("H")[1] = 513
        out("w", w) if True else 0
print(sums)
