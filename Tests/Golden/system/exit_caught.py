import sys
try:
    sys.exit("text")
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(repr(e), e.code)
try:
    raise SystemExit
except BaseException as e:
    print(repr(e), e.code, isinstance(e, Exception))
try:
    exit(9)
except NameError:
    print("no site")
except SystemExit as e:
    print(e.code)
