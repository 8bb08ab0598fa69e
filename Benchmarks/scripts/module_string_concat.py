"""Strings built up in the module's own code."""

checksum = 0
for round_number in range(5):
    text = ""
    for i in range(40000):
        text += "item " + str(i) + ";"
    checksum += len(text) + ord(text[-2]) + text.count("99")
    parts = []
    for i in range(25000):
        parts.append(f"{i:05d}|{i * 7 % 13}")
    table = "\n".join(parts)
    checksum += len(table) + table.find("13333")
word = ""
for i in range(200000):
    word = word[-20:] + chr(97 + i % 26)
    if word.endswith("xyz"):
        checksum += 1
print(checksum)
