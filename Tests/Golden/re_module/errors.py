# Every error of the pattern parser: message, position, line, column, and the errors of matching functions.
import re
import warnings

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



PATTERNS = r"""( ) [ [a [] [^] [z-a] [\d-z] [a-\d] * + ? {1} a** a*** a+* a?? a??? a*+ a*++ a{2}{3} a{3,2} a{99999999999} a{,5} a{1 a{1, a{x} a{ a{1,2 {2}
\ \x \x1 \u12 \U0000110 \U00110000 \N{} \N{nope} \N \N{LATIN\ SMALL} \8 \1 (a)\2 (a\1) \400 \377 \08 \00 [\1] [\8] [\400] [\b] [\B] [\A] [\Z] [\x] [\N{DIGIT\ ONE}] \q \e [\q] \_ [\_]
(? (?P (?P< (?P<> (?P<1> (?P<a (?P<a>x)(?P<a>y) (?P=a) (?P=1) (?P=a (?P=) (?P! (?Px) (?<) (?<a (?<=a*) (?<!a+) (?<=a|bc) (?<=a{2}) (?<=(a)(?P=x)) (?<=(?P<n>a)(?P=n)) (?<=a)(?<=b
(?#) (?# (?z) (?i (?i) a(?i) (?i:a (?i-i:a) (?-i:a) (?-:a) (?i-:a) (?-z:a) (?a-u:b) (?au:b) (?L:b) (?u:b) (?-u:b) (?-a:b) (?-L:b) (?i-a:b) (?:a (?:a)) a) (?> (?>a (?>a) (?>a*)b
(?(1)a) (?(1)a|b|c) (a)(?(1)b|c) (?(x)a) (?(0)a) (?( (?() (?(1 (?(1) (?(-1)a) (?(a)?(1)b) (?P<q>a)(?(q)b) (?(99)a) (?(+1)a) (?(\u0661)a) (?P<\u00e9>a) (?P<a-b>x) (?P<a.b>x) (?P<\U0001d4d0>x)
a|* |* (*a) (+) (?+) [[a] [a--b] [a&&b] [a||b] [a~~b] [[:alpha:]] [a-] [-a] [a-b-c] ^* $* \b* \B+ (?=a)* (?:)* ()* (a*)* (a|)* (?i)(?x)a#b (?x:a\ b) (?s-i:.) (?mi)^a (?P<a>.)(?P<b>.) x{0} x{0,0} x{1,1} x{,} x{,1}? \\ [\\] [\]] []-a] [^]-a] [^^] [--a]""".split()
warnings.simplefilter("ignore")
for pattern in PATTERNS + ["a\n(b\n*", "(?x)a b # c\n(", "(?x) (?i", "\n\n[", "(?P<n>\n(?P<n>))", "x" * 3 + "(?#never"]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compiled = re.compile(pattern)
            print(ascii(pattern), "ok", compiled.groups, dict(compiled.groupindex), int(compiled.flags), end="")
        except re.error as error:
            print(ascii(pattern), "error", ascii(str(error)), "|", ascii(error.msg), error.pos, error.lineno, error.colno, error.pattern == pattern, end="")
        except Exception as error:
            print(ascii(pattern), type(error).__name__, error, end="")
    print("", *[(w.category.__name__, str(w.message)) for w in caught])
for pattern in (rb"\u1234", rb"\N{DIGIT ONE}", rb"(?u)a", rb"(?L)a", rb"(?P<\xe9>a)", b"\xff[\x80-\xff]", rb"(?a)\w", rb"(?Lu)a", rb"(?(\xb2)a)", rb"\x4", rb"[\777]"):
    show(pattern, lambda: (re.compile(pattern), int(re.compile(pattern).flags)))
for flags in (re.L, re.A | re.U, re.A | re.L, re.T if hasattr(re, "T") else 1, 1 << 20, "i", None, re.DEBUG * 0, -1):
    show(f"flags {flags!r}", lambda: re.compile("a", flags))
show("bytes L", lambda: re.compile(b"a", re.L | re.I)); show("bytes U", lambda: re.compile(b"a", re.U)); show("compiled with flags", lambda: re.compile(re.compile("a"), re.I)); show("compiled", lambda: re.compile(re.compile("a")) == re.compile("a"))
for label, call in {"int": lambda: re.compile(3), "None": lambda: re.match(None, "a"), "str on bytes": lambda: re.match("a", b"a"), "bytes on str": lambda: re.match(b"a", "a"), "number": lambda: re.match("a", 5), "bytearray": lambda: re.match(b"a", bytearray(b"a")).group(), "memoryview": lambda: re.sub(b"a", b"b", memoryview(b"aa")),
    "array": lambda: re.match(b"..", __import__("array").array("b", [97, 98])).group(), "unhashable": lambda: re.compile(["a"]), "list": lambda: re.findall("a", ["a"]), "group": lambda: re.match("(a)", "a").group(2), "group name": lambda: re.match("(?P<x>a)", "a").group("y"), "group type": lambda: re.match("a", "a").group(1.5), "group big": lambda: re.match("a", "a").group(2**70),
    "group negative": lambda: re.match("a", "a").group(-1), "start": lambda: re.match("a", "a").start(1), "span": lambda: re.match("(a)|b", "b").span(1), "getitem": lambda: re.match("(a)", "a")[1.0], "template": lambda: re.sub("a", r"\2", "a"), "template name": lambda: re.sub("(?P<n>a)", r"\g<m>", "a"), "template open": lambda: re.sub("a", r"\g<1", "a"),
    "template empty": lambda: re.sub("a", r"\g<>", "a"), "template g": lambda: re.sub("a", r"\g", "a"), "template bad": lambda: re.sub("a", r"\q", "a"), "template end": lambda: re.sub("a", "\\", "a"), "template octal": lambda: re.sub("a", r"\400", "a"), "template octals": lambda: re.sub("(a)", r"\0|\01|\001|\1|\111|\g<0>|\g<1>|\n|\\", "a"), "template negative": lambda: re.sub("(a)", r"\g<-1>", "a"),
    "template plus": lambda: re.sub("(a)", r"\g<+1>", "a"), "template type": lambda: re.sub("a", 3, "a"), "template bytes": lambda: re.sub("a", b"b", "a"), "callable gives int": lambda: re.sub("a", lambda m: 3, "a"), "callable gives None": lambda: re.sub("a", lambda m: None, "xax"), "callable gives bytes": lambda: re.sub("a", lambda m: b"q", "xax"), "callable raises": lambda: re.sub("a", lambda m: 1 / 0, "a"),
    "expand": lambda: re.match("(a)(b)?", "a").expand(r"<\1\2>"), "expand bad": lambda: re.match("a", "a").expand(r"\1"), "expand type": lambda: re.match("a", "a").expand(3), "match no arguments": lambda: re.compile("a").match(), "keywords": lambda: re.compile("b").search(string="abc", pos=1, endpos=2).span(), "bad keyword": lambda: re.compile("a").match(text="a"), "split": lambda: re.split("a", "b", maxsplit=-1),
    "count": lambda: re.subn("a", "b", "aaa", count=-1), "pattern new": lambda: type(re.compile("a"))(), "match new": lambda: type(re.match("a", "a"))(), "scanner": lambda: type(re.compile("a").scanner("a"))(), "set": lambda: setattr(re.compile("a"), "x", 1), "set match": lambda: setattr(re.match("a", "a"), "string", 1), "error object": lambda: re.error("m", "pa\nttern", 5).__dict__, "error plain": lambda: re.error("only").args}.items():
    show(label, call)
