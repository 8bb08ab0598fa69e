"""Surrogates that incremental decoders get byte by byte."""

import codecs

for encoding in ("utf-8", "utf-7", "utf-16-le", "utf-16-be", "utf-32-le"):
    for text in ("\ud901", "\udc02", "a\ud901b", "\U0001f600"):
        data = text.encode(encoding, "surrogatepass")
        for cut in range(1, len(data)):
            decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
            try:
                print(encoding, data[:cut], ascii(decoder.decode(data[:cut])), ascii(decoder.decode(data[cut:], True)))
            except UnicodeError as error:
                print(encoding, data, cut, error)
for data in (b"a+2AE-b", b"a+2AEb", b"a+2AE", b"a+IKzYAQ-b", b"a+IKzYAQ", b"a+IKwgrNgB-b", b"a+2AHYAQ-b", b"a+2AE\xe1b", b"a+2AEgrA-b"):
    print(data, ascii(data.decode("utf-7", "replace")))
for data in (b"\xed\xa0", b"\xed\xbf", b"\xed\x9f", b"\xed\xa0a", b"\xed\xa0\x80"):
    print(data, codecs.utf_8_decode(data, "replace", False), codecs.utf_8_decode(data, "replace", True))
