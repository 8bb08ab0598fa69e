def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, "|", error)


for n in (0, 1, -1, 255, 256, -256, 2 ** 63, -2 ** 63, 2 ** 100):
    print(n, n.bit_length(), n.bit_count(), n.numerator, n.denominator, n.real, n.imag, n.conjugate(), hex(n), oct(n), bin(n)[:20], n.as_integer_ratio())
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-5).to_bytes(2, "big", signed=True), (5).to_bytes(), (0).to_bytes(0, "big"), (2 ** 80).to_bytes(11, "little"))
print(int.from_bytes(b"\xff\xfe", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 0], "big"), int.from_bytes(b"", "big"), int.from_bytes(b"\x80" + b"\0" * 9, "big", signed=True))
show((256).to_bytes, 1, "big")
show((-1).to_bytes, 1, "big")
show((128).to_bytes, 1, "big", signed=True)
show((1).to_bytes, -1, "big")
show((1).to_bytes, 2, "middle")
show(int.from_bytes, b"a", "x")
show(int.from_bytes, "ab", "big")
show(int.from_bytes, [300], "big")
print((5).__floor__(), (5).__ceil__(), (5).__trunc__(), (7).__round__(), round(15, -1), round(25, -1), round(-15, -1), round(14, -1), round(10 ** 20 + 5, -1), round(1234, -5), round(5, 3))
print((5).__add__(2), (5).__add__(2.0), (5).__radd__("a"), (5).__divmod__(3), (2).__pow__(3, 5), (5).__rsub__(10), (5).__bool__(), (5).__index__(), (5).__eq__("x"), (5).__lt__(6), (3).__and__(1), (3).__lshift__(2), (-3).__abs__(), (5).__getnewargs__())
