"""A tokenizer, a recursive-descent parser, a tree walker and a printer for arithmetic expressions."""


class ParseError(Exception):
    pass


def tokenize(text):
    tokens = []
    i = 0
    size = len(text)
    while i < size:
        char = text[i]
        if char.isspace():
            i += 1
        elif char.isdigit():
            start = i
            while i < size and text[i].isdigit():
                i += 1
            tokens.append(("number", int(text[start:i])))
        elif char.isalpha():
            start = i
            while i < size and (text[i].isalnum() or text[i] == "_"):
                i += 1
            tokens.append(("name", text[start:i]))
        elif char in "+-*/%(),":
            tokens.append((char, char))
            i += 1
        else:
            raise ParseError(f"unexpected {char!r} at {i}")
    tokens.append(("end", None))
    return tokens


class Parser:
    binary = {"+": 1, "-": 1, "*": 2, "/": 2, "%": 2}

    def __init__(self, text):
        self.tokens = tokenize(text)
        self.index = 0

    def peek(self):
        return self.tokens[self.index][0]

    def advance(self):
        token = self.tokens[self.index]
        self.index += 1
        return token

    def expect(self, kind):
        if self.peek() != kind:
            raise ParseError(f"expected {kind}, found {self.peek()}")
        return self.advance()[1]

    def parse(self):
        tree = self.expression(0)
        self.expect("end")
        return tree

    def expression(self, level):
        left = self.unary()
        while True:
            operator = self.peek()
            precedence = self.binary.get(operator, 0)
            if precedence <= level:
                return left
            self.advance()
            left = (operator, left, self.expression(precedence))

    def unary(self):
        if self.peek() == "-":
            self.advance()
            return ("neg", self.unary())
        return self.primary()

    def primary(self):
        kind, value = self.advance()
        if kind == "number":
            return ("number", value)
        if kind == "name":
            if self.peek() != "(":
                return ("name", value)
            self.advance()
            arguments = [self.expression(0)]
            while self.peek() == ",":
                self.advance()
                arguments.append(self.expression(0))
            self.expect(")")
            return ("call", value, arguments)
        if kind == "(":
            inner = self.expression(0)
            self.expect(")")
            return inner
        raise ParseError(f"unexpected {kind}")


def evaluate(tree, names):
    match tree:
        case ("number", value):
            return value
        case ("name", name):
            return names[name]
        case ("neg", inner):
            return -evaluate(inner, names)
        case ("call", name, arguments):
            return names[name](*[evaluate(argument, names) for argument in arguments])
        case (operator, left, right):
            a = evaluate(left, names)
            b = evaluate(right, names)
            if operator == "+":
                return a + b
            if operator == "-":
                return a - b
            if operator == "*":
                return a * b % 1000003
            if b == 0:
                raise ZeroDivisionError("in expression")
            return a // b if operator == "/" else a % b


def show(tree):
    kind = tree[0]
    if kind in ("number", "name"):
        return str(tree[1])
    if kind == "neg":
        return f"-{show(tree[1])}"
    if kind == "call":
        return f"{tree[1]}({', '.join(map(show, tree[2]))})"
    return f"({show(tree[1])} {kind} {show(tree[2])})"


SOURCES = [
    "1 + 2 * 3 - 4 / (5 + x)",
    "max(x, y * 2, 17) * (y - -3) % 101",
    "((((x + 1) * (y + 2)) - 3) * 4 + min(x, 9)) / 7",
    "x * x * x - 3 * x * x + 7 * x - total_1 % 13",
    "10 / (x - x)",
    "2 + + 3",
    "square(x) + square(y + square(2)) - 1 * -x",
]


def main(rounds):
    names = {"max": max, "min": min, "square": lambda value: value * value, "total_1": 5}
    checksum = errors = length = 0
    for number in range(rounds):
        names["x"] = number
        names["y"] = number % 17
        for source in SOURCES:
            try:
                tree = Parser(source).parse()
                checksum += evaluate(tree, names)
                length += len(show(tree))
            except (ParseError, ZeroDivisionError) as error:
                errors += len(str(error))
    return checksum, length, errors


print(*main(9000))
