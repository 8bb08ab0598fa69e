def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


class N:
    def __int__(self): return 1
    def __float__(self): return 2.5
    def __complex__(self): return 3j
    def __index__(self): return 4
    def __trunc__(self): return 5
    def __bool__(self): return False
    def __bytes__(self): return b"six"
    def __format__(self, s): return "fmt:" + s
    def __str__(self): return "str"
    def __repr__(self): return "repr"
    def __hash__(self): return 7
    def __len__(self): return 8
    def __length_hint__(self): return 9
    def __round__(self, n=None): return ("round", n)
    def __dir__(self): return ["d"]
    def __fspath__(self): return "path"


n = N()
print(int(n), float(n), complex(n), bin(n), bool(n), bytes(n), f"{n:x}", str(n), repr(n), hash(n), len(n), round(n), round(n, 1), dir(n), "abcdefgh"[n], [0] * n, range(n), hex(n), chr(n) == "\x04", list(range(10))[n:], "x" * n, 1 << n.__index__(), divmod.__name__)


class Bad:
    def __int__(self): return "x"
    def __float__(self): return 1
    def __complex__(self): return 1
    def __index__(self): return 1.0
    def __bool__(self): return 2
    def __bytes__(self): return 1
    def __str__(self): return 1
    def __repr__(self): return 1
    def __hash__(self): return "x"
    def __len__(self): return -1


b = Bad()
for f in (int, float, complex, bin, bool, bytes, str, repr, hash, len, range, chr):
    show(f, b)
