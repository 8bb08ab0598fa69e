parts = ["abc", "é", "€", "😀", ""]
for a in parts:
    for b in parts:
        c = a + b
        print(len(c), c == b + a, ascii(c), c[::-1] == b[::-1] + a[::-1], a in c, c.find(b), c < b)
s = "a" * 5 + "é" * 5 + "€" * 5 + "😀" * 5
print(s[:5], s[5:10], s[10:15], s[15:], len(s), s[3:7], s[::4], s.index("€"), s.count("😀"), s.replace("😀", ""), hash(s[:5]) == hash("aaaaa"))
print("\u0041\u030a" == "\u00c5", len("\u0041\u030a"), "ß".upper(), len("ﬃ".upper()), "\ud800" < "\U00010000", max("a\uffff\U00010000") == "\U00010000")
print([ord(c) for c in "\ud83d\ude00"], len("\ud83d\ude00"), "\ud83d\ude00" == "😀", chr(0x10FFFF) == "\U0010ffff")
d = {"é": 1, "€": 2}
print(d["\xe9"], d["\u20ac"], "e\u0301" in d, sorted(["b", "é", "a", "😀", "€", "Z"]))
