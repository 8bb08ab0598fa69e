import string
def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), string.capwords("hello  world x", None), string.capwords("a-b c", "-"))
t = string.Template("$a ${b}x $$ $c")
print(t.substitute(a=1, b=2, c=3), t.safe_substitute(a=1), t.substitute({"a": "x"}, b="y", c="z"), t.template)
show(t.substitute, a=1)
show(string.Template("$").substitute)
show(string.Template("${a").substitute, a=1)
f = string.Formatter()
print(f.format("{0} {a!r:>5}", 1, a="x"), list(f.parse("a{b!r:c}d{{}}")), f.vformat("{x}", (), {"x": 5}))
