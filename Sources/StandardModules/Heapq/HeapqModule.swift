// The module _heapq: heaps in lists.

import CPythonABI
import Runtime

enum HeapqModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(HeapqDocs.module)
        module.set("__about__", string: "\(HeapqDocs.about)")
        module.function(
            "heappush",
            .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let heap = try list(arguments[0], "heappush() argument 1")
                try ListObject.append(heap, arguments[1])
                try MinimumHeap.siftTowardsRoot(heap, 0, ListObject.count(heap) - 1)
                return .none
            }), "($module, heap, item, /)", doc: HeapqDocs.push)
        module.function(
            "heappushpop",
            .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                let heap = try list(arguments[0], "heappushpop() argument 1")
                if ListObject.count(heap) == 0 { return Ref(arguments[1]) }
                let top = Ref(ListObject.item(heap, 0))
                if try !ItemComparison.less(top.value, arguments[1]) { return Ref(arguments[1]) }
                return try replace(MinimumHeap.self, heap, arguments[1])
            }), "($module, heap, item, /)", doc: HeapqDocs.pushPop)
        module.function(
            "heappop", .one({ (_, heap) throws(Raised) -> Ref in try pop(MinimumHeap.self, try list(heap, "heappop() argument")) }),
            "($module, heap, /)", doc: HeapqDocs.pop)
        module.function(
            "heapreplace",
            .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try replace(MinimumHeap.self, try list(arguments[0], "heapreplace() argument 1"), arguments[1])
            }), "($module, heap, item, /)", doc: HeapqDocs.replace)
        module.function(
            "heapify",
            .one({ (_, heap) throws(Raised) -> Ref in
                try heapify(MinimumHeap.self, try list(heap, "heapify() argument"))
                return .none
            }), "($module, heap, /)", doc: "Transform list into a heap, in-place, in O(len(heap)) time.")
        module.function(
            "_heappop_max", .one({ (_, heap) throws(Raised) -> Ref in try pop(MaximumHeap.self, try list(heap, "_heappop_max() argument")) }),
            "($module, heap, /)", doc: "Maxheap variant of heappop.")
        module.function(
            "_heapify_max",
            .one({ (_, heap) throws(Raised) -> Ref in
                try heapify(MaximumHeap.self, try list(heap, "_heapify_max() argument"))
                return .none
            }), "($module, heap, /)", doc: "Maxheap variant of heapify.")
        module.function(
            "_heapreplace_max",
            .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try replace(MaximumHeap.self, try list(arguments[0], "_heapreplace_max() argument 1"), arguments[1])
            }), "($module, heap, item, /)", doc: "Maxheap variant of heapreplace.")
    }

    private static func list(_ value: Value, _ what: StaticString) throws(Raised) -> Value {
        guard ListObject.isInstance(value) else { throw raise(.typeError, "\(what) must be list, not \(value.isNone ? "None" : value.type.fullName)") }
        return value
    }

    private static func pop<Order: HeapOrder>(_ order: Order.Type, _ heap: Value) throws(Raised) -> Ref {
        let count = ListObject.count(heap)
        if count == 0 { throw raise(.indexError, "index out of range") }
        let last = try ListObject.popLast(heap)
        if count == 1 { return last }
        let top = Ref(ListObject.item(heap, 0))
        ListObject.set(heap, 0, last.value)
        try Order.siftFromRoot(heap, 0)
        return top
    }
    private static func replace<Order: HeapOrder>(_ order: Order.Type, _ heap: Value, _ item: Value) throws(Raised) -> Ref {
        if ListObject.count(heap) == 0 { throw raise(.indexError, "index out of range") }
        let top = Ref(ListObject.item(heap, 0))
        ListObject.set(heap, 0, item)
        try Order.siftFromRoot(heap, 0)
        return top
    }
    private static func heapify<Order: HeapOrder>(_ order: Order.Type, _ heap: Value) throws(Raised) {
        var index = ListObject.count(heap) / 2 - 1
        while index >= 0 {
            try Order.siftFromRoot(heap, index)
            index -= 1
        }
    }
}

/// The order of a heap: who stands nearer to the root.
protocol HeapOrder {
    static func before(_ a: Value, _ b: Value) throws(Raised) -> Bool
}
enum MinimumHeap: HeapOrder {
    @inline(__always) static func before(_ a: Value, _ b: Value) throws(Raised) -> Bool { try ItemComparison.less(a, b) }
}
enum MaximumHeap: HeapOrder {
    @inline(__always) static func before(_ a: Value, _ b: Value) throws(Raised) -> Bool { try ItemComparison.less(b, a) }
}

extension HeapOrder {
    /// Compares two items of the list. The comparison may run Python code; a list that changes its size then is an error.
    @inline(__always) private static func before(_ heap: Value, _ a: Value, _ b: Value) throws(Raised) -> Bool {
        if a.isSmallInt && b.isSmallInt { return try before(a, b) }
        let count = ListObject.count(heap)
        let first = Ref(a)
        let second = Ref(b)
        let result = try before(first.value, second.value)
        if ListObject.count(heap) != count { throw raise(.runtimeError, "list changed size during iteration") }
        return result
    }
    @inline(__always) private static func swap(_ heap: Value, _ i: Int, _ j: Int) {
        let items = ListObject.items(heap)
        let item = items[i]
        items[i] = items[j]
        items[j] = item
    }

    /// Moves the item at `index` up to where it belongs, not above `root`.
    static func siftTowardsRoot(_ heap: Value, _ root: Int, _ index: Int) throws(Raised) {
        var index = index
        while index > root {
            let parent = (index - 1) >> 1
            let items = ListObject.items(heap)
            if try !before(heap, items[index], items[parent]) { return }
            swap(heap, index, parent)
            index = parent
        }
    }
    /// Lets the item at `root` sink: first all the way down along the children that come first, then up again, which needs fewer
    /// comparisons than to stop on the way.
    static func siftFromRoot(_ heap: Value, _ root: Int) throws(Raised) {
        let count = ListObject.count(heap)
        var index = root
        let limit = count >> 1
        while index < limit {
            var child = 2 * index + 1
            if child + 1 < count {
                let items = ListObject.items(heap)
                if try !before(heap, items[child], items[child + 1]) { child += 1 }
            }
            swap(heap, index, child)
            index = child
        }
        try siftTowardsRoot(heap, root, index)
    }
}
