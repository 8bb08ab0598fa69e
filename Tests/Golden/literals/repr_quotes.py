for s in "plain", "it's", 'say "x"', """both ' and " """, "\\", "\t", "é", "\x1b", "\u2028", "\u00ad", "\u3000", "a\u0301":
    print(repr(s), ascii(s))
for b in b"plain", b"it's", b'say "x"', b"""both ' and " """, b"\\":
    print(b)
