import sys
def run(n):
    s = ""
    for i in range(n):
        s += "x"
run(int(sys.argv[1]))
