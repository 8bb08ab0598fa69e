"""Names that search functions get, and errors of codecs that Python code registered."""

import codecs


def search(name):
    print("  asked for", ascii(name))
    if name == "test_codec":
        return codecs.CodecInfo(fail, fail, name=name)


error_to_raise = None


def fail(*args, **keywords):
    raise error_to_raise


codecs.register(search)
for name in ("AAA-8", "AAA---8", "AAA   8", "aaa\xe9\u20ac-8", "AAA.8", "A..b", "-a-", "a_-_b", "A\tB", "__a", "\xe9", "9-X", "a!b"):
    try:
        codecs.lookup(name)
    except LookupError as error:
        print(ascii(str(error)))


class Custom(RuntimeError):
    pass


class WithInit(RuntimeError):
    def __init__(self, text):
        super().__init__(text)


with_attribute = RuntimeError("has an attribute")
with_attribute.attribute = 1
for error_to_raise in (
    RuntimeError, RuntimeError("text"), Custom("text"), WithInit("text"), RuntimeError("a", "b"), RuntimeError(1), with_attribute,
    KeyError("key"), OSError(2, "no"), StopIteration("x"), UnicodeError("u"), ZeroDivisionError,
):
    for call in (
        lambda: "text".encode("test_codec"), lambda: b"bytes".decode("test codec"), lambda: codecs.encode(1, "test_codec"),
        lambda: codecs.decode(b"x", "test_codec", "strict"),
    ):
        try:
            call()
        except Exception as error:
            print(repr(error), "from", repr(error.__cause__))
for codec, data in (("hex", b"abc"), ("zlib", b"abc"), ("base64", b"a")):
    try:
        codecs.decode(data, codec)
    except Exception as error:
        print(repr(error), "from", repr(error.__cause__))
codecs.unregister(search)
