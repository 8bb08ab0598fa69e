"""Node classes: fields, attributes, docstrings, constructors, copies."""
import _ast, ast, copy
for name, v in vars(_ast).items():
    if isinstance(v, type) and issubclass(v, ast.AST):
        print(name, v.__base__, v._fields, v._attributes, v.__match_args__, v.__module__, repr(v.__doc__))
        print({k: x for k, x in vars(v).items() if x is None and k != "__doc__"})
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ast.Name(1, 2, 3))
t(lambda: ast.Name("a", id="b"))
t(lambda: vars(ast.Name("a", foo=3)))
t(lambda: ast.AST(1))
t(lambda: ast.Constant(1).kind)
t(lambda: ast.Constant().value)
t(lambda: ast.Name("a").__reduce_ex__(2))
class N(ast.AST): _fields = 5
t(lambda: N())
class N(ast.AST): _fields = ("a", 1)
t(lambda: N(1, 2))
class N(ast.AST): _fields = ("a", "b")
t(lambda: vars(N(1)))
t(lambda: N(1, 2, 3))
t(lambda: ast.parse("a").body[0].value.ctx is ast.parse("b").body[0].value.ctx)
x = ast.AST()
x.foo = 3
print(x.__dict__, x._fields)
tree = ast.parse("def f(a, *b, c=1, **d) -> int:\n  '''x'''\n  return [a for a in b if a] + f'{a!r:>{c}}'")
print(ast.dump(copy.deepcopy(tree), include_attributes=True, indent=1))
print(ast.unparse(tree))
match tree.body[0]:
    case ast.FunctionDef(name, args): print(name, args.vararg.arg)
print(ast.literal_eval("{'a': [1, -2.5, (3+4j)], b'x': {1, 2}, None: ...}"))
class T(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Constant(len(node.id)), node)
e = ast.parse("abc + de * f", mode="eval")
print(eval(compile(T().visit(e), "x", "eval")))
print(eval(compile(ast.fix_missing_locations(ast.Expression(ast.Constant((1, -2**99, frozenset([-2**70]), 1.5j, b"x", "é\ud800")))), "f", "eval")))
