// Tuples with named fields, as `time.struct_time`, `os.stat_result` and `sys.flags` are.
//
// A struct sequence is a tuple of `n_sequence_fields` items, behind which lie fields that only names reach (`n_fields` in all). The count
// in the head is that of the sequence, so everything that tuples do sees the visible part.

import CPythonABI

public enum StructSequence {
    public struct Field: Sendable {
        /// The attribute's name; nil for an item without one.
        public var name: StaticString?
        public var doc: StaticString?
        public init(_ name: StaticString?, _ doc: StaticString? = nil) {
            self.name = name
            self.doc = doc
        }
    }
    final class Shape {
        let fields: [Field]
        let visible: Int
        let canBeMade: Bool
        init(_ fields: [Field], _ visible: Int, _ canBeMade: Bool) {
            self.fields = fields
            self.visible = visible
            self.canBeMade = canBeMade
        }
        var unnamed: Int { fields.filter { $0.name == nil }.count }
    }
    nonisolated(unsafe) private static var shapes: [UInt64: Shape] = [:]

    private static func shape(_ type: TypePointer) -> Shape {
        var type = type
        while true {
            if let shape = shapes[type.value.bits] { return shape }
            guard let base = type.base else { return Shape([], 0, false) }
            type = base
        }
    }

    /// A new struct sequence type ("time.struct_time"); the first `visible` of its fields are items of the tuple.
    public static func type(
        _ name: StaticString, doc: StaticString, fields: [Field], visible: Int, canBeMade: Bool = true,
        _ extend: (TypeBuilder) -> Void = { _ in }
    ) -> TypePointer {
        let shape = Shape(fields, visible, canBeMade)
        var flags = canBeMade ? UInt(0) : Py_TPFLAGS_DISALLOW_INSTANTIATION
        flags |= Py_TPFLAGS_SEQUENCE
        let type = NativeType.make(name, base: PyTuple_TypePointer(), size: 24, flags: flags) { type in
            type.doc(doc)
            describe(type, shape)
            extend(type)
        }
        return type
    }
    private static func describe(_ type: TypeBuilder, _ shape: Shape) {
        shapes[type.type.value.bits] = shape
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        if shape.canBeMade {
            type.slots.new = new
        } else {
            type.slots.new = { (type, _) throws(Raised) -> Ref in
                throw raise(.typeError, "cannot create '\(type.fullName)' instances")
            }
        }
        type.slots.repr = repr
        type.method("__reduce__", .noArguments(reduce))
        type.set("n_sequence_fields", Value(smallInt: shape.visible))
        type.set("n_fields", Value(smallInt: shape.fields.count))
        type.set("n_unnamed_fields", Value(smallInt: shape.unnamed))
        var names: [Value] = []
        for (index, field) in shape.fields.enumerated() {
            guard let fieldName = field.name else { continue }
            if index < shape.visible { names.append(Names.make(fieldName)) }
            type.member(fieldName, type: Members.exposedValueCode, offset: 24 + index * 8, doc: field.doc)
        }
        let match = TupleObject.make(array: names)
        type.set("__match_args__", match.value)
    }
    /// Makes a struct sequence type of a static type of C, whose name and documentation are set.
    public static func initialize(_ type: TypePointer, fields: [Field], visible: Int) throws(Raised) {
        let shape = Shape(fields, visible, true)
        shapes[type.value.bits] = shape
        type.pointee.ob_base.ob_base.ob_refcnt = max(type.pointee.ob_base.ob_base.ob_refcnt, 1)
        type.pointee.tp_base = PyTuple_TypePointer()
        type.pointee.tp_basicsize = 24
        type.pointee.tp_itemsize = 8
        type.pointee.tp_flags |= Py_TPFLAGS_HAVE_GC
        type.pointee.tp_dealloc = deallocate
        type.pointee.tp_traverse = traverse
        try ForeignTypes.ready(type)
        type.record.pointee.isForeign = false
        describe(TypeBuilder(type), shape)
        type.modified()
        SlotTables.complete(type)
    }
    /// Field `index` for C, borrowed: boxed in its place.
    public static func lend(_ instance: Value, _ index: Int) -> ObjectPointer? {
        let slot = TupleObject.items(instance) + index
        return slot.pointee.isNull ? nil : Lending.lend(slot)
    }

