# What json refuses: messages with line, column and position; limits; odd hooks; encoder errors and circles.
import collections
import decimal
import enum
import io
import json

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



BAD = ["", " ", "{", "}", "[", "]", "[1,", "[1,]", "[,1]", "[1 2]", "[1", "{\"a\"", "{\"a\":", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,", "{\"a\":1,}", "{\"a\":1 \"b\":2}", "{a:1}", "{1:2}", "{'a':1}", "{,}", "\"", "\"abc", "\"\\", "\"\\x\"", "\"\\u\"", "\"\\u12\"", "\"\\u123g\"", "\"\\ud800\\u12\"", "\"\\uD800\\uDC0\"", "\"a\nb\"", "\"a\tb\"", "\"\x00\"", "\"\x1f\"", "tru", "nul", "falsee", "True", "None", "nan", "-", "+1", "01", "1.", ".5", "1.e5", "1e", "1e+", "--1", "0x10", "1_000", "-Infinit", "Infinity1", "NaN NaN", "1 2", "[] []", "\ufeff[]", "\ufeff", "[1]\n\n  x", "{\"a\":\n  [1,\n  ]}", "/* c */ 1", "[1e400]", "\u00a01", "[\x0b1]", "\u2028", "[\"\\", "[\"a\\u0", "{\"k\":\"v", "[[[[", "{\"a\":{\"b\":{", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\uD83D\\u0041\"", "[1,2\u20033]"]
for text in BAD:
    try:
        print(ascii(text), ascii(json.loads(text)))
    except json.JSONDecodeError as error:
        print(ascii(text), error, "|", error.msg, error.pos, error.lineno, error.colno, error.doc == text, error.args)
    except Exception as error:
        print(ascii(text), type(error).__name__, error)
    try:
        json.loads(text.encode("utf-8", "surrogatepass"))
    except ValueError as error:
        if not text.startswith("\ufeff"): continue
        print("   bytes", error)
for data in (b"\xff\xfe[\0]\0", b"\0[\0]", b"[\0\0\0]\0\0\0", b"\xef\xbb\xbf[]", b"\xff", b"[\"\xff\"]", bytearray(b"1"), memoryview(b"1"), 3, None, ["1"]):
    show(data if not isinstance(data, memoryview) else "memoryview", lambda: json.loads(data))
for text in ("[1, 2.5, -0, -0.0, 1E5, 1e-7, 123456789012345678901234567890, NaN, -Infinity, true, null]", "{\"a\": 1, \"a\": 2, \"\": {\"b\": []}}"):
    show("plain", lambda: json.loads(text)); show("hooks", lambda: json.loads(text, parse_int=lambda s: "i" + s, parse_float=decimal.Decimal, parse_constant=lambda s: "c" + s, object_pairs_hook=lambda p: ("pairs", p)))
show("object_hook", lambda: json.loads("{\"a\": {\"b\": 1}}", object_hook=lambda d: sorted(d.items()))); show("both hooks", lambda: json.loads("{\"a\": 1}", object_hook=lambda d: 1, object_pairs_hook=lambda d: 2)); show("hook raises", lambda: json.loads("[{}]", object_hook=lambda d: 1 / 0)); show("hook type", lambda: json.loads("{}", object_hook=3)); show("parse_int raises", lambda: json.loads("[1]", parse_int=lambda s: int("x"))); show("strict", lambda: json.loads("\"a\n\"", strict=False)); show("unknown keyword", lambda: json.loads("1", foo=2)); show("cls", lambda: json.loads("1", cls=lambda **k: type("D", (), {"decode": lambda s, t: ("decoded", t)})()))
d = json.JSONDecoder()
for text, at in (("[1] x", 0), ("x [1]", 2), ("", 0), ("1", 5), ("1", -1), ("  1", 0), ("\"a\"\"b\"", 3)):
    show(("raw_decode", text, at), lambda: d.raw_decode(text, at))
show("digits", lambda: json.loads("1" * 5000)); show("deep", lambda: json.loads("[" * 100000)); show("deep objects", lambda: json.loads("{\"a\":" * 100000)); show("deep dump", lambda: json.dumps(eval("[" * 80 + "]" * 80)) == "[" * 80 + "]" * 80)


class Number(int):
    def __repr__(self): return "NUMBER"
    __str__ = __repr__
class Real(float):
    def __repr__(self): return "REAL"
class Text(str): pass
class Kind(enum.IntEnum): ONE = 1
class Mood(str, enum.Enum): GOOD = "good"
class Pairs(dict):
    def items(self): return [("from", "items")]
class Broken(dict):
    def items(self): raise RuntimeError("no items")
circle = []; circle.append(circle); loop = {"a": {}}; loop["a"]["b"] = loop
def deep(n): return [deep(n - 1)] if n else []
for label, value in {"Number": Number(5), "Real": Real(2.5), "Text": Text("t"), "Kind": {Kind.ONE: Kind.ONE}, "Mood": [Mood.GOOD], "Pairs": Pairs(a=1), "Broken": Broken(a=1), "empty Pairs": Pairs(), "set": {1}, "bytes": b"x", "complex": [1j], "tuple key": {(1, 2): 3}, "bytes key": {b"k": 1}, "keys": {None: 1, True: 2, 3: 4, 2.5: 5, "s": 6}, "nan key": {float("nan"): 1}, "circle": circle, "loop": loop, "Decimal": decimal.Decimal("1.5"), "generator": (x for x in ()), "namedtuple": collections.namedtuple("N", "a b")(1, 2), "deque": collections.deque([1]), "OrderedDict": collections.OrderedDict(b=1, a=2), "nan": [float("nan"), float("inf"), -float("inf")], "surrogates": "\ud800\udfff\U0001f600\u2028\x7f\x1f\"\\/", "big": 2**70, "floats": [1e16, 1e22, 1.0, -0.0, 5e-324, 1e-5, 123456789.123], "object": object, "nested": {"a": [1, {"b": ()}], "c": {}}}.items():
    show(label, lambda: json.dumps(value))
    show("  options", lambda: json.dumps(value, indent="\t" if label == "nested" else 1, sort_keys=label != "keys", ensure_ascii=False, skipkeys=True, default=lambda o: f"<{type(o).__name__}>", separators=(",", ":"), allow_nan=label != "nan", check_circular=label not in ("circle", "loop") or True).encode("utf-8", "surrogatepass"))
show("default raises", lambda: json.dumps({1, 2}, default=lambda o: 1 / 0)); show("default circle", lambda: json.dumps({1}, default=lambda o: o)); show("default None", lambda: json.dumps([{1}], default=lambda o: None)); show("sort mixed", lambda: json.dumps({1: 1, "a": 2}, sort_keys=True)); show("indent text", lambda: json.dumps([1, [2]], indent="--")); show("indent 0", lambda: json.dumps([1, []], indent=0)); show("indent negative", lambda: json.dumps([1], indent=-3)); show("indent bool", lambda: json.dumps([1], indent=True)); show("separators bad", lambda: json.dumps([1], separators=(",",))); show("separators type", lambda: json.dumps([1, 2], separators=(1, 2))); show("no nan", lambda: json.dumps(float("nan"), allow_nan=False)); show("no inf", lambda: json.dumps([float("inf")], allow_nan=False)); show("too deep", lambda: len(json.dumps(deep(50))))
f = io.StringIO(); json.dump({"k": [1, 2.5, None]}, f, indent=2); print(f.getvalue()); show("dump to bytes", lambda: json.dump(1, io.BytesIO())); print(list(json.JSONEncoder(indent=1).iterencode({"a": [1]})), json.JSONEncoder().item_separator, json.load(io.BytesIO(b"[1]")), json.detect_encoding(b"\0\0\0[") if hasattr(json, "detect_encoding") else "")
