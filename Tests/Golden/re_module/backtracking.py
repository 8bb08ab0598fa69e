# Look-around, atomic groups, possessive quantifiers, conditionals, lazy and greedy repeats: spans of every group.
import re

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



CASES = [("(?<=a)b", "ab"), ("(?<!a)b", "ab cb"), ("(?<=^a)b", "ab"), ("(?<=\\b)a", "a ba"), ("(?<=(a))b\\1", "aba"), ("(?<=a(?=b))b", "ab"), ("(?=(a+))a*b\\1", "aaabaaab"), ("(?!foo)...", "foobar"), ("(?<=\\d{3})x", "12x123x"), ("(?<![\\w.])x", "x .x ax"), ("(?=a)(?!ab).", "abac"), ("(?<=(?<!a)b)c", "abcbc"), ("(?<=ab|cd)e", "abecde"),
    ("(?>a+)b", "aaab"), ("(?>a+)ab", "aaab"), ("(?>a|ab)c", "abc"), ("(?>(a)|b)+", "abab"), ("(?>a*?)b", "aab"), ("((?>a+))(a)?", "aaa"), ("a++b", "aaab"), ("a++ab", "aaab"), ("a*+a", "aaa"), ("a?+a", "a"), ("a?+a", "aa"), ("a{1,3}+a", "aaa"), ("a{1,3}+a", "aaaa"), ("(ab)*+a", "ababa"), ("(a|b)*+b", "abab"), ("[ab]*+b", "abab"), ("(?:a|ab)++c", "aabc"), (".*+x", "aax"), ("\"[^\"]*+\"", "x\"abc\"y"), ("(?:ab)?+ab", "ab"),
    ("(a)?(?(1)b|c)", "ab"), ("(a)?(?(1)b|c)", "c"), ("(a)?(?(1)b|c)", "ac"), ("(?P<q>['\"])?x(?(q)(?P=q))", "'x'"), ("(?P<q>['\"])?x(?(q)(?P=q))", "'x"), ("(?:(a)|b)(?(1)A|B)", "aAbBaB"), ("(a)?(b)?(?(2)2|(?(1)1|0))", "a1"), ("^(<)?\\w+(?(1)>|$)", "<ab>"), ("^(<)?\\w+(?(1)>|$)", "ab>"), ("(?(1)a|b)(x)?", "b"),
    ("(a*)*", "aaa"), ("(a*)+", "b"), ("(a|b)*", "abc"), ("(a*?)*?b", "aab"), ("(?:a|b|ab)*c", "ababc"), ("(a)|(b)|(c)", "c"), ("((a)|(b))*", "ab"), ("((a)|(b))+?", "ab"), ("(?:(a)|(b)|c)*", "abc"), ("(a){2}", "aaa"), ("(a?){3}", "aa"), ("(a??){3}b", "aab"), ("(ab?){2,3}", "abaab"), ("(a{1,2}?){2}", "aaa"), ("(|a)+", "aaa"), ("(a|)+", "aaa"), ("()*x", "x"), ("(?:a?)*?y", "aay"), ("(a+|b+)*c", "aabbc"),
    ("(.)\\1", "abccd"), ("(.)(.)\\2\\1", "xabbay"), ("(a\\1?){4}", "aaaaaa"), ("(\\w+) \\1", "the the"), ("(a)(?=\\1)", "aab"), ("(?:(x)|y)\\1", "xxy"), ("(x)?\\1y", "y"), ("(x?)\\1y", "y"), ("\\b(\\w)(\\w)?\\w?\\2\\1\\b", "abba noon aba"), ("(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10\\1", "abcdefghijja"),
    ("a.*?b.*?c", "axbxxcxc"), ("a.*b", "axbxb"), ("x{2,4}?", "xxxxx"), ("x{2,}?y", "xxxy"), ("x{0}y", "xy"), ("[^x]*x", "aax"), ("(?:x|xy|xyz)(?:z|yz|$)", "xyz"), ("(?:.|\\n)*?end", "a\nb\nend"), ("^(?:a|ab)(?:c|bcd)(?:d*)$", "abcd"), ("(a+)(b+)?(a+)", "aaa"), ("\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?", "1.5e+3x 2. 3e"), ("((((((((((a))))))))))", "a"), ("(?:(?:a(?=b)|c)+)b", "cacab")]
