# The module _csv: dialects, reading and writing.
import _csv

_csv.register_dialect("plain", delimiter=",", quotechar='"')
for options in ({}, {"delimiter": ";"}, {"quoting": 3, "quotechar": None}, {"delimiter": "ab"}, {"quoting": 9}, {"lineterminator": None}, {"foo": 1}):
    try:
        dialect = _csv.Dialect(**options)
        print([getattr(dialect, name) for name in ("delimiter", "doublequote", "escapechar", "lineterminator", "quotechar", "quoting", "skipinitialspace", "strict")])
    except TypeError as error:
        print("TypeError", error)
print(_csv.list_dialects(), _csv.get_dialect("plain").delimiter)

lines = ['a,b,"c ""d"" e"\n', '"two\n', 'lines", x\r\n', "\n", "1,,3\n"]
for options in ({}, {"skipinitialspace": True}, {"quoting": 3}, {"doublequote": False}, {"escapechar": "b"}):
    reader = _csv.reader(lines, "plain", **options)
    print(list(reader), reader.line_num)
for lines, options in ((["a\nb"], {}), (['"a"b'], {"strict": True}), (['"a'], {"strict": True}), ([b"a"], {}), (["x"], {"quoting": 2})):
    try:
        print(list(_csv.reader(lines, "plain", **options)))
    except (_csv.Error, ValueError) as error:
        print(type(error).__name__, error)


class Out:
    def write(self, line):
        print(repr(line))


for options in ({}, {"quoting": 1}, {"quoting": 2}, {"quoting": 3, "escapechar": "\\"}, {"doublequote": False, "escapechar": "!"}, {"lineterminator": "|"}):
    writer = _csv.writer(Out(), "plain", **options)
    try:
        writer.writerows([[1, 2.5, None, "x,y", 'q"q', "", "a\nb"], ["", "z|"]])
        writer.writerow([])
        writer.writerow([""])
    except _csv.Error as error:
        print("Error:", error)
