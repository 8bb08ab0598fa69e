# The texts for wrong arguments where CPython reads them in other ways than most functions do.
import array
import bisect
import collections
import datetime
import functools
import io
import itertools
import marshal
import operator
import re
import struct
import weakref
import zlib


class Index:
    def __index__(self):
        raise ZeroDivisionError("index")

    def __repr__(self):
        return "Index()"


group = ExceptionGroup("g", [ValueError(1)])
ordered = collections.OrderedDict(a=1)
pattern, match = re.compile("a(?P<n>b)?"), re.match("a(?P<n>b)?", "ab")
CASES = """
group.derive()
group.derive(1, 2)
group.split()
array.array("i").extend()
array.array("i").extend([], [])
array.array("i").extend(1, x=2)
array.array("i").tofile()
zlib.compressobj().compress()
zlib.compressobj().copy(1)
datetime.date.fromordinal()
datetime.date(2020, 1, 1).__format__()
datetime.time.__format__(datetime.time(1), "", "")
(5).__mul__()
(5).__mul__(1, 2)
(1.5).__rmul__()
[].__mul__()
"a".__mul__(1, 2)
collections.deque([1]).__getitem__(None)
collections.deque([1]).__getitem__(10 ** 30)
collections.deque([1]).__delitem__(10 ** 30)
collections.deque([1])[None]
collections.defaultdict(int, a=1).__init__(b=2)
ordered.move_to_end(None)
ordered.move_to_end((1, 2))
ordered.pop(None)
ordered.pop((1,))
ordered["zz"]
{}[KeyError("key")]
{}[(1, 2)]
b"abc".__contains__(Index())
Index() in bytearray(b"abc")
int(bytearray(b"hello"))
int(memoryview(b"hello"))
float(memoryview(b"hello"))[0]
iter([]).__setstate__(None)
iter("").__setstate__(Index())
iter(()).__setstate__(1.5)
reversed([1]).__setstate__("a")
io.StringIO()._checkReadable(1)
io.BytesIO().readlines(Index())
memoryview(b"a").__exit__(1, 2, 3)
operator.concat(collections.UserList(), 1)
operator.concat([], collections.UserList())
operator.delitem(functools.partial(int), 1)
operator.delitem(functools.partial(int), "a")
operator.delitem(type.__dict__, 1)
operator.imul(match, "a")
operator.imul(functools.partial(int), [1])
struct.Struct("i").unpack_from(None, None)
struct.Struct("i").pack_into(None, None, None)
struct.calcsize([])
pattern.match(None, None)
pattern.findall("a", "b")
pattern.scanner(1, 1.5)
match.group([])
match["x"]
re.match("a", "a").group([])
itertools.combinations(None, None)
itertools.combinations("ab", None)
bisect.bisect({}, 1)
marshal.loads(b"z")
marshal.loads(b")")
marshal.loads(b"")
marshal.load(io.BytesIO(b")"))
itertools.chain().__module__
collections.deque().__module__
functools.partial(int).__module__
compile("1", "f", "exec", dont_inherit="a")
""".strip().split("\n")
for case in CASES:
    try:
        print(case, "=>", repr(eval(case)))
    except Exception as error:
        # An address is no news.
        print(case, "=>", type(error).__name__, re.sub("0x[0-9a-f]+", "ADDRESS", str(error)), error.args if isinstance(error, KeyError) else "")
default = collections.defaultdict(int, a=1)
default.__init__()
print(default)
