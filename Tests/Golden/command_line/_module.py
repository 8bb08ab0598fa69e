import sys
print(__name__, repr(__package__), __spec__.name, __file__.rpartition("/")[2], [a.rpartition("/")[2] for a in sys.argv])
