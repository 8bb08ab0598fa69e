import _circular_a
import _circular_b
print(_circular_a.x, _circular_b.y, _circular_b._circular_a is _circular_a)
