# copy and deepcopy: hooks, reducers, memo, shared and recursive structures, what cannot be copied.
import array, collections, copy, datetime, decimal, enum, fractions, functools, re, types, weakref

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



class Plain:
    def __init__(self, v): self.v = v
class Slots:
    __slots__ = "a", "b", "__weakref__"
class Hooked:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep", len(memo) >= 0
class State:
    def __getstate__(self): return {"s": [1]}
    def __setstate__(self, state): self.got = state
class Args:
    def __new__(cls, *a): self = object.__new__(cls); self.a = a; return self
    def __getnewargs__(self): return 7, 8
class Reduce:
    def __init__(self, how): self.how = how
    def __reduce_ex__(self, protocol): return self.how
class MyList(list):
    def __init__(self, *a): super().__init__(*a); self.tag = []
class MyDict(dict): pass
class MyInt(int): pass
class Colour(enum.Enum): RED = [1]
class Meta(type):
    def __copy__(cls): return "class copied"
class WithMeta(metaclass=Meta): pass
N = collections.namedtuple("N", "a b")


s = Slots(); s.a = [1]
listy = MyList([[1]]); listy.tag.append("t")
values = {"list": [[1], (2, [3])], "tuple": ([1],), "flat tuple": (1, "a"), "dict": {"k": [1]}, "set": {1, 2}, "frozenset": frozenset([(1,)]), "bytearray": bytearray(b"x"), "array": array.array("i", [1]), "deque": collections.deque([[1]], 3), "OrderedDict": collections.OrderedDict(a=[1]), "defaultdict": collections.defaultdict(list, {1: [2]}), "Counter": collections.Counter("aab"), "ChainMap": collections.ChainMap({"a": [1]}), "namedtuple": N([1], 2), "Plain": Plain([1]), "Slots": s, "Hooked": Hooked(), "State": State(), "Args": Args(1), "MyList": listy, "MyDict": MyDict(a=[1]), "MyInt": MyInt(5), "enum": Colour.RED, "function": len, "lambda": (lambda: 1), "class": Plain, "metaclass": WithMeta, "module function": copy.copy, "method": Plain([1]).__init__, "bound builtin": [].append, "range": range(3), "slice": slice(1, [2]), "pattern": re.compile("a"), "date": datetime.date(2020, 1, 2), "delta": datetime.timedelta(1), "Decimal": decimal.Decimal("1.5"), "Fraction": fractions.Fraction(1, 3), "partial": functools.partial(max, [1]), "namespace": types.SimpleNamespace(a=[1]), "exception": ValueError("m", [1]), "None": None, "ellipsis": ..., "complex": 1j, "mappingproxy": types.MappingProxyType({}), "property": property(len), "weakref": weakref.ref(Plain), "iterator": iter([[1], 2]), "enumerate": enumerate([1]), "generator": (x for x in ()), "module": copy, "memoryview": memoryview(b"a"), "file": open("/dev/null"), "code": show.__code__, "lock": __import__("threading").Lock(), "frame": __import__("sys")._getframe(), "union": int | str, "alias": list[int], "cell": (lambda x: lambda: x)(1).__closure__[0], "staticmethod": staticmethod(len), "object": object()}


def describe(original, other):
    if isinstance(other, (list, dict, tuple, set, frozenset, str, int, float, complex, collections.deque, array.array, bytearray, collections.ChainMap, collections.UserDict)) or other is None: text = repr(other)
    elif hasattr(other, "__dict__") and not isinstance(other, (type, types.FunctionType, types.ModuleType)): text = type(other).__name__ + str(sorted(k for k in vars(other)))
    else: text = type(other).__name__
    return text[:90], other is original, type(other) is type(original)


for name, value in values.items():
    for function in copy.copy, copy.deepcopy:
        try: print(name, function.__name__, *describe(value, function(value)))
        except Exception as error: print(name, function.__name__, type(error).__name__, error)
d = copy.deepcopy(listy); c = copy.copy(listy); print(c[0] is listy[0], c.tag is listy.tag, d[0] is listy[0], d.tag is listy.tag, d.tag)
shared = [1]; pair = copy.deepcopy([shared, shared, (shared,)]); print(pair[0] is pair[1] is pair[2][0], pair[0] is shared)
loop = []; loop.append(loop); again = copy.deepcopy(loop); print(again[0] is again, again is loop)
tup = ([],); tup[0].append(tup); again = copy.deepcopy(tup); print(again[0][0] is again)
dd = {}; dd["me"] = dd; again = copy.deepcopy(dd); print(again["me"] is again)
p = Plain(None); p.v = p; again = copy.deepcopy(p); print(again.v is again)
memo = {}; x = [[1]]; y = copy.deepcopy(x, memo); print(memo[id(x)] is y, memo[id(x[0])] is y[0], copy.deepcopy(x, memo) is y, copy.deepcopy(x, {id(x): "from memo"}))
for how in ("text", ("x",), (list,), (list, ()), (list, ([1],), None, iter([2, 3])), (dict, (), None, None, iter([("a", [1])])), (Plain, (1,), {"w": 2}), (Plain, (1,), 5), (Plain, (1,), (None, {"q": 1})), (Plain, (1,), ({"a": 1}, {"b": 2})), (list, (), None, None, None, print), 5, None, (3, ())):
    show(repr(how).split(" at")[0], lambda: describe(0, copy.copy(Reduce(how))))
class NoReduce:
    __reduce_ex__ = None
    __reduce__ = None
show("no reduce", lambda: copy.copy(NoReduce())); show("Error", lambda: (copy.error is copy.Error, copy.Error.__mro__[1])); show("dispatch", lambda: copy._deepcopy_dispatch[list].__name__)
deep = []
for _ in range(200): deep = [deep]
print(str(copy.deepcopy(deep)).count("["))
try: copy.deepcopy(functools.reduce(lambda a, _: [a], range(100000), []))
except RecursionError as error: print(str(error)[:32])
