// Slots of classes written in Python: look the dunder up in the type and call it.
//
// The interpreter loop does not come here for the operations it knows: it recognises these slots (`TypeRecord.pythonSlots`, or the
// class attribute itself) and pushes a frame. These serve native code.

import CPythonABI

public enum DunderAdapters {
    /// The attribute `name` of the object's type, bound to the object; null if there is none.
    public static func lookup(_ self: Value, _ name: Value) throws(Raised) -> Ref {
        let found = self.type.lookup(name)
        if found.isNull { return .null }
        return try Attributes.bind(found, self)
    }

    /// Calls a dunder method that is known to exist; AttributeError with the name otherwise.
    public static func callMethod(_ self: Value, _ name: Value, _ a: Value = .null, _ b: Value = .null) throws(Raised) -> Ref {
        let result = try callMethodIfPresent(self, name, a, b)
        if result.isNull { throw raise(.attributeError, argument: name) }
        return result
    }

    /// As `callMethod`, but null if the type has no such method.
    public static func callMethodIfPresent(_ self: Value, _ name: Value, _ a: Value = .null, _ b: Value = .null) throws(Raised) -> Ref {
        let found = self.type.lookup(name)
        if found.isNull { return .null }
        var room = InlineArray<3, Value>(repeating: .null)
        room[0] = self
        room[1] = a
        room[2] = b
        let count = (a.isNull ? 0 : b.isNull ? 1 : 2)
        let method = Ref(found)
        if Call.isPlainMethod(found) {
            return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
                let base = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self)
                return try Call.call(method.value, Arguments(base, count: count + 1))
            }
        }
        let bound = try Attributes.bind(method.value, self)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            let base = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self)
            return try Call.call(bound.value, Arguments(base + 1, count: count))
        }
    }

    static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        let result = try callMethodIfPresent(self, Names.repr)
        return result.isNull ? try Repr.defaultRepr(self) : result
    }
    static let str: UnarySlot = { (self) throws(Raised) -> Ref in try callMethod(self, Names.str) }
    static let iter: UnarySlot = { (self) throws(Raised) -> Ref in
        let method = self.type.lookup(Names.iter)
        if method.isNone { throw raise(.typeError, "'\(self.type.name)' object is not iterable") }
        return try callMethod(self, Names.iter)
    }
    static let next: UnarySlot = { (self) throws(Raised) -> Ref in
        do throws(Raised) { return try callMethod(self, Names.next) } catch {
            if PendingException.clear(if: .stopIteration) { return .null }
            throw error
        }
    }

    static let hash: HashSlot = { (self) throws(Raised) -> Int in
        let method = self.type.lookup(Names.hash)
        if method.isNull || method.isNone { throw Hash.unhashable(self) }
        let result = try callMethod(self, Names.hash)
        guard IntObject.isInstance(result.value) else { throw raise(.typeError, "__hash__ method should return an integer") }
        let view = IntView(result.value)
        // A machine word is taken as it is; only what is larger is folded.
        let hash = view.int ?? Hash.fold(view)
        return hash == -1 ? -2 : hash
    }
    static let call: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        let method = try lookup(self, Names.call)
        if method.isNull { throw raise(.typeError, "'\(self.type.name)' object is not callable") }
        return try Call.call(method.value, arguments)
    }
    static let compare: CompareSlot = { (self, other, operation) throws(Raised) -> Ref in
        let name = Compare.name(operation)
        let found = self.type.lookup(name)
        if found.isNull { return .notImplemented }
        if Call.isPlainMethod(found) { return try callMethod(self, name, other) }
        let method: Ref
        // A method that cannot be had is no method.
        do throws(Raised) { method = try lookup(self, name) } catch {
            PendingException.clear()
            return .notImplemented
        }
        return try Call.call(method.value, other)
    }
    static let getAttribute: BinarySlot = { (self, name) throws(Raised) -> Ref in
        let getattr = self.type.lookup(Names.getattr)
        let getattribute = self.type.lookup(Names.getattribute)
        do throws(Raised) {
            // The generic way, without a detour through its wrapper, unless the class defines its own.
            if Attributes.isGenericWrapper(getattribute) { return try Attributes.generic(self, name) }
            return try callMethod(self, Names.getattribute, name)
        } catch {
            guard !getattr.isNull, PendingException.matches(.attributeError) else { throw error }
            PendingException.clear()
            return try callMethod(self, Names.getattr, name)
        }
    }
    static let setAttribute: StoreSlot = { (self, name, value) throws(Raised) -> Void in
        let result = value.isNull ? try callMethod(self, Names.delattr, name) : try callMethod(self, Names.setattr, name, value)
        _ = result.isNull
    }
    /// `object.__setattr__(cls, ...)` must not go round the metaclass's own: CPython's guard against Carlo Verre's hack.
    static func checkSetattr(_ record: RecordPointer, _ self: Value) throws(Raised) {
        guard Classes.isType(self), !record.pointee.type.isSubtype(of: PyType_TypePointer()) else { return }
        throw raise(.typeError, "can't apply this __setattr__ to \(self.type.name) object")
    }

    static let descriptorGet: TernarySlot = { (self, instance, owner) throws(Raised) -> Ref in
        let function = self.type.lookup(Names.get)
        if function.isNull { return Ref(self) }
        // Called as it stands in the class, with the descriptor as first argument: it is not bound.
        let held = Ref(function)
        return try Call.call(held.value, self, instance.isNull ? .none : instance, owner.isNull ? .none : owner)
    }
    static let descriptorSet: StoreSlot = { (self, instance, value) throws(Raised) -> Void in
        let result = value.isNull ? try callMethod(self, Names.delete, instance) : try callMethod(self, Names.set, instance, value)
        _ = result.isNull
    }
    static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        let method = try lookup(self, Names.`init`)
        if method.isNull { throw raise(.attributeError, argument: Names.`init`) }
        let result = try Call.call(method.value, arguments)
        if !result.value.isNone {
            throw raise(.typeError, "__init__() should return None, not '\(result.value.type.name)'")
        }
    }
    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        let method = try Attributes.get(type.value, Names.new)
        return try Call.prepending(type.value, arguments) { (all) throws(Raised) -> Ref in try Call.call(method.value, all) }
    }
    static let finalize: (Value) -> Void = { (self) in
        let saved = PendingException.save()
        let found = Ref(self.type.lookup(Names.del))
        if !found.isNull {
            do throws(Raised) {
                let method = try Attributes.bind(found.value, self)
                let result = try Call.call(method.value)
                _ = result.value
            } catch { Unraisable.report(found.value) }
        }
        PendingException.restore(saved)
    }

    /// A binary operator of Python classes: the reflected method of a subclass goes first.
    static func binary(_ operation: BinaryOperation, _ name: Value, _ reflected: Value, _ a: Value, _ b: Value) throws(Raised) -> Ref {
        let (left, right) = (a.type, b.type)
        var tryRight = left != right && right.record.pointee.isPython(operation)
        if left.record.pointee.isPython(operation) {
            if tryRight && right.isSubtype(of: left) && right.lookup(reflected) !== left.lookup(reflected) {
                let result = try callMethodIfPresent(b, reflected, a)
                if !result.isNull && !result.value.isNotImplemented { return result }
                tryRight = false
            }
            let result = try callMethodIfPresent(a, name, b)
            if !result.isNull && !result.value.isNotImplemented { return result }
            if left == right { return .notImplemented }
        }
        if tryRight {
            let result = try callMethodIfPresent(b, reflected, a)
            return result.isNull ? .notImplemented : result
        }
        return .notImplemented
    }
    static let divmod: BinarySlot = { (a, b) throws(Raised) -> Ref in
        if !a.type.lookup(Names.divmod).isNull {
            let result = try callMethod(a, Names.divmod, b)
            if !result.value.isNotImplemented { return result }
        }
        let result = try callMethodIfPresent(b, Names.rdivmod, a)
        return result.isNull ? .notImplemented : result
    }
    static let ternaryPower: TernarySlot = { (a, b, modulus) throws(Raised) -> Ref in
        let result = try callMethodIfPresent(a, Names.pow, b, modulus)
        return result.isNull ? .notImplemented : result
    }

    static let bool: PredicateSlot = { (self) throws(Raised) -> Bool in
        let result = try callMethod(self, Names.bool)
        guard result.value.isBool else {
            throw raise(.typeError, "__bool__ should return bool, returned \(result.value.type.name)")
        }
        return result.value.isTrue
    }
    static let length: LengthSlot = { (self) throws(Raised) -> Int in
        let result = try callMethod(self, Names.len)
        let index = try Index.object(result.value)
        let view = IntView(index.value)
        if view.isNegative { throw raise(.valueError, "__len__() should return >= 0") }
        guard let length = view.int else { throw raise(.overflowError, "cannot fit 'int' into an index-sized integer") }
        return length
    }
    static let `subscript`: BinarySlot = { (self, key) throws(Raised) -> Ref in try callMethod(self, Names.getitem, key) }
    static let item: ItemSlot = { (self, index) throws(Raised) -> Ref in
        let number = IntObject.make(index)
        return try callMethod(self, Names.getitem, number.value)
    }
    static let storeSubscript: StoreSlot = { (self, key, value) throws(Raised) -> Void in
        let result = value.isNull ? try callMethod(self, Names.delitem, key) : try callMethod(self, Names.setitem, key, value)
        _ = result.isNull
    }
    static let storeItem: StoreItemSlot = { (self, index, value) throws(Raised) -> Void in
        let number = IntObject.make(index)
        let result = value.isNull ? try callMethod(self, Names.delitem, number.value) : try callMethod(self, Names.setitem, number.value, value)
        _ = result.isNull
    }
    static let contains: ContainsSlot = { (self, key) throws(Raised) -> Bool in
        let method = self.type.lookup(Names.contains)
        if method.isNone { throw raise(.typeError, "'\(self.type.name)' object is not a container") }
        let result = try callMethodIfPresent(self, Names.contains, key)
        if result.isNull { return try Sequences.containsByIteration(self, key) }
        return try Truth.of(result.value)
    }
}
