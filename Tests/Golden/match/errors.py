def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in ["match x:\n case a: pass\n case b: pass", "match x:\n case _: pass\n case 1: pass", "match x:\n case a | 1: pass", "match x:\n case 1 | a: pass", "match x:\n case [a] | [b]: pass", "match x:\n case a, a: pass", "match x:\n case {'a': b, 'a': c}: pass", "match x:\n case {**a, 'b': 1}: pass", "match x:\n case {**_}: pass", "match x:\n case [*a, *b]: pass", "match x:\n case f(): pass", "match x:\n case f(a, b=1, c): pass", "match x:\n case f(a=1, a=2): pass", "match x:\n case 1 + 2: pass", "match x:\n case 1 + 2j: pass", "match x:\n case -a: pass", "match x:\n case a.b.c: pass", "match x:\n case a as b.c: pass", "match x:\n case a as _: pass", "match x:\n case 1 as 2: pass", "match x:\n case f'a': pass", "match x:\n pass", "match x:\n case 1:\n", "match x:", "match:\n case 1: pass", "case 1: pass", "match x:\n case: pass", "match x:\n case {a: 1}: pass", "match x:\n case {1 | 2: a}: pass", "match x:\n case *a: pass", "match x:\n case *a,: pass", "match x:\n case (a if b): pass", "match x:\n case a if b: pass", "match (x):\n case (1): pass", "match x\n case 1: pass", "match x:\n case True.x: pass", "match x:\n case 'a' 1: pass", "match x:\n case ((a)): pass"]:
    check(source)
