for data in [b"# coding: nosuch\nx", b"x = '\xff'", b"# coding: utf-8\n'\xe9'", b"\xef\xbb\xbf# coding: latin-1\nx", b"a\x00b"]:
    try:
        compile(data, "<bytes>", "exec")
    except (SyntaxError, ValueError) as error:
        print(type(error).__name__, "|", error.args[0])
try:
    compile("a\0b", "x", "exec")
except (SyntaxError, ValueError) as error:
    print(type(error).__name__, error)
