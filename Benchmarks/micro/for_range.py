import sys
def run(n):
    t = 0
    for i in range(n):
        t += i
run(int(sys.argv[1]))
