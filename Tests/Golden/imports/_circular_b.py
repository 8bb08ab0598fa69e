print("b start")
import _circular_a
seen = hasattr(_circular_a, "x")
try:
    from _circular_a import x
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    _circular_a.x
except AttributeError as e:
    print(str(e))
y = "b.y"
print("b end")
