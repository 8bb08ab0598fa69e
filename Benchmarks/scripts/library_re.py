"""Searching, splitting and replacing by regular expressions."""

import re


def main():
    line = "2024-03-05 12:34:56,789 INFO [worker-%d] GET /path/to/item?id=%d&name=abc HTTP/1.1 200 %d ms user@example.com"
    text = "\n".join(line % (n % 8, n * 37 % 1009, n % 100) for n in range(1500))
    entry = re.compile(r"^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d),(\d+) (\w+) \[([^\]]+)\] (\w+) (\S+)", re.M)
    mail = re.compile(r"\b[\w.+-]+@[\w-]+\.[\w.]+\b")
    number = re.compile(r"\d+")
    checksum = 0
    for turn in range(50):
        for match in entry.finditer(text):
            checksum = (checksum * 31 + int(match.group(7)) + len(match.group(11))) % 1000003
        checksum += len(mail.findall(text))
        replaced = number.sub(lambda m: str(int(m.group()) + turn), text)
        checksum = (checksum + len(replaced) + len(re.split(r"[ ,&?]", text))) % 1000003
    print(checksum)


main()
