"""re, string, textwrap, difflib, pprint, html, shlex, fnmatch, unicodedata, reprlib, locale-free formatting."""
import difflib
import fnmatch
import html
import html.parser
import pprint
import re
import reprlib
import shlex
import string
import textwrap
import unicodedata

TEXT = """The standard library runs as it is: 12 apples, 3.14 pies and 1e-5 of nothing on 2024-02-29.
Mail to ann.lee@example.org or <bob@mail.test>; see https://example.org/a?b=1#c (or not).
"""
for pattern, flags in [(r"\b(\w)(\w*)\1\b", re.I), (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)", 0), (r"[\w.]+@[\w.]+\w", 0),
    (r"(?<=\s)\d+(?:\.\d+)?(?!\d|e)", 0), (r"^(\w+)", re.M), (r"(a)|(b)|(c)", 0), (r"(?x) \d+ # digits\n", 0), (r"(?s:s.*?\n)", 0), (r"\S+(?=;)", 0)]:
    compiled = re.compile(pattern, flags)
    print(pattern.replace("\n", "\\n"), compiled.findall(TEXT)[:6], [m.span() for m in compiled.finditer(TEXT)][:4], compiled.groupindex,
        compiled.groups)
m = re.search(r"(?P<user>\w+)\.(\w+)@(?P<host>[\w.]+)", TEXT)
print(m, m.groups(), m.groupdict(), m["user"], m.start("host"), m.expand(r"\g<host>:\2"), m.lastgroup, m.lastindex, m.regs,
    re.sub(r"(\d+)", lambda d: str(int(d[1]) * 2), "a1b22c"), re.subn("[aeiou]", "", TEXT, count=5)[1])
print(re.split(r"([,;])\s*", "a, b;c,d", maxsplit=2), re.fullmatch(r"(?:a|ab)(?:c|bcd)(?:d*)", "abcd"), re.escape("a.b*c[d]"),
    re.sub(r"(?P<a>x)(y)?", r"[\g<a>|\2]", "xxy"), re.match(r"(?:(a)|b)*", "ab").groups(), re.findall(r"(?i)straße|ſ", "STRASSE Straße S"),
    re.compile(rb"\x00(.)", re.S).search(b"a\x00\n").group(1))
for bad in ["(", "[a", "a**", "(?P<1>a)", "(?<=a*)b", r"\1", "(?P<a>x)(?P<a>y)", "x{3,1}", "(?z)", "[z-a]", "(?P=nope)", "a)", r"\q"]:
    try:
        re.compile(bad)
    except re.error as error:
        print(f"{bad!r}: {error} / {error.msg} {error.pos} {error.lineno} {error.colno}")
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t.upper()), (r"\s+", None), (r".", lambda s, t: ("op", t))])
print(scanner.scan("x = 10 + y2"), re.purge(), repr(re.compile("a", re.I | re.M)), re.RegexFlag.I | re.S)
print(string.ascii_letters, string.punctuation, string.capwords("the  quick fox"),
    string.Template("$who owes ${amount} $$ $missing").safe_substitute(who="Ann", amount=5))
for template in ["$who $", "$1", "${a b}", "$who ${x}"]:
    try:
        print(string.Template(template).substitute({"who": 1}))
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)


class Shouting(string.Formatter):
    def get_value(self, key, arguments, keywords):
        return keywords.get(key, f"<{key}>") if isinstance(key, str) else super().get_value(key, arguments, keywords)

    def convert_field(self, value, conversion):
        return str(value).upper() if conversion == "u" else super().convert_field(value, conversion)


print(Shouting().format("{0!u} {name!r:>8} {missing} {1:{w}.2f}", "abc", 3.14159, name="n", w=7), list(string.Formatter().parse("a{b!r:{c}}d{{")))
paragraph = "    Long ago, in a far-away land, there lived an extraordinarily-long-hyphenated word.\n      And a supercalifragilisticexpialidocious one; e.g. this.  End."
for options in [{}, {"width": 30}, {"width": 20, "break_long_words": False}, {"width": 25, "initial_indent": "* ", "subsequent_indent": "  "},
    {"width": 40, "max_lines": 2, "placeholder": " [...]"}, {"width": 30, "fix_sentence_endings": True, "drop_whitespace": False},
    {"width": 15, "break_on_hyphens": False}]:
    print(options, textwrap.wrap(paragraph, **options))
