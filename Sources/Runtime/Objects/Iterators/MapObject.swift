// map: a tuple of iterators at +16, the function at +24.

import CPythonABI

enum MapObject {
    @inline(__always) private static func words(_ map: Value) -> UnsafeMutablePointer<Value> { map.cast(to: Value.self) }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted."
        )
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            MapObject.words(Value(object))[2].release()
            MapObject.words(Value(object))[3].release()
            IteratorStorage.free(object, exact: PyMap_TypePointer(), size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 3) }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ConstructorKeywords.reject(arguments, type, builtin: PyMap_TypePointer(), "map")
            if arguments.count < 2 { throw raise(.typeError, "map() must have at least two arguments.") }
            let iterators = try ZipObject.iterators(arguments, from: 1)
            let result = try IteratorStorage.allocate(type, exact: PyMap_TypePointer(), size: 32)
            arguments[0].retain()
            words(result.value)[2] = iterators.take()
            words(result.value)[3] = arguments[0]
            Collector.track(result.value.object)
            return result
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let (iterators, function) = (words(self)[2], words(self)[3])
            let count = TupleObject.count(iterators)
            if count == 1 {
                let iterator = TupleObject.item(iterators, 0)
                let item = try Iteration.next(iterator)
                if item.isNull { return .null }
                return try Call.call(function, item.value)
            }
            return try nextOfMany(iterators, function, count)
        }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let iterators = words(self)[2]
                let arguments = TupleObject.make(words(self)[3])
                let all = try TupleObject.concatenate(arguments.value, iterators)
                return TupleObject.make(self.type.value, all.value)
            }), doc: "Return state information for pickling.")
    }

    private static func nextOfMany(_ iterators: Value, _ function: Value, _ count: Int) throws(Raised) -> Ref {
        try withValues(count) { (room) throws(Raised) -> Ref in
            defer { for index in 0..<count { room[index].release() } }
            for index in 0..<count {
                let iterator = TupleObject.item(iterators, index)
                let item = try Iteration.next(iterator)
                if item.isNull { return .null }
                room[index] = item.take()
            }
            return try Call.call(function, Arguments(room, count: count))
        }
    }
}
