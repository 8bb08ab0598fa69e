class A:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __len__(self): return len(self)
    def __getattr__(self, n): return getattr(self, n + "x")
    def __call__(self): return self()
    def __add__(self, o): return self + o
    def __bool__(self): return not self
    def __hash__(self): return hash(self)
    def __iter__(self): return iter(self)
    def __lt__(self, o): return self < o
    def __contains__(self, x): return x in self
    def __str__(self): return f"{self}"
    def __index__(self): return [1][self]


for name, f in {"repr": repr, "eq": lambda a: a == 1, "len": len, "getattr": lambda a: a.q, "call": lambda a: a(), "add": lambda a: a + 1, "bool": bool, "hash": hash, "iter": iter, "lt": lambda a: a < 1, "contains": lambda a: 1 in a, "str": str, "index": lambda a: [1][a]}.items():
    try:
        f(A())
    except RecursionError as e:
        print(name, "RecursionError")
l = []
for _ in range(100000): l = [l]
for f in (repr, lambda x: x == [x], str):
    try:
        f(l)
        print("fine")
    except RecursionError as e:
        print("RecursionError", str(e)[:32])
del l
try:
    isinstance(1, eval("(" * 50 + "int," + "),"[:0] + ")" * 50))
    print("nested parens fine")
except Exception as e:
    print(type(e).__name__)
