// How classes, functions and instances are pickled: by name, or by what their `__reduce_ex__` says.

import CPythonABI
import Runtime

extension PickleWriter {
    // MARK: Choosing

    func saveOther(_ object: Value, _ type: TypePointer) throws(Raised) {
        if !override.value.isNull {
            let function = Ref(override.value)
            let reduced = try Call.call(function.value, object)
            if !reduced.value.isNotImplemented { return try saveReduction(reduced.value, object) }
        }
        if type == PyType_TypePointer() { return try saveType(object) }
        if type == PyFunction_TypePointer() { return try saveGlobal(object, .null) }
        // The table of this pickler, or the one in copyreg.
        var function = Ref.null
        let table = Ref(dispatchTable.value)
        if table.isNull {
            function = Ref(try DictObject.get(PickleGlobals.dispatchTable, type.value))
        } else {
            do throws(Raised) { function = try Sequences.get(table.value, type.value) } catch {
                guard PendingException.clear(if: .keyError) else { throw error }
            }
        }
        if !function.isNull {
            let reduced = try Call.call(function.value, object)
            return try saveReduction(reduced.value, object)
        }
        if type.isSubtype(of: PyType_TypePointer()) { return try saveGlobal(object, .null) }
        if version >= 2, try savePlain(object, type) { return }
        if !type.lookup(PickleNames.reduceEx).isNull {
            let reduced = try Call.method(object, PickleNames.reduceEx, Value(smallInt: version))
            return try saveReduction(reduced.value, object)
        }
        let reduceEx = try Attributes.getIfPresent(object, PickleNames.reduceEx)
        if !reduceEx.isNull {
            let reduced = try Call.call(reduceEx.value, Value(smallInt: version))
            return try saveReduction(reduced.value, object)
        }
        let reduce = try Attributes.getIfPresent(object, PickleNames.reduce)
        if reduce.isNull {
            throw PickleModule.fail("can't pickle '\(type.name)' object: \(try Repr.string(object))")
        }
        let reduced = try Call.call(reduce.value)
        try saveReduction(reduced.value, object)
    }
    /// An instance that is nothing but a class and a `__dict__`; false if it is another one.
    private func savePlain(_ object: Value, _ type: TypePointer) throws(Raised) -> Bool {
        if type != knownType || type.pointee.tp_version_tag != knownVersion || knownVersion == 0 {
            hasPlainInstances = try ObjectReduce.isPlain(type)
            (knownType, knownVersion) = (type, type.pointee.tp_version_tag)
        }
        if !hasPlainInstances { return false }
        if try ObjectReduce.hidesMethods(object) { return false }
        let state = Ref(Attributes.dict(of: object))
        try save(type.value)
        try emit(PickleOp.emptyTuple)
        try emit(PickleOp.newObj)
        let known = memo.number(object)
        if known >= 0 {
            try emit(PickleOp.pop)
            try recall(known)
            return true
        }
        try memoize(object)
        if DictObject.count(state.value) > 0 {
            try save(state.value)
            try emit(PickleOp.build)
        }
        return true
    }

    private func saveReduction(_ reduced: Value, _ object: Value) throws(Raised) {
        if StrObject.isInstance(reduced) { return try saveGlobal(object, reduced) }
        guard TupleObject.isInstance(reduced) else { throw PickleModule.fail("__reduce__ must return a string or tuple") }
        try saveReduced(reduced, object)
    }

    private func saveType(_ object: Value) throws(Raised) {
        for singleton in [Value.none, Value.ellipsis, Value.notImplemented] where Value(pointer: singleton.type) === object {
            let arguments = TupleObject.make(singleton)
            let call = TupleObject.make(Value(pointer: PyType_TypePointer()), arguments.value)
            return try saveReduced(call.value, object)
        }
        try saveGlobal(object, .null)
    }

    // MARK: By name

