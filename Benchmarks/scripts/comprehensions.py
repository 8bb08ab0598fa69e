"""List, dict, set comprehensions and generator expressions, nested and filtered."""


def main(rounds):
    total = 0
    for number in range(rounds):
        squares = [i * i for i in range(1000)]
        even = [value for value in squares if value % 2 == 0]
        table = {value: index for index, value in enumerate(even)}
        rest = {value % 97 for value in squares}
        pairs = [(a, b) for a in range(30) for b in range(a, 30) if (a + b + number) % 5 == 0]
        flat = [cell for row in [[i * j for j in range(20)] for i in range(20)] for cell in row]
        total += sum(value for value in even if value & 4)
        total += len(table) + len(rest) + len(pairs) + flat[-1] + table[even[number % len(even)]]
        total += any(a > 28 for a, _ in pairs) + all(value >= 0 for value in flat)
    return total


print(main(5000))
