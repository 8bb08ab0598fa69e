// Slots and dunder methods: the one table that relates them.
//
// A *group* is a slot of `TypeRecord` with the dunder names that stand for it; `install` puts the adapter there that looks the
// dunder up in the type and calls it (see `DunderAdapters`), `copy` takes the slot of another type. A *wrapper* is a dunder name with
// the way to call the slot by it: built-in types get a `wrapper_descriptor` (`int.__add__`) for each slot they fill.

import CPythonABI

typealias RecordPointer = UnsafeMutablePointer<TypeRecord>

/// A class, as rows of the table are visited for every type that is made: going over structs would count each closure.
final class SlotGroup {
    let names: [StaticString]
    /// The names, interned.
    let keys: [Value]
    let install: (RecordPointer) -> Void
    let copy: (RecordPointer, RecordPointer) -> Void
    let isFilled: (RecordPointer) -> Bool

    init(
        names: [StaticString], keys: [Value], install: @escaping (RecordPointer) -> Void,
        copy: @escaping (RecordPointer, RecordPointer) -> Void, isFilled: @escaping (RecordPointer) -> Bool
    ) {
        (self.names, self.keys) = (names, keys)
        (self.install, self.copy, self.isFilled) = (install, copy, isFilled)
    }
}

/// How many arguments a dunder method takes after the object.
enum DunderArity { case exactly(Int), between(Int, Int), any }

final class DunderWrapper {
    let name: StaticString
    let group: Int
    let arity: DunderArity
    let signature: StaticString
    let doc: StaticString
    let call: (RecordPointer, Value, Arguments) throws(Raised) -> Ref

    init(
        name: StaticString, group: Int, arity: DunderArity, signature: StaticString, doc: StaticString,
        call: @escaping (RecordPointer, Value, Arguments) throws(Raised) -> Ref
    ) {
        (self.name, self.group, self.arity) = (name, group, arity)
        (self.signature, self.doc, self.call) = (signature, doc, call)
    }
}

enum DunderTable {
    nonisolated(unsafe) static let groups: [SlotGroup] = tables.0
    nonisolated(unsafe) static let wrappers: [DunderWrapper] = tables.1
    /// Group by interned name.
    nonisolated(unsafe) static let groupsByName: [UInt64: [Int]] = {
        var result: [UInt64: [Int]] = [:]
        for (index, group) in groups.enumerated() {
            for key in group.keys { result[key.bits, default: []].append(index) }
        }
        return result
    }()

    /// Wrapper descriptors for the slots that a built-in type fills itself. A name that its description set stays as it is. Returns which
    /// groups it fills.
    @discardableResult static func addWrappers(_ type: TypePointer) -> [Bool] {
        let record = type.record
        // They come first in the dict, before what the description added.
        let described = Ref(type.dict)
        type.pointee.tp_dict = DictObject.make(capacity: DictObject.count(described.value) + 16).take().object
        described.value.release()
        defer {
            // Methods, then fields, then computed attributes.
            for rank in 0..<3 {
                var position = 0
                while let (key, value) = DictObject.next(described.value, &position) {
                    let kind = value.type
                    let own = kind == PyGetSetDescr_TypePointer() ? 2 : kind == PyMemberDescr_TypePointer() ? 1 : 0
                    if own == rank { DictObject.set(type.dict, name: key, value) }
                }
            }
        }
        var filled = [Bool](repeating: false, count: groups.count)
        for index in groups.indices { filled[index] = groups[index].isFilled(record) }
        if filled[newGroup] && DictObject.get(described.value, name: Names.new).isNull {
            let new = TypeNew.builtinNew(type)
            DictObject.set(type.dict, name: Names.new, new.value)
        }
        for (index, wrapper) in wrappers.enumerated() where filled[wrapper.group] {
            let name = Descriptors.wrapperName(index)
            if DictObject.get(described.value, name: name).isNull && DictObject.get(type.dict, name: name).isNull {
                let descriptor = Descriptors.wrapper(type, index)
                DictObject.set(type.dict, name: name, descriptor.value)
            }
        }
        return filled
    }

