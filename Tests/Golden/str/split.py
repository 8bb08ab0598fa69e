def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


print("a b  c ".split(), " a  b".split(" "), "".split(), "".split(","), "a,b,,c".split(","), "a,b,c".split(",", 1), "a b c d".split(None, 2), "  a  b  ".split(None, 1), "abc".split("abc"), "aXXbXXc".split("XX", 5), "a\tb\nc\x0bd\u3000e\u2003f".split(), "a,b".split(",", 0), "a,b".split(",", -1))
print("a b  c ".rsplit(), "a,b,,c".rsplit(",", 1), "a b c d".rsplit(None, 2), "  a  b  ".rsplit(None, 1), "aXXbXXc".rsplit("XX", 1), "".rsplit(), "abc".rsplit("c"), "a,b".rsplit(sep=",", maxsplit=1))
print("a=b=c".partition("="), "abc".partition("="), "a=b=c".rpartition("="), "abc".rpartition("="), "".partition("x"), "==".partition("=="))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines(), "a\nb\r\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\n\nb".splitlines(keepends=True), "x".splitlines(False))
show("a".split, "")
show("a".split, 1)
show("a".split, ",", "x")
show("a".partition, "")
show("a".partition, 1)
show("a".rpartition, None)
show("a".rsplit, "")
show("a".split, ",", 1, 2)
