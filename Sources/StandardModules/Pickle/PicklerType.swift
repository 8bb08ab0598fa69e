// The type Pickler, and the view of its memo.

import CPythonABI
import Runtime

enum PicklerType {
    /// Fields: the writer (an address), then what Python code sees and sets.
    static let state = 0
    static let bin = 1
    static let fast = 2
    static let dispatchTable = 3
    static let persistentID = 4
    private static let parameters = BoundParameters("(file, protocol=None, fix_imports=True, buffer_callback=None)")

    static let type: TypePointer = FieldObject.type("_pickle.Pickler", fields: 5, [.subclassable]) { type in
        type.doc(PickleDocs.Pickler)
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            PicklerType.setWriter(Value(object), nil)
            FieldObject.deallocate(object)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            if let writer = PicklerType.writer(Value(object)) {
                let result = writer.traverse(visit, argument)
                if result != 0 { return result }
            }
            return FieldObject.traverse(object, visit, argument)
        }
        type.slots.new = { (type, _) throws(Raised) -> Ref in
            let result = try FieldObject.make(type)
            let fields = Fields(result.value)
            fields.setInt(state, 0)
            fields.setInt(bin, 0)
            fields.setInt(fast, 0)
            return result
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            let done = try parameters.withBound(arguments, "Pickler") { (a) throws(Raised) -> Ref in
                let writer = try PickleWriter(protocol: a[1], fixImports: a[2], bufferCallback: a[3])
                try writer.setFile(a[0])
                let fields = Fields(self)
                setWriter(self, writer)
                fields.setInt(bin, writer.version > 0 ? 1 : 0)
                fields.setInt(fast, 0)
                fields.set(dispatchTable, try Attributes.getIfPresent(self, PickleNames.dispatchTable))
                return .none
            }
            _ = done.isNull
        }
        type.method("dump", .one(dump), PickleDocs.Pickler_dump)
        type.method("clear_memo", .noArguments { (self) throws(Raised) -> Ref in
            writer(self)?.clearMemo()
            return .none
        }, PickleDocs.Pickler_clear_memo)
        type.method("__sizeof__", .noArguments { (self) throws(Raised) -> Ref in
            IntObject.make(64 + (writer(self).map { 128 + $0.output.count } ?? 0))
        }, PickleDocs.Pickler___sizeof__)
        number(type, "bin", bin)
        number(type, "fast", fast)
        type.getter("dispatch_table") { (self) throws(Raised) -> Ref in
            let table = Fields(self).hold(dispatchTable)
            if table.isNull { throw raise(.attributeError, "'\(self.type.name)' object has no attribute 'dispatch_table'") }
            return table
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull && Fields(self)[dispatchTable].isNull { throw raise(.attributeError, "dispatch_table") }
            Fields(self).set(dispatchTable, value)
        }
        type.getter("persistent_id") { (self) throws(Raised) -> Ref in
            let function = Fields(self).hold(persistentID)
            if function.isNull { throw raise(.attributeError, "persistent_id") }
            return function
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "attribute deletion is not supported") }
            if value.record.pointee.call == nil { throw raise(.typeError, "persistent_id must be a callable taking one argument") }
            Fields(self).set(persistentID, value)
        }
        type.getter("memo") { (self) throws(Raised) -> Ref in
            let view = try FieldObject.make(PicklerMemo.type)
            Fields(view.value).set(0, self)
            return view
        } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "attribute deletion is not supported") }
            try setMemo(self, value)
        }
    }

    private static func number(_ type: TypeBuilder, _ name: StaticString, _ index: Int) {
        type.getter(name) { (self) throws(Raised) -> Ref in Fields(self).hold(index) } set: { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "can't delete numeric/char attribute") }
            Fields(self).setInt(index, try CInteger.int(value))
        }
    }

    static func writer(_ self: Value) -> PickleWriter? {
        let field = Fields(self)[state]
        if field.isNull || field.smallInt == 0 { return nil }
        return Unmanaged<PickleWriter>.fromOpaque(.init(bitPattern: field.smallInt).unsafelyUnwrapped).takeUnretainedValue()
    }
    static func setWriter(_ self: Value, _ writer: PickleWriter?) {
        let fields = Fields(self)
        let old = fields[state]
        fields.setInt(state, writer.map { Int(bitPattern: Unmanaged.passRetained($0).toOpaque()) } ?? 0)
        if !old.isNull && old.smallInt != 0 {
            Unmanaged<PickleWriter>.fromOpaque(.init(bitPattern: old.smallInt).unsafelyUnwrapped).release()
        }
    }

    private static func dump(_ self: Value, _ object: Value) throws(Raised) -> Ref {
        guard let writer = writer(self) else {
            throw PickleModule.fail("Pickler.__init__() was not called by \(self.type.fullName).__init__()")
        }
        let fields = Fields(self)
        let override = try Attributes.getIfPresent(self, PickleNames.reducerOverride)
        writer.override.replace(override)
        // Asked for anew each time: a bound method that is kept would make a circle.
        writer.persistentID.replace(try Attributes.getIfPresent(self, PickleNames.persistentID))
        writer.dispatchTable.replace(fields.hold(dispatchTable))
        writer.binary = fields.int(bin) != 0
        writer.fast = fields.int(fast) != 0
        defer {
            writer.override.replace(.null)
            writer.persistentID.replace(.null)
        }
        try writer.dump(object)
        try writer.flush()
        return .none
    }

    private static func setMemo(_ self: Value, _ value: Value) throws(Raised) {
        guard let writer = writer(self) else { return }
        if value.type == PicklerMemo.type {
            let owner = Fields(value).hold(0)
            guard let other = Self.writer(owner.value) else { return }
            if other !== writer { try writer.copyMemo(of: other) }
            return
        }
        guard DictObject.isInstance(value) else {
            throw raise(.typeError, "'memo' attribute must be a PicklerMemoProxy object or dict, not \(value.type.name)")
        }
        var position = 0
        var fresh = IdentityMap()
        while let (_, entry) = DictObject.next(value, &position) {
            guard TupleObject.isInstance(entry), TupleObject.count(entry) == 2 else {
                throw raise(.typeError, "'memo' values must be 2-item tuples")
            }
            guard IntObject.isInstance(TupleObject.item(entry, 0)) else { throw raise(.typeError, "an integer is required") }
            fresh.set(TupleObject.item(entry, 1), try CInteger.size(TupleObject.item(entry, 0)))
        }
        writer.memo = fresh
    }
}

