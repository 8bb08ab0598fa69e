"""Error handlers that put other bytes into the exception, or ask to go on where nothing is."""

import codecs

data = [
    (b"\xff", "utf-8"), (b"\xff", "ascii"), (b"+x80\xff", "utf-7"), (b"\xff", "utf-16"), (b"\xff", "utf-32"), (b"\\U0", "unicode-escape"),
    (b"\\uyyyy", "raw-unicode-escape"), (b"\xd8\xd8\xd8\xd8\xd8\x00\x00\x00", "utf-16-le"), (b"\x11\x11\x11\x11\x11\x00\x00\x00", "utf-32-le"),
]


def far(error):
    return "?", 999


def emptied(error):
    error.object = b""
    return "?", error.end


def longer(error):
    error.object = b"\x00" * 8
    return "?", error.start


def swapped(error):
    again = error.object == b"A" * 8
    error.object = b"A" * 8
    return "<>", 8 if again else -4


def no_bytes(error):
    error.object = "text"


def one_on(error):
    return "?", error.start + 1


for handler in (far, emptied, longer, swapped, no_bytes, one_on):
    codecs.register_error("test." + handler.__name__, handler)
    for encoded, encoding in data:
        try:
            print(handler.__name__, encoding, ascii(encoded.decode(encoding, "test." + handler.__name__)))
        except Exception as error:
            print(handler.__name__, encoding, repr(error))
