import sys
def run(n):
    d = {}
    for i in range(n):
        d[i & 15] = i
run(int(sys.argv[1]))
