class A:
    def __del__(self):
        self.missing


a = A()
del a
print("goes on")
