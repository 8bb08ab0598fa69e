b = bytearray(b"abcdef")
m = memoryview(b)
for action in (lambda: b.append(1), lambda: b.pop(), lambda: b.clear(), lambda: b.extend(b"x"), lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 2), b"abc"), lambda: b.__iadd__(b"q")):
    try:
        action()
    except BufferError as error:
        print(error)
b[0] = 65
b[1:3] = b"XY"
m[5] = 90
print(b, m[0], bytes(m))
m.release()
b.append(33)
print(b)
it = iter(b)
next(it)
b.clear()
print(list(it))
for s in (bytearray(b"abcabc"),):
    s[:] = s + s
    s[2:4] = s
    print(s)
