// The module _functools.

import CPythonABI
import Runtime

enum FunctoolsModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(FunctoolsDocs.module)
        module.type("partial", Partial.type)
        module.type("_lru_cache_wrapper", CacheWrapper.type)
        module.function("reduce", .raw { (_, a) throws(Raised) -> Ref in
            try a.noKeywords("reduce")
            try a.check("reduce", 2, 3)
            return try reduce(a[0], a[1], a[2])
        }, FunctoolsDocs.reduce)
        module.function(
            "cmp_to_key", .bound { (_, a) throws(Raised) -> Ref in try KeyWrapper.make(a[0], .null) }, "(mycmp)",
            doc: FunctoolsDocs.cmp_to_key.doc)
    }

    private static func reduce(_ function: Value, _ iterable: Value, _ initial: Value) throws(Raised) -> Ref {
        let iterator: Ref
        do throws(Raised) { iterator = try Iteration.iter(iterable) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "reduce() arg 2 must support iteration")
        }
        var result = initial.isNull ? try Iteration.next(iterator.value) : Ref(initial)
        if result.isNull { throw raise(.typeError, "reduce() of empty iterable with no initial value") }
        while true {
            let item = try Iteration.next(iterator.value)
            if item.isNull { return result }
            let next = try Call.call(function, result.value, item.value)
            result = next
        }
    }
}

/// What `cmp_to_key` makes: called with an object, it gives one that compares by the function.
enum KeyWrapper {
    private static let parameters = BoundParameters("(obj)")

    /// Fields: 0 the function, 1 the object or null.
    static let type: TypePointer = FieldObject.type("functools.KeyWrapper", fields: 2, .hidden) { type in
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in
            try parameters.withBound(arguments, "K") { (bound) throws(Raised) -> Ref in try make(Fields(self)[0], bound[0]) }
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard b.type == KeyWrapper.type else { throw raise(.typeError, "other argument must be K instance") }
            let x = Fields(a).hold(1)
            let y = Fields(b).hold(1)
            if x.isNull || y.isNull { throw raise(.attributeError, "object") }
            let function = Fields(a).hold(0)
            let order = try Call.call(function.value, x.value, y.value)
            return try Compare.rich(order.value, Value(smallInt: 0), operation)
        }
        type.unhashable()
        type.getter("obj", doc: "Value wrapped by a key function.", { (self) throws(Raised) -> Ref in
            let object = Fields(self).hold(1)
            return object.isNull ? .none : object
        })
    }
    static func make(_ function: Value, _ object: Value) throws(Raised) -> Ref {
        let wrapper = try FieldObject.make(type)
        Fields(wrapper.value).set(0, function)
        Fields(wrapper.value).set(1, object)
        return wrapper
    }
}
