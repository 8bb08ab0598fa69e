# A metaclass whose __call__ goes on to type.__call__ makes the instance.
class Singleton(type):
    def __call__(cls, *arguments):
        if "made" not in cls.__dict__: cls.made = super().__call__(*arguments)
        return cls.made
class One(metaclass=Singleton):
    def __init__(self, x): self.x = x
print(One(1) is One(2), One(3).x)
class Direct(type):
    def __call__(cls, *arguments): return type.__call__(cls, *arguments)
class Two(metaclass=Direct):
    def __init__(self, x): self.x = x
print(Two(1).x, type.__call__(Two, 5).x, type(Two(1)).__name__)
