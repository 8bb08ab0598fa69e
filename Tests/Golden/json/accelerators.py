# The module _json: strings, the encoder and the scanner.
import _json

print(_json.encode_basestring_ascii('a"\\\b\f\n\r\t\x00\x7f\xe9\u2028\U0001f600'))
print(_json.encode_basestring('a"\\\b\f\n\r\t\x00\x7f\xe9\u2028\U0001f600'))
for text, end in (('abc"d', 0), ('a\\n\\u00e9\\ud83d\\ude00"', 0), ('xx"ab\\/"', 3), ('\\ud83dx"', 0)):
    print(_json.scanstring(text, end))


def default(value):
    return ["default", str(value)]


encode = _json.make_encoder({}, default, _json.encode_basestring_ascii, None, ": ", ", ", False, False, True)
print(encode({"a": [1, 2.5, None, True, float("inf")], 1: (), 2.5: {}, None: "x", False: 2 ** 70, "z": 5j}, 0))
loop = []
loop.append(loop)
for wrong in (loop, {(1, 2): 3}):
    try:
        encode(wrong, 0)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
sort = _json.make_encoder(None, default, lambda s: "<" + s + ">", None, ":", ",", True, True, False)
print(sort({"b": 1, "a": {"d": 2, "c": 3}}, 0))


class Context:
    strict = True
    object_hook = None
    object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = str.lower


scan = _json.make_scanner(Context)
for text in ('{"a": [1, -2.5e3, null], "b": {"a": "\\u00e9"}}', "[]", " 1", "NaN", "-Infinity", "12345678901234567890", "01", "-"):
    try:
        print(scan(text, 0))
    except StopIteration as error:
        print("StopIteration", error)
