import sys
def run(n):
    l = []
    for i in range(n):
        l.append(i)
run(int(sys.argv[1]))
