import gc
gc.collect()
alive = 0


class N:
    def __init__(self):
        global alive
        alive += 1
        self.me = [self]

    def __del__(self):
        global alive
        alive -= 1


most = 0
for i in range(20000):
    N()
    most = max(most, alive)
print(most < 5000)
gc.collect()
print(alive)
gc.disable()
for i in range(3000): N()
print(alive)
gc.enable()
gc.collect()
print(alive)
