"""Zeros in formats, and offsets near the end of all numbers."""

import struct

for form in ("\0", "2\0i", b"\0", "i\0", "2"):
    try:
        struct.calcsize(form)
    except struct.error as error:
        print(repr(form), error)
for function, arguments in ((struct.pack_into, (1,)), (struct.unpack_from, ())):
    for offset in (2**63 - 1, 8, -11, -3):
        try:
            function("<I", bytearray(10), offset, *arguments)
        except struct.error as error:
            print(error)
