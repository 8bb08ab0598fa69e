import sys
def run(n):
    l = [1, 2]
    for i in range(n):
        len(l)
run(int(sys.argv[1]))
