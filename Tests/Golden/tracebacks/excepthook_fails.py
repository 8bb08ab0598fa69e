import sys


def hook(t, v, tb):
    raise KeyError("hook")


sys.excepthook = hook
1 / 0
