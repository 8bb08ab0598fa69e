import sys
class C:
    def __init__(self):
        self.x = 1
def run(n):
    c = C()
    for i in range(n):
        c.x = i
run(int(sys.argv[1]))
