// filter: the function (or None) at +16, the iterator at +24.

import CPythonABI

enum FilterObject {
    @inline(__always) private static func words(_ filter: Value) -> UnsafeMutablePointer<Value> { filter.cast(to: Value.self) }

    static func describe(_ type: TypeBuilder) {
        type.doc(
            "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true."
        )
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            FilterObject.words(Value(object))[2].release()
            FilterObject.words(Value(object))[3].release()
            IteratorStorage.free(object, exact: PyFilter_TypePointer(), size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 2, 3) }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try ConstructorKeywords.reject(arguments, type, builtin: PyFilter_TypePointer(), "filter")
            try arguments.check("filter", 2, 2)
            let iterator = try Iteration.iter(arguments[1])
            let result = try IteratorStorage.allocate(type, exact: PyFilter_TypePointer(), size: 32)
            arguments[0].retain()
            words(result.value)[2] = arguments[0]
            words(result.value)[3] = iterator.take()
            Collector.track(result.value.object)
            return result
        }
        type.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        type.slots.next = { (self) throws(Raised) -> Ref in
            let (function, iterator) = (words(self)[2], words(self)[3])
            let truth = function.isNone || function === PyBool_TypePointer().value
            while true {
                let item = try Iteration.next(iterator)
                if item.isNull { return .null }
                if truth {
                    if try Truth.of(item.value) { return item }
                } else {
                    let verdict = try Call.call(function, item.value)
                    if try Truth.of(verdict.value) { return item }
                }
            }
        }
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let arguments = TupleObject.make(words(self)[2], words(self)[3])
                return TupleObject.make(self.type.value, arguments.value)
            }), doc: "Return state information for pickling.")
    }
}
