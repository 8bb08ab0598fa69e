# ASCII, UNICODE, IGNORECASE over odd letters, MULTILINE, DOTALL, VERBOSE, inline and scoped flags, classes of characters.
import re
import sys

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



ODD = "\u0130\u0131\u017f\u212a\u00b5\u03bc\u03c2\u03c3\u03a3\u1e9e\u00df\ufb05\ufb06\u1c80\u0432\u2160\u2170\u24b6\u24d0\u10400\u0345\u0399\u03b9\u1fbe"
for a in ODD + "iIsSkK":
    print(ascii(a), [ascii(b) for b in ODD + "iIsSkK" if re.fullmatch(re.escape(a), b, re.I) and a != b], [ascii(b) for b in ODD + "iIsSkK" if re.fullmatch("[" + a + "]", b, re.I | re.A) and a != b], [ascii(b) for b in ODD if re.fullmatch("[" + a + "-" + a + "]", b, re.I)])
for cls in r"\d", r"\w", r"\s", r"\D", r"\W", r"\S", ".", r"[\w-]", r"[^\w]", r"[\d\s]", r"[^\s]", r"[a-f\d]":
    counts = [sum(1 for c in range(0x3000) if re.fullmatch(cls, chr(c), flags)) for flags in (0, re.A, re.I, re.S)]
    print(cls, counts, sum(1 for c in range(256) if re.fullmatch(cls.encode(), bytes([c]))), [hex(c) for c in range(0x3000) if re.fullmatch(cls, chr(c)) and c > 127][:5])
for cls in ("[a-z]", "[A-Z]", "[\u00e0-\u00fe]", "[\u0400-\u042f]", "[^a-z]", "[^K]", "[\u2126]", "[k-s]", "[\ua640-\ua66d]", "[\U00010400-\U00010427]"):
    print(ascii(cls), [sum(1 for c in list(range(0x2200)) + list(range(0xa600, 0xa700)) + list(range(0x10400, 0x10450)) if re.fullmatch(cls, chr(c), flags)) for flags in (0, re.I, re.I | re.A)])
text = "one\ntwo\r\nthree\n"
for pattern in ("^", "$", r"\A", r"\Z", "^.", ".$", "^.*$", r"\b", r"\B", "(?m)^", "(?m)$", "(?m)^.*$", "(?s).*", "(?ms)^.*?$", r"(?m:^)t|\Ao", r"(?m)\Z", "$\n", "(?m)$\n", r"e$", r"(?m)e$"):
    print(pattern.replace("\n", "\\n"), [m.span() for m in re.finditer(pattern, text)], re.split(pattern, "a\nb", maxsplit=3))
for pattern, string in [("a(?i:b)c", "aBc"), ("a(?i:b)c", "aBC"), ("(?i)a(?-i:b)c", "ABC"), ("(?i)a(?-i:b)c", "AbC"), ("(?i:a(?-i:b(?i:c)))", "AbC"), ("(?s:.)(?-s:.)", "\n\n"), ("(?s:.).", "\nx"), ("(?a:\\w)\\w", "a\u00e9"), ("(?a:\\w)\\w", "\u00e9a"), ("(?u:\\w)(?a:\\W)", "\u00e9\u00e9"), ("(?x: a b )c d", "abc d"), ("(?x) a [ ] b", "a b"),
    ("(?x)a\\ b#c", "a b"), ("(?x)a  (?# c ) {2}", "aa"), ("(?x)a +", "aaa"), ("(?xi) A # comment\n B", "ab"), ("[\u017f]", "S"), ("(?i)[\u017f]", "S"), ("(?i)\u212a", "k"), ("(?ia)\u212a", "k"), ("(?i)stra\u00dfe", "STRASSE"), ("(?i)\u03c3", "\u03c2"), ("(?i)(\u03c3)\\1", "\u03a3\u03c2"), ("(?ia)(\u03c3)\\1", "\u03c3\u03a3"), ("(a)(?i:\\1)", "aA"), ("(?i:(a))\\1", "aA")]:
    show((ascii(pattern), ascii(string)), lambda: bool(re.fullmatch(pattern, string)))
for pattern, string in [(rb"(?i)[a-z]+", b"AbZ\xe9"), (rb"(?L)\w+", b"ab\xe9"), (rb"(?iL)\xe9", b"\xc9"), (rb"\w+", b"ab\xe9"), (rb"\xe9", b"\xe9"), (rb"[^\x00-\x7f]+", b"a\x80\xff"), (rb"(?s).+", b"\n\xff"), (rb"(?i)\xe0", b"\xc0"), (rb"\s+", b"\x1c \x85\xa0"), (rb"\d+", "1\u0661".encode())]:
    show((pattern, string), lambda: [m.span() for m in re.finditer(pattern, string)])
print([hex(c) for c in range(0x110000) if re.fullmatch(r"\s", chr(c))])
print(sum(1 for c in range(sys.maxunicode + 1) if re.match(r"\w", chr(c))), sum(1 for c in range(sys.maxunicode + 1) if re.match(r"\d", chr(c))), [re.escape(chr(c)) for c in range(128) if re.escape(chr(c)) != chr(c)])
for flags in (0, re.I, re.I | re.M, re.S | re.X | re.A, re.U, re.DEBUG, re.L, re.T, re.NOFLAG, 1 << 30, re.I | 1 << 30):
    show(int(flags), lambda: (flags, repr(re.RegexFlag(flags)), str(re.RegexFlag(flags)), repr(~re.RegexFlag(flags))))
print(re.compile("a", re.I | re.M), re.compile("a" * 300), re.compile(b"a", re.X), re.compile("\u00e9\n'\""), re.compile("(?i)a").flags, re.compile("(?i)a"), re.compile("a", re.A), re.compile("(?a)a").flags, re.match("(?s).+", "x" * 80 + "\n"), re.match(b"a", b"a"))
