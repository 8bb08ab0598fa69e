def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in [
    "if x:\npass", "  x = 1", "if x:\n    a\n  b", "if x:\n\ta\n        b", "def f():\n", "for x in y:\n# c\n", "class A:\n\n\nx",
    "if 1:\n    a\n     b", "while 1:\n  x\n\ty", "try:\n  a\nexcept:\nb", "with a:\nb", "match x:\ncase 1:\n pass", "else:\n  x",
    "x = 1\n  y = 2", "if x: \n    pass\n   else: pass", "try:\n    x\n", "@d\nx", "elif x: pass",
]:
    check(source)