    /// Fills empty slots from a base; `filled` says which are not.
    static func inherit(_ type: TypePointer, from base: TypePointer, filled: [Bool]) {
        let (record, baseRecord) = (type.record, base.record)
        // Comparison and hash go together: a type with its own equality does not inherit the hash.
        let ownsComparison = record.pointee.compare != nil || record.pointee.hash != nil
        if base != lastBase {
            lastBase = base
            filledByLastBase = groups.indices.filter { groups[$0].isFilled(baseRecord) }
        }
        for index in filledByLastBase {
            if (index == compareGroup || index == hashGroup) && ownsComparison { continue }
            // Types with a layout of their own say how they are made, or are not made by calling.
            if index == newGroup && (base == PyBaseObject_TypePointer() || type.has(Py_TPFLAGS_DISALLOW_INSTANTIATION)) { continue }
            if !filled[index] { groups[index].copy(record, baseRecord) }
        }
    }
    /// What the last base fills: most types in a row have the same. To ask a group counts its closures.
    nonisolated(unsafe) private static var lastBase: TypePointer?
    nonisolated(unsafe) private static var filledByLastBase: [Int] = []

    /// Sets the slots of a heap type that a dunder name stands for, from what the MRO now holds under the group's names.
    static func update(_ type: TypePointer, group index: Int) {
        defer { if SlotTables.isActive && type.has(Py_TPFLAGS_READY) { SlotTables.refresh(type) } }
        let group = groups[index]
        let record = type.record
        var source: TypePointer?
        var adapter = false
        for key in group.keys {
            let found = type.lookupUncached(key)
            if found.isNull { continue }
            if found.isObject && found.object.pointee.ob_type == PyWrapperDescr_TypePointer() && Descriptors.name(found) === key {
                // The wrapper of a slot that is really there for this type stands for that slot. `__add__` of a sequence stands for
                // another slot than that of numbers.
                let owner = found.cast(to: PyDescrObject.self).pointee.d_type.unsafelyUnwrapped
                guard type.isSubtype(of: owner) else {
                    adapter = true
                    continue
                }
                if Descriptors.wrapperIndex(found) < 0 {
                    adapter = true
                    continue
                }
                if Descriptors.wrapperGroup(found) != index { continue }
                if source == nil || source == owner { source = owner } else { adapter = true }
            } else if index == newGroup && TypeNew.isBuiltinNew(found) {
                // Whichever it is, the layout is that of the best base, and so is what makes instances.
                source = type.base
            } else if index == hashGroup && found.isNone {
                record.pointee.hash = { (value) throws(Raised) -> Int in throw Hash.unhashable(value) }
                return
            } else {
                adapter = true
            }
        }
        if adapter {
            group.install(record)
        } else if let source, source.hasRecord, group.isFilled(source.record) {
            group.copy(record, source.record)
        } else {
            // Nothing of that name any more: an empty record's slot.
            withUnsafeMutablePointer(to: &emptyRecord) { group.copy(record, $0) }
        }
    }
    nonisolated(unsafe) private static var emptyRecord = TypeRecord(type: PyBaseObject_TypePointer())

    nonisolated(unsafe) static var newGroup = 0
    nonisolated(unsafe) static var compareGroup = 0
    nonisolated(unsafe) static var hashGroup = 0
    nonisolated(unsafe) static var getattrGroup = 0

    // MARK: The table

    private static let tables: ([SlotGroup], [DunderWrapper]) = makeTables()

