b = b"  Hello, World  "
print(b.upper(), b.lower(), b.title(), b.swapcase(), b.strip(), b.lstrip(), b.rstrip(), b.strip(b" Hd"), b.capitalize(), b"abc".center(7, b"*"), b"abc".ljust(5), b"abc".rjust(5, b"-"), b"-5".zfill(4))
print(b.split(), b.split(b","), b"a,b,,c".rsplit(b",", 1), b"a\nb\r\nc".splitlines(), b"a=b".partition(b"="), b"a=b=c".rpartition(b"="), b",".join([b"a", bytearray(b"b"), memoryview(b"c")]))
print(b.find(b"o"), b.rfind(b"o"), b.index(108), b.count(b"l"), b.count(108), b.replace(b"l", b"L", 1), b.startswith(b"  H"), b.endswith((b"x", b" ")), b"abc".find(98), b"abc".find(b"x"), b.removeprefix(b"  "), b.removesuffix(b"  "))
print(b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"A".isupper(), b"a".islower(), b"Ab".istitle(), b"\xe9".isalpha(), b"a".isascii(), b"\xff".isascii(), b"\xe9".upper())
print(b"abc".translate(bytes(range(256)), b"b"), b"abc".translate(None, b"a"), bytes.maketrans(b"ab", b"xy")[97:99], b"abc".translate(bytes.maketrans(b"a", b"z")), b"a\tb".expandtabs(4))
print(b"abc".hex(), b"abcdef".hex(":"), b"abcdef".hex("-", 2), b"abcdef".hex("-", -4), bytes.fromhex("61 62 63"), bytes.fromhex("6162"), b"abc".decode(), b"".hex())
