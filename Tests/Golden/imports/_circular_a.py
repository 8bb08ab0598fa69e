print("a start")
import _circular_b
x = "a.x"
from _circular_b import y
print("a end", y, _circular_b.seen)