    /// A new instance whose fields are null; `set` fills them all, then the caller calls `finish`.
    public static func make(_ type: TypePointer) -> Ref {
        let shape = shape(type)
        let total = max(shape.fields.count, shape.visible)
        let head = ObjectMemory.newCollected(type, as: PyTupleObject.self, size: 24 + total * 8)
        head.pointee.ob_base.ob_size = shape.visible
        let value = Value(pointer: head)
        let items = TupleObject.items(value)
        for index in 0..<total { items[index] = .null }
        return Ref(owned: value)
    }
    /// Stores an owned value in a field of a new instance.
    public static func set(_ instance: Value, _ index: Int, _ value: consuming Ref) {
        TupleObject.items(instance)[index] = value.take()
    }
    public static func setInt(_ instance: Value, _ index: Int, _ number: Int) { set(instance, index, IntObject.make(number)) }
    /// Field `index`, borrowed; it may lie behind the items of the tuple.
    public static func field(_ instance: Value, _ index: Int) -> Value { TupleObject.items(instance)[index] }
    public static func finish(_ instance: Value) {
        let count = shape(instance.type).fields.count
        let items = TupleObject.items(instance)
        for index in 0..<count where items[index].isNull { items[index] = .none }
        Collector.track(instance.object)
    }

    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        try structSequenceParameters.withBound(arguments, "structseq") { (bound) throws(Raised) -> Ref in
            try make(type, bound[0], bound[1])
        }
    }
    private static func make(_ type: TypePointer, _ sequence: Value, _ dict: Value) throws(Raised) -> Ref {
        let shape = shape(type)
        let name = type.fullName
        let isIterable = sequence.record.pointee.iter != nil || Sequences.isSequence(sequence)
        if !isIterable { throw raise(.typeError, "constructor requires a sequence") }
        if !dict.isNull && !DictObject.isInstance(dict) { throw raise(.typeError, "\(name)() takes a dict as second arg, if any") }
        let items = try Iteration.tuple(sequence)
        let count = TupleObject.count(items.value)
        let total = shape.fields.count
        if shape.visible != total {
            if count < shape.visible {
                throw raise(.typeError, "\(name)() takes an at least \(shape.visible)-sequence (\(count)-sequence given)")
            }
            if count > total {
                throw raise(.typeError, "\(name)() takes an at most \(total)-sequence (\(count)-sequence given)")
            }
        } else if count != shape.visible {
            throw raise(.typeError, "\(name)() takes a \(shape.visible)-sequence (\(count)-sequence given)")
        }
        let result = make(type)
        for index in 0..<count { set(result.value, index, Ref(TupleObject.item(items.value, index))) }
        if !dict.isNull && count < total {
            for index in count..<total {
                guard let field = shape.fields[index].name else { continue }
                let key = StrObject.intern(field)
                let found = try DictObject.get(dict, key.value)
                if !found.isNull { set(result.value, index, Ref(found)) }
            }
        }
        finish(result.value)
        return result
    }

    private static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        let shape = shape(self.type)
        var text = "\(self.type.fullName)("
        // Items are shown by the names of the members in order, whether or not an item has one of its own.
        let names = shape.fields.compactMap { $0.name }
        for index in 0..<shape.visible {
            if index > 0 { text += ", " }
            if index < names.count { text += "\(names[index])=" }
            let item = Ref(TupleObject.item(self, index))
            text += try Repr.string(item.value)
        }
        return StrObject.make(text + ")")
    }
    private static let reduce: UnarySlot = { (self) throws(Raised) -> Ref in
        let shape = shape(self.type)
        let items = TupleObject.items(self)
        let tuple = TupleObject.make(items, count: shape.visible)
        let dict = DictObject.make()
        if shape.fields.count > shape.visible {
            for index in shape.visible..<shape.fields.count {
                guard let name = shape.fields[index].name else { continue }
                let key = StrObject.intern(name)
                try DictObject.set(dict.value, key.value, items[index])
            }
        }
        let arguments = TupleObject.make(tuple.value, dict.value)
        return TupleObject.make(self.type.value, arguments.value)
    }

    private static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let count = StructSequence.shape(object.pointee.ob_type).fields.count
        let items = TupleObject.items(Value(object))
        for index in 0..<count { items[index].release() }
        ObjectMemory.freeCollected(object, size: 24 + count * 8)
    }
    private static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let count = StructSequence.shape(object.pointee.ob_type).fields.count
        let items = TupleObject.items(Value(object))
        for index in 0..<count where items[index].isObject {
            let result = visit(items[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
private let structSequenceParameters = BoundParameters("(sequence, dict=None)")
