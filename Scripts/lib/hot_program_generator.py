"""Random programs whose functions and loops run often, for Scripts/lib/fuzz_programs.py: what compiles to machine code is what they test.

Expressions know the type that they mean to have, so that most of a program runs to its end; now and then a value of another type, a
deleted name, a changed class or global comes in the middle of a loop, when the code that is already compiled must notice. What each
call gave, or the lines that its exception passed, is printed.
"""

import random

TYPES = ["i", "i", "i", "f", "s", "l", "d", "o", "b", "t"]
WRONG = ["None", "'w'", "1.5", "2**70", "True", "[]", "-(2**48)", "2**62", "(1, 2)", "float('nan')", "Wide(3)", "0"]
CATCHABLE = ["ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "AttributeError", "LookupError", "ArithmeticError", "Exception", "(TypeError, ValueError)", "UnboundLocalError"]


class HotGenerator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.indent = 0
        self.counter = 0
        self.functions = []    # (name, types of parameters, type of the result)
        self.generators = []   # names of generator functions of one int
        self.coroutines = []
        self.scope = {}
        self.loops = 0
        self.in_loop = False
        self.in_generator = False
        self.in_coroutine = False
        self.in_finally = False

    def chance(self, percent):
        return self.random.random() * 100 < percent

    def pick(self, items):
        return self.random.choice(items)

    def fresh(self, prefix):
        self.counter += 1
        return f"{prefix}{self.counter}"

    def emit(self, line):
        self.lines.append("    " * self.indent + line)

    def variable(self, kind):
        names = self.scope.get(kind)
        return self.pick(names) if names else self.literal(kind)

    def literal(self, kind):
        r = self.random
        return {"i": lambda: self.pick([str(r.randint(-3, 12)), str(r.randint(-200, 999)), str(r.randint(-2**31, 2**33)), str(2**r.choice([47, 48, 49, 59, 60, 62, 63, 64]) + r.randint(-2, 2)), "0", "1", "2"]),
                "f": lambda: self.pick(["0.5", "1.25", "-2.0", "1e10", "3.0", "0.0", "-0.0", "1e300", repr(round(r.uniform(-9, 9), 3))]),
                "s": lambda: repr(self.pick(["", "a", "xyz", "Hot", "é1", "日本", "12"])),
                "l": lambda: self.pick(["[1, 2, 3]", "[]", "[5]", "list(range(6))", "([0] * 4)"]),
                "d": lambda: self.pick(["{}", "{1: 2, 3: 4}", "dict.fromkeys(range(4), 1)"]),
                "o": lambda: f"{self.pick(['Thing', 'Slotted', 'Child', 'Wide'])}({r.randint(0, 9)})",
                "t": lambda: self.pick(["(1, 2)", "(3, 'x')", "(0, 1.5)", "(1, (2, 3))"]),
                "b": lambda: self.pick(["True", "False"])}[kind]()

    # Expressions of a type.

    def expression(self, kind, depth):
        if self.chance(1):
            return self.pick(WRONG)
        if depth <= 0:
            return self.variable(kind) if self.chance(75) else self.literal(kind)
        return getattr(self, "of_" + kind)(depth - 1)

    def of_i(self, depth):
        e = lambda kind="i": self.expression(kind, depth)
        v = lambda kind="i": self.variable(kind)
        choices = [
            v, v, lambda: self.literal("i"), lambda: f"({e()} + {e()})", lambda: f"({e()} - {e()})", lambda: f"({v()} + 1)", lambda: f"({v()} - {self.random.randint(1, 9)})",
            lambda: f"({e()} * {self.random.randint(-3, 40)})", lambda: f"({e()} * {e()} % 1000003)", lambda: f"({e()} // ({e()} or 1))", lambda: f"({e()} % {self.pick(['7', '10', '-3', '64', e()])})",
            lambda: f"({e()} & {self.pick(['255', '0xFFFF', '(1 << 40) - 1', e()])})", lambda: f"({e()} | {e()})", lambda: f"({e()} ^ {e()})", lambda: f"({v()} << {self.random.randint(0, 12)})",
            lambda: f"({e()} >> {self.pick(['1', '3', '8', '33'])})", lambda: f"(-{e()})", lambda: f"(~{v()})", lambda: f"abs({e()})", lambda: f"len({v(self.pick('sldt'))})",
            lambda: f"int({e('f')})", lambda: f"min({e()}, {e()})", lambda: f"max({v()}, {e()})", lambda: f"{v('l')}[{v()} % 3]", lambda: f"{v('l')}[{self.pick(['-1', '0', '1'])}]",
            lambda: f"{v('d')}.get({e()}, {self.random.randint(0, 9)})", lambda: f"{v('d')}[{v()}]", lambda: f"({e()} if {e('b')} else {e()})", lambda: f"{v('o')}.p", lambda: f"{v('o')}.p", lambda: f"{v('o')}.q",
            lambda: f"{v('o')}.step({e()})", lambda: f"{v('o')}.twice", lambda: f"({v('o')} + {e()})", lambda: f"({e()} - {v('o')})", lambda: f"{v('o')}[{v()}]", lambda: f"{v('o')}({e()})", lambda: f"len({v('o')})",
            lambda: f"{self.pick(['Thing', 'Child', 'Slotted'])}.shared", lambda: f"{v('o')}.shared", lambda: "G0", lambda: "G1", lambda: f"sum({e('l')})", lambda: f"({e('b')} + {v()})", lambda: f"({v()} ** 2 % 9973)",
            lambda: f"ord({e('s')}[0])", lambda: f"{v('t')}[0]", lambda: f"sum(u * {self.random.randint(1, 4)} for u in {v('l')})", lambda: f"(lambda u, w={self.random.randint(0, 5)}: u + w)({e()})",
            lambda: f"divmod({e()}, 7)[{self.pick(['0', '1'])}]", lambda: f"next(iter({v('l')}), {v()})", lambda: f"{v('l')}.pop()", lambda: f"Thing.fixed({e()})", lambda: f"Child.made({v()}).p", lambda: f"round({e('f')})",
            lambda: f"(w1 := {e()})", lambda: f"LIST[{v()} % 5]", lambda: f"TABLE[{v()} % 4]", lambda: f"hash({v()})", lambda: f"{v()}.bit_length()", lambda: f"({v()} and {v()})", lambda: f"({v()} or {e()})",
            lambda: f"{v('s')}.count('a')", lambda: f"{v('s')}.find('x')", lambda: f"int(str({v()})[:4] or 0)", lambda: f"star(*{v('l')})", lambda: f"named({v()}, k={e()})", lambda: f"named(*{v('t')}[:1], **{{'k': {v()}}})"]
        if self.functions and self.chance(12):
            return self.call_of("i", depth)
        return self.pick(choices)()

    def call_of(self, kind, depth):
        name, parameters = self.pick(self.functions)
        return f"{name}({', '.join(self.expression(k, depth if depth < 2 else 1) for k in parameters)})" + {"i": "[0]", "f": "[1]", "s": "[2]"}.get(kind, "[0]")

    def of_f(self, depth):
        e = lambda kind="f": self.expression(kind, depth)
        v = lambda kind="f": self.variable(kind)
        return self.pick([
            v, v, lambda: self.literal("f"), lambda: f"({e()} + {e()})", lambda: f"({e()} - {e()})", lambda: f"({e()} * {e()})", lambda: f"({e()} / ({e()} or 1.5))", lambda: f"({e('i')} / ({v('i')} or 3))",
            lambda: f"({e()} + {e('i')})", lambda: f"({e('i')} * {v()})", lambda: f"(-{e()})", lambda: f"abs({e()})", lambda: f"({e()} // 1.5)", lambda: f"({e()} % 7.5)", lambda: f"float({v('i')})",
            lambda: f"({e()} if {e('b')} else {e()})", lambda: f"({v()} ** 2)", lambda: f"round({e()}, 2)", lambda: f"min({e()}, {e()})", lambda: f"math.sqrt(abs({e()}))", lambda: f"math.floor({v()})", lambda: f"{v('o')}.r",
            lambda: f"({v()} / {v()})", lambda: "GF"])()

    def of_s(self, depth):
        e = lambda kind="s": self.expression(kind, depth)
        v = lambda kind="s": self.variable(kind)
        return self.pick([
            v, v, lambda: self.literal("s"), lambda: f"({e()} + {e()})[-20:]", lambda: f"{v()}[{self.pick(['1:', ':3', '::-1', '-2:', '1:5:2'])}]", lambda: f"f'{{{v('i')}}}:{{{v('f')}:.3g}}'", lambda: f'f"{{{v()}!r:>6}}{{{v("i")}:{self.pick(["x", "5", "+", ","])}}}"[:25]',
            lambda: f"'%d-%s' % ({v('i')}, {v()})", lambda: f"str({e('i')})[:12]", lambda: f"{v()}.upper()", lambda: f"chr(97 + {v('i')} % 26)", lambda: f"','.join([{v()}, {e()}])[:20]", lambda: f"repr({v('i')})[:9]", lambda: f"({v()} * 2)[:9]",
            lambda: f"{v()}.replace('a', {e()})[:15]", lambda: f"({e()} if {e('b')} else {e()})", lambda: f"({v()} or 'q')[0]", lambda: f"str({v('o')})", lambda: f"type({v(self.pick('ifsld'))}).__name__", lambda: f"{v()}.join('ab')[:10]"])()

    def of_b(self, depth):
        e = lambda kind="i": self.expression(kind, depth)
        v = lambda kind="i": self.variable(kind)
        return self.pick([
            lambda: f"({e()} {self.pick(['<', '<=', '>', '>=', '==', '!='])} {e()})", lambda: f"({v()} {self.pick(['<', '>', '=='])} {self.random.randint(0, 60)})", lambda: f"({e('f')} {self.pick(['<', '>=', '=='])} {e('f')})",
            lambda: f"({e('s')} {self.pick(['<', '==', '!='])} {e('s')})", lambda: f"(0 {self.pick(['<', '<='])} {v()} < {e()})", lambda: f"({v()} {self.pick(['in', 'not in'])} {v(self.pick('ld'))})", lambda: f"({v('s')} in {e('s')})", lambda: f"({v(self.pick('ifso'))} is {self.pick(['None', 'not None'])})",
            lambda: f"(not {e(self.pick('ifsldb'))})", lambda: f"({e('b')} and {e('b')})", lambda: f"({e('b')} or {e('b')})", lambda: f"isinstance({v(self.pick('ifso'))}, {self.pick(['int', 'str', '(int, float)', 'Thing', 'Slotted'])})",
            lambda: f"({v('o')} == {v('o')})", lambda: f"({v('o')} < {e()})", lambda: f"bool({v('o')})", lambda: f"({v()} & 1)", lambda: f"({v()} % {self.pick(['2', '3', '5'])} == {self.pick(['0', '1'])})", lambda: f"({v('l')} == {e('l')})", lambda: f"hasattr({v('o')}, {self.pick(['p', 'zz'])!r})",
            lambda: f"any(u > {v()} for u in {v('l')})", lambda: f"all({v('l')})"])()

    def of_l(self, depth):
        e = lambda kind="l": self.expression(kind, depth)
        v = lambda kind="l": self.variable(kind)
        return self.pick([
            v, lambda: self.literal("l"), lambda: f"[{e('i')}, {e('i')}]", lambda: f"[u + {v('i')} for u in {e()} if u {self.pick(['> 1', '!= 2', '% 2'])}][:9]", lambda: f"[u * w for u in range(3) for w in {v()}][:9]", lambda: f"{e()}[{self.pick(['1:', ':4', '::-1', '::2'])}]",
            lambda: f"sorted({e()})", lambda: f"({e()} + {e()})[:12]", lambda: f"list(range({v('i')} % 7))", lambda: f"[{v('i')}] * 3", lambda: f"list({v()})", lambda: f"[*{e()}, {e('i')}][:10]", lambda: f"list({self.generator()})[:9]", lambda: f"list(map(abs, {e()}))",
            lambda: f"[[{v('i')} + u for u in range(3)] for _ in range(2)][0]", lambda: f"list({v('d')}.values())", lambda: f"[u for u, in zip({v()})]", lambda: f"[{v('i')}, *reversed({v()})][:8]", lambda: f"list({v('o')})"])()

    def of_d(self, depth):
        v = lambda kind="d": self.variable(kind)
        return self.pick([v, lambda: self.literal("d"), lambda: f"{{u: {self.expression('i', depth)} for u in {v('l')}}}", lambda: f"{{**{v()}, {self.expression('i', depth)}: {v('i')}}}", lambda: f"dict(zip({v('l')}, {v('l')}))", lambda: f"{{{v('i')}: {self.expression('i', depth)}}}", lambda: f"{v()}.copy()"])()

    def of_o(self, depth):
        e = lambda kind="i": self.expression(kind, depth)
        v = lambda kind="o": self.variable(kind)
        return self.pick([v, v, v, lambda: self.literal("o"), lambda: f"{self.pick(['Thing', 'Slotted', 'Child'])}({e()})", lambda: f"Thing({e()}, q={e()})", lambda: f"Child.made({e()})", lambda: f"({v()} * {v()})", lambda: f"{v()}.itself()"])()

    def of_t(self, depth):
        e = lambda kind="i": self.expression(kind, depth)
        return self.pick([lambda: self.variable("t"), lambda: f"({e()}, {e(self.pick('ifs'))})", lambda: f"divmod({e()}, {self.random.randint(1, 9)})", lambda: f"({e()},) + {self.variable('t')}[1:]", lambda: f"tuple({e('l')})", lambda: f"({self.variable('i')}, {self.variable('i')})"])()

    def generator(self):
        if self.generators and self.chance(70):
            return f"{self.pick(self.generators)}({self.variable('i')})"
        return f"(u + {self.variable('i')} for u in range(4))"

    # Statements.

    def block(self, depth, count=None):
        self.indent += 1
        for _ in range(count or self.random.randint(1, 3)):
            self.statement(depth - 1)
        self.indent -= 1

    def statement(self, depth):
        if self.in_loop and self.chance(6) and not self.in_finally:
            self.emit(f"if {self.expression('b', 1)}: {self.pick(['break', 'continue'])}")
        elif self.chance(3) and not self.in_finally:
            self.emit(f"if {self.variable('i')} {self.pick(['==', '>'])} {self.random.randint(3, 90)}: " + ("return" if self.in_generator else f"return {self.result()}"))
        elif self.chance(4):
            self.emit(f"if {self.variable('i')} % {self.random.randint(2, 40)} == {self.random.randint(0, 3)}: raise {self.pick(['ValueError', 'KeyError', 'IndexError'])}({self.variable('i')})" + self.pick(["", "", " from None", " from TypeError('why')"]))
        elif self.chance(7):
            self.disturb()
        elif self.in_generator and self.chance(25):
            self.emit(self.pick([f"yield {self.expression('i', 2)}", f"{self.variable_to_set('i')} = (yield {self.variable('i')}) or {self.random.randint(0, 9)}", f"yield from {self.expression('l', 1)}"]))
        elif self.in_coroutine and self.chance(25):
            self.emit(self.pick([f"await Awaitable({self.variable('i')})", f"{self.variable_to_set('i')} = await Awaitable({self.variable('i')})", f"async with Awaitable(1) as w2: {self.variable_to_set('i')} = w2.count",
                                 f"async for {self.variable_to_set('i')} in Steps(3): {self.simple()}", f"{self.variable_to_set('l')} = [u async for u in Steps(4) if u]"] + ([f"await {self.pick(self.coroutines)}({self.variable('i')})"] if self.coroutines else [])))
        elif depth > 0 and self.chance(40):
            self.pick([self.if_statement, self.if_statement, self.loop, self.loop, self.try_statement, self.try_statement, self.with_statement, self.match_statement, self.closure, self.unpack_loop])(depth)
        else:
            self.emit(self.simple())

    def variable_to_set(self, kind):
        names = [name for name in self.scope.get(kind, []) if not name.startswith("n")]
        return self.pick(names) if names else "w3"

    def two_to_set(self):
        """Two different names: of equal ones CPython 3.11 may keep the first value."""
        names = [name for name in self.scope["i"] if not name.startswith("n")]
        return ", ".join(self.random.sample(names, 2)) if len(names) > 1 else "w3, w9"

    def simple(self):
        kind = self.pick(TYPES)
        e = self.expression
        target = self.variable_to_set(kind)
        i = self.variable_to_set("i")
        return self.pick([
            lambda: f"{target} = {e(kind, 3)}", lambda: f"{target} = {e(kind, 2)}", lambda: f"{i} += {e('i', 2)}", lambda: f"{i} {self.pick(['-=', '^=', '|=', '&=', '+=', '*='])} {self.random.randint(0, 99)}", lambda: f"{i} = ({e('i', 2)}) & 0xFFFFFF",
            lambda: f"{i} {self.pick(['//=', '%='])} {e('i', 1)} or 1", lambda: f"{self.variable_to_set('f')} {self.pick(['+=', '-=', '*='])} {e(self.pick('fi'), 2)}", lambda: f"{self.variable_to_set('s')} = ({self.variable('s')} + {e('s', 1)})[-12:]",
            lambda: f"{self.variable('l')}[{self.pick(['0', '-1', self.variable('i') + ' % 3'])}] {self.pick(['=', '+=', '-=', '^='])} {e('i', 2)}", lambda: f"{self.variable('l')}.append({e('i', 1)})", lambda: f"del {self.variable('l')}[5:]",
            lambda: f"{self.variable('d')}[{e('i', 1)} % 9] = {e('i', 1)}", lambda: f"{self.variable('d')}[{self.variable('i')} % 5] += {e('i', 1)}", lambda: f"{self.variable('o')}.p {self.pick(['=', '+=', '-='])} {e('i', 2)}", lambda: f"{self.variable('o')}.q = {e(self.pick('iifs'), 1)}",
            lambda: f"{self.variable('o')}[{e('i', 1)}] = {e('i', 1)}", lambda: f"{self.variable('o')}.twice = {e('i', 1)}", lambda: f"{self.two_to_set()} = {self.variable('i')}, {e('i', 1)}", lambda: f"{i}, {self.variable_to_set('f')} = {e('i', 1)}, {e('f', 1)}",
            lambda: f"{i}, *{self.variable_to_set('l')} = {e('l', 1)}", lambda: f"{self.two_to_set()} = {e('t', 1)}", lambda: f"{self.variable_to_set('o')} += {e('i', 1)}", lambda: f"{self.variable('o')}.step({e('i', 1)})", lambda: f"{self.variable('l')}.sort()", lambda: f"{self.variable('l')}.extend({e('l', 1)}[:3])",
            lambda: f"{i} = {self.variable_to_set('i')} = {e('i', 1)}", lambda: f"assert {self.variable('i')} is not TABLE, {self.variable('i')}", lambda: f"{self.variable('l')}[1:2] = {e('l', 1)}[:2]", lambda: f"note({self.variable(self.pick('ifs'))})"])()

    def disturb(self):
        """Something that compiled code may not have expected, on one round of many."""
        at = f"if {self.variable('i')} == {self.random.randint(0, 60)}: " if self.chance(60) else f"if {self.variable('i')} % {self.random.randint(5, 30)} == {self.random.randint(0, 4)}: "
        kind = self.pick(TYPES)
        self.emit(at + self.pick([
            lambda: f"{self.variable_to_set(kind)} = {self.pick(WRONG)}", lambda: f"{self.variable_to_set('i')} = {self.pick(WRONG)}", lambda: f"{self.variable('l')}.append({self.pick(WRONG)})", lambda: f"{self.variable('d')}[{self.variable('i')} % 5] = {self.pick(WRONG)}",
            lambda: f"del {self.variable_to_set(kind)}", lambda: f"Thing.shared = {self.pick(['1', '2', '2**61', repr('x'), '1.5'])}", lambda: f"Thing.step = {self.pick(['other_step', 'Thing.plain', 'lambda self, n: n'])}", lambda: f"set_global({self.pick(['1', '-5', '2**50', '1.5', 'None'])})",
            lambda: f"{self.variable('o')}.p = {self.pick(WRONG)}", lambda: f"{self.variable('o')}.extra = 1", lambda: f"{self.variable('o')}.__dict__.clear()", lambda: f"del {self.variable('o')}.p", lambda: f"{self.variable('o')}.step = lambda n: n - 1", lambda: f"{self.variable('o')}.__class__ = {self.pick(['Thing', 'Child'])}",
            lambda: "gc.collect()", lambda: "note(sys._getframe().f_lineno)", lambda: "note(sorted(k for k in locals())[:3])", lambda: f"Child.__init__ = {self.pick(['Thing.__init__', 'other_init'])}", lambda: f"TABLE[{self.random.randint(0, 3)}] = {self.pick(WRONG)}", lambda: f"LIST[{self.random.randint(0, 4)}] = {self.pick(WRONG)}",
            lambda: f"Thing.__add__ = {self.pick(['lambda a, b: 7', 'Slotted.__add__'])}", lambda: f"Thing.twice = {self.pick(['property(lambda s: 4)', '9'])}",
            lambda: "sys.settrace(follow)", lambda: "sys.settrace(None)", lambda: "sys.setprofile(follow)", lambda: "sys.setprofile(None)"])())

    def if_statement(self, depth):
        self.emit(f"if {self.expression('b', 2)}:")
        self.block(depth)
        if self.chance(30):
            self.emit(f"elif {self.expression('b', 2)}:")
            self.block(depth)
        if self.chance(50):
            self.emit("else:")
            self.block(depth)

    def loop(self, depth):
        if self.loops >= 2:
            return self.emit(self.simple())
        saved, self.in_loop, self.loops = (self.in_loop, self.in_finally), True, self.loops + 1
        self.in_finally = False
        name = self.fresh("n")
        rounds = self.random.choice([3, 8, 20, 70]) if self.loops == 1 else self.random.choice([2, 3, 5])
        indent = self.indent
        target, prefix = name, None
        kind = self.random.randint(0, 9)
        header = [f"for {name} in range({rounds}):", f"for {name} in range({rounds}):", f"for {name} in range({rounds}, {self.pick(['0', '-3'])}, {self.pick(['-1', '-2'])}):", f"for {name} in {self.expression('l', 2)}:", f"for {name}, w4 in enumerate({self.expression('l', 1)}):",
                  f"for {name}, w4 in zip(range({rounds}), {self.expression('l', 1)} * 9):", f"for {name} in {self.generator()}:", f"for {name}, w4 in sorted({self.variable('d')}.items()):", None, f"for {name} in {self.pick(['reversed(range(%d))' % rounds, 'itertools.islice(itertools.count(), %d)' % rounds, 'map(abs, range(%d))' % rounds, self.variable('o')])}:"][kind]
        if header is None:
            self.emit(f"{name} = {self.pick(['0', '2**48 - 20', '2**62 - 5', '-3'])}")
            self.emit(f"n0 = 0")
            self.emit(f"while n0 < {rounds}" + (f" and {self.expression('b', 1)}" if self.chance(40) else "") + ":")
            self.indent += 1
            self.emit(f"n0 += 1")
            self.emit(f"{name} += {self.pick(['1', '1', '2', '1.0'])}")
            self.indent -= 1
        else:
            self.emit(header)
        self.scope.setdefault("i", []).append(name)
        self.block(depth, self.random.randint(2, 5))
        self.scope["i"].remove(name)
        self.loops -= 1
        self.in_loop, self.in_finally = saved
        if self.chance(15):
            self.emit("else:")
            self.block(1, 1)

    def unpack_loop(self, depth):
        self.emit(f"for {self.variable_to_set('i')}, ({self.variable_to_set('f')}, *{self.variable_to_set('l')}) in [(1, (2.5, 3)), (4, (5, 6, 7)), ({self.variable('i')}, ({self.variable('f')},))]: {self.simple()}")

    def try_statement(self, depth):
        self.emit("try:")
        self.block(depth)
        handlers = self.pick([0, 1, 1, 1, 2])
        for _ in range(handlers):
            self.emit(f"except {self.pick(CATCHABLE)}{self.pick(['', ' as err'])}:")
            self.block(depth, self.random.randint(1, 2))
            if self.chance(15):
                self.indent += 1
                self.emit("raise")
                self.indent -= 1
        if handlers and self.chance(25):
            self.emit("else:")
            self.block(depth, 1)
        if not handlers or self.chance(35):
            self.emit("finally:")
            saved, self.in_finally = self.in_finally, self.chance(80)
            self.block(1, 1)
            self.in_finally = saved

    def with_statement(self, depth):
        self.emit(f"with Manager({self.expression('i', 1)}, {self.pick(['True', 'False'])}) as {self.variable_to_set('i')}{self.pick(['', ', Manager(1, False)'])}:")
        self.block(depth)

    def match_statement(self, depth):
        self.emit(f"match {self.pick([self.expression('i', 1), self.expression('t', 1), self.expression('l', 1), self.variable('o'), self.variable('d'), self.variable('s')])}:")
        self.indent += 1
        i = lambda: self.variable_to_set("i")
        for pattern in self.random.sample([f"0 | 1 | 2", f"int({i()})", f"[{i()}, *_]", "[]", f"(w5, w6)", f"Thing(p={i()})", f"Slotted(w5)", f"{{1: {i()}, **w7}}", "str() as w8", "None", "-1", f"[_, _, w5, *w6]", "float()", "'a' | 'xyz'"], 3):
            self.emit(f"case {pattern}{self.pick(['', '', f' if {self.expression(chr(98), 1)}'])}:")
            self.block(depth, 1)
        if self.chance(50):
            self.emit("case _:")
            self.block(depth, 1)
        self.indent -= 1

    def closure(self, depth):
        inner, outer = self.fresh("inner"), self.variable_to_set("i")
        if outer == "w3" or self.in_coroutine:
            return self.emit(self.simple())
        parameter = self.fresh("n")
        self.emit(f"def {inner}({parameter}, k={self.variable('i')}):")
        self.indent += 1
        if self.chance(50):
            self.emit(f"nonlocal {outer}")
            self.emit(f"{outer} {self.pick(['+=', '-=', '^=', '='])} {parameter}")
        self.emit(f"return {parameter} {self.pick(['+', '-', '*', '&'])} {self.pick(['k', outer])}")
        self.indent -= 1
        self.emit(f"{self.pick([self.variable_to_set('i'), 'w3'])} = {self.pick([f'{inner}({self.variable(chr(105))})', f'sum(map({inner}, range(9)))', f'[{inner}(u) for u in range(5)][-1]', f'{inner}(3, k={self.variable(chr(105))})', f'{inner}(*[1, 2])'])}")

    # Functions.

    def result(self):
        return "(" + ", ".join(self.variable(kind) for kind in "ifslo") + ")"

    def locals(self, parameters):
        self.scope = {}
        for name, kind in parameters:
            self.scope.setdefault(kind, []).append(name)
        for kind in "iifsldotb":
            name = self.fresh(kind)
            self.emit(f"{name} = {self.literal(kind)}")
            self.scope.setdefault(kind, []).append(name)

    def function(self):
        name = self.fresh("function")
        kinds = [self.pick(["i", "i", "f", "s", "l", "o"]) for _ in range(self.random.randint(1, 3))]
        parameters = [(self.fresh("a"), kind) for kind in kinds]
        recursive = self.chance(25)
        self.emit(f"def {name}({', '.join(n for n, _ in parameters)}{', depth=3' if recursive else ''}):")
        self.indent += 1
        if self.chance(12):
            self.emit("global G0")
        self.locals(parameters)
        self.loop(3) if self.chance(80) else self.statement(3)
        for _ in range(self.random.randint(1, 4)):
            self.statement(3)
        if recursive:
            kind = self.pick("ifs")
            self.emit(f"if depth > 0: {self.variable_to_set(kind)} = {name}({', '.join(self.expression(k, 1) for k in kinds)}, depth - 1)[{'ifs'.index(kind)}]")
        self.emit(f"return {self.result()}")
        self.indent -= 1
        self.functions.append((name, kinds))

    def generator_function(self):
        name = self.fresh("generate")
        self.emit(f"def {name}(a1):")
        self.indent += 1
        self.in_generator = True
        self.locals([("a1", "i")])
        self.loop(2)
        for _ in range(self.random.randint(1, 3)):
            self.statement(2)
        self.emit(f"yield {self.variable('i')}")
        self.in_generator = False
        self.indent -= 1
        self.generators.append(name)

    def coroutine(self):
        name = self.fresh("coroutine")
        self.emit(f"async def {name}(a1):")
        self.indent += 1
        self.in_coroutine = True
        self.locals([("a1", "i")])
        self.loop(2)
        self.statement(2)
        self.emit(f"return {self.result()}")
        self.in_coroutine = False
        self.indent -= 1
        self.coroutines.append(name)

    def drive(self):
        rounds = self.random.choice([4, 6, 12, 25])
        self.emit(f"for turn in range({rounds}):")
        self.indent += 1
        self.scope = {"i": ["turn"]}
        kind = self.random.randint(0, 9)
        if kind < 6 or not self.functions:
            name, kinds = self.pick(self.functions)
            arguments = [self.pick([self.expression(k, 1), self.literal(k), "turn" if k == "i" else self.literal(k)]) for k in kinds]
            if self.chance(25):
                position = self.random.randrange(len(arguments))
                arguments[position] = f"({arguments[position]} if turn != {self.random.randint(1, rounds)} else {self.pick(WRONG)})"
            call = f"{name}({', '.join(arguments)})"
        elif kind < 8 and self.generators:
            call = self.pick([f"list({self.pick(self.generators)}(turn))[:9]", f"talk({self.pick(self.generators)}(turn), turn)", f"sum({self.pick(self.generators)}(turn))"])
        elif self.coroutines:
            call = f"finish({self.pick(self.coroutines)}(turn))"
        else:
            call = self.expression("i", 3)
        self.emit(f"try: show({call})")
        self.emit("except Exception as error: failed(error)")
        self.indent -= 1

    def program(self):
        for _ in range(self.random.randint(0, 2)):
            self.generator_function()
        for _ in range(self.random.randint(1, 3)):
            self.function()
        if self.chance(35):
            self.coroutine()
        if self.chance(30):
            self.generator_function()
        for _ in range(self.random.randint(2, 5)):
            self.drive()
        self.emit("sys.settrace(None); sys.setprofile(None)")
        self.emit("show((G0, G1, GF, LIST, TABLE, len(NOTES), NOTES[-5:]))")
        self.emit("for event in EVENTS: print(*event)")
        return HOT_PRELUDE + "\n".join(self.lines) + "\n"


HOT_PRELUDE = '''import gc, itertools, math, sys
G0, G1, GF = 3, 10, 0.25
LIST, TABLE, NOTES, EVENTS = [1, 2, 3, 4, 5], {0: 1, 1: 2, 2: 3, 3: 4}, [], []
def show(value):
    try: text = repr(value)
    except Exception as error: return failed(error)
    print(text if len(text) < 300 else text[:150] + "..." + str(len(text)) + text[-50:])
def failed(error):
    lines, step = [], error.__traceback__
    # CPython tells the line before that of an unbound name once it runs its pairs of instructions.
    while not isinstance(error, NameError) and step is not None and len(lines) < 12:
        lines.append(step.tb_lineno)
        step = step.tb_next
    print("!", type(error).__name__, str(error)[:200], lines, type(error.__context__).__name__, type(error.__cause__).__name__)
def note(value):
    if len(NOTES) < 400: NOTES.append(value)
def set_global(value):
    global G0, GF
    G0, GF = value, 2.5 if value else 7
def follow(frame, event, argument):
    # The return of the function that switches it on is the caller's to see, or not.
    if frame.f_code.co_filename == __file__ and len(EVENTS) < 300: EVENTS.append((event, frame.f_code.co_name, frame.f_lineno))
    return follow
def star(*values): return len(values) + sum(v for v in values if isinstance(v, int))
def named(a, *rest, k=1, **others): return a + k
class Thing:
    shared = 5
    def __init__(self, p, q=2): self.p, self.q, self.r = p, q, 1.5
    def step(self, n): self.p += n; return self.p & 0xFFFF
    plain = step
    @property
    def twice(self): return self.p * 2
    @twice.setter
    def twice(self, value): self.p = value
    @staticmethod
    def fixed(n): return n + 1
    @classmethod
    def made(cls, n): return cls(n)
    def itself(self): return self
    def __add__(self, other): return self.p + other if isinstance(other, int) else NotImplemented
    def __rsub__(self, other): return other - self.p
    def __mul__(self, other): return type(self)(self.p & 7)
    def __iadd__(self, n): self.p += n; return self
    def __getitem__(self, n): return self.p ^ n
    def __setitem__(self, n, value): self.q = n
    def __call__(self, n): return self.step(n)
    def __len__(self): return abs(self.p) & 3
    def __eq__(self, other): return self.p == getattr(other, "p", None)
    def __lt__(self, n): return self.p < n
    def __bool__(self): return self.p != 0
    def __iter__(self):
        for u in range(3): yield u
    def __str__(self): return type(self).__name__
    def __repr__(self): return f"<{self} {getattr(self, 'p', '?')!r:.20}>"
class Slotted(Thing):
    __slots__ = ("s1", "s2")
    __match_args__ = ("p",)
    def step(self, n):
        self.s1 = n
        return super().step(n) + self.s1
class Child(Thing):
    def __init__(self, p, q=3):
        super().__init__(p, q)
        self.c = [p]
    def step(self, n): return super().step(n) + 1
    def __getattr__(self, name):
        if name == "zz": return 1
        raise AttributeError(name)
class Wide:
    def __init__(self, p): self.p = p
    for _ in range(3): exec(f"def m{_}(self): return {_}")
    def __getattr__(self, name): return len(name)
    def __add__(self, other): return 11
    def __radd__(self, other): return 12
    def __lt__(self, other): return NotImplemented
    def __index__(self): return 4
    def __float__(self): return 0.5
    def __repr__(self): return "<Wide>"
    def __str__(self): return "wide"
def other_step(self, n): return n * 2
def other_init(self, p, q=9): self.q = q; self.p = p; self.r = 1; self.c = 0
class Manager:
    def __init__(self, value, suppresses): self.value, self.suppresses = value, suppresses
    def __enter__(self): return self.value
    def __exit__(self, kind, value, traceback): return self.suppresses
class Awaitable:
    def __init__(self, count): self.count = count
    def __await__(self):
        for i in range(2): yield i
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
def finish(coroutine):
    steps = 0
    try:
        while True: coroutine.send(None); steps += 1
    except StopIteration as end: return steps, end.value
def talk(generator, turn):
    got = []
    try:
        got.append(next(generator))
        for i in range(6): got.append(generator.send(i) if i != turn % 7 else generator.throw(ValueError(i)))
    except StopIteration: got.append("stop")
    finally: generator.close()
    return got
'''
