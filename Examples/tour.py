"""A tour of the language: most of what a Python program uses, in one file that prints the same each time."""

# --- numbers, text, formatting -------------------------------------------------------------------------------------


def heading(text):
    print(f"\n{text}\n{'-' * len(text)}")


heading("Numbers")
print(7 // 2, -7 // 2, 7 % -3, 2 ** 10, 2 ** -1, 10 ** 25, 0xFF, 1_000_000)
print(0.1 + 0.2, 1e16, 3.0, 5 / 2, round(2.5), round(3.14159, 2), divmod(17, 5))
print((3 + 4j) * 1j, abs(3 + 4j), 1 < 2 < 3, True + True, 5 & 3 | 8)

heading("Text")
name, width = "Monty", 10
print(f"{name:>{width}}|{name:<{width}}|{name:^{width}}|{3.14159:.2f}|{255:#x}|{1234567:,}|{name!r}")
print("%s has %d items at %.1f%%" % ("cart", 3, 99.5), "{0}-{1}-{0}".format("a", "b"))
print("héllo wörld".title(), "a,b,,c".split(","), "-".join("xyz"), "banana".replace("an", "AN", 1))
print("abc"[::-1], "abc" * 2, "b" in "abc", len("日本語"), "ß".upper(), repr("it's\n"))

# --- containers ----------------------------------------------------------------------------------------------------

heading("Containers")
squares = [n * n for n in range(10) if n % 2]
index = {word: len(word) for word in "one three five eleven".split()}
unique = {n % 3 for n in range(10)}
first, *middle, last = squares
print(squares, index, unique, first, middle, last)
squares[1:3] = ["x", "y", "z"]
print(squares, squares[-2:], sorted(index, key=lambda w: (-index[w], w)))
matrix = [[row * 3 + col for col in range(3)] for row in range(3)]
print(matrix, list(zip(*matrix)), [*map(sum, matrix)], {**index, "one": 1})
print({"a": 1} | {"b": 2}, {1, 2} & {2, 3}, {1, 2} ^ {2, 3}, (1, 2) + (3,), max(index.items(), key=lambda p: p[1]))

# --- functions -----------------------------------------------------------------------------------------------------

heading("Functions")


def describe(subject, /, verb="likes", *objects, end=".", **extra):
    details = ", ".join(f"{key}={value}" for key, value in extra.items())
    return f"{subject} {verb} {' and '.join(objects) or 'nothing'}{end}" + (f" ({details})" if details else "")


print(describe("Ann"))
print(describe("Bob", "hates", "tea", "rain", end="!", since=2020))


def counter(start=0):
    def step(by=1):
        nonlocal start
        start += by
        return start
    return step


tick = counter(10)
print(tick(), tick(5), counter()())


def memoize(function):
    cache = {}

    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]

    wrapper.cache = cache
    return wrapper


@memoize
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), len(fibonacci.cache))
if (total := sum(range(101))) > 5000:
    print("walrus", total)

# --- classes -------------------------------------------------------------------------------------------------------

heading("Classes")


class Vector:
    __slots__ = ("x", "y")
    __match_args__ = ("x", "y")

    def __init__(self, x=0.0, y=0.0):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor)

    __rmul__ = __mul__

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __iter__(self):
        yield self.x
        yield self.y

    def __repr__(self):
        return f"Vector({self.x}, {self.y})"


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, 2 * v, v == Vector(1, 2), tuple(w), {v: "origin"}[Vector(1, 2)])


class Registry(type):
    known = {}

    def __new__(mcs, name, bases, namespace, **options):
        cls = super().__new__(mcs, name, bases, namespace)
        mcs.known[name] = options
        return cls


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, instance, owner=None):
        return self if instance is None else getattr(instance, self.name)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(instance, self.name, value)


class Animal(metaclass=Registry, legs=4):
    weight = Positive()

    def __init__(self, weight):
        self.weight = weight

    @property
    def sound(self):
        return "..."

    @classmethod
    def heavy(cls):
        return cls(1000)

    @staticmethod
    def kingdom():
        return "animalia"

    def __str__(self):
        return f"{type(self).__name__}({self.weight}) says {self.sound}"


