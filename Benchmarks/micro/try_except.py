import sys
def run(n):
    for i in range(n):
        try:
            raise ValueError
        except ValueError:
            pass
run(int(sys.argv[1]))
