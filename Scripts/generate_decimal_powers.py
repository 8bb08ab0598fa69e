"""Writes Sources/NumericTables/DecimalPowers.c: the powers of ten as 128-bit significands, rounded up.

Conversions between floats and decimal text multiply by them.
"""
import pathlib

FIRST, LAST = -343, 325


def significand(k):
    """ceil(10**k * 2**-e) with e chosen so that the result has exactly 128 bits."""
    if k >= 0:
        n, d = 10 ** k, 1
    else:
        n, d = 1, 10 ** -k
    e = (k * 1741647 >> 19) - 127
    if e >= 0:
        d <<= e
    else:
        n <<= -e
    g = -(-n // d)
    assert g.bit_length() == 128
    return g


root = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "NumericTables"
lines = ["/* A generated table: see Scripts/generate_decimal_powers.py. */", '#include "NumericTables.h"', "",
         "const uint64_t PyDecimalPowers[%d] = {" % (2 * (LAST - FIRST + 1))]
for k in range(FIRST, LAST + 1):
    g = significand(k)
    lines.append("    0x%016X, 0x%016X, /* %d */" % (g >> 64, g & (1 << 64) - 1, k))
lines.append("};")
(root / "DecimalPowers.c").write_text("\n".join(lines) + "\n")
