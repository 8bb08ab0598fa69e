# Positions of nodes, source segments, unparse of every construct and its round trip, literal_eval, visitors, errors of compile().
import ast

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



SOURCE = '''\
async def f(a, /, b: int = 1, *args: str, c, d=2, **kw) -> None:
    "doc"
    async for x in y: await z
    async with a as b, c as (d, e): pass
    return [x async for x in y if x if y]
@deco(1)
class C(Base, metaclass=M, **kw):
    x: int
    y: int = 5
    (z): int = 6
def g():
    global q; nonlocal_ = yield; del a, b[0], c.d
    yield from h(); raise E from None; assert a, "m"
    while x: break
    else: continue_ = 1
    try: pass
    except (A, B) as e: pass
    except: raise
    else: pass
    finally: pass
    try: pass
    except* E: pass
    import a.b as c, d; from . import x; from ..y import (z as w); from q import *
match v:
    case {"k": 1, **rest} | [a, *_, 2] if g: pass
    case C(x, y=None) as z: pass
    case -1 | 1+2j | "s" "t" | a.b | True: pass
    case _: pass
x = y = lambda a, *b, c=1, **d: (a, *b)
x += 1; x @= 2; a[1:2, ::3, ...] = b
r = f"{x!r:>{w}} {{}} {'q'} {y=}" + b"b" rb'\\x' + 'e\\n\\'"'
s = a if b else c or d and not e; t = (x := 5), {**a, 'b': 1}, {*a, 2}, {k: v for k, v in z}, {i for i in j}, (g for g in h)
u = -1 ** 2, (-1) ** 2, not (a == b), (not a) == b, a < b <= c is not d not in e, ~a << b | c ^ d & e, (a, b)[0], (yield_)(x)(*y, k=z, **w), 1 .real, 1.5e300 * 1e400, 2j, ..., -x ** -y, (a if b else c) if d else e, (lambda: x)(), [*a, *b], await_, 'a' % (b,), "\\u1234\\ud800", a @ b // c, x[a, b], x[(a, b):c], x[*a]
with (open(a) as b, c): pass
if a: pass
elif b: pass
else: pass
for (a, b), *c in d: pass
'''
tree = ast.parse(SOURCE)
for node in ast.walk(tree):
    if hasattr(node, "lineno"):
        print(type(node).__name__, (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset), ascii(ast.get_source_segment(SOURCE, node))[:40], end="; ")
print()
text = ast.unparse(tree); print(ascii(text)); print(ast.dump(ast.parse(text)) == ast.dump(tree))
for form in ("(a)+(b)*c", "a**-b", "(-a)**b", "(a:=1)", "x[(a:=1)]", "f(a for a in b)", "f((a for a in b), 1)", "(yield)", "a if b else (c if d else e)", "(a if b else c) if d else e", "lambda: (yield)", "not not a", "- -a", "+-~a", "(a,)", "()", "[]", "{}", "a.b.c[d](e)", "(1).real", "1.0.real", "'\\''", "'\"'", "'\\'\"'", "f'{a!s}'", "f'{a:{b}}'", "f\"{a['b']}\"", "f'{{}}'", "b'\\x00'", "1e1000", "1+2j", "-1j", "(a < b) < c", "a < (b < c)", "a and (b or c)", "(a and b) or c", "(await_)", "*a, b = c", "x = *a,", "x: (yield) = 1", "a = b = c", "print((yield))", "[x for x in (a if b else c)]", "{**a}", "{*a}", "a[b:c:d]", "a[:]", "a[...]", "a[b, c:d]", "a[()]", "lambda *, a: 0", "lambda a, /: 0", "(lambda: 0)()", "@ (a := b)\nclass C: pass", "def f(): 'd\"\"\"oc\\n'", "try:\n a\nfinally:\n b", "for x in *a, b: pass", "return_ = 1 if (x := 2) else 3", "assert (a, b)", "del (a), (b, c)", "raise", "import a", "with a: pass", "global a", "x = 'a' 'b'", "'\\N{DIGIT ONE}\\t\\r'", "\"\"\"a\nb\"\"\"", "match a:\n case (b, c): pass\n case [d]: pass\n case (): pass\n case {**r}: pass\n case C(): pass\n case 'x' as y: pass\n case (1 | 2) as z: pass"):
    show(ascii(form), lambda: (t := ast.parse(form), u := ast.unparse(t), ast.dump(ast.parse(u)) == ast.dump(t))[1:])
for text in ("1", "-1", "+1", "1+2j", "-1-2j", "1j+2", "'a'", "b'a'", "[1, (2,), {3}, {4: 5}]", "set()", "{*a}", "a", "1+1", "True", "None", "...", "f'x'", "'a' 'b'", "[x for x in y]", "()", " 1", "\t 1", "1\n", "", "1 +", "\0", "-'a'", "--1", "1 if 1 else 2", "dict()", "{1: 2, **{}}", "0x10", "1_000", "nan", "9" * 20, "(" * 50 + ")" * 50):
    show(("literal", text[:20]), lambda: ast.literal_eval(text))
