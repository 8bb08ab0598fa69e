import csv
import io


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


def read(text, **options):
    return list(csv.reader(io.StringIO(text, newline=""), **options))


for text in ["a,b\r\nc,d", 'a,"b,c"\n', '"a""b",c', '"a\nb",c', "a,\n", ",,", "", "\n\n", ' "a", b', 'a"b"c', '"a"b', '"a" ,b', "a\rb", "a\r\nb\n",
    '"unclosed', "'a,b'", "a\\,b", "é,\u2028x"]:
    show(ascii(text), lambda: read(text))
    show("  strict", lambda: read(text, strict=True))
for options in ({"skipinitialspace": True}, {"quotechar": "'"}, {"escapechar": "\\"}, {"doublequote": False}, {"quoting": csv.QUOTE_NONE},
    {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": ";"}, {"delimiter": " ", "skipinitialspace": True}):
    show(options, lambda: read("1, \"2\", 'a b'\n3;4,\\,x\n", **options))
show("numeric", lambda: read('1,"a",-2.5e3\n', quoting=csv.QUOTE_NONNUMERIC))
show("bad numeric", lambda: read("a\n", quoting=csv.QUOTE_NONNUMERIC))
show("null", lambda: read("a\0b"))
show("bytes", lambda: list(csv.reader([b"a"])))
show("new line inside", lambda: list(csv.reader(["a\nb"])))
show("list", lambda: list(csv.reader(["a,b", '"x', 'y",z'])))
show("not iterable", lambda: csv.reader(5))
show("number lines", lambda: list(csv.reader([5])))
r = csv.reader(['a,"b', 'c"', "d"])
print(next(r), r.line_num, next(r), r.line_num, r.dialect.delimiter, iter(r) is r)
print(csv.field_size_limit(), csv.field_size_limit(5), csv.field_size_limit())
show("too long", lambda: read("abcdef"))
show("limit type", lambda: csv.field_size_limit("x"))
csv.field_size_limit(131072)


class Mine(csv.Dialect):
    delimiter, quotechar, lineterminator, quoting, doublequote, skipinitialspace = "|", "'", "\n", csv.QUOTE_MINIMAL, True, False


csv.register_dialect("mine", Mine)
csv.register_dialect("other", delimiter="/", quoting=csv.QUOTE_ALL)
print(sorted(csv.list_dialects()), read("a|'b|c'", dialect="mine"), csv.get_dialect("other").delimiter, csv.unregister_dialect("mine"))
show("gone", lambda: csv.get_dialect("mine"))
show("unregister", lambda: csv.unregister_dialect("mine"))
show("bad dialect", lambda: csv.register_dialect("x", delimiter="ab"))
show("bad name", lambda: csv.register_dialect(5))


class Broken(csv.Dialect):
    delimiter = ","


show("broken", Broken)
