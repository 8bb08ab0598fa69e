"""Text taken apart, replaced, formatted and counted with the methods of str and with collections."""

from collections import Counter, defaultdict

WORDS = "the quick brown fox jumps over the lazy dog while a small river runs down to the sea".split()


def make(lines):
    state = 7
    result = []
    for number in range(lines):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        words = [WORDS[(state >> shift) % len(WORDS)] for shift in range(0, 22, 2)]
        result.append(f"{number:06d}: {' '.join(words)}; {state % 1000 / 8:.3f}")
    return "\n".join(result)


def main():
    text = make(3000)
    table = str.maketrans("aeiou", "AEIOU", ";:")
    checksum = 0
    for turn in range(24):
        counts = Counter()
        places = defaultdict(list)
        for number, line in enumerate(text.splitlines()):
            head, _, rest = line.partition(": ")
            words = rest.rstrip("0123456789.").replace(";", " ").split()
            counts.update(words)
            for word in words:
                places[word].append(number)
            checksum += len(head) + int(head)
        for word, count in counts.most_common(5):
            checksum += len("{:>10}|{:<6}|{!r}".format(word, count, places[word][turn])) + count
            checksum += len("%-8s%5d" % (word.upper(), count)) + len(f"{word:^12}{count:,}")
        changed = text.translate(table).replace("fOx", "wolf").replace("sEA", "ocean")
        checksum += changed.count("wolf") + changed.find("ocean", turn * 100) + len(changed.title()) + len(Counter(changed))
        checksum += sum(map(len, changed.split(" "))) + changed.lower().count("o") + len("-".join(changed.split()))
        checksum %= 1000003
    print(checksum)


main()