    private static func makeTables() -> ([SlotGroup], [DunderWrapper]) {
        var groups: [SlotGroup] = []
        var wrappers: [DunderWrapper] = []
        func group(
            _ names: [StaticString], filled: @escaping (RecordPointer) -> Bool, copy: @escaping (RecordPointer, RecordPointer) -> Void,
            install: @escaping (RecordPointer) -> Void
        ) -> Int {
            groups.append(SlotGroup(names: names, keys: names.map { Names.make($0) }, install: install, copy: copy, isFilled: filled))
            return groups.count - 1
        }
        func wrap(
            _ name: StaticString, _ group: Int, _ arity: DunderArity, _ signature: StaticString, _ doc: StaticString,
            _ call: @escaping (RecordPointer, Value, Arguments) throws(Raised) -> Ref
        ) {
            wrappers.append(DunderWrapper(name: name, group: group, arity: arity, signature: signature, doc: doc, call: call))
        }
        func unary(
            _ name: StaticString, _ doc: StaticString, get: @escaping (RecordPointer) -> UnarySlot?,
            set: @escaping (RecordPointer, UnarySlot?) -> Void, adapter: @escaping UnarySlot
        ) {
            let index = group([name], filled: { get($0) != nil }, copy: { set($0, get($1)) }, install: { set($0, adapter) })
            wrap(name, index, .exactly(0), "($self, /)", doc) { (record, self, _) throws(Raised) -> Ref in
                try get(record)!(self)
            }
        }

        unary("__repr__", "Return repr(self).", get: { $0.pointee.repr }, set: { $0.pointee.repr = $1 }, adapter: DunderAdapters.repr)
        hashGroup = group(
            ["__hash__"], filled: { $0.pointee.hash != nil }, copy: { $0.pointee.hash = $1.pointee.hash },
            install: { $0.pointee.hash = DunderAdapters.hash })
        wrap("__hash__", hashGroup, .exactly(0), "($self, /)", "Return hash(self).") { (record, self, _) throws(Raised) -> Ref in
            IntObject.make(try record.pointee.hash!(self))
        }
        let call = group(
            ["__call__"], filled: { $0.pointee.call != nil }, copy: { $0.pointee.call = $1.pointee.call },
            install: { $0.pointee.call = DunderAdapters.call })
        wrap("__call__", call, .any, "($self, /, *args, **kwargs)", "Call self as a function.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.call!(self, arguments)
        }
        unary("__str__", "Return str(self).", get: { $0.pointee.str }, set: { $0.pointee.str = $1 }, adapter: DunderAdapters.str)

        getattrGroup = group(
            ["__getattribute__", "__getattr__"], filled: { $0.pointee.getAttribute != nil },
            copy: { $0.pointee.getAttribute = $1.pointee.getAttribute }, install: { $0.pointee.getAttribute = DunderAdapters.getAttribute })
        wrap("__getattribute__", getattrGroup, .exactly(1), "($self, name, /)", "Return getattr(self, name).") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.getAttribute!(self, arguments[0])
        }
        let setattr = group(
            ["__setattr__", "__delattr__"], filled: { $0.pointee.setAttribute != nil },
            copy: { $0.pointee.setAttribute = $1.pointee.setAttribute }, install: { $0.pointee.setAttribute = DunderAdapters.setAttribute })
        wrap("__setattr__", setattr, .exactly(2), "($self, name, value, /)", "Implement setattr(self, name, value).") { (record, self, arguments) throws(Raised) -> Ref in
            try DunderAdapters.checkSetattr(record, self)
            try record.pointee.setAttribute!(self, arguments[0], arguments[1])
            return .none
        }
        wrap("__delattr__", setattr, .exactly(1), "($self, name, /)", "Implement delattr(self, name).") { (record, self, arguments) throws(Raised) -> Ref in
            try DunderAdapters.checkSetattr(record, self)
            try record.pointee.setAttribute!(self, arguments[0], .null)
            return .none
        }

        compareGroup = group(
            ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"], filled: { $0.pointee.compare != nil },
            copy: { $0.pointee.compare = $1.pointee.compare }, install: { $0.pointee.compare = DunderAdapters.compare })
        func comparison(_ name: StaticString, _ operation: Comparison, _ doc: StaticString) {
            wrap(name, compareGroup, .exactly(1), "($self, value, /)", doc) { (record, self, arguments) throws(Raised) -> Ref in
                try record.pointee.compare!(self, arguments[0], operation)
            }
        }
        comparison("__lt__", .less, "Return self<value.")
        comparison("__le__", .lessOrEqual, "Return self<=value.")
        comparison("__eq__", .equal, "Return self==value.")
        comparison("__ne__", .notEqual, "Return self!=value.")
        comparison("__gt__", .greater, "Return self>value.")
        comparison("__ge__", .greaterOrEqual, "Return self>=value.")

