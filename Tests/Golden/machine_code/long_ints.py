# Ints around the sizes at which their form and the way they are worked on change, by functions that become machine code.
import random
random.seed(5)
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def div(a, b): return a // b
def mod(a, b): return a % b
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def shl(a, b): return a << b
def shr(a, b): return a >> b
def lt(a, b): return 1 if a < b else 0
def ge(a, b): return a >= b
def eq(a, b): return a == b
def imm(a, b):
    c = a * 31 + 7
    c -= 1000
    c ^= b
    c = c & 0x7FFF
    d = (a << 20) >> 3
    return c, d, a // 7, a % 1000, a >> 13, -b, b << 60, a == 5, a < 3
fs = [add, sub, mul, div, mod, and_, or_, xor, shl, shr, lt, ge, eq, imm]

def number(bits):
    n = random.getrandbits(bits) if bits else 0
    return -n if random.random() < .5 else n
values = [number(b) for b in list(range(0, 140)) * 3]
values += [s * (1 << b) + d for b in (29, 30, 31, 47, 48, 49, 59, 60, 61, 62, 63, 64, 89, 90, 91, 119, 120, 121, 126) for s in (1, -1) for d in (-1, 0, 1)]
for f in fs:
    h = 0
    for a in values:
        for b in values[::7]:
            if f in (shl, shr):
                b = abs(b) % 140
            try:
                r = f(a, b)
            except ZeroDivisionError as e:
                r = str(e)
            h = (h * 1000003 ^ hash(r)) & 0xFFFFFFFFFFFFFFFF if not isinstance(r, str) else h + 1
    print(f.__name__, h)
