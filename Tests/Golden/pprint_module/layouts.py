# pprint over widths, depths, indents, containers, dataclasses, recursion, sorting of what has no order.
import collections, dataclasses, io, pprint, types

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



@dataclasses.dataclass
class D: name: str; items: list = dataclasses.field(default_factory=list); hidden: int = dataclasses.field(default=1, repr=False)
@dataclasses.dataclass
class Empty: pass
class Own:
    def __repr__(self): return "own\nrepr"
class L(list): pass
class R(list):
    def __repr__(self): return "R!"
loop = [1]; loop.append(loop); dloop = {"k": 1}; dloop["me"] = dloop
values = [list(range(40)), {"key%d" % i: list(range(i)) for i in range(6)}, ("a" * 30, "b" * 30, "c" * 30), ("single" * 20,), {3, 1, 2}, frozenset("hello"), set(), {i for i in range(40)}, "word " * 40, "no_spaces" * 20, "line one\nline two\n" * 3, b"bytes " * 20, bytearray(b"x" * 100), {"a": {"b": {"c": {"d": 1}}}}, collections.OrderedDict((i, "v" * 10) for i in range(9)), collections.defaultdict(list, {i: [i] * 10 for i in range(5)}), collections.Counter("abracadabra" * 3), collections.deque(range(40), 50), collections.ChainMap({"a": "x" * 50}, {"b": "y" * 40}), collections.namedtuple("NT", "first second")("a" * 50, "b" * 50), types.SimpleNamespace(alpha="a" * 40, beta="b" * 40), types.MappingProxyType({"k": "v" * 80}), collections.UserDict({i: i for i in range(30)}), collections.UserList(range(40)), collections.UserString("text " * 30), D("n" * 50, list(range(20))), D("short"), Empty(), [Own(), Own()], L(range(40)), R([1] * 50), loop, dloop, {1: "int", "s": "str", None: 0, (1, 2): "t", 2.5: "f", b"b": 1}, [[[[[1]]]]], [], {}, (), None, 12345678901234567890, 1.5e300, [{"name": "x" * 20, "tags": ["a", "b" * 60]}, {"name": "y", "tags": []}], {"k": ("tuple", ["in", {"dict": "deep" * 20}])}, range(5), int, print, {"\u65e5\u672c" * 10: "\u8a9e" * 40, "emoji": "\U0001f600" * 30}]
for value in values:
    for options in {}, {"width": 20}, {"width": 40, "indent": 4}, {"depth": 2}, {"compact": True, "width": 30}, {"sort_dicts": False}:
        text = pprint.pformat(value, **options)
        text = text.replace(hex(id(value)), "ID").replace(str(id(value)), "ID")
        if not options: plain = text
        if not options or text != plain: print(options, text)
print(pprint.pformat(1234567, underscore_numbers=True), pprint.pformat([10**9, -10**6, 2.5, True], underscore_numbers=True), pprint.saferepr({"b": 1, "a": [2]}), pprint.isreadable([1, "a", 1.5]), pprint.isreadable(loop), pprint.isreadable(int), pprint.isrecursive(loop), pprint.isrecursive([loop, 1]), pprint.isrecursive([[]] * 2))
out = io.StringIO(); pprint.pprint({"b": 1, "a": 2}, stream=out); pprint.pp({"b": 1, "a": 2}, stream=out); pprint.PrettyPrinter(stream=out, indent=2, width=10).pprint([1, [2, 3]]); print(out.getvalue())
class P(pprint.PrettyPrinter):
    def format(self, o, c, m, l): return (f"<{o}>", True, False) if isinstance(o, int) else super().format(o, c, m, l)
print(P(width=20).pformat({"a": [1, 2, 3], 5: "x"}), P().format([1], {}, 0, 0), pprint._safe_key(1) < pprint._safe_key("a") if True else "")
for label, call in {"width": lambda: pprint.pformat([1, 2], width=1), "width 0": lambda: pprint.pformat([], width=0), "depth": lambda: pprint.pformat([], depth=0), "depth negative": lambda: pprint.PrettyPrinter(depth=-1), "indent": lambda: pprint.PrettyPrinter(indent=-1), "no repr": lambda: pprint.pformat(type("N", (), {"__repr__": lambda s: 1 / 0})()), "stdout": lambda: pprint.pprint([1]), "none stream": lambda: pprint.PrettyPrinter(stream=io.BytesIO()).pprint(1)}.items(): show(label, call)
