# golden: args=200000 record-args=100 timeout=30
# Making, walking and dropping deep structures must not use the native stack.
import sys

depth = int(sys.argv[1])
sys.setrecursionlimit(10 ** 7)
nested = []
for _ in range(depth):
    nested = [nested]
levels = 0
while nested:
    nested = nested[0]
    levels += 1
print(levels == depth)
chain = ()
for _ in range(depth):
    chain = (chain,)
del chain
table = {}
for _ in range(depth):
    table = {0: table}
del table


class Node:
    def __init__(self, next):
        self.next = next


node = None
for _ in range(depth):
    node = Node(node)
del node
f = lambda: 0
for _ in range(depth):
    f = (lambda g: lambda: g)(f)
del f
print("dropped")
