words = ["", "a", "A", "aa", "ab", "é", "z", "€", "😀", "\x00", "a\x00", "ﬀ"]
print([ascii(w) for w in sorted(words)], "a" < "b" <= "b" < "c", "a" == "a\x00", "abc" > "abd", "" < "a")
print([hash(w) for w in words])
print("x".__lt__("y"), "x".__ge__("y"), "a" != "b", not "a" == "b", "a".__eq__(5), max(words, key=len), min("b", "a", "c"))
a = "".join(["he", "llo"])
b = "hello"
print(a == b, hash(a) == hash(b), {a: 1}[b], a in {b}, a is not None)
