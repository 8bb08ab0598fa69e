def tokenize(s): return s.replace("(", " ( ").replace(")", " ) ").split()
def parse(t):
    x = t.pop(0)
    if x == "(":
        l = []
        while t[0] != ")": l.append(parse(t))
        t.pop(0)
        return l
    try: return int(x)
    except ValueError: return x
class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, n):
        if n in self: return self
        if self.outer is None: raise NameError(f"unbound {n}")
        return self.outer.find(n)
def ev(x, env):
    match x:
        case str(): return env.find(x)[x]
        case int(): return x
        case ["if", t, a, b]: return ev(a if ev(t, env) else b, env)
        case ["define", str(n), e]: env[n] = ev(e, env)
        case ["lambda", [*ps], body]: return lambda *a: ev(body, Env(ps, a, env))
        case ["begin", *es, last]:
            for e in es: ev(e, env)
            return ev(last, env)
        case [f, *a]: return ev(f, env)(*[ev(i, env) for i in a])
        case _: raise SyntaxError(f"bad {x}")
g = Env()
g.update({"+": lambda *a: sum(a), "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "=": lambda a, b: a == b, "list": lambda *a: list(a), "map": lambda f, l: [f(i) for i in l]})
for s in ["(+ 1 2 3)", "(begin (define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1)))))) (fact 20))", "(begin (define adder (lambda (n) (lambda (m) (+ n m)))) ((adder 3) 4))", "(map (lambda (x) (* x x)) (list 1 2 3))", "(begin (define fib (lambda (n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))) (fib 15))", "(undefined 1)", "()", "(1 2)"]:
    try:
        print(ev(parse(tokenize(s)), g))
    except Exception as e:
        print(type(e).__name__, e)
