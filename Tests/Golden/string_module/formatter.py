# string: Formatter and its hooks, Template in all its forms, capwords, constants, errors.
import string
from string import Formatter, Template

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



class Own(Formatter):
    def get_value(self, key, args, kwargs): return f"<{key}>" if key in ("missing", 9) else super().get_value(key, args, kwargs)
    def convert_field(self, value, conversion): return value.upper() if conversion == "u" else super().convert_field(value, conversion)
    def format_field(self, value, spec): return spec.join(value) if isinstance(value, list) else super().format_field(value, spec)
    def check_unused_args(self, used, args, kwargs): self.unused = sorted(map(str, set(range(len(args))) | set(kwargs))) and sorted(map(str, (set(range(len(args))) | set(kwargs)) - set(used)))
class Obj: attr = {"k": [1, "two"]}
o, f = Own(), Formatter()
for form in ("", "plain", "{}", "{} {}", "{0} {1} {0}", "{a}", "{a!r:>10}", "{0.attr[k][1]}", "{a[0]}", "{a[x]}", "{0:{1}}", "{:{}}", "{0:{a}{b}}", "{{}}", "{{{0}}}", "{", "}", "{0", "{0!}", "{0!x}", "{0!rr}", "{a b}", "{0[}", "{0.}", "{0..x}", "{0]}", "{0[]}", "{missing}", "{9}", "{0!u}", "{l:-}", "{} {0}", "{0} {}", "{!r}", "{:>5}", "{0:{1:{2}}}", "{a:%Y}", "{-1}", "{0!s:^{w}}", "{\u00e9}", "{0.__class__.__name__}", "{0:}}"):
    for formatter in f, o: show((type(formatter).__name__, form), lambda: formatter.format(form, "zero", 7, Obj(), a="A", b=3, l=["x", "y"], w=9)); 
    show("   str", lambda: form.format("zero", 7, Obj(), a="A", b=3, l=["x", "y"], w=9)); show("   parse", lambda: list(f.parse(form)))
print(o.vformat("{0}{a}", (1, 2), {"a": 3, "b": 4}), o.unused); show("no format", lambda: f.format()); show("recursion", lambda: f.vformat("{0:{1:{2:{3}}}}", (1, 2, 3, 4), {})); show("get_field", lambda: f.get_field("0[a].real", [{"a": 5}], {})); show("get_field bad", lambda: f.get_field("zz", [], {})); show("type", lambda: f.format(5)); show("none", lambda: f.parse(None))
print(list(Formatter().parse("a{b!r:{c}}d{}")), __import__("_string").formatter_field_name_split("a.b[c][0].d")[0], list(__import__("_string").formatter_field_name_split("a.b[c][0].d")[1]))
class Percent(Template): delimiter = "%"; idpattern = r"[a-z]+_[a-z]+"
class Braced(Template): braceidpattern = r"[0-9]+"; flags = 0
class Custom(Template): pattern = r"(?P<escaped>@@)|@(?P<named>[a-z]+)@|(?P<braced>\b\B)|(?P<invalid>@)"
for text in ("", "$a", "${a}", "$$", "$", "$1", "${", "${}", "$ a", "$a$b", "${a}b", "$ab", "$\u00e9", "${1}", "x$", "line\n$ bad", "$A", "$a_b", "$missing", "${missing}"):
    t = Template(text); show(text, lambda: t.substitute(a=1, b="B", A="up")); show("  safe", lambda: t.safe_substitute({"a": 1}, b=2)); print("  ", t.is_valid(), t.is_valid() and t.get_identifiers(), t.template == text); show("  braced", lambda: Braced(text).safe_substitute({"1": "one", "a": "x"}))
print(Percent("%ab_cd %% %x").safe_substitute(ab_cd=5), Custom("@x@ @@ @").safe_substitute(x=1)); show("percent", lambda: Percent("%ab").substitute(ab=1)); show("custom", lambda: Custom("@").substitute()); show("two", lambda: Template("").substitute({}, {})); show("mapping type", lambda: Template("$a").substitute(5)); show("none", lambda: Template("$a").substitute({"a": None})); show("text type", lambda: Template(5).substitute())
print(string.capwords("  hello  wORLD\tx "), string.capwords("a-b-c", "-"), string.capwords(""), string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation, ascii(string.printable), ascii(string.whitespace), string.__all__)
