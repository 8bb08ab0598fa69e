# The module unicodedata: properties, names, normal forms, the database of Unicode 3.2.
import unicodedata

for character in "a\xe9\xbd\u0301\u0660\u216b\u4e00\uac01\U0001f600(\u0221":
    for database in (unicodedata, unicodedata.ucd_3_2_0):
        print(database.category(character), database.bidirectional(character), database.combining(character), database.mirrored(character),
              database.east_asian_width(character), repr(database.decomposition(character)), database.name(character, None),
              database.decimal(character, None), database.digit(character, None), database.numeric(character, None))
for name in ("LATIN SMALL LETTER A", "latin small letter e with acute", "HANGUL SYLLABLE GAG", "CJK UNIFIED IDEOGRAPH-4E00", "LF",
             "LATIN SMALL LETTER R WITH TILDE", "nothing", "x" * 300):
    try:
        print(ascii(unicodedata.lookup(name)))
    except KeyError as error:
        print("KeyError", str(error)[:60])
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    for text in ("e\u0301", "\xe9", "\ufb01", "\u1e9b\u0323", "\uac00", "\u1100\u1161\u11a8", "q\u0307\u0323"):
        print(form, ascii(unicodedata.normalize(form, text)), unicodedata.is_normalized(form, text))
for call in (lambda: unicodedata.name("\0"), lambda: unicodedata.decimal("a"), lambda: unicodedata.category("ab"), lambda: unicodedata.normalize("X", "a")):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print("\N{LATIN SMALL LETTER E WITH ACUTE}", unicodedata.unidata_version, unicodedata.ucd_3_2_0.unidata_version)
