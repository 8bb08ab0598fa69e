# Every newline mode of TextIOWrapper and StringIO, for reading in pieces, writing, telling and IncrementalNewlineDecoder.
import io

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



TEXTS = ["", "\n", "\r", "\r\n", "a\rb\nc\r\nd", "\r\r\n\n\r", "x\r\n\r\ny", "\n\r", "end\r", "\u20ac\r\n\u20ac\r\u20ac\n"]
for newline in None, "", "\n", "\r", "\r\n":
    for text in TEXTS:
        for chunk in 1, 2, 3, 8192:
            f = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline=newline)
            f._CHUNK_SIZE = chunk
            lines = f.readlines()
            kinds = f.newlines
            f.seek(0)
            pieces = []
            while piece := f.read(1):
                pieces.append(piece)
            f.seek(0)
            limited = [f.readline(2) for _ in range(4)]
            f.seek(0)
            if chunk == 1:
                first = (lines, kinds, pieces, limited)
                print(repr(newline), repr(text), lines, repr(kinds), "".join(pieces) == "".join(lines), limited)
            elif first != (lines, kinds, pieces, limited):
                print("  chunk", chunk, lines, repr(kinds), pieces, limited)
    out = io.BytesIO()
    f = io.TextIOWrapper(out, encoding="utf-8", newline=newline)
    f.write("a\nb\r\nc\rd\n"); f.writelines(["\n", "\r"]); f.flush()
    s = io.StringIO("i\r\nj\rk\n", newline)
    s.seek(0, 2); s.write("w\nx\ry\r\n")
    print("written", out.getvalue(), repr(s.getvalue()), s.seek(0), s.readlines(), repr(s.newlines))
for wrong in "x", "\n\r", b"\n", 3:
    show(f"TextIOWrapper {wrong!r}", lambda: io.TextIOWrapper(io.BytesIO(), newline=wrong))
    show(f"StringIO {wrong!r}", lambda: io.StringIO("", wrong))
    show(f"open {wrong!r}", lambda: open("/dev/null", newline=wrong))
show("binary", lambda: open("/dev/null", "rb", newline="\n"))
f = io.TextIOWrapper(io.BytesIO(b"one\r\ntwo\rthree\nfour"), encoding="ascii", newline=None)
marks = []
while line := f.readline():
    marks.append((line, f.tell()))
print(marks)
for line, mark in marks:
    f.seek(mark)
    print(mark & 0xFFFFFFFF, repr(f.readline()), end="; ")
print()
f.reconfigure(newline="")
f.seek(0)
print(f.readlines(), repr(f.newlines))
f.seek(0); f.read(1)
show("reconfigure later", lambda: f.reconfigure(newline="\n"))
show("reconfigure bad", lambda: f.reconfigure(newline="zz"))
for decoder in None, __import__("codecs").getincrementaldecoder("utf-8")():
    for translate in True, False:
        d = io.IncrementalNewlineDecoder(decoder, translate)
        feed = (lambda s, **k: d.decode(s, **k)) if decoder is None else (lambda s, **k: d.decode(s.encode(), **k))
        print(translate, [feed("a\r"), d.getstate(), feed("\nb\r"), feed("c"), feed("\r"), feed("", final=True), repr(d.newlines)], end=" ")
        d.setstate((b"", 1))
        print([feed("\n"), feed("x", final=True)], d.reset(), repr(d.newlines))
show("bytes without a decoder", lambda: io.IncrementalNewlineDecoder(None, True).decode(b"x"))
show("decoder of another type", lambda: io.IncrementalNewlineDecoder(3, True).decode("x"))
class Odd:
    def decode(self, data, final=False): return 7
show("decoder gives a number", lambda: io.IncrementalNewlineDecoder(Odd(), True).decode(b"x"))
show("arguments", lambda: io.IncrementalNewlineDecoder())
show("state", lambda: io.IncrementalNewlineDecoder(None, True).setstate(3))
show("errors", lambda: io.IncrementalNewlineDecoder(None, True, errors="ignore").decode("a\r", final=False))
