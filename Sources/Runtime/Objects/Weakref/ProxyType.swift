// Weak proxies: objects that do all that their target does, without holding it.

import CPythonABI

public enum ProxyType {
    /// weakref.proxy(target[, callback])
    public static func make(_ target: Value, _ callback: Value) throws(Raised) -> Ref {
        let type: TypePointer = target.record.pointee.call != nil ? _PyWeakref_CallableProxyTypePointer() : _PyWeakref_ProxyTypePointer()
        return try WeakReferences.make(type, target, callback)
    }

    /// What a proxy stands for, owned; any other value stands for itself.
    private static func unwrap(_ value: Value) throws(Raised) -> Ref {
        guard value.isObject,
            value.type == _PyWeakref_ProxyTypePointer() || value.type == _PyWeakref_CallableProxyTypePointer()
        else { return Ref(value) }
        let target = WeakReferences.target(value)
        if target.isNull { throw raise(.referenceError, "weakly-referenced object no longer exists") }
        return Ref(target)
    }
    private static func unary(_ body: @escaping UnarySlot) -> UnarySlot {
        { (self) throws(Raised) -> Ref in
            let target = try unwrap(self)
            return try body(target.value)
        }
    }

    static func describe() {
        let plain = TypeBuilder(_PyWeakref_ProxyTypePointer())
        describe(plain)
        describeMethods(plain)
        let callable = TypeBuilder(_PyWeakref_CallableProxyTypePointer())
        describe(callable)
        callable.slots.call = { (self, arguments) throws(Raised) -> Ref in
            let target = try unwrap(self)
            return try Call.call(target.value, arguments)
        }
    }

    /// Proxies of callables have none of these, as in CPython.
    private static func describeMethods(_ type: TypeBuilder) {
        type.method("__bytes__", .noArguments({ (self) throws(Raised) -> Ref in
            let target = try unwrap(self)
            return try Call.method(target.value, Names.bytes)
        }))
        type.method("__reversed__", .noArguments({ (self) throws(Raised) -> Ref in
            let target = try unwrap(self)
            return try Call.method(target.value, Names.reversed)
        }))
    }
    private static func describe(_ type: TypeBuilder) {
        WeakReferences.describeStorage(type)
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            let target = try unwrap(self)
            return try Attributes.get(target.value, name)
        }
        type.slots.setAttribute = { (self, name, value) throws(Raised) -> Void in
            let target = try unwrap(self)
            try Attributes.set(target.value, name, value)
        }
        type.slots.str = unary { (a) throws(Raised) -> Ref in try Repr.str(a) }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            let target = WeakReferences.target(self)
            if target.isNull { return StrObject.make("<weakproxy at \(Repr.address(self)) to NoneType at \(Repr.address(Value(Py_NonePointer())))>") }
            return StrObject.make("<weakproxy at \(Repr.address(self)) to \(target.type.name) at \(Repr.address(target))>")
        }
        type.slots.hash = { (self) throws(Raised) -> Int in throw Hash.unhashable(self) }
        type.set("__hash__", .none)
        type.slots.compare = { (a, b, operation) throws(Raised) -> Ref in
            let left = try unwrap(a)
            let right = try unwrap(b)
            return try Compare.rich(left.value, right.value, operation)
        }
        type.slots.iter = unary { (a) throws(Raised) -> Ref in try Iteration.iter(a) }
        type.slots.next = unary { (a) throws(Raised) -> Ref in
            guard let next = a.record.pointee.next else {
                throw raise(.typeError, "Weakref proxy referenced a non-iterator '\(a.type.name)' object")
            }
            return try next(a)
        }
        for operation in BinaryOperation.allCases {
            type.slots.binary[operation.rawValue] = { (a, b) throws(Raised) -> Ref in
                let left = try unwrap(a)
                let right = try unwrap(b)
                return try Numbers.binary(operation, left.value, right.value)
            }
            type.slots.inPlace[operation.rawValue] = { (a, b) throws(Raised) -> Ref in
                let left = try unwrap(a)
                let right = try unwrap(b)
                return try Numbers.inPlace(operation, left.value, right.value)
            }
        }
        type.slots.divmod = { (a, b) throws(Raised) -> Ref in
            let left = try unwrap(a)
            let right = try unwrap(b)
            return try Numbers.divmod(left.value, right.value)
        }
        type.slots.ternaryPower = { (a, b, modulus) throws(Raised) -> Ref in
            let base = try unwrap(a)
            let exponent = try unwrap(b)
            let third = try unwrap(modulus)
            return try Numbers.power(base.value, exponent.value, third.value)
        }
        type.slots.negative = unary { (a) throws(Raised) -> Ref in try Numbers.negative(a) }
        type.slots.positive = unary { (a) throws(Raised) -> Ref in try Numbers.positive(a) }
        type.slots.absolute = unary { (a) throws(Raised) -> Ref in try Numbers.absolute(a) }
        type.slots.invert = unary { (a) throws(Raised) -> Ref in try Numbers.invert(a) }
        type.slots.int = unary { (a) throws(Raised) -> Ref in try Call.call(PyLong_TypePointer().value, a) }
        type.slots.float = unary { (a) throws(Raised) -> Ref in try Call.call(PyFloat_TypePointer().value, a) }
        type.slots.index = unary { (a) throws(Raised) -> Ref in try Index.object(a) }
        type.slots.bool = { (self) throws(Raised) -> Bool in
            let target = try unwrap(self)
            return try Truth.of(target.value)
        }
        type.slots.length = { (self) throws(Raised) -> Int in
            let target = try unwrap(self)
            return try Sequences.length(target.value)
        }
        type.slots.contains = { (self, item) throws(Raised) -> Bool in
            let target = try unwrap(self)
            return try Sequences.contains(target.value, item)
        }
        type.slots.subscript = { (self, key) throws(Raised) -> Ref in
            let target = try unwrap(self)
            let index = try unwrap(key)
            return try Sequences.get(target.value, index.value)
        }
        type.slots.storeSubscript = { (self, key, value) throws(Raised) -> Void in
            let target = try unwrap(self)
            try Sequences.set(target.value, key, value)
        }
    }
}