enum PicklerMemo {
    static let type: TypePointer = FieldObject.type("_pickle.PicklerMemoProxy", fields: 1, [.hidden]) { type in
        type.unhashable()
        type.method("clear", .noArguments { (self) throws(Raised) -> Ref in
            PicklerType.writer(Fields(self)[0])?.clearMemo()
            return .none
        }, "($self, /)", doc: "Remove all items from memo.")
        type.method("copy", .noArguments(copy), "($self, /)", doc: "Copy the memo to a new object.")
        type.method("__reduce__", .noArguments { (self) throws(Raised) -> Ref in
            let contents = try copy(self)
            let arguments = TupleObject.make(contents.value)
            return TupleObject.make(Value(pointer: PyDict_TypePointer()), arguments.value)
        }, "($self, /)", doc: "Implement pickle support.")
    }
    private static func copy(_ self: Value) throws(Raised) -> Ref {
        let result = DictObject.make()
        guard let writer = PicklerType.writer(Fields(self)[0]) else { return result }
        try writer.memo.forEach { (object, number) throws(Raised) -> Void in
            let key = IntObject.make(Int(truncatingIfNeeded: object.bits))
            let entry = TupleObject.make(Value(smallInt: number), object)
            try DictObject.set(result.value, key.value, entry.value)
        }
        return result
    }
}

/// A reference held in a field of a class.
struct Held: ~Copyable {
    private(set) var value = Value.null
    init() {}
    mutating func replace(_ reference: consuming Ref) {
        let old = value
        value = reference.take()
        old.release()
    }
    deinit { value.release() }
}
