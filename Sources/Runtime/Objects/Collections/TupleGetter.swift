// _tuplegetter: the fields of named tuples. The index (a machine word) at +16, the documentation at +24.

import CPythonABI

public enum TupleGetter {
    nonisolated(unsafe) public static let type: TypePointer = NativeType.make(
        "_collections._tuplegetter", base: PyBaseObject_TypePointer(), size: 32, flags: Py_TPFLAGS_HAVE_GC, describe)

    private static func words(_ getter: Value) -> UnsafeMutablePointer<Value> { getter.cast(to: Value.self) }
    private static func index(_ getter: Value) -> Int { Int(bitPattern: UInt(words(getter)[2].bits)) }

    /// The index of the field that a value gives, if it is one of these and the index is one.
    static func place(_ value: Value) -> Int? {
        guard value.isObject, value.object.pointee.ob_type == type else { return nil }
        let index = index(value)
        return index >= 0 && index < 1 << 16 ? index : nil
    }

    private static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            TupleGetter.words(Value(object))[3].release()
            ObjectMemory.freeCollected(object, size: 32)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in IteratorStorage.visit(object, visit, argument, 3, 3) }
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("_tuplegetter")
            try arguments.check("_tuplegetter", 2, 2)
            let index = try Index.size(arguments[0])
            let object = ObjectMemory.newCollected(type, as: PyObject.self, size: 32)
            words(Value(object))[2] = Value(bits: UInt64(bitPattern: Int64(index)))
            arguments[1].retain()
            words(Value(object))[3] = arguments[1]
            Collector.track(object)
            return Ref(owned: Value(object))
        }
        type.slots.descriptorGet = { (self, instance, _) throws(Raised) -> Ref in
            if instance.isNull { return Ref(self) }
            let index = index(self)
            guard TupleObject.isInstance(instance) else {
                if instance.isNone { return Ref(self) }
                throw raise(
                    .typeError,
                    "descriptor for index '\(index)' for tuple subclasses doesn't apply to '\(instance.type.fullName)' object")
            }
            guard index >= 0 && index < TupleObject.count(instance) else { throw raise(.indexError, "tuple index out of range") }
            return Ref(TupleObject.item(instance, index))
        }
        type.slots.descriptorSet = { (_, _, value) throws(Raised) -> Void in
            throw raise(.attributeError, value.isNull ? "can't delete attribute" : "can't set attribute")
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            var writer = ReprWriter()
            writer.append("_tuplegetter(")
            writer.append(int: index(self))
            writer.append(", ")
            try writer.append(repr: words(self)[3])
            writer.append(")")
            return try writer.finish()
        }
        type.getter(
            "__doc__", { (self) throws(Raised) -> Ref in Ref(words(self)[3]) },
            set: { (self, value) throws(Raised) -> Void in
                let old = words(self)[3]
                let new = value.isNull ? Value.none : value
                new.retain()
                words(self)[3] = new
                old.release()
            })
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let index = IntObject.make(index(self))
                let arguments = TupleObject.make(index.value, words(self)[3])
                return TupleObject.make(self.type.value, arguments.value)
            }))
    }
}
