class A:
    def m(self):
        return self.n(1)

    def n(self, x):
        return x.foo()


A().m()
