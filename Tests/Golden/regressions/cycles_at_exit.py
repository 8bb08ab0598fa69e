# What is left in cycles when the program ends: finalizers run, callbacks of weak references are called, generators are closed.
import gc
import weakref


class Finalized:
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("finalized", self.name)


class Node:
    pass


def suspended():
    try:
        yield
    finally:
        print("closed")


def cycle_of_lists():
    # The object is not tracked by the collector itself; the list that holds it is.
    items = [Finalized("in a list")]
    items.append(items)


def cycle_of_nodes():
    node = Node()
    node.self = node
    node.finalized = Finalized("in a node")


def cycle_with_generator():
    generator = suspended()
    next(generator)
    node = Node()
    node.self, node.generator = node, generator


def holds_the_namespace():
    return KEPT


def watched():
    node = Node()
    node.self = node
    return weakref.ref(node, lambda reference: print("called back"))


gc.disable()
watching = watched()
cycle_of_lists()
cycle_of_nodes()
cycle_with_generator()
KEPT = Finalized("in the namespace that functions hold")
print("end")
