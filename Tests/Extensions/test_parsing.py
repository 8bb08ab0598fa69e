# Arguments parsed by every format, and values built by every format.
import parsing

def show(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print("  ", ascii(result), type(result).__name__)
    except BaseException as error:
        print("  ", type(error).__name__, ascii(error))

class Index:
    def __index__(self): return 5
class Float:
    def __float__(self): return 2.5
class Complex:
    def __complex__(self): return 1j
class Text(str): pass

texts = ["abc", "é", "a\0b", b"abc", b"a\0b", bytearray(b"xy"), None, 3, Text("sub"), memoryview(b"mv"), "\ud800"]
numbers = [0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65536, 2**31 - 1, 2**31, -2**31 - 1, 2**32, 2**63 - 1, 2**63, 2**64, -2**63, True, 1.5, "1", None, Index(), Float()]
for code in "s s# s* z z# z* y y# y* w* S Y U es et es# es#fixed".split():
    print(code)
    for value in texts: show(parsing.parse, code, (value,))
for code in "b B h H i I l k L K n f d D p c C".split():
    print(code)
    for value in numbers: show(parsing.parse, code, (value,))
print("c, C")
for value in ["a", "é", "😀", "ab", b"a", b"ab", bytearray(b"z"), 97]:
    show(parsing.parse, "c", (value,))
    show(parsing.parse, "C", (value,))
print("D"); show(parsing.parse, "D", (2 + 3j,)); show(parsing.parse, "D", (Complex(),))
print("objects")
for value in [[1], (1,), None, 5, "x"]:
    for code in ["O", "O!", "O&"]: show(parsing.parse, code, (value,))
print("tuples and counts")
show(parsing.parse, "(ii)", ((1, 2),)); show(parsing.parse, "(ii)", ((1,),)); show(parsing.parse, "(ii)", ([1, 2],)); show(parsing.parse, "(ii)", (3,))
show(parsing.parse, "(ii)", ("ab",))
show(parsing.parse, "(i(is))O", ((1, (2, "x")), None)); show(parsing.parse, "(i(is))O", ((1, (2, 3)), None))
for arguments in [(), (1,), (1, 2), (1, 2, 3)]:
    for code in ["i|i", "|ii:name", "ii;text", ":none"]: show(parsing.parse, code, arguments)
show(parsing.parse, "bad", (1,))
print("keywords")
show(parsing.keywords, 1); show(parsing.keywords, 1, 5, d=6); show(parsing.keywords, 1, b=7, c="x"); show(parsing.keywords); show(parsing.keywords, 1, 2, 3, 4)
show(parsing.keywords, 1, 2, b=3); show(parsing.keywords, 1, e=3); show(parsing.keywords, a=1); show(parsing.keywords, "x"); show(parsing.keywords, 1, b="y"); show(parsing.keywords, 1, d=None)
show(parsing.required); show(parsing.required, 1); show(parsing.required, y=1); show(parsing.required, x=1, y=2); show(parsing.required, 1, 2, 3); show(parsing.required, 1, x=2); show(parsing.required, 1, y=2, z=3)
print("others")
for arguments in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4)]: show(parsing.unpack, *arguments)
show(parsing.old_style, 3); show(parsing.old_style, "x"); show(parsing.old_style, 2**40)
print("building")
show(parsing.build); show(parsing.build_few)
for which in range(4): show(parsing.build_bad, which)
for value in [1, "é", None, [1, "x"]]: show(parsing.format, value)
show(parsing.bytes_format)
