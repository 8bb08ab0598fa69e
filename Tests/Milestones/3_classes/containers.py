class Stack:
    def __init__(self, items=()):
        self._items = list(items)

    def push(self, item):
        self._items.append(item)

    def pop(self):
        if not self._items:
            raise IndexError("empty stack")
        return self._items.pop()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return Stack(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __add__(self, other):
        return Stack(self._items + list(other)[::-1])

    def __eq__(self, other):
        return isinstance(other, Stack) and self._items == other._items

    def __bool__(self):
        return bool(self._items)

    def __repr__(self):
        return f"Stack({self._items})"


s = Stack([1, 2])
s.push(3)
print(s, len(s), list(s), 2 in s, s[0], s[1:], s + Stack("ab"), s == Stack([1, 2, 3]), bool(Stack()))
print([s.pop() for _ in range(3)])
try:
    s.pop()
except IndexError as error:
    print(error)
