def check(source, mode="exec"):
    try:
        compile(source, "<source>", mode)
    except SyntaxError as error:
        print(repr(source), "->", type(error).__name__, "|", error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
    else:
        print(repr(source), "-> fine")


for source in [
    "1abc", "0x", "0b2", "0o8", "0xg", "1__0", "1_", "01", "0_7", "1e", "1.2.3", "1.e", "0b", "12_", "1e+", "1_.0", "0777", "00123", "1_a", "5in x",
    "$", "a ? b", "!x", "a $ b", "'abc", '"abc', "'''abc", '"""abc\ndef', "'a\nb'", "x = 'abc", "f'abc", "\\", "a \\ b", "a \\\n", "é€", "€ = 1",
    "“x”", "x = “a”", "a\u00a0b", "(", ")", "(]", "[}", "{)", "((1)", "a[1", "{1: 2", "(\n1\n]", "print(1", "x = (1,\ny = 2", "}", "foo(]",
]:
    check(source)
