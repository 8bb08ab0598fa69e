import sys
def run(n):
    l = [1, 2, 3, 4]
    t = 0
    for i in range(n):
        t += l[2]
run(int(sys.argv[1]))
