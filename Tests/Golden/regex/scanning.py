import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


p = re.compile(r"(\d)(\w)?")
s = p.scanner("1a2 3b", 1)
print(s.search(), s.search(), s.search(), s.match(), s.pattern is p)
s = p.scanner("1a2b!3")
print([m.group() for m in iter(s.match, None)])
print(p.findall("1a2 3b"), p.findall("1a2 3b", 1), p.findall("1a2 3b", 0, 2), list(p.finditer("1a"))[0].groups())
show("match ends", lambda: [p.match("1a", *r) for r in ((0,), (1,), (0, 1), (-5, 99), (2, 1))])
show("fullmatch", lambda: [p.fullmatch(t) for t in ("1", "1a", "1a!", "1\n")])
show("search end", lambda: re.compile("a$").search("ba", 0, 1))
show("findall groups", lambda: [re.findall(x, "ab12") for x in (r"\w", r"(\w)", r"(\w)(\d)?", r"(?:\w)")])
show("finditer empty", lambda: [m.span() for m in re.finditer(r"\d*", "a12b")])
show("iterator", lambda: next(re.finditer("x", "")))
show("memoryview", lambda: re.search(b"b", memoryview(b"abc")))
show("array", lambda: re.findall(b"..", __import__("array").array("H", [0x6261, 0x6463])))
show("keywords", lambda: p.search(string="x1", pos=1, endpos=2))
show("too many", lambda: p.match())
show("pos type", lambda: p.match("a", "b"))
show("huge pos", lambda: p.match("1", 10**30))
show("attributes", lambda: (p.pattern, p.groups, p.groupindex, p.flags))
show("read only", lambda: setattr(p, "pattern", "x"))
show("groupindex", lambda: re.compile("(?P<a>x)").groupindex.__setitem__("b", 1))
show("pickle", lambda: __import__("pickle").loads(__import__("pickle").dumps(p)) == p)
show("match bool", lambda: (bool(p.match("1")), p.match("1") == p.match("1")))
show("generic", lambda: re.Pattern[str])
show("subclass", lambda: type("P", (re.Pattern,), {}))
show("new", lambda: re.Match())
text = "key = value # note\n  other=2\n"
print([(m.lastgroup, m.group(), m.span()) for m in re.finditer(r"(?P<name>\w+)|(?P<op>=)|(?P<note>#.*)|(?P<space>[ \n]+)", text)])
print(re.compile(r"(?:a|ab)(?:c|bcd)(?:d*)").match("abcd").group(), re.match(r"(a*)*b", "aaaaaaaaaaaaaaab").groups(),
    re.search(r"(?:x+x+)+y", "x" * 12 + "y").span())
