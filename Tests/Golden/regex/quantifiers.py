import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for pattern in [r"a*", r"a+?", r"a{2}", r"a{2,}", r"a{,2}", r"a{1,2}?", r"a??", r"(?:ab)+", r"a*?b", r"[ab]{3}", r"a{2}{2}", r"a{x}", r"a{,}", r"{1}",
    r"a{1", r".{2,3}?$"]:
    show(pattern, lambda: [m.span() for m in re.finditer(pattern, "aaabaab{1}")])
show("possessive", lambda: [re.match(p, "aaa") for p in (r"a*+a", r"a++", r"a?+a", r"a{1,2}+a", r"a{1,3}+a")])
show("possessive group", lambda: re.match(r"(?:ab|a)++b", "abab"))
show("atomic", lambda: [re.match(p, "foobar") for p in (r"(?>foo|foob)ar", r"(?>foob|foo)ar", r"(?>.*)r")])
show("atomic nested", lambda: re.findall(r"(?>a(?>b*)c?)", "abbc abb ac"))
show("atomic groups", lambda: re.match(r"(?>(a)(b)?)c", "ac").groups())
show("lazy group", lambda: re.match(r"(a+?)(a*)", "aaa").groups())
show("greedy backtracks", lambda: re.match(r"(.*)(\d+)", "abc123").groups())
show("big counts", lambda: re.match(r"a{1000}", "a" * 1000).end())
show("count bounds", lambda: re.compile("a{2,1}"))
show("too big", lambda: re.compile("a{99999999999}"))
show("multiple repeat", lambda: re.compile("a**"))
show("nothing to repeat", lambda: re.compile("*a"))
show("repeat of look", lambda: re.findall(r"(?:(?=a))*a", "aa"))
show("deep", lambda: len(re.match(r"(?:a|b)*", "ab" * 50000).group()))
show("deep capture", lambda: re.match(r"(a|b)*", "ab" * 50000).span(1))
show("deep lazy", lambda: re.match(r"(?:.|\n)*?z", "x\n" * 20000 + "z").end())
show("nested loops", lambda: re.match(r"(?:(?:a{1,3})*b)*", "aaab" * 50).end())
show("min then fail", lambda: re.fullmatch(r"(?:a{2,3}){2}", "aaaaa"))
