class A:
    pass


a = A()
a @= a @ a
