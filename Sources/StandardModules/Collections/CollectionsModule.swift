// The module _collections.

import CPythonABI
import Runtime

enum CollectionsModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(
            "High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n"
        )
        module.function(
            "_count_elements",
            .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try countElements(arguments[0], arguments[1])
                return .none
            }), "($module, mapping, iterable, /)", doc: "Count elements in the iterable, updating the mapping")
        module.set("deque", DequeObject.type.value)
        module.set("defaultdict", DefaultDict.type.value)
        module.set("OrderedDict", PyODict_TypePointer().value)
        module.set("_deque_iterator", DequeIterator.forward.value)
        module.set("_deque_reverse_iterator", DequeIterator.backward.value)
        module.set("_tuplegetter", TupleGetter.type.value)
    }

    nonisolated(unsafe) private static let get = Names.make("get")
    nonisolated(unsafe) private static let setitem = Names.make("__setitem__")

    /// mapping[x] += 1 for each item. A dict whose class does not change `get` and `__setitem__` is worked on directly.
    private static func countElements(_ mapping: Value, _ iterable: Value) throws(Raised) {
        let iterator = try Iteration.iter(iterable)
        let dict = PyDict_TypePointer().unsafelyUnwrapped
        let plain = DictObject.isInstance(mapping) && mapping.type.lookup(get) === dict.lookup(get)
            && mapping.type.lookup(setitem) === dict.lookup(setitem)
        let method = plain ? Ref.null : try Attributes.get(mapping, get)
        while true {
            let key = try Iteration.next(iterator.value)
            if key.isNull { return }
            if !plain {
                let old = try Call.call(method.value, key.value, Value(smallInt: 0))
                let new = try Numbers.binary(.add, old.value, Value(smallInt: 1))
                try Sequences.set(mapping, key.value, new.value)
                continue
            }
            if DictObject.countSimple(mapping, key.value) { continue }
            let hash = try Hash.of(key.value)
            let index = try DictObject.find(mapping, key.value, hash)
            if index < 0 {
                try DictObject.insert(mapping, key.value, Value(smallInt: 1), hash)
                continue
            }
            let old = DictObject.value(mapping, at: index)
            if old.isSmallInt && old.smallInt < Value.maxSmallInt {
                DictObject.replace(mapping, index, Value(smallInt: old.smallInt + 1))
            } else {
                let held = Ref(old)
                let new = try Numbers.binary(.add, held.value, Value(smallInt: 1))
                try DictObject.set(mapping, key.value, new.value, hash: hash)
            }
        }
    }
}
