tests = ["", "a", "A1", "123", "１２", "²", "½", "Ⅷ", " ", "\t\n", "a b", "é", "_a", "1a", "\u00a0", "\u200b", "中", "😀", "\x00", "-1", "1.5", "߀", "\u0301", "A"]
names = ["isalpha", "isdigit", "isdecimal", "isnumeric", "isalnum", "isspace", "isprintable", "isidentifier", "isascii", "islower", "isupper", "istitle"]
for t in tests:
    print(ascii(t), "".join("01"[getattr(t, n)()] for n in names))
