"""Conway's game of life: on a set of cells without bounds, and on a grid of lists that wraps around."""


def step_set(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = (x + dx, y + dy)
                    neighbours[place] = neighbours.get(place, 0) + 1
    return {place for place, count in neighbours.items() if count == 3 or (count == 2 and place in cells)}


def step_grid(grid):
    height = len(grid)
    width = len(grid[0])
    result = []
    for y in range(height):
        above = grid[y - 1]
        row = grid[y]
        below = grid[(y + 1) % height]
        line = []
        for x in range(width):
            left = x - 1
            right = (x + 1) % width
            count = (above[left] + above[x] + above[right] + row[left] + row[right]
                     + below[left] + below[x] + below[right])
            line.append(1 if count == 3 or (count == 2 and row[x]) else 0)
        result.append(line)
    return result


def main():
    acorn = {(0, 0), (1, 0), (1, -2), (3, -1), (4, 0), (5, 0), (6, 0)}
    cells = acorn
    for _ in range(600):
        cells = step_set(cells)
    grid = [[(x * 7 + y * 13 + x * y) % 5 == 0 and 1 or 0 for x in range(96)] for y in range(64)]
    for _ in range(500):
        grid = step_grid(grid)
    return len(cells), min(cells), max(cells), sum(map(sum, grid)), "".join(".#"[cell] for cell in grid[7][:40])


print(*main())
