import re


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


TEXT = "aZ_09 \t\n\x0b\x85\u2003é٣½ǅΣσς\u0130\U0001f600-]^\\"
for pattern in [r"\w", r"\W", r"\d", r"\D", r"\s", r"\S", r"[\w-]", r"[^\W\d_]", r"[]a]", r"[^]]", r"[a\-z]", r"[\]\\^-]", r"[\s\S]", r"[^\n]",
    r"[\x00-\x7f]", r"[À-ÿ]", r"[\U0001f600-\U0001f64f]", r"[٠-٩]"]:
    show(pattern, lambda: ascii("".join(re.findall(pattern, TEXT))))
    show(pattern + " ascii", lambda: ascii("".join(re.findall(pattern, TEXT, re.A))))
    show(pattern + " case", lambda: ascii("".join(re.findall(pattern, TEXT, re.I))))
for bad in ["[", "[]", "[^]", "[z-a]", r"[\w-z]", r"[a-\d]", "[[:alpha:]]", "[a&&b]", "[a--b]", "[[a]", r"[\q]", r"[\x1]", r"[\N{nope}]"]:
    show(bad, lambda: re.compile(bad).pattern)
show("named", lambda: re.findall(r"[\N{GREEK SMALL LETTER ALPHA}-\N{GREEK SMALL LETTER OMEGA}]", "αzω"))
show("octal", lambda: re.findall(r"[\101\60]\x41?\u0042?", "A0AB"))
show("bytes", lambda: re.findall(rb"[\x80-\xff]|\w", b"a\x80\xe9_"))
show("bytes locale", lambda: re.findall(rb"\w", b"a\xe9", re.L))
show("mixed", lambda: re.search(b"a", "a"))
show("mixed sub", lambda: re.sub("a", b"b", "a"))