    /// The attribute at the end of a dotted path, and in `parent` what it is an attribute of; null if there is none.
    static func attribute(_ object: Value, _ path: [Substring], parent: inout Ref) throws(Raised) -> Ref {
        var current = Ref(object)
        for name in path {
            let key = StrObject.intern(String(name))
            let next = try Attributes.getIfPresent(current.value, key.value)
            if next.isNull { return .null }
            parent = current
            current = next
        }
        return current
    }
    /// A dotted name in parts. Names inside of functions cannot be found again.
    static func path(_ name: Value, of object: Value) throws(Raised) -> [Substring] {
        let parts = text(name).split(separator: ".", omittingEmptySubsequences: false)
        if parts.contains("<locals>") {
            if object.isNull { throw raise(.attributeError, "Can't get local object \(try Repr.string(name))") }
            throw raise(.attributeError, "Can't get local attribute \(try Repr.string(name)) on \(try Repr.string(object))")
        }
        return parts
    }

    /// The name of the module that holds an object.
    private func moduleName(_ object: Value, _ path: [Substring]) throws(Raised) -> Ref {
        let own = try Attributes.getIfPresent(object, Names.module)
        if !own.isNull && !own.value.isNone { return own }
        let sys = try PickleGlobals.module("sys")
        let modules = try Attributes.get(sys.value, "modules")
        if !DictObject.isInstance(modules.value) { throw raise(.runtimeError, "unable to get sys.modules") }
        let copy = try DictObject.copy(modules.value)
        var position = 0
        while let (name, module) = DictObject.next(copy.value, &position) {
            if module.isNone || (StrObject.isInstance(name) && StrObject.equals(name, "__main__")) { continue }
            var parent = Ref.null
            let found: Ref
            do throws(Raised) { found = try PickleWriter.attribute(module, path, parent: &parent) } catch {
                guard PendingException.clear(if: .attributeError) else { throw error }
                continue
            }
            if found.value === object { return Ref(name) }
        }
        return Ref(PickleNames.main)
    }

    func saveGlobal(_ object: Value, _ given: Value) throws(Raised) {
        var name = Ref(given)
        if name.isNull { name = try Attributes.getIfPresent(object, Names.qualname) }
        if name.isNull { name = try Attributes.get(object, Names.name) }
        guard StrObject.isInstance(name.value) else {
            throw PickleModule.fail("Can't pickle \(try Repr.string(object)): its name is not a str")
        }
        let path: [Substring]
        do throws(Raised) { path = try PickleWriter.path(name.value, of: .null) } catch {
            guard PendingException.clear(if: .attributeError) else { throw error }
            throw raise(.attributeError, "Can't pickle local object \(try Repr.string(name.value))")
        }
        let module = try moduleName(object, path)
        let loaded: Ref
        do throws(Raised) { loaded = try Imports.importModule(module.value) } catch {
            if !PendingException.clear(if: .importError) { PendingException.clear() }
            throw PickleModule.fail("Can't pickle \(try Repr.string(object)): import of module \(try Repr.string(module.value)) failed")
        }
        var parent = Ref.null
        let found = try PickleWriter.attribute(loaded.value, path, parent: &parent)
        if found.isNull {
            throw PickleModule.fail(
                "Can't pickle \(try Repr.string(object)): attribute lookup \(text(name.value)) on \(text(module.value)) failed")
        }
        guard found.value === object else {
            throw PickleModule.fail(
                "Can't pickle \(try Repr.string(object)): it's not the same object as \(text(module.value)).\(text(name.value))")
        }
        if version >= 2, try saveExtension(module.value, name.value, object) { return }
        if version >= 4 {
            try save(module.value)
            try save(name.value)
            try emit(PickleOp.stackGlobal)
        } else if parent.value !== loaded.value {
            let last = StrObject.intern(String(path[path.count - 1]))
            let arguments = TupleObject.make(parent.value, last.value)
            let call = TupleObject.make(PickleGlobals.getattr, arguments.value)
            return try saveReduced(call.value, object)
        } else {
            let last = StrObject.intern(String(path[path.count - 1]))
            try emitGlobal(module.value, last.value)
        }
        try memoize(object)
    }

