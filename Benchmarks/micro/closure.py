import sys
def make():
    c = 0
    def add(x):
        nonlocal c
        c += x
    return add
def run(n):
    f = make()
    for i in range(n):
        f(i)
run(int(sys.argv[1]))
