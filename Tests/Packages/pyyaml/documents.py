# golden: packages=yes
"""PyYAML: loading, dumping, tags, anchors, styles, errors, events, custom constructors, pure and C."""
import datetime
import yaml

DOCUMENT = """\
%YAML 1.1
---
str: plain text with spaces
quoted: "tab\\t uni\\u00e9 \\x41 line\\
   continued"
single: 'it''s'
ints: [0, 10, -3, 0o17, 017, 0x1F, 0b101, 1_000, 190:20:30]
floats: [1.5, -1e3, 1.e+2, .inf, -.INF, .nan, 6.8523015e+5, 190:20:30.15]
bools: [yes, No, TRUE, off, y]
nulls: [~, null, Null, ""]
dates: [2001-12-14, 2001-12-14T21:59:43.10-05:00, 2001-12-14 21:59:43.1 +2, 2001-12-15 2:59:43]
literal: |
  keep
    indent

  lines
folded: >-
  folded
  text

  para
    more

keep: |+
  x

strip: |2-
    two
anchor: &a {x: 1, y: &b [1, 2]}
alias: *a
inner: *b
merge:
  <<: *a
  y: over
merge2: {<<: [{p: 1, q: 1}, {q: 2, r: 3}], r: 4}
? complex
: value
? !!python/tuple [1, 2]
: tuple key
set: !!set {a, b}
omap: !!omap [a: 1, b: 2]
pairs: !!pairs [a: 1, a: 2]
binary: !!binary R0lGODlhDAAMAIQAAP==
forced: !!str 123
float: !!float 3
'quoted key': "# no comment" # comment
nested:
- - a
  - b
-
  k: v
  l:
   - 1
...
---
second
--- !!map
third: 3
"""


def loads(loader):
    for document in yaml.load_all(DOCUMENT, Loader=loader):
        if isinstance(document, dict):
            for key, value in document.items():
                print(f"  {key!r}: {sorted(value) if isinstance(value, set) else value!r}")
        else:
            print(" ", repr(document))


print("full")
loads(yaml.FullLoader)
print("safe is full:", yaml.safe_load("a: [1, {b: c}]") == yaml.full_load("a: [1, {b: c}]"))
one = yaml.safe_load("- &x [1]\n- *x")
print(one[0] is one[1], yaml.__with_libyaml__)
print(yaml.load("[1, 0x1, yes, 2001-01-01]", Loader=yaml.BaseLoader))

data = {
    "name": "Ärger", "text": "line one\nline two\n", "empty": "", "special": "yes", "num": "123", "colon": "a: b", "hash": "x # y", "lead": " x",
    "null": None, "multi": "word " * 30,
    "list": [1, 2.5, -0.0, float("inf"), float("nan"), True, None, [], {}, [[1], [2, [3]]]], "nested": {"b": 1, "a": {"z": [{"k": 1}, {"k": 2}]}},
    "date": datetime.date(2020, 1, 2), "time": datetime.datetime(2020, 1, 2, 3, 4, 5, 600, tzinfo=datetime.timezone.utc), "bytes": b"\x00\xffab",
    "set": {"one"}, 5: "int key", 1.5: "f", None: "n", True: "t", "\t\x07\u2028": "ctrl", "-": "-", "emoji": "\U0001f600",
}
print(yaml.safe_dump(data, sort_keys=False))
print(yaml.safe_dump({k: data[k] for k in ("nested", "list", "name", "text")}, default_flow_style=True, allow_unicode=True, width=40))
print(yaml.safe_dump({"a": "x\ny\n", "b": [1, {"c": "d"}]}, default_style="|", explicit_start=True, explicit_end=True, indent=4))
print(yaml.safe_dump(["a", "it's", "q\"", "\x00"], default_style='"'), yaml.safe_dump(["a", "it's"], default_style="'"))
print(yaml.dump({"t": (1, 2), "c": 1 + 2j, "cls": dict, "f": len, "b": b"x", "fs": frozenset([1]), "obj": datetime.timedelta(3)}))
print(yaml.dump_all([{"a": 1}, [2], "three"], explicit_start=True, version=(1, 1), tags={"!e!": "tag:example.com,2000:"}))
shared = [1, 2]
loop = {"self": None, "a": shared, "b": shared}
loop["self"] = loop
text = yaml.dump(loop)
print(text)
back = yaml.full_load(text)
print(back["self"] is back, back["a"] is back["b"])


