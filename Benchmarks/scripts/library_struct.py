"""Binary records packed and unpacked."""

import struct


def main():
    header = struct.Struct("<IHHqd8s")
    checksum = 0
    for turn in range(100):
        parts = []
        for number in range(12000):
            parts.append(header.pack(number, number & 0xFFFF, turn, number * number, number / 3, b"label"))
        data = b"".join(parts)
        for a, b, c, d, e, text in header.iter_unpack(data):
            checksum = (checksum + a * 3 + b + c + d + int(e) + len(text)) & 0xFFFFFFFF
        for offset in range(0, len(data), header.size):
            checksum ^= struct.unpack_from(">I", data, offset)[0]
    print(checksum)


main()
