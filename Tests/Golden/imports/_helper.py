"""Helper doc."""
print("executing helper once", __name__)
value = 1
imported_name = __name__
public_star = "public"
_private_star = "private"


def function(x):
    return x * value


class Class:
    def m(self):
        return __name__
