# Strs that differ behind the eighth character, in their length only, by zeros, by characters beyond ASCII.
words = ["", "a", "a\0", "a\0\0", "aa", "abcdefg", "abcdefgh", "abcdefgh\0", "abcdefghi", "abcdefghj", "abcdefgi", "abcdefg\xff", "\xff", "\xfe\xff",
         "\0", "\0\0\0\0\0\0\0\0", "\0\0\0\0\0\0\0\0\0", "Z", "z", "zzzzzzzzzzzz", "zzzzzzzzzzzy", "abcdefgh" * 3, "abcdefgh" * 3 + "x"]
print([ascii(word) for word in sorted(words)])
print(sorted(words) == sorted(reversed(words)), sorted(words, reverse=True) == sorted(words)[::-1])
for a in words:
    print("".join("<" if sorted([(a, 1), (b, 0)])[0][1] == 1 and a != b else "=" if a == b else ">" for b in words))
print(sorted([(word, number % 3) for number, word in enumerate(words * 2)])[:12])
print(sorted([(1, "b"), (1, "a"), (0, "c"), (1,), (1, "a", 0)]), sorted([(1.5, 2), (1.5, 1), (0.0, 1), (-0.0, 0)]))
print([ascii(word) for word in sorted(words + ["\u0100", "abcdefg\u0100"])])
