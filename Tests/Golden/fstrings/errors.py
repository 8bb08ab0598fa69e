def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in [
    "f'{'", "f'}'", "f'{}'", "f'{ }'", "f'{x'", "f'{x!}'", "f'{x!z}'", "f'{x!r'", "f'{x:'", "f'{x:{y'", "f'{x!rr}'", "f'{a b}'", "f'{x:{y:{z}}}'", "f'{x:{y:{z:{w}}}}'",
    "f'{\\n}'", "f'{\"\\\\\"}'", "f'{#}'", "f'{x#}'", "f'{(}'", "f'{)}'", "f'{(x]}'", "f'{lambda x: 1}'", "f'{*}'", "f'{**x}'", "f'{x=y}'", "f'{x:=}'", "f'{1 = 2}'",
    "f'{!r}'", "f'{:x}'", "f'{,}'", "f'{x,}'", "f'{yield}'", "f'{a $ b}'", "f''' {\n x\n y }'''", "f'{a[}'", "f'{x!s :}'", "f'{x ! s}'", "f'{\"'", "f'{x}}'", "f'{{x}'", "bf'{x}'", "fb''", "uf''", "f'{0x}'",
]:
    check(source)
