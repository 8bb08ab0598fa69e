import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


show("ignore", lambda: [re.findall(p, "STRASSE ſs K k \u212a İi ıI", re.I) for p in ("ss", "k", "i", "[h-j]", "ß")])
show("scoped", lambda: re.findall(r"(?i:a)b|(?-i:C)", "Ab AB C c", re.I))
show("scoped multi", lambda: re.findall(r"(?sm-i:^.)", "A\nb", re.I))
show("verbose", lambda: re.findall(r"""
    (\d+)   # number
    \ ?     # one space
    [#]     # a hash
    """, "12 # 3#", re.X))
show("dotall", lambda: (re.findall(".", "a\n\r"), re.findall(".", "a\n\r", re.S)))
show("ascii", lambda: re.findall(r"\w+", "é1 a", re.A))
show("unicode bytes", lambda: re.compile(rb"a", re.U))
show("locale str", lambda: re.compile("a", re.L))
show("both", lambda: re.compile("a", re.A | re.U))
show("global not at start", lambda: re.compile("a(?i)b"))
show("inline all", lambda: re.compile("(?aimsx)a b").flags)
show("bad inline", lambda: re.compile("(?k)a"))
show("bad minus", lambda: re.compile("(?-i)a"))
show("on and off", lambda: re.compile("(?i-i:a)"))
show("minus a", lambda: re.compile("(?-a:a)"))
show("a and u", lambda: re.compile("(?au:a)"))
print(re.compile("a").flags, re.compile(b"a").flags, repr(re.I | re.X | re.S), re.RegexFlag(0), re.NOFLAG, re.compile("(?i)x", re.M),
    repr(re.compile("a" * 300, re.A)), re.DEBUG.value, ~re.I & re.M, str(re.I), re.I.name)
print(re.compile("a", re.I) == re.compile("a", re.I), re.compile("a") is re.compile("a"), re.compile(re.compile("a", re.I)).flags)
show("flags with compiled", lambda: re.compile(re.compile("a"), re.I))
show("template", lambda: re.T if hasattr(re, "T") else None)
show("unhashable", lambda: re.compile([1]))