class Names(ast.NodeVisitor):
    def __init__(self): self.seen = []
    def visit_Name(self, node): self.seen.append(node.id)
    def visit_Constant(self, node): self.seen.append(node.value); self.generic_visit(node)
class Swap(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Constant(node.id), node) if node.id == "a" else node
    def visit_Pass(self, node): return None
    def visit_Expr(self, node): self.generic_visit(node); return [node, node]
n = Names(); n.visit(ast.parse("a + b(1, c='x')")); print(n.seen, ast.unparse(Swap().visit(ast.parse("a + b\nif x:\n  pass\n  a"))))
for label, call in {"dump": lambda: ast.dump(ast.parse("a = 1", mode="exec"), indent=1), "dump attributes": lambda: ast.dump(ast.parse("a", mode="eval"), include_attributes=True, annotate_fields=False), "dump type": lambda: ast.dump(3), "fields": lambda: (ast.BinOp._fields, ast.Name("x")._fields, ast.arguments._fields, ast.AST._fields, ast.Name._attributes), "too many": lambda: ast.Name("a", "b", "c"), "twice": lambda: ast.Name("a", id="b"), "odd keyword": lambda: ast.Name(zzz=1).zzz, "missing": lambda: ast.Name().id, "optional": lambda: ast.Return().value, "subclass": lambda: type("N", (ast.Name,), {"_fields": ("x",)})(5).x, "compile incomplete": lambda: compile(ast.Module([ast.Expr(ast.Name("a"))], []), "f", "exec"), "compile no position": lambda: compile(ast.Module([ast.Expr(ast.Name("a", ast.Load()))], []), "f", "exec"), "fix": lambda: compile(ast.fix_missing_locations(ast.Module([ast.Expr(ast.Name("a", ast.Load()))], [])), "f", "exec").co_names, "wrong context": lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Name("a", ast.Store()))), "f", "eval"), "wrong type": lambda: compile(ast.fix_missing_locations(ast.Expression(5)), "f", "eval"), "wrong root": lambda: compile(ast.Name("a"), "f", "eval"), "empty body": lambda: compile(ast.fix_missing_locations(ast.Module([ast.If(ast.Constant(1), [], [])], [])), "f", "exec"), "None in list": lambda: compile(ast.fix_missing_locations(ast.Module([None], [])), "f", "exec"), "identifier type": lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Name(5, ast.Load()))), "f", "eval"), "name None": lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Name("None", ast.Load()))), "f", "eval"), "constant type": lambda: compile(ast.fix_missing_locations(ast.Expression(ast.Constant([1]))), "f", "eval"), "constant tuple": lambda: eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant((1, frozenset({2}))))), "f", "eval")), "negative line": lambda: compile(ast.Expression(ast.Constant(1, lineno=-3, col_offset=0)), "f", "eval"), "end before": lambda: compile(ast.Expression(ast.Constant(1, lineno=3, col_offset=0, end_lineno=1, end_col_offset=0)), "f", "eval"), "only ast": lambda: type(compile("a", "f", "eval", ast.PyCF_ONLY_AST)).__name__, "mode": lambda: ast.parse("1", mode="zz"), "func_type": lambda: ast.dump(ast.parse("(int, *str) -> x", mode="func_type")), "type comments": lambda: ast.parse("x = 1 # type: int", type_comments=True).body[0].type_comment, "type ignores": lambda: ast.dump(ast.parse("x # type: ignore[a]", type_comments=True)), "feature": lambda: ast.parse("match = 1; (x := 1)", feature_version=(3, 7)), "feature low": lambda: ast.parse("1", feature_version=(2, 7)), "increment": lambda: ast.increment_lineno(ast.parse("a"), 5).body[0].lineno, "docstring": lambda: [ast.get_docstring(ast.parse(s)) for s in ("'  a\\n    b'", "1", "b'x'")], "docstring type": lambda: ast.get_docstring(ast.Name("a")), "children": lambda: [type(c).__name__ for c in ast.iter_child_nodes(ast.parse("a + 1").body[0].value)], "Num": lambda: (isinstance(ast.Constant(1), ast.Num), ast.Constant("s").s, ast.Constant(5).n, isinstance(ast.Constant(True), ast.Num)), "pickle": lambda: ast.dump(__import__("pickle").loads(__import__("pickle").dumps(ast.parse("a+1")))), "copy": lambda: ast.dump(__import__("copy").deepcopy(ast.parse("a+1"))), "equal": lambda: ast.Name("a") == ast.Name("a"), "segment padded": lambda: ast.get_source_segment("if 1:\n    x = (1,\n      2)", ast.parse("if 1:\n    x = (1,\n      2)").body[0].body[0].value, padded=True)}.items():
    show(label, call)
