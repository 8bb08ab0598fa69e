// The type Unpickler, and the view of its memo.

import CPythonABI
import Runtime

enum UnpicklerType {
    private static let state = 0
    private static let persistentLoad = 1
    private static let parameters = BoundParameters("(file, *, fix_imports=True, encoding='ASCII', errors='strict', buffers=())")

    static let type: TypePointer = FieldObject.type("_pickle.Unpickler", fields: 2, [.subclassable]) { type in
        type.doc(PickleDocs.Unpickler)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            UnpicklerType.setReader(Value(object), nil)
            FieldObject.deallocate(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            if let reader = UnpicklerType.reader(Value(object)) {
                let result = reader.traverse(visit, argument)
                if result != 0 { return result }
            }
            return FieldObject.traverse(object, visit, argument)
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let result = try FieldObject.make(type)
            Fields(result.value).setInt(state, 0)
            return result
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            let done = try parameters.withBound(arguments, "Unpickler") { (a) throws(Raised) -> Ref in
                let reader = PickleReader()
                try reader.setFile(a[0])
                try reader.configure(fixImports: a[1], encoding: a[2], errors: a[3], buffers: a[4], "Unpickler")
                setReader(self, reader)
                return .none
            }
            _ = done.isNull
        }
        type.method("load", .noArguments(load), PickleDocs.Unpickler_load)
        type.method("find_class", .positional(minimum: 2, maximum: 2) { (self, a) throws(Raised) -> Ref in
            guard let reader = reader(self) else { throw uninitialized(self) }
            return try reader.usualClass(a[0], a[1])
        }, PickleDocs.Unpickler_find_class)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(64 + (reader(self).map { 256 + 8 * $0.memo.count } ?? 0))
        }, PickleDocs.Unpickler___sizeof__)
        type.getter("persistent_load") { (self) throws(Raised) -> Ref in
            let function = Fields(self).hold(persistentLoad)
            if function.isNull { throw raise(.attributeError, "persistent_load") }
            return function
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "attribute deletion is not supported") }
            if value.record.pointee.call == nil { throw raise(.typeError, "persistent_load must be a callable taking one argument") }
            Fields(self).set(persistentLoad, value)
        }
        type.getter("memo") { (self) throws(Raised) -> Ref in
            let view = try FieldObject.make(UnpicklerMemo.type)
            Fields(view.value).set(0, self)
            return view
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "attribute deletion is not supported") }
            try setMemo(self, value)
        }
    }

    static func reader(_ self: Value) -> PickleReader? {
        let field = Fields(self)[state]
        if field.isNull || field.smallInt == 0 { return nil }
        return Unmanaged<PickleReader>.fromOpaque(.init(bitPattern: field.smallInt).unsafelyUnwrapped).takeUnretainedValue()
    }
    private static func setReader(_ self: Value, _ reader: PickleReader?) {
        let fields = Fields(self)
        let old = fields[state]
        fields.setInt(state, reader.map { Int(bitPattern: Unmanaged.passRetained($0).toOpaque()) } ?? 0)
        if !old.isNull && old.smallInt != 0 {
            Unmanaged<PickleReader>.fromOpaque(.init(bitPattern: old.smallInt).unsafelyUnwrapped).release()
        }
    }
    private static func uninitialized(_ self: Value) -> Raised {
        return PickleModule.unreadable("Unpickler.__init__() was not called by \(self.type.fullName).__init__()")
    }

    private static func load(_ self: Value) throws(Raised) -> Ref {
        guard let reader = reader(self) else { throw uninitialized(self) }
        // Asked for anew each time: a bound method that is kept would make a circle.
        reader.persistentLoad.replace(try Attributes.getIfPresent(self, PickleNames.persistentLoad))
        let outer = reader.owner
        reader.owner = self
        defer {
            reader.owner = outer
            reader.persistentLoad.replace(.null)
        }
        return try reader.load()
    }

    private static func setMemo(_ self: Value, _ value: Value) throws(Raised) {
        guard let reader = reader(self) else { return }
        if value.type == UnpicklerMemo.type {
            let owner = Fields(value).hold(0)
            guard let other = Self.reader(owner.value), other !== reader else { return }
            reader.clearMemo()
            for (index, object) in other.memo.enumerated() where !object.isNull { try reader.memoize(index, object) }
            return
        }
        guard DictObject.isInstance(value) else {
            throw raise(.typeError, "'memo' attribute must be an UnpicklerMemoProxy object or dict, not \(value.type.name)")
        }
        var position = 0
        let copy = try DictObject.copy(value)
        while let (key, _) = DictObject.next(copy.value, &position) {
            guard IntObject.isInstance(key) else { throw raise(.typeError, "memo key must be integers") }
            guard let index = IntObject.word(key), index >= 0 else { throw raise(.valueError, "memo key must be positive integers.") }
        }
        reader.clearMemo()
        position = 0
        while let (key, object) = DictObject.next(copy.value, &position) { try reader.memoize(IntObject.word(key) ?? 0, object) }
    }
}

enum UnpicklerMemo {
    static let type: TypePointer = FieldObject.type("_pickle.UnpicklerMemoProxy", fields: 1, [.hidden]) { type in
        type.unhashable()
        type.method("clear", .noArguments { (self) throws(Raised) -> Ref in
            UnpicklerType.reader(Fields(self)[0])?.clearMemo()
            return .none
        }, "($self, /)", doc: "Remove all items from memo.")
        type.method("copy", .noArguments(copy), "($self, /)", doc: "Copy the memo to a new object.")
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let contents = try copy(self)
            let arguments = TupleObject.make(contents.value)
            return TupleObject.make(Value(pointer: PyDict_TypePointer()), arguments.value)
        }, "($self, /)", doc: "Implement pickling support.")
    }
    private static func copy(_ self: Value) throws(Raised) -> Ref {
        let result = DictObject.make()
        guard let reader = UnpicklerType.reader(Fields(self)[0]) else { return result }
        for (index, object) in reader.memo.enumerated() where !object.isNull {
            try DictObject.set(result.value, Value(smallInt: index), object)
        }
        return result
    }
}
