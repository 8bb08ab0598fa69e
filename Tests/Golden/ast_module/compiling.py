import ast


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


SOURCES = ["x: int = 1", "async def f():\n async with a as b: await c", "match x:\n case [1, *_] | {'a': b, **r} if b: pass\n case P(1, k=2): pass",
    "try: pass\nexcept* E as e: raise X from e", "lambda a, /, b=1, *c, d, **e: 0", "f'{a!r:>{w}}' 'b'", "del a, b[1:2, ...]",
    "with (a, b as c): pass", "@d\nclass C(B, m=M):\n 'doc'", "global g; nonlocal n" if False else "global g",
    "[i async for i in x if i] + {**a} or not b < c in d", "print(*a, **k)", "x = y = (yield)" if False else "x = y = 1",
    "if (n := 1): pass\nelif 2: ...\nelse: 3", "while 1: break\nelse: continue" if False else "while 1: break", "a[b].c += -1j"]
for source in SOURCES:
    tree = ast.parse(source)
    print(ast.dump(tree), "|", ast.unparse(tree))
    again = ast.parse(ast.unparse(tree))
    assert ast.dump(again) == ast.dump(tree)
node = ast.parse("a + b", mode="eval").body
print(node._fields, node._attributes, node.lineno, node.col_offset, node.end_col_offset, ast.get_source_segment("a + b", node.right),
    list(ast.iter_child_nodes(node)), [n for n, _ in ast.iter_fields(node)])
e = ast.Expression(ast.BinOp(ast.Constant(2), ast.Pow(), ast.Constant(5)))
show("locations", lambda: compile(e, "f", "eval"))
print(eval(compile(ast.fix_missing_locations(e), "f", "eval")), ast.increment_lineno(node, 3).lineno)
for tree, mode in [(ast.Module([ast.Expr(ast.Name("x"))], []), "exec"), (ast.Expression(ast.Name("x", ast.Store())), "eval"),
    (ast.Expression(ast.Constant([1])), "eval"), (ast.Module([ast.Pass()], []), "eval"), (ast.Expression(5), "eval"), (ast.Module([], []), "exec"),
    (ast.Expression(ast.BoolOp(ast.And(), [])), "eval"), (ast.Expression(ast.Name("None", ast.Load())), "eval"),
    (ast.Expression(ast.Dict([ast.Constant(1)], [])), "eval"), (ast.Module([ast.Delete([])], []), "exec"),
    (ast.Module([ast.Assign([ast.Constant(1)], ast.Constant(2))], []), "exec"), (ast.Expression(ast.Compare(ast.Constant(1), [], [])), "eval"),
    (ast.Module([ast.FunctionDef("f", ast.arguments([], [], None, [], [], None, []), [], [])], []), "exec")]:
    show(ast.dump(tree) if not isinstance(getattr(tree, "body", None), int) else "5",
        lambda: type(compile(ast.fix_missing_locations(tree) if not isinstance(getattr(tree, "body", None), int) else tree, "f", mode)).__name__)
for text in ("[1, -2.5, 'a', None, {'k': (True, b'x')}, {1}]", "1 + 2j", "-1", "+1", "f()", "a", "[1", "2 ** 3", "set()", " 1", "{**a}",
    "1 if 1 else 2", "..."):
    show(text, lambda: ast.literal_eval(text))
show("positional", lambda: ast.Name("a", ast.Load(), 3))
show("keyword", lambda: ast.dump(ast.Name(id="q", extra=1)))
show("missing", lambda: ast.Name().id)
show("feature", lambda: ast.parse("match x:\n case 1: pass", feature_version=(3, 8)))
show("type comments", lambda: ast.dump(ast.parse("x = 1 # type: int", type_comments=True).body[0]))
show("func type", lambda: ast.dump(ast.parse("(int, *str) -> bool", mode="func_type")))
show("syntax", lambda: ast.parse("def"))
show("null", lambda: ast.parse("a\0"))
print(ast.parse(b"# coding: latin-1\n'\xe9'").body[0].value.value, ast.PyCF_ONLY_AST, isinstance(ast.parse("1"), ast.AST),
    ast.Add().__class__.__mro__[1], ast.Constant(1).kind, ast.dump(ast.parse("u'a'").body[0]), ast.Num(5).n if hasattr(ast, "Num") else "")
