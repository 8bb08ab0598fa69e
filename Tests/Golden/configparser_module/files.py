# configparser: interpolations, odd files, errors with line numbers, converters, writing, mapping access.
import configparser as cp, io

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



TEXT = """[DEFAULT]
base = /home
dir: %(base)s/d
[one]
key = value
Key2 = UPPER
multi = line one
  line two

  line four
empty =
novalue
list: a, b
# comment
; other
inline = x # kept
bool = on
int = 42
float = 1e3
path = %(dir)s/%%x/%(key)s
[two words]
= strange
"""
show("strict default", lambda: cp.ConfigParser().read_string(TEXT))
c = cp.ConfigParser(allow_no_value=True); c.read_string(TEXT.replace("= strange\n", "last = 1\n"))
print(c.sections(), c.options("one"), dict(c["one"]), c["one"]["path"], c.get("one", "path", raw=True), c.getint("one", "int"), c.getfloat("one", "float"), c.getboolean("one", "bool"), c.get("one", "nope", fallback="fb"), c.has_option("one", "KEY2"), c.has_section("DEFAULT"), c.defaults(), c.items("two words"), "one" in c, len(c), list(c), c["two words"].get("last"), c["one"].getint("int"), c["one"].name, c["one"].parser is c, repr(c["one"]), c.get("one", "path", vars={"key": "V"}))
for label, call in {"no section": lambda: c.get("zz", "a"), "no option": lambda: c.get("one", "zz"), "getitem": lambda: c["zz"], "option item": lambda: c["one"]["zz"], "int": lambda: c.getint("one", "key"), "bool": lambda: c.getboolean("one", "key"), "duplicate add": lambda: c.add_section("one"), "add DEFAULT": lambda: c.add_section("DEFAULT"), "add int": lambda: c.add_section(3), "set type": lambda: c.set("one", "a", 5), "set none": lambda: cp.ConfigParser().set("x", "a", "1"), "set percent": lambda: c.set("one", "a", "50%"), "remove": lambda: (c.remove_option("one", "bool"), c.remove_section("zz"), c.remove_section("two words")), "items": lambda: c.items(), "pop": lambda: c.pop("zz"), "popitem": lambda: c.popitem()[0], "setitem": lambda: (c.__setitem__("new", {"a": 1, "B": "x"}), dict(c["new"]))[1], "del default": lambda: c.__delitem__("DEFAULT"), "value text": lambda: c["new"].__setitem__("a", 5)}.items(): show(label, call)
out = io.StringIO(); c.write(out); print(out.getvalue()); out = io.StringIO(); c.write(out, space_around_delimiters=False); print(out.getvalue())
for text in ("key = 1\n", "[a\n", "[a]\nx\n", "[a]\n  cont = 1\n", "[a]\na=1\na=2\n", "[a]\n[a]\n", "[a]\n=1\n", "[a]\nb=1\n c\n d\n\n e\n[b]\n", "\ufeff[a]\nx=1", "[a]b=1\nc=2", "[]\na=1", "[a]\nx : 1 = 2", "[a]\nx=\"q\" ; c", "[a]\nx = 1\n\n\n y", "[a]\n\tx=1\n\ty=2", "[ a ]\nx=1", "[a]]\nx=1", "x", "[a]\n:", "[a]\nA=1\na=2"):
    show(ascii(text), lambda: (p := cp.ConfigParser(), p.read_string(text, "<made>"), {s: dict(p[s]) for s in p.sections()})[2]); show("   loose", lambda: (p := cp.RawConfigParser(strict=False, allow_no_value=True, inline_comment_prefixes=";", empty_lines_in_values=False, delimiters="="), p.read_string(text), {s: dict(p[s]) for s in p.sections()})[2])
for interpolation in (cp.BasicInterpolation(), cp.ExtendedInterpolation(), None):
    p = cp.ConfigParser(interpolation=interpolation); p.read_string("[DEFAULT]\nd=D\n[a]\nx=%(y)s\ny=${z}\nz=${b:q}\nloop=%(loop)s\nloop2=${loop2}\nbad=%(\nbad2=${\nmissing=%(nope)s\nmissing2=${nope:x}\nesc=%%\nesc2=$$\nlone=%\nlone2=$x\nmany=${a:b:c}\n[b]\nq=Q%(d)s")
    for option in p.options("a"): show((type(interpolation).__name__, option), lambda: p.get("a", option))
class Own(cp.ConfigParser):
    def optionxform(self, s): return s.upper()
    BOOLEAN_STATES = {"si": True, "no": False}
p = Own(converters={"list": lambda s: s.split(",")}, default_section="all", dict_type=dict, comment_prefixes=("//",)); p.read_dict({"all": {"z": 1}, "s": {"a": "1,2", "b": "si"}, "t": {}}); print(p.getlist("s", "a"), p["s"].getlist("a"), p["s"].getlist("zz", fallback=[]), p.getboolean("s", "b"), p.options("s"), p.default_section, p == p); show("read_dict twice", lambda: p.read_dict({"q": {"a": 1, "A": 2}})); show("section twice", lambda: p.read_dict({1: {}, "1": {}})); print(p.read(["absent1", "absent2"]), p.read_file(["[f]", "a=1"], "src"), p["f"]["A"]); show("read_file none", lambda: p.read_file(5)); show("converter", lambda: p.converters["list"]); p.clear(); print(p.sections()); e = cp.ParsingError("src"); e.append(3, "'bad'"); print(e, repr(e), cp.NoOptionError("o", "s"), cp.DuplicateOptionError("s", "o", "f", 2), cp.MissingSectionHeaderError("f", 1, "l"), cp.InterpolationDepthError("o", "s", "r"), cp.InterpolationMissingOptionError("o", "s", "r", "ref"))
