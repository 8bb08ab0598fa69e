import sys
class C:
    def __init__(self, x):
        self.x = x
def run(n):
    for i in range(n):
        C(i)
run(int(sys.argv[1]))
