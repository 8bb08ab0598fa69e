class Meta(type):
    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, bases, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}

    def __call__(cls, *a):
        print("call", cls.__name__, a)
        return super().__call__(*a)

    def method(cls):
        return "meta method of " + cls.__name__

    @property
    def prop(cls):
        return cls.__name__.lower()

    def __repr__(cls):
        return f"<Meta {cls.__name__}>"

    def __len__(cls):
        return 99

    def __getitem__(cls, k):
        return (cls.__name__, k)

    def __iter__(cls):
        return iter(cls.__name__)

    def __contains__(cls, x):
        return x == 1

    def __getattr__(cls, name):
        return "meta getattr " + name


class A(metaclass=Meta, opt=1):
    x = 1


class B(A, flag=True):
    pass


b = B()
print(A.injected, A.method(), B.prop, A, len(B), B["k"], list(A), 1 in A, A.anything, type(B), B.__class__, isinstance(A, Meta))
try:
    b.method
except AttributeError as error:
    print(error)
