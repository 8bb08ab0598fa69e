"""Tables of values as CSV, written and read."""

import csv


class Lines:
    def __init__(self):
        self.lines = []
        self.write = self.lines.append


def main():
    checksum = 0
    for turn in range(80):
        target = Lines()
        writer = csv.writer(target)
        for number in range(5000):
            writer.writerow([number, "name %d" % (number * 7 % 1000), number / 4, "quoted, text", 'a "word"', "", turn])
        rows = 0
        for row in csv.reader(target.lines):
            checksum = (checksum * 7 + int(row[0]) + len(row[3]) + len(row[4])) % 1000003
            rows += 1
        assert rows == 5000
    print(checksum)


main()
