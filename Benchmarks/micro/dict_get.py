import sys
def run(n):
    d = {"a": 1, "b": 2}
    t = 0
    for i in range(n):
        t += d["a"]
run(int(sys.argv[1]))
