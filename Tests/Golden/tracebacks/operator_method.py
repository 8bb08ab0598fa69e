class V:
    def __add__(self, o):
        return self.total + o

    def __getattr__(self, name):
        raise LookupError(name)


V() + 1
