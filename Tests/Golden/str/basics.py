s = "hello world"
print(len(s), s[0], s[-1], s[2:7], s[::-1], s * 2, s + "!", "o" in s, min(s), max(s), sorted(s)[:3], list("abc"), tuple("ab"), set("a"))
print(str(), str(5), str(None), str(b"abc"), str(b"abc", "ascii"), str(object=1), str(b"\xc3\xa9", encoding="utf-8"), str(b"\xff", "ascii", "replace"), str([1, "a"]))
for c in "añ€😀":
    print(c, ord(c), repr(c), len(c), ascii(c), hash(c) == hash(c))
a, b, *c = "xyzw"
print(a, b, c, "abc" < "abd", "a" * 0, "a" * -1, 3 * "ab", not "", bool(" "))
print("".join(reversed("abc")), "abc".__len__(), str.__name__, "a".__class__, "%s" % "x", "abc".__contains__("b"))
