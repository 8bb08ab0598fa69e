def averager():
    total = 0.0
    number = 0
    average = None
    while True:
        try:
            value = yield average
        except ValueError as error:
            print("reset:", error)
            total, number, average = 0.0, 0, None
            continue
        except GeneratorExit:
            print("closing after", number)
            raise
        total += value
        number += 1
        average = total / number


g = averager()
next(g)
print(g.send(10), g.send(20), g.throw(ValueError("again")), g.send(3))
g.close()
try:
    next(g)
except StopIteration as stop:
    print("stopped", stop.value)
