import _json
import json


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


scan = json.scanner.c_make_scanner(json.JSONDecoder())
for text in ['1', '-0', '1.5e3', '"a\\nb"', '[1, [2]]', '{"a": {}}', 'true', 'null', 'NaN', '-Infinity', '[', '{"a"', '-', '1.', '01', '"', 'tru', '',
    '{1:2}', '[1,]', '"\\u12"', '"\\ud834\\udd1e"', '"\\ud834x"', '"\t"', '1e400', '123456789012345678901234567890']:
    show(text, lambda: scan(text, 0))
show("at", lambda: scan('  5 ', 2))
show("negative", lambda: scan('5', -1))
show("type", lambda: scan(5, 0))
show("scanstring", lambda: _json.scanstring('abc"def', 0))
show("not strict", lambda: _json.scanstring('a\nb"', 0, False))
show("strict", lambda: _json.scanstring('a\nb"', 0, True))
show("end", lambda: _json.scanstring('abc', 9))
show("escape", lambda: _json.scanstring('\\q"', 0))
show("ascii", lambda: (_json.encode_basestring_ascii("é\U0001f600\x7f\x00\"\\/"), _json.encode_basestring("é\U0001f600\x7f\x1f\"\\")))
show("not str", lambda: _json.encode_basestring_ascii(b"a"))
show("surrogate", lambda: _json.encode_basestring_ascii("\ud800"))
show("depth", lambda: json.loads("[" * 100000))
show("depth out", lambda: (l := [], [l := [l] for _ in range(100000)], json.dumps(l))[0])
d = json.loads('{"key": 1, "other": {"key": 2}}')
a, b = list(d)[0], list(d["other"])[0]
print(a is b, json.loads(b'\xff\xfe1\x00'), json.loads(bytearray(b'"\xc3\xa9"')), json.detect_encoding(b"\0\0\0{"))
