# Tables that answer with characters, numbers, text, None, nothing, and with what they should not.
def show(text, table):
    try:
        print(ascii(text.translate(table)))
    except Exception as error:
        print(type(error).__name__, error)


show("hello world", str.maketrans("lo", "01"))
show("hello world", str.maketrans("lo", "01", " w"))
show("hello", {ord("l"): None, ord("h"): None, ord("e"): None, ord("o"): None})
show("hello", {ord("l"): "<L>", ord("o"): ""})
show("hello", {ord("l"): 0x20AC})
show("hello", {ord("l"): "\xe9", ord("o"): 0x1F600})
show("h", {ord("h"): "x"})
show("h", {ord("h"): None})
show("hé€", {0xE9: "e", 0x20AC: None, ord("h"): "H"})
show("abc" * 5, {97: 98, 98: 99})
show("abc", {97: -1})
show("abc", {97: 0x110000})
show("abc", {98: 1.5})
show("abc", "xyz")
show("\0\1\2", "xyz")
show("", None)
show("abc", None)


class Counting(dict):
    def __missing__(self, code):
        self[code] = chr(code).upper()
        print("asked", code)
        return self[code]


show("abcabc", Counting())


class Failing:
    def __getitem__(self, code):
        if code == 99:
            raise ValueError("no c")
        raise LookupError


show("ababab", Failing())
show("abc", Failing())
