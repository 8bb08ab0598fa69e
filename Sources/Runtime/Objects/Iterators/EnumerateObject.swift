// enumerate.
//
//     +16 index (a machine word)   +24 iterator   +32 pair: the tuple handed out, used again when nobody kept it
//     +40 longIndex: the index as value once it is beyond a machine word, else null

import CPythonABI

enum EnumerateObject {
    struct Layout {
        var head: PyObject
        var index: Int
        var iterator: Value
        var pair: Value
        var longIndex: Value
        var unused: Int
    }
    @inline(__always) static func layout(_ value: Value) -> UnsafeMutablePointer<Layout> { value.cast(to: Layout.self) }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.\n\nenumerate is useful for obtaining an indexed list:\n    (0, seq[0]), (1, seq[1]), (2, seq[2]), ...",
            signature: "(iterable, start=0)")
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            let layout = EnumerateObject.layout(Value(object)).pointee
            layout.iterator.release()
            layout.pair.release()
            layout.longIndex.release()
            IteratorStorage.free(object, exact: PyEnum_TypePointer(), size: 56)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 3, 5) }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in try new(type, arguments) }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.quickNext = QuickNext.enumerate
        type.slots.quickPair = QuickNext.enumeratePair
        type.slots.next = { (self) throws(Raised) -> Ref in
            let layout = layout(self)
            let item = try Iteration.next(layout.pointee.iterator)
            if item.isNull { return .null }
            if !layout.pointee.longIndex.isNull { return try nextLong(layout, item) }
            let index = layout.pointee.index
            if index == Int.max {
                let number = IntObject.make(index)
                layout.pointee.longIndex = number.take()
                return try nextLong(layout, item)
            }
            layout.pointee.index = index &+ 1
            let number = IntObject.make(index)
            return PairTuple.make(&layout.pointee.pair, ownedFirst: number.take(), ownedSecond: item.take())
        }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let layout = layout(self).pointee
                let index = layout.longIndex.isNull ? IntObject.make(layout.index) : Ref(layout.longIndex)
                let arguments = TupleObject.make(layout.iterator, index.value)
                return TupleObject.make(self.type.value, arguments.value)
            }), doc: "Return state information for pickling.")
        type.classMethod(
            "__class_getitem__", .one({ (self, item) throws(Raised) -> Ref in try GenericAliasObject.make(self, item) }), doc: "See PEP 585")
    }

    private static func nextLong(_ layout: UnsafeMutablePointer<Layout>, _ item: consuming Ref) throws(Raised) -> Ref {
        let index = Ref(layout.pointee.longIndex)
        let next = try Numbers.binary(.add, index.value, Value(smallInt: 1))
        let old = layout.pointee.longIndex
        layout.pointee.longIndex = next.take()
        old.release()
        return PairTuple.make(&layout.pointee.pair, ownedFirst: index.take(), ownedSecond: item.take())
    }

    private static func new(_ type: TypePointer, _ arguments: Arguments) throws(Raised) -> Ref {
        let total = arguments.count + arguments.keywordCount
        var (iterable, start) = (arguments[0], arguments[1])
        if total > 2 { throw raise(.typeError, "enumerate() takes at most 2 arguments (\(total) given)") }
        if arguments.keywordCount > 0 {
            // Only what is asked for in this order is allowed.
            iterable = arguments.count > 0 ? arguments[0] : arguments.keyword("iterable")
            start = arguments.keyword("start")
            let bad = (0..<arguments.keywordCount).first {
                let name = arguments.keywordName($0)
                return !(StrObject.equals(name, "start") && (arguments.count == 1 || !iterable.isNull))
                    && !(StrObject.equals(name, "iterable") && arguments.count == 0)
            }
            if let bad { throw raise(.typeError, "'\(text(arguments.keywordName(bad)))' is an invalid keyword argument for enumerate()") }
        } else if arguments.count < 2 {
            start = .null
        }
        if iterable.isNull { throw raise(.typeError, "enumerate() missing required argument 'iterable'") }
        var index = 0
        let long: Ref
        if start.isNull {
            long = .null
        } else {
            let number = try Index.object(start)
            if let machine = IntView(number.value).int {
                index = machine
                long = .null
            } else {
                long = number
            }
        }
        let iterator = try Iteration.iter(iterable)
        let result = try IteratorStorage.allocate(type, exact: PyEnum_TypePointer(), size: 56)
        let layout = layout(result.value)
        layout.pointee.index = index
        layout.pointee.iterator = iterator.take()
        layout.pointee.pair = .null
        layout.pointee.longIndex = long.take()
        layout.pointee.unused = 0
        Collector.track(result.value.object)
        return result
    }
}
