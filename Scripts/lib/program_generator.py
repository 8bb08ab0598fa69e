"""Random well-formed Python programs for Scripts/lib/fuzz_programs.py.

A program is a list of statements over a few names; each top-level statement stands in a `try` that prints what was raised, so that
one exception does not end it. Everything is bounded: loops by counters, sizes by small operands. Nothing depends on addresses or time.
"""

import random

NAMES = ["a", "b", "c", "d", "e", "x", "y", "z"]
ATTRIBUTES = ["p", "q", "r"]
TEXTS = ["", "a", "ab", "abc", "Hello", " x ", "é", "ß", "日本", "\U0001f600", "12", "-3", "1.5", "nan", "1e3", "a,b,c", "A\nb\tc", "{}", "%s", "\x00"]
BINARY = ["+", "-", "*", "/", "//", "%", "&", "|", "^"]
COMPARE = ["<", "<=", ">", ">=", "==", "!=", "in", "not in"]
ERRORS = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "RuntimeError", "StopIteration", "Exception", "LookupError", "OSError", "AssertionError"]
CALLS1 = ["len", "abs", "repr", "str", "int", "float", "bool", "list", "tuple", "set", "sorted", "sum", "min", "max", "any", "all", "ascii",
          "type", "bin", "hex", "oct", "chr", "ord", "round", "iter", "callable", "dict", "frozenset", "bytes", "complex", "enumerate", "reversed", "next"]
STR_METHODS = ["upper()", "lower()", "strip()", "title()", "swapcase()", "capitalize()", "casefold()", "split()", "splitlines()", "isdigit()", "isalpha()",
               "isidentifier()", "encode()", "center({i}, {c})", "ljust({i})", "rjust({i}, {c})", "zfill({i})", "replace({s}, {s})", "split({s})", "rsplit({s}, {i})",
               "find({s})", "rfind({s}, {i})", "index({s})", "count({s})", "startswith({s})", "endswith(({s}, {s}))", "partition({s})", "rpartition({s})", "join({ls})",
               "strip({s})", "removeprefix({s})", "removesuffix({s})", "expandtabs({i})", "format({e}, {e})", "translate({{97: {e}, 98: None}})", "isupper()", "isspace()", "__contains__({s})"]
LIST_METHODS = ["append({e})", "extend({l})", "insert({i}, {e})", "pop()", "pop({i})", "remove({e})", "index({e})", "count({e})", "sort()", "reverse()", "copy()", "clear()",
                "sort(key=str)", "sort(key=repr, reverse=True)", "__len__()", "__getitem__({i})"]
DICT_METHODS = ["get({e})", "get({e}, {e})", "keys()", "values()", "items()", "pop({e}, None)", "pop({e})", "setdefault({e}, {e})", "update({d})", "copy()", "popitem()", "__contains__({e})",
                "keys() & {st}", "keys() | {st}", "items() - set()"]
SET_METHODS = ["add({e})", "discard({e})", "remove({e})", "union({l})", "intersection({l})", "difference({l})", "symmetric_difference({l})", "issubset({l})", "issuperset({l})", "isdisjoint({l})",
               "update({l})", "copy()", "pop()"]
