import csv
import io


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


def write(rows, **options):
    out = io.StringIO(newline="")
    w = csv.writer(out, **options)
    print([w.writerow(r) for r in rows], end=" ")
    return out.getvalue()


rows = [["a", 'q"', "c,d"], [1, 2.5, None], ["", " x", "l\nm"], [True, -0.0, 1e300], ["é", "'", "\\"], [], [""], [None]]
for options in ({}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "\t", "lineterminator": "\n"},
    {"doublequote": False, "escapechar": "\\"}, {"quotechar": "'"}, {"escapechar": "\\"}, {"dialect": "unix"}, {"dialect": csv.excel_tab}):
    show(options, lambda: write(rows, **options))
for options in ({"quoting": csv.QUOTE_NONE}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"doublequote": False},
    {"quotechar": None, "quoting": csv.QUOTE_NONE, "escapechar": "!"}):
    for row in rows:
        show((options, row), lambda: write([row], **options))
for options in ({"delimiter": ""}, {"delimiter": "ab"}, {"delimiter": 1}, {"quotechar": "xy"}, {"quoting": 9}, {"quoting": "x"},
    {"lineterminator": None}, {"lineterminator": 1}, {"escapechar": "ab"}, {"dialect": "nope"}, {"nope": 1}, {"quotechar": None}, {"delimiter": None},
    {"delimiter": "\n"}, {"strict": 3}):
    show(options, lambda: write([["a"]], **options))
show("not iterable", lambda: write([5]))
show("string", lambda: write(["abc"]))
show("no write", lambda: csv.writer(3))
show("fails", lambda: csv.writer(type("W", (), {"write": lambda s, t: 1 / 0})()).writerow([1]))
show("returns", lambda: csv.writer(type("W", (), {"write": lambda s, t: t})()).writerow([1, "a"]))


class Bad:
    def __str__(self):
        raise ValueError("no text")


show("str raises", lambda: write([[Bad()]]))
show("writerows", lambda: csv.writer(io.StringIO()).writerows([[1], 2]))
d = csv.writer(io.StringIO()).dialect
print(d.delimiter, d.quotechar, d.doublequote, d.skipinitialspace, repr(d.lineterminator), d.quoting, d.strict, d.escapechar)
show("read only", lambda: setattr(d, "delimiter", "x"))
