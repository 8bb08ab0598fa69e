class Rule:
    def __init__(self, divisor, text):
        self.divisor = divisor
        self.text = text

    def __call__(self, n):
        return self.text if n % self.divisor == 0 else ""


def play(rules, n):
    for i in range(1, n + 1):
        yield "".join(rule(i) for rule in rules) or f"{i}"


rules = [Rule(3, "Fizz"), Rule(5, "Buzz"), Rule(7, "Bazz")]
for line in play(rules, 105):
    print(line)
