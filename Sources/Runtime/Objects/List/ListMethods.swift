// The type list.

import CPythonABI
import Glibc

extension ListObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Built-in mutable sequence.\n\nIf no argument is given, the constructor creates a new empty list.\nThe argument must be an iterable if specified.",
            signature: "(iterable=(), /)")
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = clearReferences
        describeSlots(type)
        describeMethods(type)
    }

    private static func describeSlots(_ type: TypeBuilder) {
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            type == PyList_TypePointer() ? make() : try Instances.allocate(type)
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            // A class with a `__new__` of its own may have keywords that mean something to that alone.
            if SlotIdentity.same(self.record.pointee.new, PyList_TypePointer().record.pointee.new) { try arguments.noKeywords("list") }
            try arguments.check("list", 0, 1)
            clear(self)
            if arguments.count == 1 { try extend(self, arguments[0]) }
        }
        type.unhashable()
        type.slots.repr = { (self) throws(Raised) -> Ref in try repr(self) }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isInstance(a), isInstance(b) else { return .notImplemented }
            return try compare(a, b, operation)
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in ListIterator.make(self) }
        type.slots.length = { (self) throws(Raised) -> Int in count(self) }
        type.slots.sequenceLength = { (self) throws(Raised) -> Int in count(self) }
        type.slots.item = { (self, index) throws(Raised) -> Ref in
            guard index >= 0 && index < count(self) else { throw raise(.indexError, "list index out of range") }
            return Ref(item(self, index))
        }
        type.slots.storeItem = { (self, index, value) throws(Raised) -> Void in
            guard index >= 0 && index < count(self) else { throw raise(.indexError, "list assignment index out of range") }
            if value.isNull { return try replace(self, index, index + 1, with: nil, count: 0) }
            set(self, index, value)
        }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in
            if key.isSmallInt {
                let size = count(self)
                let index = key.smallInt
                if index >= 0 && index < size { return Ref(item(self, index)) }
                if index < 0 && index &+ size >= 0 { return Ref(item(self, index &+ size)) }
                throw raise(.indexError, "list index out of range")
            }
            return try ListObject.subscript(self, key)
        }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in try store(self, key, value) }
        type.slots.contains = { (self, value) throws(Raised) -> Bool in
            try find(self, value, from: 0, to: Int.max) >= 0
        }
        type.slots.concat = { (a, b) throws(Raised) -> Ref in try concatenate(a, b) }
        type.slots.repeat = { (self, times) throws(Raised) -> Ref in try repeated(self, times) }
        type.slots.inPlaceConcat = { (self, other) throws(Raised) -> Ref in
            try extend(self, other)
            return Ref(self)
        }
        type.slots.inPlaceRepeat = { (self, times) throws(Raised) -> Ref in
            try repeatInPlace(self, times)
            return Ref(self)
        }
    }

    private static func describeMethods(_ type: TypeBuilder) {
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
        type.method(
            "__getitem__", .one({ (self, key) throws(Raised) -> Ref in try ListObject.subscript(self, key) }), doc: "x.__getitem__(y) <==> x[y]")
        type.method(
            "__reversed__", .noArguments({ (self) throws(Raised) -> Ref in ListIterator.makeReverse(self) }), "($self, /)",
            doc: "Return a reverse iterator over the list.")
        type.method(
            "__sizeof__", .noArguments({ (self) throws(Raised) -> Ref in IntObject.make(40 + max(head(self).pointee.allocated, 0) * 8) }),
            "($self, /)", doc: "Return the size of the list in memory, in bytes.")
        type.method(
            "append",
            .one({ (self, object) throws(Raised) -> Ref in
                try append(self, object)
                return .none
            }), "($self, object, /)", doc: "Append object to the end of the list.")
        type.method(
            "clear",
            .noArguments({ (self) throws(Raised) -> Ref in
                clear(self)
                return .none
            }), "($self, /)", doc: "Remove all items from list.")
        type.method(
            "copy", .noArguments({ (self) throws(Raised) -> Ref in try slice(self, 0, count(self)) }), "($self, /)",
            doc: "Return a shallow copy of the list.")
        type.method(
            "count", .one({ (self, value) throws(Raised) -> Ref in try countOf(self, value) }), "($self, value, /)",
            doc: "Return number of occurrences of value.")
        type.method(
            "extend",
            .one({ (self, iterable) throws(Raised) -> Ref in
                try extend(self, iterable)
                return .none
            }), "($self, iterable, /)", doc: "Extend list by appending elements from the iterable.")
        type.method(
            "index", .positional(minimum: 1, maximum: 3, { (self, arguments) throws(Raised) -> Ref in try index(self, arguments) }),
            "($self, value, start=0, stop=sys.maxsize, /)", doc: "Return first index of value.\n\nRaises ValueError if the value is not present.")
        type.method(
            "insert",
            .positional(minimum: 2, maximum: 2, { (self, arguments) throws(Raised) -> Ref in
                try insert(self, try Index.size(arguments[0]), arguments[1])
                return .none
            }), "($self, index, object, /)", doc: "Insert object before index.")
        type.method(
            "pop", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in try pop(self, arguments[0]) }),
            "($self, index=-1, /)",
            doc: "Remove and return item at index (default last).\n\nRaises IndexError if list is empty or index is out of range.")
        type.method(
            "remove",
            .one({ (self, value) throws(Raised) -> Ref in
                let index = try find(self, value, from: 0, to: Int.max)
                if index < 0 { throw raise(.valueError, "list.remove(x): x not in list") }
                try replace(self, index, index + 1, with: nil, count: 0)
                return .none
            }), "($self, value, /)", doc: "Remove first occurrence of value.\n\nRaises ValueError if the value is not present.")
        type.method(
            "reverse",
            .noArguments({ (self) throws(Raised) -> Ref in
                reverse(items(self), count(self))
                return .none
            }), "($self, /)", doc: "Reverse *IN PLACE*.")
        type.method(
            "sort",
            .bound({ (self, arguments) throws(Raised) -> Ref in
                let reverse = arguments[1].isNull ? false : arguments[1].isBool ? arguments[1].isTrue : try Index.int32(arguments[1]) != 0
                try sort(self, key: arguments[0].isNull ? .none : arguments[0], reverse: reverse)
                return .none
            }), "($self, /, *, key=None, reverse=False)",
            doc:
                "Sort the list in ascending order and return None.\n\nThe sort is in-place (i.e. the list itself is modified) and stable (i.e. the\norder of two equal elements is maintained).\n\nIf a key function is given, apply it once to each list item and sort them,\nascending or descending, according to their function values.\n\nThe reverse flag can be set to sort in descending order."
        )
    }

    // MARK: Looking

    static func repr(_ list: Value) throws(Raised) -> Ref {
        if count(list) == 0 { return StrObject.make("[]") }
        guard Repr.enter(list) else { return StrObject.make("[...]") }
        defer { Repr.leave(list) }
        var writer = ReprWriter()
        writer.append("[")
        var index = 0
        while index < count(list) {
            if index > 0 { writer.append(", ") }
            try writer.append(repr: item(list, index))
            index += 1
        }
        writer.append("]")
        return try writer.finish()
    }

    static func compare(_ a: Value, _ b: Value, _ operation: Comparison) throws(Raised) -> Ref {
        if count(a) != count(b) && (operation == .equal || operation == .notEqual) { return .bool(operation == .notEqual) }
        var index = 0
        while index < count(a) && index < count(b) {
            let (x, y) = (item(a, index), item(b, index))
            if x !== y {
                let left = Ref(x)
                let right = Ref(y)
                if try !ItemComparison.equal(left.value, right.value) {
                    // The comparison may have emptied the lists.
                    if index >= count(a) || index >= count(b) { break }
                    if operation == .equal { return .bool(false) }
                    if operation == .notEqual { return .bool(true) }
                    return try Compare.rich(left.value, right.value, operation)
                }
            }
            index += 1
        }
        return .bool(operation.holds(count(a), count(b)))
    }

    /// The index of the first item in start..<stop that equals `value`, or -1.
    static func find(_ list: Value, _ value: Value, from start: Int, to stop: Int) throws(Raised) -> Int {
        var index = start
        while index < stop && index < count(list) {
            if try ItemComparison.equal(borrowed: item(list, index), value) { return index }
            index += 1
        }
        return -1
    }
    private static func countOf(_ list: Value, _ value: Value) throws(Raised) -> Ref {
        var result = 0
        var index = 0
        while index < count(list) {
            if try ItemComparison.equal(borrowed: item(list, index), value) { result += 1 }
            index += 1
        }
        return IntObject.make(result)
    }
    private static func index(_ list: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        var start = arguments[1].isNull ? 0 : try SliceObject.position(arguments[1])
        var stop = arguments[2].isNull ? Int.max : try SliceObject.position(arguments[2])
        if start < 0 { start = max(start &+ count(list), 0) }
        if stop < 0 { stop = max(stop &+ count(list), 0) }
        let index = try find(list, arguments[0], from: start, to: stop)
        if index < 0 { throw raise(.valueError, "\(try Repr.string(arguments[0])) is not in list") }
        return IntObject.make(index)
    }

    // MARK: Changing

    /// Inserts a borrowed value before item `index`, which is clipped as Python does.
    public static func insert(_ list: Value, _ index: Int, _ value: Value) throws(Raised) {
        let size = count(list)
        if size >= head(list).pointee.allocated { try grow(list, to: size + 1) }
        var index = index
        if index < 0 { index = max(index &+ size, 0) }
        index = min(index, size)
        let items = items(list)
        moveBytes(items + index + 1, items + index, (size - index) * 8)
        value.retain()
        items[index] = stored(list, value)
        head(list).pointee.ob_base.ob_size = size + 1
    }

    /// Takes the last item out; IndexError if there is none.
    public static func popLast(_ list: Value) throws(Raised) -> Ref { try pop(list, .null) }

    /// list.pop(key); a null key takes the last.
    static func pop(_ list: Value, _ key: Value) throws(Raised) -> Ref {
        var index = key.isNull ? -1 : try Index.size(key)
        let size = count(list)
        if size == 0 { throw raise(.indexError, "pop from empty list") }
        if index < 0 { index &+= size }
        guard index >= 0 && index < size else { throw raise(.indexError, "pop index out of range") }
        let items = items(list)
        let result = Ref(owned: Border.read(items[index]))
        if index < size - 1 { moveBytes(items + index, items + index + 1, (size - 1 - index) * 8) }
        shrink(list, to: size - 1)
        return result
    }

    static func reverse(_ items: UnsafeMutablePointer<Value>, _ count: Int) {
        var (low, high) = (0, count - 1)
        while low < high {
            let item = items[low]
            items[low] = items[high]
            items[high] = item
            low += 1
            high -= 1
        }
    }
}
