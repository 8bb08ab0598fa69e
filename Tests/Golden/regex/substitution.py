import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


show("string", lambda: re.sub("b", "X", "abcb", count=1))
show("function", lambda: re.sub(r"\d+", lambda m: str(int(m[0]) + 1), "a9b99"))
show("template", lambda: re.sub(r"(\w+) (\w+)", r"\2 \1 \g<0>\t\\\a", "hello world"))
show("named", lambda: re.sub(r"(?P<k>\w)=(?P<v>\w)", r"\g<v>=\g<k>", "a=1 b=2"))
show("octal", lambda: re.sub("a", r"\0\01\101\x41" if False else r"\0\101", "a"))
show("unmatched group", lambda: re.sub(r"(a)|b", r"[\1]", "ab"))
show("empty matches", lambda: re.sub("x*", "-", "abxd"))
show("empty adjacent", lambda: re.sub(r"\b", "|", "ab cd"))
show("lazy empty", lambda: re.sub("a*?", "-", "baac"))
show("subn", lambda: re.subn("a|b", "", "abcab"))
show("count", lambda: re.subn("a", "b", "aaaa", 2))
show("negative count", lambda: re.sub("a", "b", "aa", -1))
show("bytes", lambda: re.sub(rb"(.)", rb"\1\1", b"ab"))
show("bad group", lambda: re.sub("(a)", r"\2", "a"))
show("bad name", lambda: re.sub("(a)", r"\g<x>", "a"))
show("bad name syntax", lambda: re.sub("(a)", r"\g<1", "a"))
show("bad escape", lambda: re.sub("a", r"\q", "a"))
show("trailing", lambda: re.sub("a", "\\", "a"))
show("not string", lambda: re.sub("a", 3, "a"))
show("function returns", lambda: re.sub("a", lambda m: 3, "a"))
show("function raises", lambda: re.sub("a", lambda m: 1 / 0, "a"))
show("subject", lambda: re.sub("a", "b", 3))
show("bytearray", lambda: re.sub(b"a", b"b", bytearray(b"aa")))
show("same object", lambda: (s := "zzz") is re.sub("a", "b", s))
show("group zero", lambda: re.sub("a(b)", r"<\g<0>\g<1>>", "ab"))
show("hundred", lambda: re.sub("(a)" * 11, r"\11\1\g<1>1", "a" * 11))
show("split", lambda: [re.split(p, "a1b22c", m) for p, m in ((r"\d", 0), (r"(\d)", 0), (r"\d+", 1), (r"(x)|\d", 0), ("", 2))])
show("split empty", lambda: re.split(r"(?=b)|\b", "ab b"))
show("escape", lambda: [re.escape(s) for s in ("a.b", "a b\n", "é_1-~", "\0#&", b"a+\xff")])
