# The lexer's own tokens.
from _tokenize import TokenizerIter

for source in (
    "x = 1\n", "x = 1", "def f(a, *b):\n    return a\n\nx\n", "", "\n\n", "# c\nx\n", "x = (\n 1,\n)\n", "'''a\nb''' + é\n",
    "if 1:\n\tif 2:\n\t\tpass", "x \\\n y\n", "(", "x = 'a", "$", "a ? b", "1_0 0777", "if 1:\n  x\n y", "é = 'ü'; x",
    "async def f(): await x", "a -> b := c ... != <> //= **= @=", "f'{x}' b'a' rb'x'", "x\r\ny\r\n", "x = 1 # type: int\n",
    "0x", "1__0", "x;", "x\n\n\n  \n", "(1]", ")", "'''abc", "x = \\",
):
    print(ascii(source))
    try:
        for token in TokenizerIter(source):
            print("  ", ascii(token))
    except SyntaxError as error:
        print("  ", type(error).__name__, ascii(error.args))
for arguments in ((), (1,), (b"x",), ("x", "y"), ("x\0y",)):
    try:
        TokenizerIter(*arguments)
    except Exception as error:
        print(type(error).__name__, error)
