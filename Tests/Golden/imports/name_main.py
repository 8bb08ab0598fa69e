import sys
main = sys.modules["__main__"]
print(main.__name__, main is __import__("__main__"), __name__, main.__dict__ is globals())
if __name__ == "__main__":
    print("main")
print(__file__.split("/")[-1], sys.argv[0], sys.path[0] == __file__.rsplit("/", 1)[0] if "/" in __file__ else "bare")
