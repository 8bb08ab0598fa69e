"""Strings built piece by piece, sliced, joined and formatted."""


def build(n):
    text = ""
    for i in range(n):
        text += "item " + str(i) + ";"
    return text


def lines(n):
    parts = []
    for i in range(n):
        parts.append(f"{i:05d}|{i * 7 % 13}|{'even' if i % 2 == 0 else 'odd'}")
    return "\n".join(parts)


def main():
    checksum = 0
    for _ in range(60):
        text = build(40000)
        checksum += len(text) + ord(text[-2]) + text.count("99")
        table = lines(25000)
        checksum += len(table) + table.find("13333") + len(table.split("\n"))
    word = ""
    for i in range(200000):
        word = word[-20:] + chr(97 + i % 26)
        if word.endswith("xyz"):
            checksum += 1
    return checksum


print(main())
