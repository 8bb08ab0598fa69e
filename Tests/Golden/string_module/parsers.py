import _string
import string


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for text in ["", "abc", "{}", "{{}}", "a{0}b{x!r:>{w}}c", "{a.b[0][k]!s}", "{:{}{}}", "{", "}", "{0", "{!}", "{0!r", "{0!rr}", "{0!}", "{a]}", "{a[}",
    "{:{:{}}}", "x}}y{{"]:
    show(ascii(text), lambda: list(_string.formatter_parser(text)))
for text in ["", "a", "0", "a.b", "a[0]", "a[k].c[1]", "0.x", "[0]", ".a", "a.", "a[", "a[]", "a[0]x", "-1", "99999999999999999999"]:
    show(text, lambda: (lambda f, r: (f, list(r)))(*_string.formatter_field_name_split(text)))
show("type", lambda: _string.formatter_parser(5))
show("split type", lambda: _string.formatter_field_name_split(b"a"))


class F(string.Formatter):
    def check_unused_args(self, used, args, kwargs): print("  used", sorted(map(str, used)), len(args), sorted(kwargs))
    def format_field(self, value, spec): return f"<{value}|{spec}>"


print(F().format("{0} {a:{1}} {}" if False else "{0} {a:{1}}", "x", 5, a=1, b=2), string.Formatter().vformat("{0[k]} {x.real}", [{"k": 1}], {"x": 3}),
    F().format("{} {}", 1, 2))
show("mixed", lambda: F().format("{} {0}", 1))
show("missing", lambda: string.Formatter().format("{0} {1}", 1))
show("key", lambda: string.Formatter().format("{x}"))
show("conversion", lambda: string.Formatter().format("{0!q}", 1))
show("depth", lambda: string.Formatter().format("{0:{1:{2}}}", 1, 2, 3))
show("no format", lambda: string.Formatter().format())


class T(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


t = T("%a_b %% %{c_d} %nope")
print(t.safe_substitute(a_b=1, c_d=2), t.template, t.get_identifiers(), t.is_valid(), string.Template("$a ${b} $$").get_identifiers(),
    string.Template("$").is_valid(), string.Template("$a").substitute({"a": 1}, a=2))
show("invalid", lambda: t.substitute(a_b=1, c_d=2))
show("missing", lambda: string.Template("$a").substitute())
show("braces", lambda: string.Template("a\n ${x").substitute(x=1))
show("case", lambda: string.Template("$Ab_1é").substitute(Ab_1="z"))
show("mapping twice", lambda: string.Template("").substitute({}, {}))
print(string.capwords("a  b\tc"), string.capwords("xay", "a"), string.digits, string.hexdigits, string.octdigits, len(string.printable),
    repr(string.whitespace))
