"""Records CPython's Unicode database for the unit tests: for each property the CRC of its values for all code points that are assigned or near, and
cases of normalisation and of names.

    python3.11 Scripts/record_unicode.py > Tests/Data/Unicode/cases.tsv

Fields are separated by tabs: operation, arguments, result; text is in hexadecimal code points.
"""
import argparse
import ctypes
import itertools
import random
import unicodedata as ucd
import zlib

import _sre

parser = argparse.ArgumentParser()
parser.add_argument("--seed", type=int, default=14)
parser.add_argument("--scale", type=float, default=1)
options = parser.parse_args()
rng = random.Random(options.seed)
OLD = ucd.ucd_3_2_0


def api(name):
    function = getattr(ctypes.pythonapi, name)
    function.argtypes = [ctypes.c_uint32]
    function.restype = ctypes.c_uint32
    return lambda ch: function(ord(ch))


def points(text):
    return " ".join("%x" % ord(c) for c in text)


upper, title = api("_PyUnicode_ToUppercase"), api("_PyUnicode_ToTitlecase")
cased, ignorable = api("_PyUnicode_IsCased"), api("_PyUnicode_IsCaseIgnorable")
PROPERTIES = {
    "alpha": str.isalpha, "decimal": str.isdecimal, "digit": str.isdigit, "numeric": str.isnumeric, "alnum": str.isalnum,
    "space": str.isspace, "upper": str.isupper, "lower": str.islower, "title": lambda c: ucd.category(c) == "Lt",
    "printable": str.isprintable, "linebreak": lambda c: len(("a" + c + "b").splitlines()) == 2,
    "start": lambda c: c.isidentifier() and c != "_", "continue": lambda c: ("a" + c).isidentifier(),
    "cased": lambda c: bool(cased(c)), "ignorable": lambda c: bool(ignorable(c)),
    "simplelower": lambda c: "%x" % _sre.unicode_tolower(ord(c)), "simpleupper": lambda c: "%x" % upper(c),
    "simpletitle": lambda c: "%x" % title(c),
    "fulllower": lambda c: points(c.lower()), "fullupper": lambda c: points(c.upper()), "fulltitle": lambda c: points(c.title()),
    "fold": lambda c: points(c.casefold()),
    "decimalvalue": lambda c: ucd.decimal(c, -1), "digitvalue": lambda c: ucd.digit(c, -1),
    "numericvalue": lambda c: int(ucd.numeric(c, -1e9) * 2520 + .5),
    "category": ucd.category, "bidirectional": ucd.bidirectional, "width": ucd.east_asian_width, "combining": ucd.combining,
    "mirrored": lambda c: bool(ucd.mirrored(c)), "decomposition": ucd.decomposition, "name": lambda c: ucd.name(c, ""),
    "lookup": lambda c: bool(ucd.name(c, "")),
    "nfc": lambda c: points(ucd.normalize("NFC", c)), "nfd": lambda c: points(ucd.normalize("NFD", c)),
    "nfkc": lambda c: points(ucd.normalize("NFKC", c)), "nfkd": lambda c: points(ucd.normalize("NFKD", c)),
    "old category": OLD.category, "old bidirectional": OLD.bidirectional, "old width": OLD.east_asian_width,
    "old combining": OLD.combining, "old mirrored": lambda c: bool(OLD.mirrored(c)), "old decomposition": OLD.decomposition,
    "old decimalvalue": lambda c: OLD.decimal(c, -1), "old digitvalue": lambda c: OLD.digit(c, -1),
    "old numericvalue": lambda c: int(OLD.numeric(c, -1e9) * 2520 + .5), "old name": lambda c: OLD.name(c, ""),
    "old nfc": lambda c: points(OLD.normalize("NFC", c)), "old nfkd": lambda c: points(OLD.normalize("NFKD", c)),
}
for name, function in PROPERTIES.items():
    crc = 0
    # ORDER: the ranges of UnicodeOperations.crc.
    for c in itertools.chain(range(0x33000), range(0xE0000, 0xE0200), range(0x10FF00, 0x110000)):
        crc = zlib.crc32(b"%s\n" % str(function(chr(c))).encode(), crc)
    print("crc", name, crc, sep="\t")

alphabet = [c for c in map(chr, range(0x110000)) if ucd.decomposition(c) or ucd.combining(c)]
marks = [c for c in map(chr, range(0x110000)) if ucd.combining(c)]
hangul = [chr(c) for r in (range(0x1100, 0x1113), range(0x1161, 0x1176), range(0x11A7, 0x11C3), range(0xAC00, 0xAC40)) for c in r]
for _ in range(int(300 * options.scale)):
    kind = rng.random()
    pool = alphabet if kind < .4 else marks if kind < .6 else hangul if kind < .7 else None
    text = "".join(rng.choice(pool or rng.choice((alphabet, marks, "abcdeimnouyAEO\u0627\u0628\u0915\u0c46")))
                   for _ in range(rng.choice((1, 2, 3, 5, 8, 60))))
    if rng.random() < .5:
        text = ucd.normalize("NFD", text)
    form = rng.choice(("NFC", "NFD", "NFKC", "NFKD"))
    print("normalize", form, points(text), points(ucd.normalize(form, text)), sep="\t")
    print("check", form, points(text), ucd.is_normalized(form, text), sep="\t")
    print("old normalize", form, points(text), points(OLD.normalize(form, text)), sep="\t")

for name in ("LATIN SMALL LETTER GHA", "latin small letter a", "Latin Capital Letter Gha", "LINE FEED", "NULL", "BEL", "BELL", "NBSP", "VS1", "VS256",
             "VARIATION SELECTOR-256", "ZWJ", "SHY", "PAD", "HOP", "IND", "INDEX", "SGC", "SINGLE GRAPHIC CHARACTER INTRODUCER", "CGJ", "BOM", "ZWNBSP",
             "PADDING CHARACTER", "HIGH OCTET PRESET", "ALERT", "WEIERSTRASS ELLIPTIC FUNCTION", "YI SYLLABLE ITERATION MARK",
             "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "KEYCAP DIGIT ONE", "KEYCAP NUMBER SIGN", "keycap asterisk", "HANGUL SYLLABLE GAG",
             "hangul syllable gag", "HANGUL SYLLABLE A", "HANGUL SYLLABLE I", "HANGUL SYLLABLE GGWEOLG", "HANGUL SYLLABLE ", "HANGUL SYLLABLE GX",
             "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4e00", "CJK UNIFIED IDEOGRAPH-04E00", "cjk unified ideograph-4E00",
             "CJK UNIFIED IDEOGRAPH-2A6DF", "CJK UNIFIED IDEOGRAPH-2A6E0", "CJK UNIFIED IDEOGRAPH-E000", "CJK COMPATIBILITY IDEOGRAPH-F900", "", " ", "X",
             "NO SUCH CHARACTER", "LATIN SMALL LETTER A ", "LATIN  SMALL LETTER A", "TIBETAN MARK BKA- SHOG YIG MGO",
             "HANGUL SYLLABLE GAGA", "A" * 300):
    try:
        found = points(ucd.lookup(name))
    except KeyError:
        found = "none"
    print("find", name, found, sep="\t")
for text in ("\u03a3", "A\u03a3", "A\u03a3B", "A\u03a3.", "A.\u03a3", "A\u03a3\u0301", "A\u0301\u03a3\u0301B", "\u0301\u03a3", "1\u03a3", "A\u00ad\u03a3\u00ad"):
    print("sigma", points(text), points(text.lower()), sep="\t")
