import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


show("numbered", lambda: re.match(r"(a)(b(c))?", "ab").groups("-"))
show("named", lambda: re.match(r"(?P<x>\d+)-(?P<y>\d+)?", "12-").groupdict("none"))
m = re.match(r"(?P<first>\w)(?P<rest>\w*)(!)?", "héllo?")
print(m, m.re.groupindex, m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m[0], m["rest"], m.group(0, "first", 3), m.span("rest"), m.start(3),
    m.regs)
show("no group", lambda: m.group(9))
show("no name", lambda: m["nope"])
show("bad index", lambda: m.group(1.5))
show("repeat keeps last", lambda: re.match(r"(?:(a)|(b)|(c))*", "abcab").groups())
show("reset in loop", lambda: re.match(r"(?:(a)|b)*", "ab").group(1))
show("nested", lambda: re.match(r"((a)(b))+", "abab").regs)
show("empty", lambda: re.match(r"(a?)*", "aa").span(1))
show("empty alternation", lambda: re.match(r"(|a)+", "aaa").span())
show("conditional", lambda: [bool(re.fullmatch(r"(<)?x(?(1)>|!)", s)) for s in ("<x>", "x!", "<x!", "x>")])
show("conditional name", lambda: re.findall(r"(?P<q>')?\w+(?(q)')", "'a' b 'c"))
show("backreference", lambda: re.findall(r"\b(\w+) \1\b", "the the cat cat dog"))
show("named backreference", lambda: re.sub(r"(?P<q>['\"]).*?(?P=q)", "S", "'a' \"b'c\" 'd"))
show("case backreference", lambda: re.findall(r"(?i)(ß|s)\1", "sS ßß"))
show("unmatched reference", lambda: re.match(r"(a)?\1b", "b"))
show("hash", lambda: len({re.compile("a"), re.compile("a"), re.compile("a", re.I)}))
show("expand", lambda: m.expand(r"\2\g<first>\g<3>|\n\\"))
show("bad expand", lambda: m.expand(r"\g<9>"))
show("copy", lambda: __import__("copy").deepcopy(m) is m)
