# Cookies of text streams lead back to every character, whatever the encoding.
import _io

texts = ["plain\nASCII\n", "h\u00e9llo\nw\u00f6rld\u20ac\n\U0001f600 end\n", "a\r\nb\rc\n"]
for encoding in ("utf-8", "latin-1", "ascii", "utf-16", "utf-8-sig", "cp1252", "utf-32-le"):
    for text in texts:
        try:
            data = text.encode(encoding)
        except UnicodeEncodeError:
            continue
        for chunk in (1, 4, 100):
            stream = _io.TextIOWrapper(_io.BytesIO(data), encoding, newline="")
            stream._CHUNK_SIZE = chunk
            places, seen = [stream.tell()], ""
            while c := stream.read(1):
                seen += c
                places.append(stream.tell())
            good = seen == text
            for index, place in enumerate(places):
                stream.seek(place)
                good = good and stream.read() == text[index:] and stream.seek(place) == place
            print(encoding, repr(text), chunk, good)

stream = _io.TextIOWrapper(_io.BytesIO(b"one\ntwo\n"), "utf-8")
next(stream)
for action in (stream.tell, lambda: stream.seek(1, 1), lambda: stream.seek(1, 2), lambda: stream.seek(-1), lambda: stream.seek(0, 3)):
    try:
        print(action())
    except (OSError, ValueError) as error:
        print(type(error).__name__, error)
print(stream.seek(0, 2), repr(stream.read()), stream.seek(0), stream.seek(0, 1), stream.readline())
stream.seek(4)
stream.write("TWO")
stream.seek(0)
print(repr(stream.read()), stream.truncate(3), stream.buffer.getvalue())
