for source in ["assert (1, 2)\ncase = 5\nreturn", "x is 5\nbreak", "'a'['b']\nyield", "x is not (-1)\nnonlocal y", "'%s' * -1 is 5"]:
    try:
        compile(source, "<source>", "exec")
    except SyntaxError as error:
        print(error)
for source in ["1.5andx", "1elsey", "1orx", "1 if 1else2", "x = 'é', 0777", "[0x1for x in y]", "1notx"]:
    try:
        compile(source, "<source>", "exec")
        print(source, "ok")
    except SyntaxError as error:
        print(source, error.msg, error.offset, error.end_offset)
