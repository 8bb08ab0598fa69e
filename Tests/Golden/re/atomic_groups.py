"""What an atomic group has taken it does not give back, whatever follows."""

import re

for pattern in (
    r"(?>.*).", r"(?>.*)c", r"(?>a*)a", r".*+.", r"(?>ab*)b", r"(?>[abc]*).", r"(?>.*?c)c", r"x*+x", r"(?>.)b", r"(?s)(?>.*).",
    r"(?>.+).", r"(?>\w*)\w", r"(?>a|ab)c", r"(?>a??)b", r"(?:(?>a*))*b", r"(?>a{1,2})a",
):
    print(pattern, [match and match.span() for match in (re.match(pattern, text) for text in ("abc", "aaa", "xxx", "ab"))])

buffer = bytearray(b"xyx")
matches = re.finditer(b"x", buffer)
try:
    buffer.extend(b"more")
except BufferError as error:
    print(error)
print([match.span() for match in matches])
del matches
buffer.extend(b"more")
print(buffer)
