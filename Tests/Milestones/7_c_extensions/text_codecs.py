# The encodings of East Asia, from CPython's own codec modules.
samples = {
    "shift_jis": "日本語テキスト", "euc_jp": "日本語", "iso2022_jp": "日本語abc", "cp932": "①日本", "gb2312": "中文文本", "gbk": "繁體中文", "gb18030": "中文😀", "hz": "中文ab",
    "big5": "中文", "cp950": "中文", "big5hkscs": "香港", "euc_kr": "한국어", "cp949": "똠방각하", "johab": "한국어", "iso2022_kr": "한국어abc", "euc_jis_2004": "日本", "shift_jisx0213": "日本",
}
for name, text in samples.items():
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
    for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"): print("   ", ("a\u0e01" + text[0]).encode(name, errors))
    try: "\u0e01".encode(name)
    except UnicodeEncodeError as error: print("   ", error)
    try: (data[:1] + b"\xff\xff").decode(name)
    except UnicodeDecodeError as error: print("   ", error)
    print("   ", (b"a\xff" + data).decode(name, "replace") != "")
import codecs
decoder = codecs.getincrementaldecoder("shift_jis")()
print([decoder.decode(bytes([byte])) for byte in "日本".encode("shift_jis")], decoder.decode(b"", True))
encoder = codecs.getincrementalencoder("iso2022_jp")()
print(encoder.encode("日"), encoder.encode("a"), encoder.encode("本", True))
