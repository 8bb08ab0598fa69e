# Needles of every length at every place, near the ends, overlapping, absent; counted, replaced, split.
text = "abcab" * 9
for length in range(0, 40):
    needle = ("abcab" * 9)[1:1 + length]
    print(length, text.find(needle), text.rfind(needle), text.count(needle), text.replace(needle, "<>", 3) if length else "", needle in text)
for place in range(0, 50):
    line = "." * place + "xy" + "." * (50 - place)
    print(line.find("xy"), line.find("x.y"), line.index("xy."), line.count("."), line.count("xy"), len(line.replace("xy", "")), end=" ")
print()
for size in (2, 15, 16, 17, 31, 32, 33, 34, 64):
    needle = "n" * (size - 1) + "!"
    for before in (0, 1, 15, 16, 17):
        whole = "n" * before + needle + "n" * 5
        print(size, before, whole.find(needle), whole.count("n"), whole.find("n" * size), whole.encode().find(needle.encode()), end=";")
    print()
print("aaaa".count("aa"), "aaaaa".replace("aa", "b"), "é" * 20 + "éa".replace("éa", "x"), ("é" * 300).count("é"))
print(("ab" * 500).count("a"), ("a" * 1000).count("a"), ("\0" * 700).count("\0"), "x".count("yy"))
print("a b\tc\nd\x1ce\x1ff\x85g\xa0h  i".split(), " \x1c ".split(), "".split(), "one two  three ".split(None, 1), "\u2003a\u2003b".split())
