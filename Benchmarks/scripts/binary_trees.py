"""Trees allocated and dropped: tuples, nodes of a class, and a search tree with deletion."""


def make_tuple(depth):
    if depth == 0:
        return (None, None)
    return (make_tuple(depth - 1), make_tuple(depth - 1))


def count_tuple(tree):
    left, right = tree
    return 1 if left is None else 1 + count_tuple(left) + count_tuple(right)


class Node:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


class SearchTree:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key):
        node = self.root
        if node is None:
            self.root = Node(key)
            self.size += 1
            return
        while node.key != key:
            if key < node.key:
                if node.left is None:
                    node.left = Node(key)
                    self.size += 1
                    return
                node = node.left
            else:
                if node.right is None:
                    node.right = Node(key)
                    self.size += 1
                    return
                node = node.right

    def depth(self):
        def measure(node):
            return 0 if node is None else 1 + max(measure(node.left), measure(node.right))

        return measure(self.root)

    def __iter__(self):
        stack = []
        node = self.root
        while stack or node is not None:
            while node is not None:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right


def main():
    kept = make_tuple(13)
    total = 0
    for depth in range(4, 17, 2):
        for _ in range(1 << (17 - depth)):
            total += count_tuple(make_tuple(depth))
    tree = SearchTree()
    key = 1
    for _ in range(200000):
        key = key * 16807 % 2147483647
        tree.insert(key % 1000000)
    return total, count_tuple(kept), tree.size, tree.depth(), sum(key * (i & 3) for i, key in enumerate(tree))


print(*main())
