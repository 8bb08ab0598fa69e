# unicodedata over many characters: every property, normal forms, names both ways, errors, ucd_3_2_0.
import hashlib
import unicodedata as u

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



SAMPLE = [0, 9, 0x20, 0x41, 0x7f, 0xa0, 0xad, 0xb2, 0xbc, 0xdf, 0x1c4, 0x1c5, 0x2b0, 0x300, 0x345, 0x378, 0x3a3, 0x590, 0x5d0, 0x600, 0x627, 0x660, 0x6dd, 0x939, 0xbf0, 0xf33, 0x1100, 0x1161, 0x11a8, 0x1680, 0x180e, 0x1e9e, 0x2000, 0x200b, 0x200e, 0x2028, 0x2029, 0x202a, 0x2066, 0x20ac, 0x2126, 0x212b, 0x2160, 0x2188, 0x2460, 0x2500, 0x3000, 0x3007, 0x3042, 0x309b, 0x3400, 0x4e00, 0x4e03, 0x9fff, 0xac00, 0xd7a3, 0xd800, 0xe000, 0xf900, 0xfb01, 0xfdfa, 0xfeff, 0xff21, 0xfffd, 0xffff, 0x10140, 0x10330, 0x1d15e, 0x1d400, 0x1f100, 0x1f1e6, 0x1f600, 0x20000, 0x2f800, 0x31350, 0xe0001, 0xe0100, 0xf0000, 0x10ffff]
for code in SAMPLE:
    c = chr(code)
    print(f"{code:x}", u.category(c), repr(u.bidirectional(c)), u.combining(c), u.east_asian_width(c), u.mirrored(c), repr(u.decomposition(c)), u.name(c, "-"), u.decimal(c, None), u.digit(c, None), u.numeric(c, None), [ascii(u.normalize(f, c)) for f in ("NFC", "NFD", "NFKC", "NFKD")], [u.is_normalized(f, c) for f in ("NFC", "NFD", "NFKC", "NFKD")])
    old = u.ucd_3_2_0; print("   ", old.category(c), repr(old.bidirectional(c)), old.combining(c), old.east_asian_width(c), old.mirrored(c), repr(old.decomposition(c)), old.name(c, "-"), old.numeric(c, None), ascii(old.normalize("NFKC", c)))
for text in ("", "abc", "e\u0301", "\u00e9", "a\u0323\u0307", "a\u0307\u0323", "\u1e9b\u0323", "\ufb01", "\uac00\u11a8", "\u1100\u1161\u11a8", "\u0344", "\u0958", "\u2126\u212b", "q\u0307\u0323\u0301", "\U0001d15e", "\u0f77", "\ud800\u0301", "\u1112\u1161\u11ab" * 3, "x" + "\u0301\u0323" * 20, "\u0b47\u0300\u0b3e", "\u00c5\u212b\u0041\u030a"):
    print(ascii(text), *[ascii(u.normalize(f, text)) for f in ("NFC", "NFD", "NFKC", "NFKD")], [u.is_normalized(f, text) for f in ("NFC", "NFD", "NFKC", "NFKD")])
for name in ("LATIN SMALL LETTER A", "latin small letter a", "SPACE", "HANGUL SYLLABLE GAG", "HANGUL SYLLABLE ", "HANGUL SYLLABLE QQ", "CJK UNIFIED IDEOGRAPH-4E00", "CJK UNIFIED IDEOGRAPH-4e00", "CJK UNIFIED IDEOGRAPH-1", "CJK UNIFIED IDEOGRAPH-31350", "NULL", "LINE FEED", "BEL", "LF", "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "TAMIL SYLLABLE KA", "no such name", "", " ", "LATIN  SMALL LETTER A", "GRINNING FACE", "PRESENTATION FORM FOR VERTICAL RIGHT WHITE LENTICULAR BRACKET", "WEIERSTRASS ELLIPTIC FUNCTION", "x" * 300, "\u00e9"):
    show(ascii(name[:40]), lambda: ascii(u.lookup(name)))
show("named escape", lambda: "\N{DIGIT ONE}\N{bullet}\N{LATIN SMALL LETTER E WITH ACUTE}"); show("named sequence in escape", lambda: eval("'\\N{KEYCAP DIGIT ONE}'"))
for function in (u.category, u.name, u.decimal, u.digit, u.numeric, u.bidirectional, u.combining, u.east_asian_width, u.mirrored, u.decomposition):
    for arguments in ((), ("",), ("ab",), (5,), (b"a",), (None,), ("a", 1, 2), ("\u0378",)): show((function.__name__, arguments), lambda: function(*arguments))
for arguments in ((), ("NFC",), ("nfc", "a"), ("NFX", "a"), ("NFC", b"a"), (3, "a"), ("NFC", "a", "b"), ("NFC", None)): show(arguments, lambda: u.normalize(*arguments)); show(arguments, lambda: u.is_normalized(*arguments))
show("lookup", lambda: u.lookup(3)); show("lookup bytes", lambda: u.lookup(b"SPACE")); show("UCD", lambda: type(u.ucd_3_2_0)()); print(u.unidata_version, u.ucd_3_2_0.unidata_version, type(u.ucd_3_2_0).__name__)
h = hashlib.sha1()
for code in range(0, 0x110000, 3):
    c = chr(code); h.update(f"{u.category(c)}{u.bidirectional(c)}{u.combining(c)}{u.east_asian_width(c)}{u.mirrored(c)}{u.decomposition(c)}{u.name(c, '')}{u.numeric(c, '')}".encode())
print(h.hexdigest())
h = hashlib.sha1()
for code in range(1, 0x110000, 7):
    c = chr(code); h.update(f"{c.isalpha():d}{c.isdigit():d}{c.isdecimal():d}{c.isnumeric():d}{c.isspace():d}{c.isupper():d}{c.islower():d}{c.istitle():d}{c.isprintable():d}{c.isidentifier():d}{c.upper()}{c.lower()}{c.title()}{c.casefold()}".encode("utf-8", "surrogatepass"))
print(h.hexdigest())
