import json
from decimal import Decimal


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


print(json.loads("[1, 1.5, 1e2]", parse_float=Decimal, parse_int=str), json.loads("[NaN, Infinity]", parse_constant=lambda s: f"<{s}>"))
print(json.loads('{"a": {"b": 1}, "c": []}', object_hook=lambda d: (print("  hook", d), len(d))[1]))
print(json.loads('{"a": 1, "a": 2}', object_pairs_hook=lambda p: p), json.loads('{"x": 1}', object_hook=dict.keys, object_pairs_hook=tuple))
show("hook raises", lambda: json.loads("[{}]", object_hook=lambda d: 1 / 0))
show("extra", lambda: json.loads("1 2"))
show("white", lambda: json.loads(" \t\n\r[ 1 , 2 ] \n"))
show("bad white", lambda: json.loads("\x0b1"))
show("raw", lambda: json.JSONDecoder().raw_decode('{"a": 1} tail'))
show("raw offset", lambda: json.JSONDecoder().raw_decode('xx[1]', 2))
show("raw end", lambda: json.JSONDecoder().raw_decode('xx', 2))


class D(json.JSONDecoder):
    def __init__(self, **k):
        super().__init__(object_hook=self.hook, **k)

    def hook(self, d):
        return complex(d["re"], d["im"]) if d.keys() == {"re", "im"} else d


print(json.loads('[{"re": 1, "im": 2}, {"x": 1}]', cls=D))
try:
    json.loads('{"a": [1,\n 2,\n x]}')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, error.doc[error.pos], error, error.__reduce__()[1][0])
for bad in ('{"a": 1,}', '{"a": }', '{"a", 1}', "{'a': 1}", '{"a": 1 "b": 2}', '[1 2]', '[,]', '{,}', '"\\ud83d', '"abc', "\ufeff1", "--1", "+1",
    ".5", "1.e5", "0x1", "Nan", "nul", "\"\x00\"", '{"a":1]', "[}"):
    show(bad, lambda: json.loads(bad))
show("bytes", lambda: json.loads(b"\xff"))
show("none", lambda: json.loads(None))
