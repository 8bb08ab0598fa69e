import sys
def run(n):
    i = 0
    while i < n:
        i += 1
run(int(sys.argv[1]))
