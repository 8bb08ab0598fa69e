// zip.
//
//     +16 count (a machine word)   +24 iterators: a tuple   +32 kept: the tuple handed out, used again when nobody kept it
//     +40 strict (0 or 1)   +48 held: an item of the first iterator that `QuickNext.zip` took and could not hand out

import CPythonABI

enum ZipObject {
    struct Layout {
        var head: PyObject
        var count: Int
        var iterators: Value
        var kept: Value
        var strict: Int
        var held: Value
        var unused: Int
    }
    @inline(__always) static func layout(_ value: Value) -> UnsafeMutablePointer<Layout> { value.cast(to: Layout.self) }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.\n\n   >>> list(zip('abcdefg', range(3), range(4)))\n   [('a', 0, 0), ('b', 1, 1), ('c', 2, 2)]\n\nThe zip object yields n-length tuples, where n is the number of iterables\npassed as positional arguments to zip().  The i-th element in every tuple\ncomes from the i-th iterable argument to zip().  This continues until the\nshortest argument is exhausted.\n\nIf strict is true and one of the arguments is exhausted before the others,\nraise a ValueError."
        )
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let layout = ZipObject.layout(Value(object)).pointee
            layout.iterators.release()
            layout.kept.release()
            layout.held.release()
            IteratorStorage.free(object, exact: PyZip_TypePointer(), size: 64)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in 
            let result = IteratorStorage.visit(object, visit, argument, 3, 4)
            return result != 0 ? result : IteratorStorage.visit(object, visit, argument, 6, 6)
        }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.quickNext = QuickNext.zip
        type.slots.quickPair = QuickNext.zipPair
        type.slots.next = { (self) throws(Raised) -> Ref in try next(self) }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                if layout.strict != 0 { return TupleObject.make(self.type.value, layout.iterators, .true) }
                return TupleObject.make(self.type.value, layout.iterators)
            }), doc: "Return state information for pickling.")
        type.method(
            "__setstate__",
            .one({ (self, state) throws(Raised) -> Ref in
                layout(self).pointee.strict = try Truth.of(state) ? 1 : 0
                return .none
            }), doc: "Set state information for unpickling.")
    }

    private static func new(_ type: TypePointer, _ arguments: Arguments) throws(Raised) -> Ref {
        var strict = false
        if arguments.keywordCount > 0 {
            if arguments.keywordCount > 1 {
                throw raise(.typeError, "zip() takes at most 1 keyword argument (\(arguments.keywordCount) given)")
            }
            guard StrObject.equals(arguments.keywordName(0), "strict") else {
                throw raise(.typeError, "'\(text(arguments.keywordName(0)))' is an invalid keyword argument for zip()")
            }
            strict = try Truth.of(arguments.keywordValue(0))
        }
        let iterators = try iterators(arguments, from: 0)
        let result = try IteratorStorage.allocate(type, exact: PyZip_TypePointer(), size: 64)
        let layout = layout(result.value)
        layout.pointee.count = arguments.count
        layout.pointee.iterators = iterators.take()
        layout.pointee.kept = .null
        layout.pointee.strict = strict ? 1 : 0
        layout.pointee.held = .null
        layout.pointee.unused = 0
        Collector.track(result.value.object)
        return result
    }
    /// A tuple of iterators over the positional arguments from `first` on.
    static func iterators(_ arguments: Arguments, from first: Int) throws(Raised) -> Ref {
        let count = max(arguments.count - first, 0)
        let result = try TupleObject.allocate(count)
        for index in 0..<count {
            let iterator = try Iteration.iter(arguments[first + index])
            TupleObject.store(result.value, index, iterator)
        }
        TupleObject.finish(result.value)
        return result
    }

    private static func next(_ zip: Value) throws(Raised) -> Ref {
        let layout = layout(zip)
        let count = layout.pointee.count
        if count == 0 { return .null }
        let iterators = TupleObject.items(layout.pointee.iterators)
        let kept = layout.pointee.kept
        if kept.isObject && kept.object.pointee.ob_refcnt == 1 && !kept.object.isExposed {
            // Held while it is filled: an iterator may ask this zip for its next tuple.
            let result = Ref(kept)
            let items = TupleObject.items(kept)
            for index in 0..<count {
                let item = try index == 0 ? first(layout) : advance(iterators[index])
                if item.isNull { return try stopped(layout, at: index) }
                let old = items[index]
                items[index] = item.take()
                old.release()
            }
            if !kept.object.isTracked { TupleObject.finish(kept) }
            return result
        }
        let result = try TupleObject.allocate(count)
        for index in 0..<count {
            let item = try index == 0 ? first(layout) : advance(iterators[index])
            if item.isNull { return try stopped(layout, at: index) }
            TupleObject.store(result.value, index, item)
        }
        TupleObject.finish(result.value)
        let old = layout.pointee.kept
        layout.pointee.kept = result.copy().take()
        old.release()
        return result
    }
    /// The item of the first iterator: one that is held, or the next.
    @inline(__always) private static func first(_ layout: UnsafeMutablePointer<Layout>) throws(Raised) -> Ref {
        let held = layout.pointee.held
        if held.isNull { return try advance(TupleObject.items(layout.pointee.iterators)[0]) }
        layout.pointee.held = .null
        return Ref(owned: held)
    }
    @inline(__always) private static func advance(_ iterator: Value) throws(Raised) -> Ref {
        try Iteration.next(iterator)
    }
    /// The end, at the iterator of this index. A strict zip makes sure that it is the end for all.
    private static func stopped(_ layout: UnsafeMutablePointer<Layout>, at index: Int) throws(Raised) -> Ref {
        if layout.pointee.strict == 0 { return .null }
        func others(_ index: Int) -> String { index == 1 ? "argument 1" : "arguments 1-\(index)" }
        if index > 0 { throw raise(.valueError, "zip() argument \(index + 1) is shorter than \(others(index))") }
        let iterators = TupleObject.items(layout.pointee.iterators)
        for other in 1..<max(layout.pointee.count, 1) {
            let item = try advance(iterators[other])
            if !item.isNull { throw raise(.valueError, "zip() argument \(other + 1) is longer than \(others(other))") }
        }
        return .null
    }
}
