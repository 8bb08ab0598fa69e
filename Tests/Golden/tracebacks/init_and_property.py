class A:
    def __init__(self, v):
        self.v = self.check(v)

    def check(self, v):
        return v.bad

    @property
    def p(self):
        return self.q


A(1)
