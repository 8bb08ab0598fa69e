# Readers and writers with every dialect parameter, line ends in fields, limits, sniffing, and wrong arguments.
import csv
import io

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



TEXTS = ['a,b\r\n', 'a,"b,c"\n', '"a""b",c', '"a\nb",c\n', '"unterminated', 'a"b,c', '"a"b,c', '"a" ,b', ' "a",b', 'a\\,b', '"a\\"b"', '\\', '"\\', "a,'b,c'", 'a\0b', 'a\rb', 'a\r\rb', '\n', '\r\n', '', ',', '""', '"",""', 'a,b\n\nc,d', '1,"2",3.5,x', '  a  ,  b  ', 'a;b;c', 'a\tb', '"a\r\nb"', 'a,b\rc', '\u00e9,"\U0001f600"']
DIALECTS = {"default": {}, "no double": dict(doublequote=False), "escape": dict(escapechar="\\"), "escape, no double": dict(escapechar="\\", doublequote=False), "none": dict(quoting=csv.QUOTE_NONE), "none, escape": dict(quoting=csv.QUOTE_NONE, escapechar="\\"), "numbers": dict(quoting=csv.QUOTE_NONNUMERIC), "single": dict(quotechar="'"), "no quote": dict(quotechar=None, quoting=csv.QUOTE_NONE), "semicolon": dict(delimiter=";"), "skip": dict(skipinitialspace=True), "strict": dict(strict=True), "strict escape": dict(strict=True, escapechar="\\"), "tab": "excel-tab", "unix": "unix"}
for name, dialect in DIALECTS.items():
    print(name)
    for text in TEXTS:
        reader = csv.reader(io.StringIO(text, newline=""), **dialect) if isinstance(dialect, dict) else csv.reader(io.StringIO(text, newline=""), dialect)
        rows = []
        try:
            for row in reader: rows.append(row)
            result = rows
        except (csv.Error, ValueError) as error:
            result = rows, type(error).__name__, str(error)
        if name == "default": first = globals().setdefault("base", {}); first[text] = result
        if name == "default" or base[text] != result: print("  ", ascii(text), ascii(result), reader.line_num)
ROWS = [[], [""], ["", ""], ["a", "b c", "d,e"], ['q"q', "n\nn", "r\rr"], [1, 2.5, None, True], ["'", "\\", "\t", ";"], [" lead", "trail "], ["\u00e9", "\0"], [1e300, -0.0, 10**30]]
for quoting in csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC, csv.QUOTE_NONE:
    for extra in {}, dict(escapechar="\\"), dict(doublequote=False), dict(doublequote=False, escapechar="!"), dict(quotechar="'"), dict(delimiter=";", lineterminator="\n"), dict(lineterminator="<END>"), dict(quotechar=None):
        for row in ROWS:
            out = io.StringIO()
            try:
                n = csv.writer(out, quoting=quoting, **extra).writerow(row)
                print(quoting, extra, ascii(out.getvalue()), n)
            except (csv.Error, TypeError) as error:
                print(quoting, extra, row, type(error).__name__, error)
                if isinstance(error, TypeError): break
for keywords in (dict(delimiter=""), dict(delimiter=",,"), dict(delimiter=3), dict(delimiter=None), dict(delimiter=b","), dict(quotechar="ab"), dict(quotechar=5), dict(quotechar=""), dict(escapechar="xx"), dict(escapechar=3), dict(lineterminator=3), dict(lineterminator=None), dict(quoting=9), dict(quoting="x"), dict(quoting=None), dict(quoting=-1), dict(quotechar=None), dict(doublequote=[]), dict(skipinitialspace="x"), dict(strict=None), dict(nope=1), dict(dialect="nope"), dict(dialect=3), dict(dialect=None), dict(delimiter="\n"), dict(delimiter=" ", skipinitialspace=True), dict(quotechar="\r"), dict(delimiter='"')):
    show(keywords, lambda: next(csv.reader(['x"y, z'], **keywords))); show("   writer", lambda: (o := io.StringIO(), csv.writer(o, **keywords).writerow(["a", "b"]), o.getvalue())[1:])
