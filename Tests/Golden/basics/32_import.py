import sys
import math

print(sys.version_info[:2] >= (3, 11), math.sqrt(16), math.floor(2.7))
print(math.pi, len(sys.argv))
from math import ceil as c

print(c(1.2))
print(__name__)