    /// By the number under which copyreg knows it.
    private func saveExtension(_ module: Value, _ name: Value, _ object: Value) throws(Raised) -> Bool {
        if DictObject.count(PickleGlobals.extensionRegistry) == 0 { return false }
        let key = TupleObject.make(module, name)
        let code = Ref(try DictObject.get(PickleGlobals.extensionRegistry, key.value))
        if code.isNull { return false }
        guard IntObject.isExact(code.value) else {
            throw PickleModule.fail("Can't pickle \(try Repr.string(object)): extension code \(try Repr.string(code.value)) isn't an integer")
        }
        guard let number = IntObject.word(code.value), number > 0, number <= 0x7FFF_FFFF else {
            throw raise(.runtimeError, "Can't pickle \(try Repr.string(object)): extension code \(try Repr.string(code.value)) is out of range")
        }
        if number < 256 {
            try emit(PickleOp.ext1, UInt64(number), width: 1)
        } else if number < 65536 {
            try emit(PickleOp.ext2, UInt64(number), width: 2)
        } else {
            try emit(PickleOp.ext4, UInt64(number), width: 4)
        }
        return true
    }

    private func emitGlobal(_ moduleName: Value, _ globalName: Value) throws(Raised) {
        var module = Ref(moduleName)
        var name = Ref(globalName)
        if fixImports {
            let key = TupleObject.make(module.value, name.value)
            let pair = Ref(try DictObject.get(PickleGlobals.reverseNameMapping, key.value))
            if !pair.isNull {
                guard TupleObject.isInstance(pair.value), TupleObject.count(pair.value) == 2 else {
                    throw raise(
                        .runtimeError, "_compat_pickle.REVERSE_NAME_MAPPING values should be 2-tuples, not \(pair.value.type.name)")
                }
                module = Ref(TupleObject.item(pair.value, 0))
                name = Ref(TupleObject.item(pair.value, 1))
            } else {
                let other = Ref(try DictObject.get(PickleGlobals.reverseImportMapping, module.value))
                if !other.isNull { module = other }
            }
        }
        try emit(PickleOp.global)
        try emitName(module.value, "module")
        try emitName(name.value, "global")
    }
    private func emitName(_ name: Value, _ what: StaticString) throws(Raised) {
        guard version >= 3 || StrObject.isASCII(name) else {
            throw PickleModule.fail("can't pickle \(what) identifier '\(text(name))' using pickle protocol \(version)")
        }
        let bytes = try UTF8Codec.encode(name, .null)
        try emit(BytesObject.data(bytes.value), BytesObject.count(bytes.value))
        try emit(10)
    }

    // MARK: Reductions

    /// Writes a call and what is to be done with its result: a tuple as `__reduce__` returns it. A null `object` is not remembered.
    func saveReduced(_ reduced: Value, _ object: Value) throws(Raised) {
        let count = TupleObject.count(reduced)
        guard count >= 2 && count <= 6 else {
            throw PickleModule.fail("tuple returned by __reduce__ must contain 2 through 6 elements")
        }
        func part(_ index: Int) -> Value {
            let value = index < count ? TupleObject.item(reduced, index) : .none
            return value.isNone ? .null : value
        }
        let callable = TupleObject.item(reduced, 0)
        let arguments = TupleObject.item(reduced, 1)
        if callable.record.pointee.call == nil {
            throw PickleModule.fail("first item of the tuple returned by __reduce__ must be callable")
        }
        guard TupleObject.isInstance(arguments) else {
            throw PickleModule.fail("second item of the tuple returned by __reduce__ must be a tuple")
        }
        let (state, items, pairs, setter) = (part(2), part(3), part(4), part(5))
        if !items.isNull && items.record.pointee.next == nil {
            throw PickleModule.fail("fourth element of the tuple returned by __reduce__ must be an iterator, not \(items.type.name)")
        }
        if !pairs.isNull && pairs.record.pointee.next == nil {
            throw PickleModule.fail("fifth element of the tuple returned by __reduce__ must be an iterator, not \(pairs.type.name)")
        }
        if !setter.isNull && setter.record.pointee.call == nil {
            throw PickleModule.fail("sixth element of the tuple returned by __reduce__ must be a function, not \(setter.type.name)")
        }
        var isNew = false
        var isNewEx = false
        if version >= 2 {
            let name = FunctionObject.isExact(callable) ? Ref(FunctionObject.name(callable)) : try Attributes.getIfPresent(callable, Names.name)
            if !name.isNull && StrObject.isExact(name.value) {
                isNewEx = StrObject.equal(name.value, PickleNames.newObjEx)
                isNew = !isNewEx && StrObject.equal(name.value, PickleNames.newObj)
            }
        }
        if isNewEx {
            try saveNewEx(arguments)
        } else if isNew {
            try saveNew(arguments, object)
        } else {
            try save(callable)
            try save(arguments)
            try emit(PickleOp.reduce)
        }
        if !object.isNull {
            // The arguments may have led back to the object.
            let known = object.isObject ? memo.number(object) : -1
            if known >= 0 {
                try emit(PickleOp.pop)
                return try recall(known)
            }
            try memoize(object)
        }
        if !items.isNull { try appendAll(items) }
        if !pairs.isNull { try setAll(pairs) }
        if !state.isNull {
            if setter.isNull {
                try save(state)
                try emit(PickleOp.build)
            } else {
                try save(setter)
                try save(object)
                try save(state)
                try emit(PickleOp.tuple2)
                try emit(PickleOp.reduce)
                try emit(PickleOp.pop)
            }
        }
    }