class Dog(Animal, legs=4):
    @property
    def sound(self):
        return "woof, not " + super().sound


print(Dog(5), Animal.heavy(), Dog.kingdom(), Registry.known, [c.__name__ for c in Dog.__mro__])
try:
    Dog(-1)
except ValueError as error:
    print("refused:", error)

# --- control flow, errors, context managers ------------------------------------------------------------------------

heading("Errors")


class Resource:
    def __init__(self, label):
        self.label = label

    def __enter__(self):
        print("open", self.label)
        return self

    def __exit__(self, kind, value, traceback):
        print("close", self.label, kind.__name__ if kind else "cleanly")
        return kind is KeyError


with Resource("a"), Resource("b") as b:
    {}["swallowed by " + b.label]
for attempt in (lambda: 1 / 0, lambda: [][1], lambda: int("x"), lambda: None.x, lambda: "a" + 1):
    try:
        attempt()
    except (ZeroDivisionError, IndexError) as error:
        print("first handler:", error)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
    finally:
        pass
try:
    try:
        raise ValueError("low")
    except ValueError as error:
        raise RuntimeError("high") from error
except RuntimeError as error:
    print(repr(error), "because of", repr(error.__cause__))
try:
    raise ExceptionGroup("several", [ValueError(1), TypeError(2), ValueError(3)])
except* ValueError as group:
    print("values:", group.exceptions)
except* TypeError as group:
    print("types:", group.exceptions)

# --- generators, coroutines ----------------------------------------------------------------------------------------

heading("Generators")


def primes():
    found = []
    candidate = 2
    while True:
        if all(candidate % p for p in found):
            found.append(candidate)
            yield candidate
        candidate += 1


def take(count, source):
    for _, item in zip(range(count), source):
        yield item


def echo():
    received = []
    while (value := (yield len(received))) is not None:
        received.append(value)
    return received


def delegate():
    print("delegate got", (yield from echo()))


print(list(take(10, primes())), sum(n for n in range(100) if n % 7 == 0))
g = delegate()
print(next(g), g.send("a"), g.send("b"), next(g, "finished"))


async def add(a, b):
    return a + b


async def numbers(n):
    for i in range(n):
        yield i


async def main():
    return [i async for i in numbers(4)], await add(1, 2)


try:
    main().send(None)
except StopIteration as stop:
    print("coroutine returned", stop.value)

# --- pattern matching ----------------------------------------------------------------------------------------------

heading("Patterns")


def classify(value):
    match value:
        case 0 | 0.0:
            return "zero"
        case bool():
            return "boolean"
        case int(n) if n < 0:
            return f"negative {n}"
        case int() | float():
            return "number"
        case "quit" | "exit":
            return "command"
        case [x]:
            return f"just {x}"
        case [x, *rest]:
            return f"{x} then {len(rest)} more"
        case {"kind": kind, **others}:
            return f"{kind} with {others}"
        case Vector(x=0, y=y):
            return f"on the axis at {y}"
        case Vector(x, y):
            return f"at {x}, {y}"
        case None:
            return "nothing"
        case _:
            return "something else"


for thing in (0, True, -5, 2.5, "exit", [1], (1, 2, 3), {"kind": "box", "size": 2}, Vector(0, 7), v, None, "text"):
    print(f"{thing!r:>30} -> {classify(thing)}")

heading("Odds and ends")
print([*enumerate("ab", 1)], any(x > 2 for x in (1, 2, 3)), all([]), list(reversed(range(3))))
print(eval("2 + 3 * 4"), (lambda *a, **k: (a, k))(1, b=2), isinstance(5, int | str), list[int], sorted("banana", reverse=True))
scope = {}
exec("def cube(n): return n ** 3", scope)
print(scope["cube"](3), type(scope["cube"]).__name__, hex(255), chr(128512), ord("é"), bytes([72, 105]), bytearray(b"ab") + b"c")
del squares, scope
print("squares" in globals(), [i for i in range(20) if not any(i % d == 0 for d in range(2, i))][2:])
