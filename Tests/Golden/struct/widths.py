# Each width and byte order, at odd places, to the limits.
import struct

for order in "<>=!@":
    for code, values in [("b", (-128, 127)), ("B", (0, 255)), ("h", (-32768, 32767)), ("H", (0, 65535)), ("i", (-2**31, 2**31 - 1)),
                         ("I", (0, 2**32 - 1)), ("q", (-2**63, 2**63 - 1)), ("Q", (0, 2**64 - 1)), ("f", (1.5, -0.0)), ("d", (1e300, -2.5)),
                         ("e", (1.5, 65504.0)), ("?", (True, False))]:
        for value in values:
            data = struct.pack(order + "x" + code, value)
            print(order, code, data, struct.unpack(order + "x" + code, data), struct.unpack_from(order + code, b"\7" + struct.pack(order + code, value), 1))
for code, value in [("b", 128), ("B", -1), ("h", 40000), ("H", 65536), ("i", 2**31), ("I", 2**32), ("I", -1), ("q", 2**63), ("Q", 2**64), ("Q", -1), ("I", 1.0)]:
    try:
        print(struct.pack("<" + code, value))
    except struct.error as error:
        print(code, value, error)
print(list(struct.iter_unpack(">hB", bytes(range(9)))), struct.pack(">Q", 2**63 + 5), struct.unpack("<3I", bytes(range(12))))
