import sys
g = 1
def run(n):
    t = 0
    for i in range(n):
        t += g
run(int(sys.argv[1]))
