// function as a type: attributes, constructor.

import CPythonABI
import Compiler

extension FunctionObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            "Create a function object.\n\n  code\n    a code object\n  globals\n    the globals dictionary\n  name\n    a string that overrides the name from the code object\n  argdefs\n    a tuple that specifies the default argument values\n  closure\n    a tuple that supplies the bindings for free variables",
            signature: "(code, globals, name=None, argdefs=None, closure=None)")
        type.type.pointee.tp_dealloc = deallocate
        type.type.pointee.tp_traverse = traverse
        type.type.pointee.tp_clear = clear
        type.slots.call = { (self, arguments) throws(Raised) -> Ref in try Interpreter.call(self, arguments) }
        type.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull || instance.isNone && owner === _PyNone_TypePointer().value { return Ref(self) }
            return MethodObject.make(self, instance)
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in
            StrObject.make("<function \(text(qualifiedName(self))) at \(Repr.address(self))>")
        }
        type.slots.new = construct
        describeAttributes(type)
    }

    private static func describeAttributes(_ type: TypeBuilder) {
        type.getter(
            "__code__", { (self) throws(Raised) -> Ref in
                try Audit.read(self, "__code__")
                return Ref(code(self))
            }, set: { (self, value) throws(Raised) -> Void in
                guard CodeObject.isInstance(value) else { throw raise(.typeError, "__code__ must be set to a code object") }
                try Audit.store(self, "__code__", value)
                let free = CodeObject.freeCount(value)
                let cells = closure(self).isNull ? 0 : TupleObject.count(closure(self))
                if free != cells {
                    throw raise(.valueError, "\(text(name(self)))() requires a code object with \(cells) free vars, not \(free)")
                }
                replace(self, 48, value)
            })
        type.getter(
            "__defaults__", { (self) throws(Raised) -> Ref in
                try Audit.read(self, "__defaults__")
                return optional(self, 56)
            }, set: { (self, value) throws(Raised) -> Void in
                guard value.isNull || value.isNone || TupleObject.isInstance(value) else {
                    throw raise(.typeError, "__defaults__ must be set to a tuple object")
                }
                try Audit.store(self, "__defaults__", value.isNone ? .null : value)
                replace(self, 56, value.isNone ? .null : value)
            })
        type.getter(
            "__kwdefaults__", { (self) throws(Raised) -> Ref in
                try Audit.read(self, "__kwdefaults__")
                return optional(self, 64)
            }, set: { (self, value) throws(Raised) -> Void in
                guard value.isNull || value.isNone || DictObject.isInstance(value) else {
                    throw raise(.typeError, "__kwdefaults__ must be set to a dict object")
                }
                try Audit.store(self, "__kwdefaults__", value.isNone ? .null : value)
                replace(self, 64, value.isNone ? .null : value)
            })
        type.getter(
            "__annotations__", { (self) throws(Raised) -> Ref in Ref(try annotations(self)) },
            set: { (self, value) throws(Raised) -> Void in
                guard value.isNull || value.isNone || DictObject.isInstance(value) else {
                    throw raise(.typeError, "__annotations__ must be set to a dict object")
                }
                replace(self, 112, value.isNone ? .null : value)
            })
        type.getter(
            "__dict__", { (self) throws(Raised) -> Ref in Ref(Attributes.dict(of: self)) },
            set: { (self, value) throws(Raised) -> Void in
                if value.isNull { throw raise(.typeError, "cannot delete __dict__") }
                guard DictObject.isInstance(value) else {
                    throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(value.type.name)'")
                }
                replace(self, 88, value)
            })
        type.getter(
            "__name__", { (self) throws(Raised) -> Ref in Ref(name(self)) }, set: { (self, value) throws(Raised) -> Void in
                guard StrObject.isInstance(value) else { throw raise(.typeError, "__name__ must be set to a string object") }
                replace(self, 32, value)
            })
        type.getter(
            "__qualname__", { (self) throws(Raised) -> Ref in Ref(qualifiedName(self)) }, set: { (self, value) throws(Raised) -> Void in
                guard StrObject.isInstance(value) else { throw raise(.typeError, "__qualname__ must be set to a string object") }
                replace(self, 40, value)
            })
        type.member("__globals__", type: Members.optionalValueCode, offset: 16)
        type.member("__builtins__", type: Members.optionalValueCode, offset: 24)
        type.member("__closure__", type: Members.optionalValueCode, offset: 72)
        type.member("__doc__", type: Members.optionalValueCode, offset: 80, readOnly: false)
        type.member("__module__", type: Members.optionalValueCode, offset: 104, readOnly: false)
    }

    private static func replace(_ self: Value, _ offset: Int, _ value: Value) {
        let slot = field(self, offset)
        let old = slot.pointee
        value.retain()
        slot.pointee = value
        old.release()
    }
    private static func optional(_ self: Value, _ offset: Int) -> Ref {
        let value = field(self, offset).pointee
        return value.isNull ? .none : Ref(value)
    }

    /// The dict of annotations, borrowed. A function statement leaves a tuple of names and values, from which it is made here.
    static func annotations(_ self: Value) throws(Raised) -> Value {
        let current = field(self, 112).pointee
        if DictObject.isInstance(current) { return current }
        let dict = DictObject.make()
        if TupleObject.isInstance(current) {
            var index = 0
            while index + 1 < TupleObject.count(current) {
                try DictObject.set(dict.value, TupleObject.item(current, index), TupleObject.item(current, index + 1))
                index += 2
            }
        }
        replace(self, 112, dict.value)
        return field(self, 112).pointee
    }

    /// The builtins that code run with these globals uses: their `__builtins__`, else those of the running code. Borrowed.
    static func builtins(of globals: Value) -> Value {
        let found = DictObject.get(globals, name: Names.builtins)
        if found.isNull { return CurrentFrame.fp?.builtins ?? globals }
        if found.isObject, found.type.isSubtype(of: PyModule_TypePointer()) { return ModuleObject.dict(found) }
        return found
    }

    private static let construct: NewSlot = { (_, arguments) throws(Raised) -> Ref in
        try parameters.unsafelyUnwrapped.call(.null, arguments)
    }
    /// The constructor as a function, for the binding of its arguments.
    nonisolated(unsafe) private static let parameters: UnsafeMutablePointer<NativeMethod>? = NativeMethod.make(
        "function", .bound({ (_, arguments) throws(Raised) -> Ref in
            let (code, globals, name) = (arguments[0], arguments[1], arguments[2])
            let (defaults, closure) = (arguments[3], arguments[4])
            guard CodeObject.isInstance(code) else {
                throw raise(.typeError, "function() argument 'code' must be code, not \(ArgumentTypeName.of(code))")
            }
            try Audit.event("function.__new__", code)
            guard DictObject.isInstance(globals) else {
                throw raise(.typeError, "function() argument 'globals' must be dict, not \(ArgumentTypeName.of(globals))")
            }
            guard name.isNull || name.isNone || StrObject.isInstance(name) else {
                throw raise(.typeError, "arg 3 (name) must be None or string")
            }
            guard defaults.isNull || defaults.isNone || TupleObject.isInstance(defaults) else {
                throw raise(.typeError, "arg 4 (defaults) must be None or tuple")
            }
            try checkClosure(code, closure)
            let function = make(code: code, globals: globals, builtins: builtins(of: globals))
            if !name.isNull && !name.isNone { replace(function.value, 32, name) }
            if !defaults.isNull && !defaults.isNone { replace(function.value, 56, defaults) }
            if !closure.isNull && !closure.isNone { replace(function.value, 72, closure) }
            return function
        }), "(code, globals, name=None, argdefs=None, closure=None)")

    /// A closure has a cell for each free variable of the code.
    private static func checkClosure(_ code: Value, _ closure: Value) throws(Raised) {
        let free = CodeObject.freeCount(code)
        guard TupleObject.isInstance(closure) else {
            if free > 0 && (closure.isNull || closure.isNone) { throw raise(.typeError, "arg 5 (closure) must be tuple") }
            if closure.isNull || closure.isNone { return }
            throw raise(.typeError, "arg 5 (closure) must be None or tuple")
        }
        let count = TupleObject.count(closure)
        if count != free {
            throw raise(.valueError, "\(text(CodeObject.name(CodeObject.linked(code)))) requires closure of length \(free), not \(count)")
        }
        for index in 0..<count where !CellObject.isCell(TupleObject.item(closure, index)) {
            throw raise(.typeError, "arg 5 (closure) expected cell, found \(TupleObject.item(closure, index).type.name)")
        }
    }
}
