// Cells: variables shared between functions.

import CPythonABI

public enum CellObject {
    /// A cell with a borrowed content, which may be null.
    public static func make(_ content: Value) -> Ref {
        let cell = ObjectMemory.newCollected(PyCell_TypePointer(), as: PyCellObject.self, size: 24)
        content.retain()
        let value = Value(pointer: cell)
        slot(value).pointee = content
        Collector.track(value.object)
        return Ref(owned: value)
    }
    @inline(__always) static func slot(_ cell: Value) -> UnsafeMutablePointer<Value> {
        (UnsafeMutableRawPointer(cell.object) + 16).assumingMemoryBound(to: Value.self)
    }
    /// The content, borrowed; null when empty.
    @inline(__always) static func get(_ cell: Value) -> Value { Border.read(slot(cell).pointee) }
    /// Replaces the content by a borrowed value, which may be null.
    @inline(__always) public static func set(_ cell: Value, _ value: Value) {
        let slot = slot(cell)
        let old = slot.pointee
        if !value.isNull && !value.isObject && cell.object.isExposed {
            slot.pointee = Value(Border.box(value))
        } else {
            value.retain()
            slot.pointee = value
        }
        old.release()
    }
    static func isCell(_ value: Value) -> Bool { value.isObject && value.object.pointee.ob_type == PyCell_TypePointer() }

    static func describe(_ type: TypeBuilder) {
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            Collector.untrack(object)
            CellObject.get(Value(object)).release()
            ObjectMemory.freeCollected(object, size: 24)
        }
        type.type.pointee.tp_traverse = { object, visit, argument in
            guard let object, let visit else { return 0 }
            let content = CellObject.get(Value(object))
            return content.isObject ? visit(content.object, argument) : 0
        }
        type.type.pointee.tp_clear = { object in
            guard let object else { return 0 }
            CellObject.set(Value(object), .null)
            return 0
        }
        type.slots.new = { (_, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("cell")
            try arguments.check("cell", 0, 1)
            return make(arguments[0])
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let content = get(self)
            let what = content.isNull ? "empty" : "\(content.type.name) object at \(Repr.address(content))"
            return StrObject.make("<cell at \(Repr.address(self)): \(what)>")
        }
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            guard isCell(a), isCell(b) else { return .notImplemented }
            let (x, y) = (get(a), get(b))
            if !x.isNull && !y.isNull { return try Compare.rich(x, y, operation) }
            return .bool(operation.holds(x.isNull ? 0 : 1, y.isNull ? 0 : 1))
        }
        type.unhashable()
        type.getter(
            "cell_contents",
            { (self) throws(Raised) -> Ref in
                let content = get(self)
                if content.isNull { throw raise(.valueError, "Cell is empty") }
                return Ref(content)
            }, set: { (self, value) throws(Raised) -> Void in set(self, value) })
    }
}
