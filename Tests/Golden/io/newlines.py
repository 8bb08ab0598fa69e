# Every newline mode, reading and writing.
import _io

data = b"one\ntwo\r\nthree\rfour\r\n\r\nend"
for newline in (None, "", "\n", "\r", "\r\n"):
    text = _io.TextIOWrapper(_io.BytesIO(data), "utf-8", newline=newline)
    print(repr(newline), text.readlines(), repr(text.newlines))
    for chunk in (1, 2, 3, 5):
        text = _io.TextIOWrapper(_io.BytesIO(data), "utf-8", newline=newline)
        text._CHUNK_SIZE = chunk
        lines = []
        while line := text.readline():
            lines.append(line)
        print(" ", chunk, lines, repr(text.newlines))
    text = _io.TextIOWrapper(_io.BytesIO(data), "utf-8", newline=newline)
    print(" ", [text.readline(4) for _ in range(6)], repr(text.read()))
    raw = _io.BytesIO()
    text = _io.TextIOWrapper(raw, "utf-8", newline=newline)
    text.write("a\nb\r\nc\rd\n")
    text.flush()
    print(" ", raw.getvalue())

for translate in (True, False):
    decoder = _io.IncrementalNewlineDecoder(None, translate)
    print([decoder.decode(piece) for piece in ("a\r", "\nb\r", "c\n", "\r")], decoder.decode("", True), decoder.newlines, decoder.getstate())
    decoder.setstate((b"", 1))
    print(repr(decoder.decode("\n")), decoder.newlines)
    decoder.reset()
    print(decoder.newlines)
