# What was written to a StringIO is let go of with it.
import io
import sys

text = "".join(["some", " ", "text"])
before = sys.getrefcount(text)
for newline in ("\n", "\r\n", "\r", "", None):
    stream = io.StringIO(newline=newline)
    for _ in range(10):
        stream.write(text)
    length = len(stream.getvalue())
    stream = None
    print(repr(newline), sys.getrefcount(text) - before, length)
stream = io.StringIO(text)
stream.writelines([text, text])
print(stream.getvalue())
stream = None
print(sys.getrefcount(text) - before)