    /// copyreg.__newobj__(cls, *args)
    private func saveNew(_ arguments: Value, _ object: Value) throws(Raised) {
        let count = TupleObject.count(arguments)
        if count < 1 { throw PickleModule.fail("__newobj__ arglist is empty") }
        let type = TupleObject.item(arguments, 0)
        let isPlainType = Classes.isType(type) && type.type == PyType_TypePointer()
        let new = isPlainType ? Ref(Classes.type(type).lookup(Names.new)) : try Attributes.getIfPresent(type, Names.new)
        if new.isNull { throw PickleModule.fail("args[0] from __newobj__ args has no __new__") }
        guard Classes.isType(type) else { throw PickleModule.fail("args[0] from __newobj__ args is not a type") }
        if !object.isNull {
            let own = try Attributes.get(object, Names.class)
            if own.value !== type { throw PickleModule.fail("args[0] from __newobj__ args has the wrong class") }
        }
        try save(type)
        let rest = try TupleObject.allocate(count - 1)
        for index in 1..<count { TupleObject.store(rest.value, index - 1, Ref(TupleObject.item(arguments, index))) }
        if count > 1 { TupleObject.finish(rest.value) }
        try save(count > 1 ? rest.value : TupleObject.emptyValue)
        try emit(PickleOp.newObj)
    }
    /// copyreg.__newobj_ex__(cls, args, kwargs)
    private func saveNewEx(_ arguments: Value) throws(Raised) {
        guard TupleObject.count(arguments) == 3 else {
            throw PickleModule.fail("length of the NEWOBJ_EX argument tuple must be exactly 3, not \(TupleObject.count(arguments))")
        }
        let (type, positional, keywords) = (TupleObject.item(arguments, 0), TupleObject.item(arguments, 1), TupleObject.item(arguments, 2))
        guard Classes.isType(type) else {
            throw PickleModule.fail("first item from NEWOBJ_EX argument tuple must be a class, not \(type.type.name)")
        }
        guard TupleObject.isInstance(positional) else {
            throw PickleModule.fail("second item from NEWOBJ_EX argument tuple must be a tuple, not \(positional.type.name)")
        }
        guard DictObject.isInstance(keywords) else {
            throw PickleModule.fail("third item from NEWOBJ_EX argument tuple must be a dict, not \(keywords.type.name)")
        }
        if version >= 4 {
            try save(type)
            try save(positional)
            try save(keywords)
            return try emit(PickleOp.newObjEx)
        }
        // Older protocols call a partial of `__new__`.
        let new = try Attributes.get(type, Names.new)
        let count = TupleObject.count(positional)
        let all = try TupleObject.allocate(count + 2)
        TupleObject.store(all.value, 0, Ref(new.value))
        TupleObject.store(all.value, 1, Ref(type))
        for index in 0..<count { TupleObject.store(all.value, index + 2, Ref(TupleObject.item(positional, index))) }
        TupleObject.finish(all.value)
        let call = try Call.call(PickleGlobals.partial, tuple: all.value, keywords: keywords)
        try save(call.value)
        try save(TupleObject.emptyValue)
        try emit(PickleOp.reduce)
    }
}
