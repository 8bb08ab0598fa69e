# golden: args=one,two stdin="first\nsecond\n"
import sys

print(sys.argv[1:])
print(input("? "))
print(input())
try:
    input()
except EOFError as e:
    print(e)
sys.exit(3)