for pattern, string in CASES:
    show((pattern, string), lambda: [(m.span(), [m.span(i) for i in range(1, m.re.groups + 1)], m.lastindex, m.lastgroup) for m in re.finditer(pattern, string)])
    try:
        re.compile(pattern)
    except re.error:
        continue
    m = [re.match(pattern, string), re.fullmatch(pattern, string), re.search(pattern, string, 0)]
    print("   ", [x and x.groups("-") for x in m], re.sub(pattern, "#", string), re.split(pattern, string, maxsplit=2))
print([m.span() for m in re.finditer("", "abc")], re.findall("x*", "axb"), re.sub("x*", "-", "abxd"), re.split("x*", "axbc"), re.split("(x*)", "axbc"), re.split("(?:)", "ab"), re.sub("(?=b)|b", "<>", "abb"), re.findall("(?=(..))", "abcd"), re.findall(r"\b|:+", "a::bc"), re.sub(r"\b", "|", "ab cd"))
p = re.compile("b|c")
for pos, endpos in [(0, 9), (1, 2), (2, 2), (3, 1), (-5, 2), (2, -1), (99, 99)]:
    print((pos, endpos), [getattr(p, f)("abcb", pos, endpos) and getattr(p, f)("abcb", pos, endpos).span() for f in ("match", "search", "fullmatch")], p.findall("abcb", pos, endpos), [m.span() for m in p.finditer("abcb", pos, endpos)])
m = re.compile("^b|(?<=a)b|b$|b\\b").search("abab", 1, 2)
print(m, m.pos, m.endpos, m.string, re.compile("^b").match("ab", 1), re.compile("(?m)^b").match("a\nb", 2), re.compile("b$").search("abc", 0, 2), re.compile(r"\bb").search("ab", 1), re.compile("(?<=a)b").match("ab", 1))
s = re.compile(r"(\d)|([a-z])").scanner("1a-2b")
print([x and x.groups() for x in (s.match(), s.match(), s.match(), s.search(), s.match())], s.pattern.pattern, [x and x.group() for x in (s.search(), s.search())])
scanner = re.Scanner([(r"[a-z]+", lambda s, t: ("name", t)), (r"\d+", lambda s, t: int(t)), (r"\s+", None), (r"=", "eq")])
print(scanner.scan("ab = 12 c!x"), scanner.scan(""))
m = re.match(r"(?P<a>x)(?P<b>y)?(z)?", "xz")
print(m.groupdict(), m.groupdict("d"), m.groups(), m.group(0, "a", 2, "b"), m["a"], m[3], m.lastindex, m.lastgroup, m.regs, m.re.groupindex, m.start("a"), m.end("b"), m.span(3), bool(m), m.expand(r"\g<a>\2\3"))
import copy, pickle
print(copy.copy(m) is m, copy.deepcopy(m) is m, copy.copy(p) is p, pickle.loads(pickle.dumps(p)) is p, p == re.compile("b|c"), p == re.compile("b|c", re.I), hash(p) == hash(re.compile("b|c"))); show("pickle match", lambda: pickle.dumps(m))
print(re.fullmatch("(?:a|b)*" * 3, "ab" * 500).end(), re.match("(?:(?:a)*)*b", "a" * 5), re.match("(x+x+)+y", "x" * 9 + "y").span(), len(re.sub("(?:.|\n)", "z", "q" * 20000)), re.match("(((a|b)*)*)*c", "ab"), re.search("a" * 2000, "b" + "a" * 2000).span())