INT_METHODS = ["bit_length()", "bit_count()", "conjugate()", "to_bytes(9, 'big', signed=True)", "as_integer_ratio()", "__add__({e})", "__rsub__({e})", "__pow__(2)", "real", "numerator", "__index__()"]
FLOAT_METHODS = ["is_integer()", "hex()", "as_integer_ratio()", "__divmod__({e})", "__trunc__()", "real", "imag", "conjugate()", "__round__({i})"]
BYTES_METHODS = ["hex()", "decode()", "upper()", "split()", "strip()", "find(b'a')", "replace(b'a', b'bc')", "join([b'x', b'y'])", "startswith(b'a')", "decode('latin-1')", "center({i})", "hex('-', 2)"]
FLAGS = ["", "#", "0", "+", "-", " ", "<", ">", "^", "=", "*<", "_^", "x>", "+0", "<#", "\u00e9^"]
FORMAT_TYPES = ["", "d", "x", "X", "o", "b", "c", "n", "e", "E", "f", "F", "g", "G", "%", "s", "_d", ",d", ",.2f", ".3", ".1f", ".0e", ".5g", "_x", ",", "_", ".2%", "#x", "r"]
PERCENT = ["%d", "%5d", "%-5d|", "%05d", "%x", "%#x", "%o", "%e", "%.3f", "%g", "%r", "%s", "%10s|", "%-10s|", "%.2s", "%c", "%%", "%+d", "% d", "%i", "%a", "%(k)s", "%*d"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.functions = []
        self.classes = []
        self.generators = []
        self.counter = 0
        self.in_function = False
        self.in_loop = False

    # Small choices.

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, items):
        return self.random.choice(items)

    def name(self):
        return self.pick(NAMES)

    def fresh(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}"

    def emit(self, line):
        self.lines.append("    " * self.indent + line)

    # Expressions. `depth` is what is left.

    def small(self):
        return str(self.random.randint(-9, 12))

    def integer(self):
        r = self.random
        return self.pick([str(r.randint(-5, 20)), str(r.randint(-300, 300)), str(r.randint(-2**31, 2**31)), str(2**r.randint(28, 70) + r.randint(-2, 2)),
                          "-" + str(2**r.randint(28, 70) + r.randint(-2, 2)), str(r.randint(0, 10**40)), hex(r.randint(0, 2**64)), "True", "0"])

    def floating(self):
        r = self.random
        return self.pick(["0.0", "-0.0", "1.5", "float('inf')", "float('-inf')", "float('nan')", "1e300", "5e-324", "0.1", "2.5", "1e16", "123456789.125",
                          repr(r.uniform(-10, 10)), repr(r.uniform(-1, 1) * 10.0**r.randint(-30, 30))])

    def real(self):
        """A float whose hash is that of its value."""
        return self.floating().replace("float('nan')", "7.25")

    def text(self):
        return repr(self.pick(TEXTS))

    def data(self):
        return repr(self.pick([b"", b"a", b"abc", b"\x00\xff", b"a b", b"12", bytes(range(250, 256)), b"aXbXc"]))

    def sequence(self, depth, brackets="[]"):
        items = [self.starred(depth - 1) for _ in range(self.random.randint(0, 4))]
        if brackets == "()":
            return "(" + ", ".join(items) + ("," if items else "") + ")"
        return brackets[0] + ", ".join(items) + brackets[1]

    def starred(self, depth):
        if self.chance(8):
            return "*" + self.iterable(depth)
        return self.expression(depth)

    def hashable(self, depth):
        return self.pick([self.small, self.text, self.integer, self.real, lambda: "frozenset()", lambda: f"({self.small()}, {self.text()})", self.name, self.data])()

    def mapping(self, depth):
        if self.chance(15):
            return f"{{**{self.name()}, {self.hashable(depth)}: {self.expression(depth - 1)}}}"
        return "{" + ", ".join(f"{self.hashable(depth)}: {self.expression(depth - 1)}" for _ in range(self.random.randint(0, 4))) + "}"

    def set_display(self, depth):
        items = [self.hashable(depth) for _ in range(self.random.randint(1, 5))]
        return "{" + ", ".join(items) + "}"

    def iterable(self, depth):
        return self.pick([
            lambda: self.name(), lambda: f"range({self.small()})", lambda: f"range({self.small()}, {self.small()}, {self.pick(['1', '2', '-1', '-3', '7'])})",
            lambda: self.sequence(depth), lambda: self.text(), lambda: self.sequence(depth, "()"), lambda: self.comprehension(depth),
            lambda: f"zip({self.name()}, range(3))", lambda: f"enumerate({self.name()})", lambda: f"map(str, {self.name()})", lambda: f"filter(None, {self.name()})",
            lambda: self.mapping(depth), lambda: f"reversed({self.name()})", lambda: self.generator_call()])()

    def generator_call(self):
        return f"{self.pick(self.generators)}({self.small()})" if self.generators else "iter('xyz')"

    def comprehension(self, depth):
        v, w = self.name(), self.name()
        inner = self.expression(depth - 1)
        clauses = f"for {v} in {self.iterable(min(depth - 1, 1))}"
        if self.chance(30):
            clauses += f" for {w} in {self.pick([v, 'range(3)', self.text()])}"
        if self.chance(40):
            clauses += f" if {self.expression(depth - 1)}"
        kind = self.random.randint(0, 3)
        if kind == 0:
            return f"[{inner} {clauses}]"
        if kind == 1:
            return f"{{{self.hashable(1)} {clauses}}}"
        if kind == 2:
            return f"{{{v}: {inner} {clauses}}}"
        return f"list({inner} {clauses})"

    def index(self, depth):
        kind = self.random.randint(0, 4)
        if kind == 0:
            return self.small()
        if kind == 1:
            return self.hashable(depth)
        parts = [self.pick(["", self.small(), self.small()]) for _ in range(self.pick([2, 2, 3]))]
        return ":".join(parts)

    def fstring(self, depth):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            parts.append(self.pick(["", "v=", "{{", "x "]))
            value = self.pick([self.name(), self.integer(), self.floating(), f"{self.name()} + {self.small()}", f"len({self.name()})"]).replace("'", '"')
            spec = self.pick(FLAGS) + self.pick(["", "5", "12", "3"]) + self.pick(FORMAT_TYPES)
            tail = self.pick(["", "!r", "!s", "!a", "=", ":" + spec, ":" + spec, "!r:>12", "=!s", ":{" + self.small() + "}"])
            parts.append("{" + value + tail + "}")
        return "f'" + "".join(parts) + "'"

    def method(self, depth):
        pool, receiver = self.pick([
            (STR_METHODS, self.text), (LIST_METHODS, self.name), (DICT_METHODS, self.name), (SET_METHODS, self.name), (STR_METHODS, self.name),
            (INT_METHODS, lambda: f"({self.integer()})"), (FLOAT_METHODS, lambda: f"({self.floating()})"), (BYTES_METHODS, self.data),
            (LIST_METHODS, lambda: self.sequence(1)), (DICT_METHODS, lambda: self.mapping(1)), (SET_METHODS, lambda: self.set_display(1))])
        call = self.pick(pool)
        pieces = {"i": self.small, "c": lambda: repr(self.pick("x*é0")), "s": self.text, "e": lambda: self.expression(min(depth - 1, 1)), "l": lambda: self.iterable(1),
                  "d": lambda: self.mapping(1), "st": lambda: self.set_display(1), "ls": lambda: f"[{self.text()}, {self.text()}]"}
        out, rest = "", call
        while "{" in rest:
            if rest.startswith("{{") or rest.startswith("}}"):
                out, rest = out + rest[0], rest[2:]
                continue
            if rest[0] == "{":
                end = rest.index("}")
                out, rest = out + pieces[rest[1:end]](), rest[end + 1:]
                continue
            out, rest = out + rest[0], rest[1:]
        return f"{receiver()}.{out}{rest.replace('}}', '}')}"

    def call(self, depth):
        if self.functions and self.chance(50):
            function, parameters = self.pick(self.functions)
            arguments = [self.starred(depth - 1) for _ in range(self.random.randint(0, parameters + 1))]
            if self.chance(25):
                arguments.append(f"{self.pick(['a', 'b', 'k', 'zz'])}={self.expression(depth - 1)}")
            if self.chance(10):
                arguments.append(f"**{{'k': {self.small()}}}")
            return f"{function}({', '.join(arguments)})"
        if self.classes and self.chance(50):
            return f"{self.pick(self.classes)}({self.expression(depth - 1)})"
        if self.chance(70):
            return f"{self.pick(CALLS1)}({self.expression(depth - 1)})"
        return self.pick([
            lambda: f"divmod({self.expression(depth - 1)}, {self.expression(depth - 1)})", lambda: f"pow({self.small()}, {self.small()}, {self.small()})",
            lambda: f"isinstance({self.expression(depth - 1)}, {self.pick(['int', 'str', '(int, float)', 'list | None', 'object'])})",
            lambda: f"getattr({self.expression(depth - 1)}, {self.text()}, {self.small()})", lambda: f"sorted({self.iterable(1)}, key={self.pick(['str', 'repr', 'len', 'lambda v: (str(type(v)), str(v))'])})",
            lambda: f"int({self.text()}, {self.small()})", lambda: f"round({self.floating()}, {self.small()})", lambda: f"sum({self.iterable(1)}, {self.expression(1)})",
            lambda: f"max({self.expression(1)}, {self.expression(1)}, key=str)", lambda: f"min({self.iterable(1)}, default={self.small()})",
            lambda: f"slice({self.small()}, {self.small()}).indices({self.pick(['5', '10', '0'])})", lambda: f"format({self.expression(1)}, {repr(self.pick(FLAGS) + self.pick(['', '8', '1']) + self.pick(FORMAT_TYPES))})",
            lambda: f"list(zip({self.iterable(1)}, {self.iterable(1)}, strict={self.pick(['True', 'False'])}))", lambda: f"range({self.small()}, {self.small()}, {self.small()})",
            lambda: f"eval({repr(self.expression(min(depth - 1, 1)))})", lambda: f"''.join(map(str, {self.iterable(1)}))", lambda: f"dict(zip({self.text()}, {self.iterable(1)}))",
            lambda: f"bytearray({self.data()}) + {self.data()}", lambda: f"memoryview({self.data()})[{self.small()}:{self.small()}].tobytes()", lambda: f"complex({self.small()}, {self.small()})",
            lambda: f"type({self.expression(1)}).__name__", lambda: f"hash({self.hashable(0)})", lambda: f"set({self.iterable(1)}) {self.pick(['&', '|', '-', '^'])} set({self.iterable(1)})"])()

    def expression(self, depth):
        if depth <= 0:
            return self.pick([self.name, self.name, self.small, self.text, self.integer, self.floating, lambda: "None", lambda: self.pick(["True", "False", "...", "NotImplemented"])])()
        e = lambda: self.expression(depth - 1)
        return self.pick([
            self.name, self.name, self.integer, self.floating, self.text, self.data,
            lambda: f"({e()} {self.pick(BINARY)} {e()})", lambda: f"({e()} {self.pick(BINARY)} {self.small()})", lambda: f"({e()} {self.pick(['+', '-', '*'])} {e()})",
            lambda: f"({e()} {self.pick(COMPARE)} {e()})", lambda: f"({e()} {self.pick(COMPARE)} {e()} {self.pick(COMPARE)} {e()})",
            # Not with literals: the warning of `is` knows which arithmetic CPython folds.
            lambda: f"({self.name()} {self.pick(['is', 'is not'])} {self.pick([self.name(), 'None', 'True'])})",
            lambda: f"({self.pick(['-', '+', '~', 'not '])}{e()})", lambda: f"({e()} {self.pick(['and', 'or'])} {e()})", lambda: f"({e()} if {e()} else {e()})",
            lambda: f"({self.small()} ** {self.random.randint(-3, 9)})", lambda: f"({self.integer()} << {self.random.randint(0, 70)})", lambda: f"({self.integer()} >> {self.random.randint(0, 70)})",
            lambda: self.sequence(depth), lambda: self.sequence(depth, "()"), lambda: self.mapping(depth), lambda: self.set_display(depth), lambda: self.comprehension(depth),
            lambda: f"{self.pick([self.name(), self.name(), self.text()])}[{self.index(depth)}]", lambda: f"{self.name()}.{self.pick(ATTRIBUTES)}", lambda: self.fstring(depth),
            lambda: self.method(depth), lambda: self.method(depth), lambda: self.call(depth), lambda: self.call(depth), lambda: f"({self.name()} := {e()})",
            lambda: f"(lambda {self.name()}, *k, {self.pick(['m=1', 'n=a', 'o=2'])}: {e()})({e()})", lambda: f"{repr(self.pick(PERCENT) + self.pick(['', ' ', 'é']) + self.pick(PERCENT))} % {self.sequence(1, '()')}",
            lambda: f"{repr(self.pick(PERCENT))} % {e()}", lambda: f"repr({e()})"])()

    # Statements.

    def target(self, depth=1):
        return self.pick([
            self.name, self.name, self.name, lambda: f"{self.name()}[{self.index(1)}]", lambda: f"{self.name()}.{self.pick(ATTRIBUTES)}",
            lambda: f"{self.name()}, {self.name()}", lambda: f"{self.name()}, *{self.name()}", lambda: f"[{self.name()}, ({self.name()}, *{self.name()})]",
            lambda: f"*{self.name()}, {self.name()}"])()

    def block(self, depth, statements=None):
        self.indent += 1
        for _ in range(statements or self.random.randint(1, 3)):
            self.statement(depth - 1)
        self.indent -= 1

    def show(self, expression):
        self.emit(f"show({expression})")

    def statement(self, depth):
        simple = [self.assign, self.assign, self.augmented, self.printing, self.printing, self.delete, self.assertion]
        compound = [self.if_statement, self.for_loop, self.while_loop, self.try_statement, self.with_statement, self.match_statement, self.function, self.class_statement,
                    self.generator_function, self.closure, self.try_star, self.generator_drive, self.coroutine]
        if self.in_function and self.chance(8):
            self.emit(f"return {self.expression(2)}")
        elif self.in_loop and self.chance(8):
            self.emit(self.pick(["break", "continue"]))
        elif self.chance(5):
            self.emit(f"raise {self.pick(ERRORS)}({self.expression(1)})" + self.pick(["", "", " from None", " from KeyError('cause')"]))
        elif depth > 0 and self.chance(50):
            self.pick(compound)(depth)
        else:
            self.pick(simple)(depth)

    def assign(self, depth):
        self.emit(f"{self.target()} = {self.pick(['', '', f'{self.name()} = '])}{self.expression(3)}")

    def augmented(self, depth):
        target = self.pick([self.name(), self.name(), f"{self.name()}[{self.index(1)}]", f"{self.name()}.{self.pick(ATTRIBUTES)}"])
        self.emit(f"{target} {self.pick(BINARY)}= {self.expression(2)}")

    def printing(self, depth):
        self.show(self.expression(3))

    def delete(self, depth):
        self.emit(f"del {self.pick([self.name(), f'{self.name()}[{self.index(1)}]', f'{self.name()}.{self.pick(ATTRIBUTES)}'])}")

    def assertion(self, depth):
        self.emit(f"assert {self.expression(2)}, {self.text()}")

    def if_statement(self, depth):
        self.emit(f"if {self.expression(2)}:")
        self.block(depth)
        if self.chance(40):
            self.emit(f"elif {self.expression(2)}:")
            self.block(depth)
        if self.chance(50):
            self.emit("else:")
            self.block(depth)

    def loop_body(self, depth):
        saved, self.in_loop = self.in_loop, True
        self.block(depth)
        self.in_loop = saved
        if self.chance(25):
            self.emit("else:")
            self.block(depth, 1)

    def for_loop(self, depth):
        counter = self.fresh("n")
        target = self.pick([self.name(), self.name(), f"{self.name()}, {self.name()}", self.pick(NAMES) + "[0]"])
        self.emit(f"for {counter}, {target} in zip(range(6), {self.iterable(2)}):" if self.chance(60) and "," not in target
                  else f"for {target} in list({self.iterable(2)})[:6]:")
        self.loop_body(depth)

    def while_loop(self, depth):
        counter = self.fresh("n")
        self.emit(f"{counter} = 0")
        self.emit(f"while {counter} < {self.random.randint(1, 6)} and ({self.pick(['True', self.expression(2)])}):")
        self.indent += 1
        self.emit(f"{counter} += 1")
        self.indent -= 1
        self.loop_body(depth)

    def try_statement(self, depth):
        self.emit("try:")
        self.block(depth)
        handlers = self.random.randint(0, 2)
        for _ in range(handlers):
            kind = self.pick([self.pick(ERRORS), f"({self.pick(ERRORS)}, {self.pick(ERRORS)})"])
            self.emit(f"except {kind} as {self.pick(['err', self.name()])}:" if self.chance(60) else f"except {kind}:")
            self.block(depth)
        if handlers and self.chance(30):
            self.emit("else:")
            self.block(depth, 1)
        if not handlers or self.chance(40):
            self.emit("finally:")
            self.block(depth, 1)

    def try_star(self, depth):
        self.emit("try:")
        self.indent += 1
        self.emit(f"raise ExceptionGroup('g', [{self.pick(ERRORS[:6])}({self.small()}), {self.pick(ERRORS[:6])}({self.text()}), ExceptionGroup('h', [{self.pick(ERRORS[:6])}()])])")
        self.indent -= 1
        saved = self.in_loop, self.in_function
        self.in_loop = self.in_function = False
        for _ in range(self.random.randint(1, 2)):
            self.emit(f"except* {self.pick(ERRORS[:6])} as err:")
            self.indent += 1
            self.show("err.exceptions")
            self.indent -= 1
            self.block(1, 1)
        self.in_loop, self.in_function = saved

    def with_statement(self, depth):
        manager = f"Manager({self.expression(1)}, {self.pick(['True', 'False', 'False'])})"
        self.emit(f"with {manager} as {self.pick([self.name(), self.name() + ', ' + self.name()])}{self.pick(['', f', Manager({self.small()}, False)'])}:")
        self.block(depth)

    def pattern(self, depth):
        if depth <= 0:
            return self.pick(["_", self.name(), "0", "1", "'a'", "None", "True", "-1", "1.5", "int()", "str()", "float(z)", "int(y)"])
        p = lambda: self.pattern(depth - 1)
        return self.pick([
            lambda: f"[{p()}, {p()}]", lambda: f"[{p()}, *rest]", lambda: f"({p()}, {p()}, *_)", lambda: "[]", lambda: f"{{'k': {p()}}}", lambda: f"{{{self.small()}: {p()}, **others}}",
            lambda: "0 | 1 | 'a' | None", lambda: f"({p()}) as w", lambda: "[0 | 1, *_]", lambda: "{}", lambda: "Point(p=0)", lambda: f"Point({self.name()}, q=1)", lambda: "list() | tuple()"])()

    def match_statement(self, depth):
        self.emit(f"match {self.expression(2)}:")
        self.indent += 1
        for _ in range(self.random.randint(1, 4)):
            pattern = self.pattern(self.random.randint(0, 2))
            if pattern in NAMES or pattern == "_":
                pattern = "[_]"
            self.emit(f"case {pattern}{self.pick(['', '', f' if {self.expression(1)}'])}:")
            self.block(depth)
        if self.chance(50):
            self.emit("case _:")
            self.block(depth, 1)
        self.indent -= 1

    def parameters(self):
        return self.pick([("a", 1), ("a, b", 2), ("a, b=2", 2), ("a, *args", 2), ("a=1, **kw", 1), ("a, /, b, *, k=3", 2), ("*args, k=1, **kw", 1), ("", 0), ("a, b=[], *c, d=4", 2)])

    def body(self, depth, ending):
        saved = self.in_loop, self.in_function
        self.in_loop, self.in_function = False, ending != "yield"
        self.indent += 1
        if self.indent < 5 and self.chance(15):
            self.emit(f"global {self.pick(NAMES[5:])}")
        for _ in range(self.random.randint(1, 3)):
            self.statement(depth - 1)
        self.indent -= 1
        self.in_loop, self.in_function = saved

    def function(self, depth):
        name = self.fresh("f")
        parameters, count = self.parameters()
        if self.chance(15):
            self.emit("@decorate")
        # Globals among the parameters would be a SyntaxError.
        self.emit(f"def {name}({parameters}):")
        lines = len(self.lines)
        self.body(depth, "return")
        self.lines[lines:] = [line for line in self.lines[lines:] if not line.strip().startswith("global ")] or ["    " * (self.indent + 1) + "pass"]
        self.indent += 1
        self.emit(f"return {self.expression(2)}")
        self.indent -= 1
        if self.indent == 1:
            self.functions.append((name, count))
        self.show(f"{name}({', '.join(self.expression(1) for _ in range(count))})")

    def closure(self, depth):
        name, inner = self.fresh("f"), self.fresh("g")
        v, w = self.random.sample(NAMES, 2)
        self.emit(f"def {name}({v}, {w}=1):")
        self.indent += 1
        self.emit(f"def {inner}(m):")
        self.indent += 1
        self.emit(f"nonlocal {v}")
        self.emit(f"{v} = {self.pick([v, w])} {self.pick(BINARY)} m")
        self.emit(f"return [{v}, {w}, [{v} for m in range(2)]]")
        self.indent -= 1
        self.emit(f"return {inner}, lambda: ({v}, {w})")
        self.indent -= 1
        self.emit(f"{v}, {w} = {name}({self.expression(1)})")
        self.show(f"({v}({self.small()}), {v}({self.expression(1)}), {w}())")

    def generator_function(self, depth):
        name = self.fresh("gen")
        self.emit(f"def {name}(a):")
        self.indent += 1
        self.emit("try:")
        self.indent += 1
        for _ in range(self.random.randint(1, 3)):
            self.emit(self.pick([f"yield {self.expression(2)}", f"b = yield {self.expression(1)}", f"yield from {self.iterable(1)}", f"c = yield from ({self.name()} for {self.name()} in range(3))",
                                 f"for d in range(3): yield d, {self.expression(1)}", f"if {self.expression(1)}: return {self.expression(1)}", f"raise {self.pick(ERRORS)}({self.small()})"]))
        self.emit("yield 'last'")
        self.indent -= 1
        self.emit(f"except {self.pick(ERRORS)} as err:")
        self.indent += 1
        self.emit(self.pick(["yield repr(err)", "return err", "raise", "show(err)"]))
        self.indent -= 1
        self.emit("finally:")
        self.indent += 1
        self.emit(f"show({self.text()})")
        self.indent -= 2
        if self.indent == 1:
            self.generators.append(name)
        self.show(f"list({name}({self.expression(1)}))")

    def generator_drive(self, depth):
        if not self.generators:
            return self.printing(depth)
        self.emit(f"{self.name()} = it = {self.generator_call()}")
        for _ in range(self.random.randint(1, 4)):
            self.show(self.pick(["next(it)", "next(it, 'end')", f"it.send({self.small()})", f"it.throw({self.pick(ERRORS)})", "it.close()", "list(it)", "it.gi_running"]))

    def coroutine(self, depth):
        name = self.fresh("co")
        self.emit(f"async def {name}(a):")
        self.indent += 1
        self.emit(f"x = await Awaitable({self.small()})")
        self.emit(self.pick([f"async for y in Steps({self.random.randint(0, 4)}): show(y)", f"async with Awaitable(2) as z: show({self.expression(1)})", f"show([v async for v in Steps(3) if v])",
                             f"return {self.expression(2)}", f"raise {self.pick(ERRORS)}(x)"]))
        self.emit(f"return x, {self.expression(1)}")
        self.indent -= 1
        self.show(f"drive({name}({self.small()}))")

    def class_statement(self, depth):
        name = self.fresh("C")
        base = self.pick(["", "", "(Point)", "(list)", "(dict)", "(int)", "(str)", "(Exception)", "(tuple)", "(float)"] + [f"({c})" for c in self.classes[-2:]])
        self.emit(f"class {name}{base}:")
        self.indent += 1
        self.emit(f"v = {self.expression(1)}")
        for method in self.random.sample([
                ("__add__(self, o)", None), ("__radd__(self, o)", None), ("__eq__(self, o)", "bool"), ("__lt__(self, o)", "bool"), ("__len__(self)", "small"), ("__getitem__(self, i)", None),
                ("__repr__(self)", "text"), ("__str__(self)", "text"), ("__bool__(self)", "bool"), ("__call__(self, *a)", None), ("__contains__(self, o)", "bool"), ("__iter__(self)", "iter"),
                ("__getattr__(self, n)", None), ("__mul__(self, o)", None), ("__neg__(self)", None), ("__format__(self, s)", "text"), ("__hash__(self)", "small"), ("__iadd__(self, o)", None),
                ("m(self, a=1)", None), ("__index__(self)", "small"), ("__int__(self)", "small"), ("__enter__(self)", None), ("__setitem__(self, i, v)", None), ("__del__(self)", None),
                ("__init__(self, *a)", "none"), ("__rmul__(self, o)", None), ("__missing__(self, k)", None), ("__reversed__(self)", "iter"), ("__sub__(self, o)", None), ("__getattribute__(self, n)", "deep")],
                self.random.randint(1, 5)):
            signature, kind = method
            result = {"bool": lambda: self.pick(["True", "False", "NotImplemented", self.expression(1)]), "small": lambda: self.pick([self.small(), "5", self.expression(1)]),
                      "text": lambda: self.pick([self.text(), f"'<{name}>'"]), "iter": lambda: f"iter({self.iterable(1)})", "none": lambda: "None",
                      "deep": lambda: "super().__getattribute__(n)"}.get(kind, lambda: self.pick([self.expression(2), "self", "NotImplemented"]))()
            if signature == "__del__(self)":
                self.emit(f"def {signature}: show('del')")
            else:
                self.emit(f"def {signature}: return {result}")
        extra = self.random.randint(0, 4)
        if extra == 1:
            self.emit("@property")
            self.emit(f"def p(self): return {self.expression(2)}")
        elif extra == 2:
            self.emit("@classmethod")
            self.emit(f"def q(cls, a=1): return cls.__name__, {self.expression(1)}")
        elif extra == 3:
            self.emit("@staticmethod")
            self.emit(f"def q(a=1): return {self.expression(1)}")
        self.indent -= 1
        if self.indent == 1:
            self.classes.append(name)
        self.emit(f"{self.name()} = {name}({self.pick(['', '', self.expression(1)])})")

    # The whole.

    def program(self):
        for value in NAMES:
            self.emit(f"{value} = {self.expression(1)}" if self.chance(40) else f"{value} = {self.pick(['[1, 2, 3]', '{}', '5', repr('text'), '2.5', '{1, 2}', '(1, 2)', 'Point(1, 2)', '[[1], [2, 3]]', '{1: 2, 3: 4}', '10**20'])}")
        for _ in range(self.random.randint(8, 20)):
            self.emit("try:")
            self.indent = 1
            self.statement(3)
            self.indent = 0
            self.emit("except BaseException as error: failed(error)")
        self.emit("for name in NAMES: show(globals().get(name, 'unbound'))")
        if self.chance(50):
            self.emit("def last():")
            self.indent = 1
            for _ in range(3):
                self.statement(1)
            self.emit("return " + self.expression(3))
            self.indent = 0
            self.emit("show(last())")
        return PRELUDE + "\n".join(self.lines) + "\n"