print(textwrap.dedent("  a\n    b\n\n  c"), textwrap.indent("a\n\nb\n", "> ", lambda line: True), textwrap.shorten(paragraph, 40),
    repr(textwrap.fill("x" * 30, 12)))
a, b = "one\ntwo\nthree\nfour\n".splitlines(True), "one\n2\nthree\nfour and\nfive\n".splitlines(True)
print("".join(difflib.unified_diff(a, b, "old", "new", "d1", "d2", n=1)), "".join(difflib.context_diff(a, b)), "".join(difflib.ndiff(a, b)),
    difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), sep="")
matcher = difflib.SequenceMatcher(None, "abxcd", "abcd")
print(matcher.ratio(), matcher.get_opcodes(), matcher.get_matching_blocks(), matcher.quick_ratio(), list(difflib.restore(difflib.ndiff(a, b), 2)),
    difflib.HtmlDiff().make_table(a[:1], b[:1]).count("<td"))
data = {"name": "x" * 30, "list": list(range(30)), "nested": {"b": [{"k": (1,), "z": {3, 1, 2}}] * 2, "a": None},
    "text": "a long text that has to be split over several lines " * 3, 1: b"bytes" * 20}
pprint.pprint(data, width=60, compact=True)
pprint.pprint(data["nested"], width=20, depth=2, indent=2, sort_dicts=False)
print(pprint.pformat([data["list"]] * 2, width=40), pprint.isreadable(data), pprint.saferepr({"b": 1, "a": 2}), pprint.isrecursive(data))
loop = [1]
loop.append(loop)
print(pprint.pformat(loop).split(" with")[0], reprlib.repr(list(range(100))), reprlib.repr("y" * 99), reprlib.repr({i: i for i in range(9)}),
    reprlib.Repr().repr_list(loop, 2))
print(html.escape("<a href='x'>&\"</a>"), html.unescape("&lt;&eacute;&#x41;&#66;&notit;&hearts;&bogus;&#0;"))


class Links(html.parser.HTMLParser):
    def handle_starttag(self, tag, attributes):
        print("  start", tag, attributes, self.getpos())

    def handle_endtag(self, tag):
        print("  end", tag)

    def handle_data(self, text):
        print("  data", repr(text))

    def handle_comment(self, text):
        print("  comment", text)

    def handle_decl(self, text):
        print("  decl", text)


Links().feed("<!DOCTYPE html><p class=a id='b' checked>x &amp; y<br/><!-- c --><script>if (a<b) {}</script><a href=\"u?a=1&lt;\">t</a></p")
print(shlex.split("a 'b c' \"d \\\"e\" f\\ g # no", comments=True), shlex.quote("it's"), shlex.join(["a b", "c"]),
    list(shlex.shlex("a=b;c|d 'e'", posix=True, punctuation_chars=True)))
try:
    shlex.split("'open")
except ValueError as error:
    print(error)
print(fnmatch.filter(["a.py", "b.txt", "[x].py", "c.PY"], "*.py"), fnmatch.translate("a[!b]?*"), fnmatch.fnmatchcase("x1", "x[0-9]"))
for character in "aÄ٣½🐍\u200d\n":
    print(unicodedata.name(character, "none"), unicodedata.category(character), unicodedata.numeric(character, None),
        unicodedata.bidirectional(character), unicodedata.east_asian_width(character), unicodedata.decomposition(character))
print([unicodedata.normalize(f, "ﬁé ①").encode() for f in ("NFC", "NFD", "NFKC", "NFKD")], unicodedata.lookup("SNAKE"),
    unicodedata.is_normalized("NFC", "é"), unicodedata.unidata_version)
