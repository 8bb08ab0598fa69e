import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


show("ahead", lambda: re.findall(r"\w+(?=;)", "a;b c;d"))
show("negative ahead", lambda: re.findall(r"\b(?!un)\w+", "do undo redo untie"))
show("behind", lambda: re.findall(r"(?<=\$)\d+", "$12 13 $4"))
show("negative behind", lambda: re.findall(r"(?<![\w.])\d+", "a1 2 .3 45"))
show("behind alternatives", lambda: re.findall(r"(?<=a|b)c", "ac bc cc"))
show("behind group", lambda: re.search(r"(?<=(a))(b)\1", "aba").groups())
show("behind fails", lambda: re.compile(r"(?<=a+)b"))
show("behind lengths", lambda: re.compile(r"(?<=ab|c)d"))
show("behind at start", lambda: re.search(r"(?<=^)a", "ba"))
show("behind pos", lambda: re.compile(r"(?<=a)b").search("ab", 1))
show("anchor pos", lambda: re.compile(r"^b").search("ab", 1))
show("word boundary", lambda: [m.start() for m in re.finditer(r"\b", "ab, ç_1 -")])
show("not boundary", lambda: [m.start() for m in re.finditer(r"\B", "ab, c")])
show("ascii boundary", lambda: re.findall(r"\b\w+\b", "çab dé", re.A))
show("multi line", lambda: [(m.start(), m.end()) for m in re.finditer(r"^|$", "a\nb\n", re.M)])
show("dollar", lambda: [m.start() for m in re.finditer(r"$", "a\n")])
show("A Z", lambda: re.findall(r"\Aa|a\Z", "aa\naa", re.M))
show("nested", lambda: re.findall(r"(?=(\d(?=(\d))))", "1234"))
show("password", lambda: [bool(re.fullmatch(r"(?=.*\d)(?=.*[a-z])(?!.*\s).{4,8}", s)) for s in ("abc1", "abcd", "ab 12", "a1", "abcdefgh1")])
show("overlap", lambda: [m.group(1) for m in re.finditer(r"(?=(aba))", "ababa")])
show("bytes", lambda: re.findall(rb"(?<=\xff)\w", b"\xffa\xfeb"))
