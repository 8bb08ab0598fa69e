# An error handler of a decoder may put other bytes into the exception, which then are what is decoded.
import codecs

def replacing(exc):
    exc.object = 42
    return ("x", 0)
def mutating(exc):
    exc.object = b""
    return ("\u4242", 0)
def swapping(exc):
    if exc.object.startswith(b"ok"): raise ValueError("again")
    exc.object = b"ok" + exc.object[exc.end:]
    return ("<", 0)
codecs.register_error("replacing", replacing)
codecs.register_error("mutating", mutating)
codecs.register_error("swapping", swapping)

data = [
    ("ascii", b"\xff"), ("utf-7", b"++"), ("utf-8", b"\xff"), ("utf-16", b"\xff"), ("utf-32", b"\xff"),
    ("unicode-escape", b"\\u123g"), ("raw-unicode-escape", b"\\u123g"), ("cp1252", b"\x81"),
]
for encoding, text in data:
    for handler in ("replacing", "mutating"):
        try: print(encoding, handler, ascii(text.decode(encoding, handler)))
        except (TypeError, ValueError) as error: print(encoding, handler, type(error).__name__)
for encoding in ("ascii", "utf-8"):
    print(encoding, ascii((b"ab\xff" + b"rest").decode(encoding, "swapping")))

def shorter(exc): return ("\ufffd", exc.start + 1)
codecs.register_error("shorter", shorter)
for text in (b"\xd8\xd8\xd8\xd8\xd8\x00\x00\x00", b"\xd8\xd8\xd8\xd8\x00\xd8\x00\x00", b"\x00\xd8"):
    print(ascii(text.decode("utf-16-le", "shorter")))
print(ascii(b"\x11\x11\x11\x11\x11\x00\x00\x00\x00\x00".decode("utf-32-le", "shorter")))
