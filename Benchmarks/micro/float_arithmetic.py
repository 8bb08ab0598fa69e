import sys
def run(n):
    x = 0.5
    for i in range(n):
        x = x * 0.5 + 1.25
run(int(sys.argv[1]))
