"""The Mandelbrot set twice: with two floats, and with complex numbers."""


def escape(cr, ci, limit):
    zr = zi = 0.0
    for count in range(limit):
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            return count
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
    return limit


def escape_complex(c, limit):
    z = 0j
    for count in range(limit):
        if abs(z) > 2.0:
            return count
        z = z * z + c
    return limit


def main(width, height, limit):
    total = 0
    rows = []
    for y in range(height):
        ci = 2.4 * y / height - 1.2
        row = []
        for x in range(width):
            count = escape(3.2 * x / width - 2.2, ci, limit)
            total += count
            row.append("#" if count == limit else ".:-=+*"[count % 6])
        rows.append("".join(row))
    for y in range(0, height, 3):
        for x in range(0, width, 3):
            total += escape_complex(complex(3.2 * x / width - 2.2, 2.4 * y / height - 1.2), limit)
    return total, sum(row.count("#") for row in rows)


print(*main(600, 400, 130))
