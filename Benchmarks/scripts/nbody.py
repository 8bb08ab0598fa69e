"""Planets pulling on each other: float arithmetic over objects in lists."""


class Body:
    __slots__ = ("position", "velocity", "mass")

    def __init__(self, position, velocity, mass):
        self.position = position
        self.velocity = velocity
        self.mass = mass


def make_system():
    bodies = [Body([0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 40.0)]
    for number in range(1, 5):
        distance = 1.7 * number + 0.3
        speed = (40.0 / distance) ** 0.5
        bodies.append(Body([distance, 0.1 * number, -0.05 * number], [0.01 * number, speed, 0.002], 0.002 * number))
    return bodies


def advance(bodies, steps, dt):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1:]]
    for _ in range(steps):
        for a, b in pairs:
            ax, ay, az = a.position
            bx, by, bz = b.position
            dx = ax - bx
            dy = ay - by
            dz = az - bz
            square = dx * dx + dy * dy + dz * dz
            pull = dt / (square * square ** 0.5)
            force_a = a.mass * pull
            force_b = b.mass * pull
            va = a.velocity
            vb = b.velocity
            va[0] -= dx * force_b
            va[1] -= dy * force_b
            va[2] -= dz * force_b
            vb[0] += dx * force_a
            vb[1] += dy * force_a
            vb[2] += dz * force_a
        for body in bodies:
            place = body.position
            vx, vy, vz = body.velocity
            place[0] += dt * vx
            place[1] += dt * vy
            place[2] += dt * vz


def energy(bodies):
    total = 0.0
    for i, body in enumerate(bodies):
        vx, vy, vz = body.velocity
        total += 0.5 * body.mass * (vx * vx + vy * vy + vz * vz)
        for other in bodies[i + 1:]:
            square = sum((p - q) ** 2 for p, q in zip(body.position, other.position))
            total -= body.mass * other.mass / square ** 0.5
    return total


def main():
    bodies = make_system()
    before = energy(bodies)
    advance(bodies, 160000, 0.0005)
    return before, energy(bodies)


print("%.12f %.12f" % main())
