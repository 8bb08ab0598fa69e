def f(i):
    try:
        if i % 3 == 0: raise ValueError(i)
        if i % 5 == 0: return i // 0
        return i
    except ValueError as e:
        return -e.args[0]
    except ZeroDivisionError:
        return "z"
    finally:
        log[0] += 1


log = [0]
print([f(i) for i in range(20)], log)


def nested(n):
    total = 0
    for i in range(n):
        try:
            try:
                total += [1, 2, 3][i % 4]
            except IndexError:
                total += {"a": 1}["a" if i % 8 == 3 else "b"]
        except KeyError:
            total -= 100
        else:
            total += 1000
    return total


print(nested(100), nested(1000))


def gen():
    for i in range(5):
        try:
            yield i
        except ValueError:
            yield "caught"


g = gen()
print([next(g), g.throw(ValueError), next(g), next(g), g.throw(ValueError)], [x for x in gen()])
def stops():
    it = iter([])
    n = 0
    for _ in range(1000):
        try: next(it)
        except StopIteration: n += 1
    return n
print(stops())
