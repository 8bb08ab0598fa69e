import sys
def f(x):
    return x
def run(n):
    for i in range(n):
        f(i)
run(int(sys.argv[1]))