class Money(yaml.YAMLObject):
    yaml_tag = "!money"
    yaml_loader = [yaml.SafeLoader, yaml.FullLoader]
    yaml_dumper = yaml.SafeDumper

    def __init__(self, amount, currency):
        self.amount, self.currency = amount, currency

    def __repr__(self):
        return f"Money({self.amount}, {self.currency})"


class Plain:
    def __init__(self):
        self.a, self.b = 1, [2]


print(yaml.safe_load("cost: !money {amount: 5, currency: EUR}"), yaml.safe_dump([Money(1, "USD")]))
print(yaml.dump(Plain()), yaml.unsafe_load(yaml.dump(Plain())).b)
yaml.add_constructor("!join", lambda loader, node: "-".join(loader.construct_sequence(node)), yaml.SafeLoader)
yaml.add_multi_constructor("!x:", lambda loader, suffix, node: (suffix, loader.construct_scalar(node)), yaml.SafeLoader)
yaml.add_implicit_resolver("!ver", __import__("re").compile(r"^v\d+$"), ["v"], yaml.SafeLoader)
yaml.add_constructor("!ver", lambda loader, node: int(node.value[1:]), yaml.SafeLoader)
print(yaml.safe_load("[!join [a, b, c], !x:foo bar, v12, vx]"))
yaml.add_representer(complex, lambda dumper, value: dumper.represent_scalar("!complex", str(value)), yaml.SafeDumper)
yaml.SafeDumper.add_multi_representer(Exception, lambda dumper,
    value: dumper.represent_mapping("!error", {"args": list(value.args)}, flow_style=True))
print(yaml.safe_dump([1j, KeyError("k", 2)]))

for bad in ["a: b: c", "[1, 2", "{a: 1", "a:\n\t- b", "*nope", "&a &b x", "- a\nb: c", "'open", "!!python/object:os.x {}", "%YAML 3.0\n---\n", "a: !unknown x", "key: [a]]", "\x01", "@at", "`tick", "a: |9\n x", '"\\q"',
            "!!int abc", "!!timestamp x", "{[1]: 2}", "<<: 3", "!!binary a", "? a\n? a\n: b: c", "--- a\n--- b", "- &a [*a]"]:
    for loader in (yaml.SafeLoader, yaml.CSafeLoader):
        try:
            print(repr(yaml.load(bad, Loader=loader)), end=" / ")
        except Exception as error:
            print(f"{type(error).__name__}: {' '.join(str(error).split())}", end=" / ")
    print()
try:
    yaml.safe_dump(object())
except yaml.YAMLError as error:
    print(type(error).__name__, str(error).split(" object at")[0])
for event in yaml.parse("a: &x [1, 'b']\nc: *x\n"):
    print(event)
print([type(t).__name__ for t in yaml.scan("- {a: 1}\n- |\n  x\n")])
node = yaml.compose("a: [1, b]")
print(node.tag, [(k.value, v.tag, v.start_mark.line, v.start_mark.column) for k, v in node.value], yaml.serialize(node))
print(yaml.emit(yaml.parse("a:   [1,   2]\n"), canonical=True), yaml.dump("x", Dumper=yaml.CDumper), yaml.load("a: [b, c]", Loader=yaml.CLoader))
big = {f"key{i}": {"list": list(range(i % 7)), "text": f"value {i}: #{i}", "f": i / 7} for i in range(150)}
print(len(yaml.safe_dump(big)), yaml.safe_load(yaml.safe_dump(big)) == big,
    yaml.load(yaml.dump(big, Dumper=yaml.CSafeDumper), Loader=yaml.CSafeLoader) == big)