PRELUDE = '''NAMES = ["a", "b", "c", "d", "e", "x", "y", "z"]
def show(value):
    try: text = repr(value)
    except BaseException as error: return failed(error)
    print(text if len(text) < 400 else text[:200] + "..." + str(len(text)))
def failed(error):
    try: text = str(error)
    except BaseException as other: text = "no text: " + type(other).__name__
    print("!", type(error).__name__, text[:300], "|", type(error.__context__).__name__)
class Manager:
    def __init__(self, value, suppresses): self.value, self.suppresses = value, suppresses
    def __enter__(self): return self.value
    def __exit__(self, kind, value, traceback):
        print("exit", kind and kind.__name__)
        return self.suppresses
class Point:
    __match_args__ = ("p", "q")
    def __init__(self, p=0, q=0): self.p, self.q = p, q
    def __repr__(self): return "Point"
    def __hash__(self): return 7
class Awaitable:
    def __init__(self, count): self.count = count
    def __await__(self):
        for i in range(self.count % 4): yield i
        return self.count
    async def __aenter__(self): return self
    async def __aexit__(self, *a): return False
class Steps:
    def __init__(self, count): self.count = count
    def __aiter__(self): return self
    async def __anext__(self):
        if self.count <= 0: raise StopAsyncIteration
        self.count -= 1
        return await Awaitable(self.count)
def drive(coroutine):
    steps = []
    try:
        while True: steps.append(coroutine.send(None))
    except StopIteration as end: return steps, end.value
def decorate(function):
    def wrapper(*a, **k):
        print("call", len(a), sorted(k))
        return function(*a, **k)
    return wrapper
'''