class D(csv.Dialect):
    delimiter = "|"; quotechar = "~"; lineterminator = "\n"; quoting = csv.QUOTE_ALL
class Bad(csv.Dialect): delimiter = "::"
show("class", lambda: list(csv.reader(["a|~b|c~"], D))); show("instance", lambda: list(csv.reader(["a|b"], D()))); show("bad class", lambda: Bad()); show("register", lambda: (csv.register_dialect("mine", D, strict=True), csv.get_dialect("mine").strict, "mine" in csv.list_dialects(), list(csv.reader(["a|b"], "mine")), csv.unregister_dialect("mine"))); show("unregister", lambda: csv.unregister_dialect("mine")); show("get", lambda: csv.get_dialect("mine")); show("register name", lambda: csv.register_dialect(3, D)); show("register bad", lambda: csv.register_dialect("x", delimiter="xx")); show("unhashable", lambda: csv.get_dialect([])); show("dialect", lambda: [(n, getattr(csv.get_dialect("excel"), n)) for n in ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")]); show("read only", lambda: setattr(csv.get_dialect("excel"), "delimiter", "x"))
show("not iterable", lambda: csv.reader(3)); show("bytes rows", lambda: next(csv.reader([b"a"]))); show("number rows", lambda: next(csv.reader([5]))); show("none", lambda: csv.reader()); show("no write", lambda: csv.writer(3)); show("write result", lambda: csv.writer(type("W", (), {"write": lambda s, t: t.upper()})()).writerow(["a"])); show("writerow int", lambda: csv.writer(io.StringIO()).writerow(3)); show("writerows int", lambda: csv.writer(io.StringIO()).writerows([1])); show("writerow str", lambda: csv.writer(io.StringIO()).writerow("abc")); show("broken row", lambda: csv.writer(io.StringIO()).writerow(x / 0 for x in [1])); show("str raises", lambda: csv.writer(io.StringIO()).writerow([type("S", (), {"__str__": lambda s: 1 / 0})()]))
old = csv.field_size_limit(10); show("limit", lambda: list(csv.reader(["short,field", "much too long for it"]))); show("limit quoted", lambda: list(csv.reader(['"' + "x" * 11 + '"']))); print(csv.field_size_limit(old), csv.field_size_limit()); show("limit type", lambda: csv.field_size_limit("x"))
r = csv.DictReader(["a,b,c", "1,2", "", "1,2,3,4,5", "x,y,z"], restkey="rest", restval="-"); print(r.fieldnames, list(r), r.line_num); show("empty", lambda: csv.DictReader([]).fieldnames); print(list(csv.DictReader(["1,2"], ["x", "y", "x"])), list(csv.DictReader(["h", "1,2,3"])))
o = io.StringIO(); w = csv.DictWriter(o, ["b", "a"], restval="?"); w.writeheader(); w.writerow({"a": 1}); show("extra", lambda: w.writerow({"z": 1, "y": 2})); csv.DictWriter(o, ["a"], extrasaction="ignore").writerows([{"a": 1, "q": 2}]); print(repr(o.getvalue())); show("action", lambda: csv.DictWriter(o, [], extrasaction="nope"))
s = csv.Sniffer()
for sample in ("a,b,c\n1,2,3\n4,5,6\n", "a;b\n1;2\n3;4\n", "'a'|'b'\n'1'|'2'\n", "name\tage\nx\t1\ny\t2\n", "no structure here", "", "a b c\nd e f\n", '"x", "y"\n"1", "2"\n', "a:b:c\n1:2:3\n"):
    show(ascii(sample), lambda: (d := s.sniff(sample), d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace)[1:]); show("  header", lambda: s.has_header(sample))
show("delimiters", lambda: s.sniff("a,b;c\n1,2;3\n", delimiters=";").delimiter)
