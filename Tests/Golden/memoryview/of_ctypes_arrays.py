# Memoryviews of memory in formats of other modules: comparison, casts, dimensions.
import array
import ctypes
import struct

doubles = (ctypes.c_double * 3)(1.0, 2.5, -3.0)
view = memoryview(doubles)
print(view.format, view.shape, view.cast("B").nbytes)
print(view == memoryview(array.array("d", [1.0, 2.5, -3.0])))
shorts = (ctypes.c_int16 * 2 * 3)(*[(1, 2), (3, 4), (5, 6)])
print(memoryview(shorts).shape, memoryview(shorts).format)


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int)]


points = (Point * 2)((1, 2), (3, 4))
print(memoryview(points).format, len(memoryview(points).tobytes()))
for attempt in (lambda: memoryview(points)[0], lambda: memoryview(doubles)[0], lambda: memoryview(doubles).cast("d"), lambda: memoryview(doubles).tolist()):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)


class Releaser:
    def __init__(self, target):
        self.target = target

    def __index__(self):
        self.target.release()
        return 4


memory = bytearray(b"\xff" * 16)
view = memoryview(memory)
print(view[:Releaser(view)].tolist())
floats = memoryview(bytearray(16)).cast("d")
for value in (10**400, "x", 2):
    try:
        floats[0] = value
        print(floats.tolist())
    except Exception as error:
        print(type(error).__name__, error)
print(struct.Struct("3i").size)
