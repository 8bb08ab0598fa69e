import unicodedata as u


def show(label, call):
    try:
        print(label, repr(call()))
    except Exception as error:
        print(label, type(error).__name__, error)


for c in "aÅ٣½Ⅻ一\u0301\u200d\ufdfa가Ǆ\U0001f600\u00ad\ud800\ue000\U0010ffff\x00\u2028ß零":
    print(ascii(c), u.name(c, "-"), u.category(c), u.bidirectional(c), u.combining(c), u.east_asian_width(c), u.mirrored(c), u.decomposition(c),
        u.decimal(c, None), u.digit(c, None), u.numeric(c, None))
for name in ("LATIN SMALL LETTER A", "latin small letter é" if False else "greek small letter alpha", "HANGUL SYLLABLE GAG",
    "CJK UNIFIED IDEOGRAPH-4E00", "BELL", "LINE FEED", "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "nope", "", "A" * 400, "HANGUL SYLLABLE XX",
    "CJK UNIFIED IDEOGRAPH-0041", "VARIATION SELECTOR-256"):
    show(name[:20], lambda: ascii(u.lookup(name)))
for text in ("é", "e\u0301", "ﬁ①", "가", "\u1112\u1161\u11ab", "Å\u0323\u0307", "\u0344", "a\u0315\u0300\u05ae\u0300\u0062", "\u1e9b\u0323", "", "abc",
    "\U0001d15e", "\u2126"):
    print(ascii(text), [ascii(u.normalize(f, text)) for f in ("NFC", "NFD", "NFKC", "NFKD")],
        [u.is_normalized(f, text) for f in ("NFC", "NFD", "NFKC", "NFKD")])
show("form", lambda: u.normalize("NFX", "a"))
show("type", lambda: u.normalize("NFC", b"a"))
show("long", lambda: u.name("ab"))
show("no name", lambda: u.name("\x00"))
show("no decimal", lambda: u.decimal("a"))
show("no digit", lambda: u.digit("½"))
show("no numeric", lambda: u.numeric("a"))
show("lookup type", lambda: u.lookup(3))
print(u.unidata_version, u.ucd_3_2_0.unidata_version, u.ucd_3_2_0.category("\u0221"), u.category("\u0221"),
    u.ucd_3_2_0.name("\U0001f600", "unassigned"), u.ucd_3_2_0.normalize("NFC", "e\u0301"), type(u.ucd_3_2_0).__name__,
    "\N{SNOWMAN}\N{BLACK HEART SUIT}")
import hashlib
print(hashlib.sha1("".join(u.category(chr(i)) + u.bidirectional(chr(i)) + u.name(chr(i), "") for i in range(0, 0x30000, 7)).encode()).hexdigest(),
    hashlib.sha1("".join(u.normalize(f, chr(i)) for f in ("NFD", "NFKC") for i in range(0, 0x20000, 3) if not 0xd800 <= i < 0xe000).encode()).hexdigest())
