"""Text made, cleaned, split into words, counted and ranked; anagrams and a letter histogram."""

SYLLABLES = "ka to mi ren sha lo vu pel dor ni est ang ul tri".split()
MARKS = [".", ",", "; ", "!", " -- ", "\n", "'s", ""]


def make_text(words):
    state = 12345
    parts = []
    for _ in range(words):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        pick = state >> 8
        word = SYLLABLES[pick % 14] + SYLLABLES[pick // 14 % 14] + ("" if pick & 64 else SYLLABLES[pick // 196 % 5])
        if pick % 11 == 0:
            word = word.capitalize()
        elif pick % 29 == 0:
            word = word.upper()
        parts.append(word + (MARKS[pick // 3 % 8] if pick % 7 == 0 else ""))
    return " ".join(parts)


def clean(line):
    return "".join(char if char.isalpha() or char == " " else " " for char in line.lower())


def main(words):
    text = make_text(words)
    counts = {}
    letters = {}
    longest = ""
    lines = text.splitlines()
    for line in lines:
        for word in clean(line).split():
            counts[word] = counts.get(word, 0) + 1
            if len(word) > len(longest) or (len(word) == len(longest) and word < longest):
                longest = word
    for char in text:
        letters[char] = letters.get(char, 0) + 1
    anagrams = {}
    for word in counts:
        anagrams.setdefault("".join(sorted(word)), []).append(word)
    families = sorted((sorted(family) for family in anagrams.values() if len(family) > 2), key=lambda family: (-len(family), family))
    top = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]
    swapped = text.replace("ka", "**").replace("shalo", "SHALO")
    return (len(text), len(lines), len(counts), longest, top, len(families), families[0][:3], letters["e"],
            swapped.count("*"), swapped.title().count("Shalo"))


print(*main(450000), sep="\n")