        unary("__iter__", "Implement iter(self).", get: { $0.pointee.iter }, set: { $0.pointee.iter = $1 }, adapter: DunderAdapters.iter)
        let next = group(
            ["__next__"], filled: { $0.pointee.next != nil }, copy: { $0.pointee.next = $1.pointee.next },
            install: { $0.pointee.next = DunderAdapters.next })
        wrap("__next__", next, .exactly(0), "($self, /)", "Implement next(self).") { (record, self, _) throws(Raised) -> Ref in
            if self.isObject && Delegation.returnsValue(self) { return try Delegation.next(self) }
            // (The slot that stands for a function made in C drops what StopIteration says.)
            let item = try record.pointee.isForeign && self.isObject
                ? ForeignIteration.next(record.pointee.type, self) : record.pointee.next!(self)
            if item.isNull { throw raise(.stopIteration, argument: .null) }
            return item
        }
        let get = group(
            ["__get__"], filled: { $0.pointee.descriptorGet != nil }, copy: { $0.pointee.descriptorGet = $1.pointee.descriptorGet },
            install: { $0.pointee.descriptorGet = DunderAdapters.descriptorGet })
        wrap("__get__", get, .between(1, 2), "($self, instance, owner=None, /)", "Return an attribute of instance, which is of type owner.") { (record, self, arguments) throws(Raised) -> Ref in
            let instance = arguments[0].isNone ? Value.null : arguments[0]
            let owner = arguments[1].isNone ? Value.null : arguments[1]
            if instance.isNull && owner.isNull { throw raise(.typeError, "__get__(None, None) is invalid") }
            return try record.pointee.descriptorGet!(self, instance, owner)
        }
        let set = group(
            ["__set__", "__delete__"], filled: { $0.pointee.descriptorSet != nil },
            copy: { $0.pointee.descriptorSet = $1.pointee.descriptorSet }, install: { $0.pointee.descriptorSet = DunderAdapters.descriptorSet })
        wrap("__set__", set, .exactly(2), "($self, instance, value, /)", "Set an attribute of instance to value.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.descriptorSet!(self, arguments[0], arguments[1])
            return .none
        }
        wrap("__delete__", set, .exactly(1), "($self, instance, /)", "Delete an attribute of instance.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.descriptorSet!(self, arguments[0], .null)
            return .none
        }
        let initialize = group(
            ["__init__"], filled: { $0.pointee.initialize != nil }, copy: { $0.pointee.initialize = $1.pointee.initialize },
            install: { $0.pointee.initialize = DunderAdapters.initialize })
        wrap("__init__", initialize, .any, "($self, /, *args, **kwargs)", "Initialize self.  See help(type(self)) for accurate signature.") { (record, self, arguments) throws(Raised) -> Ref in
            try record.pointee.initialize!(self, arguments)
            return .none
        }
        newGroup = group(
            ["__new__"], filled: { $0.pointee.new != nil }, copy: { $0.pointee.new = $1.pointee.new },
            install: { $0.pointee.new = DunderAdapters.new })
        let finalize = group(
            ["__del__"], filled: { $0.pointee.finalize != nil }, copy: { $0.pointee.finalize = $1.pointee.finalize },
            install: { $0.pointee.finalize = DunderAdapters.finalize })
        wrap("__del__", finalize, .exactly(0), "($self, /)", "Called when the instance is about to be destroyed.") { (record, self, _) throws(Raised) -> Ref in
            record.pointee.finalize!(self)
            return .none
        }

        DunderNumbers.add(group: group, wrap: wrap, unary: unary)
        DunderContainers.add(group: group, wrap: wrap, unary: unary)
        return (groups, wrappers)
    }
}
