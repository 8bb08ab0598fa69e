import sys


def attempt(text):
    try:
        print(text, len(eval(text)))
    except (MemoryError, OverflowError, ValueError) as error:
        print(text, type(error).__name__, error)


for text in [
    "'a' * sys.maxsize", "'\\u20ac' * (sys.maxsize // 2)", "'a'.rjust(sys.maxsize)", "'a'.ljust(10**18)", "'a'.center(sys.maxsize)",
    "format('a', '9223372036854775807')", "'%1000000000000000d' % 1", "bytes(sys.maxsize)", "bytes(sys.maxsize - 100)",
    "bytearray(sys.maxsize)", "b'a' * 10**18", "[0] * 10**15", "(0,) * sys.maxsize", "1 << 10**15", "[None] * 2**62", "'ab' * 2**62",
    "'\\t\\t'.expandtabs(2**62)", "'a'.zfill(10**18)", "(1).to_bytes(10**18, 'big')", "('a' * 2**20).replace('a', 'b' * 2**45)",
    "list(range(10**15))", "b''.join([b'a' * 2**20] * 2**30)",
]:
    attempt(text)
