# Offsets of errors in bytes whose encoding is not declared count bytes; in text they count characters.
for source in ("if 1:\n   x\n é = 'ü'\n", "é\\n", "f('é', [1,\n", "x = ('é' \\ 2)\n", "'é' 'a\n", "é = 1 1\n"):
    for given in (source, source.encode(), b"# coding: utf-8\n" + source.encode()):
        try:
            compile(given, "f", "exec")
        except SyntaxError as error:
            print(type(error).__name__, error.msg, error.lineno, error.offset, error.end_offset)
