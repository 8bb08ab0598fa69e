// PyModule_*

import CPythonABI
import Glibc
import Runtime

/// Modules made from a `PyModuleDef`.
enum ModuleDefinitions {
    static func object(_ module: Value) -> UnsafeMutablePointer<PyModuleObject> { module.cast(to: PyModuleObject.self) }
    static func definition(_ module: Value) -> UnsafeMutablePointer<PyModuleDef>? { object(module).pointee.md_def }

    /// Adds the functions of a table; their `__module__` is the module's name.
    static func addFunctions(_ module: Value, _ table: UnsafeMutablePointer<PyMethodDef>?, name: Value) throws(Raised) {
        guard var method = table else { return }
        while method.pointee.ml_name != nil {
            if method.pointee.ml_flags & (METH_CLASS | METH_STATIC) != 0 {
                throw raise(.valueError, "module functions cannot set METH_CLASS or METH_STATIC")
            }
            try ForeignCalls.checkFlags(method)
            let function = NativeFunctionObject.make(method, self: module, module: name)
            let key = Runtime.StrObject.intern(String(cString: method.pointee.ml_name))
            try Attributes.set(module, key.value, function.value)
            method += 1
        }
    }
    static func setDoc(_ module: Value, _ doc: CString?) throws(Raised) {
        guard let doc else { return }
        let text = string(doc)
        try Attributes.set(module, Names.doc, text.value)
    }

    /// Single-phase: PyModule_Create2.
    static func create(_ definition: UnsafeMutablePointer<PyModuleDef>) throws(Raised) -> Ref {
        try initialize(definition)
        if definition.pointee.m_slots != nil {
            throw raise(.systemError, "module \(String(cString: definition.pointee.m_name)): PyModule_Create is incompatible with m_slots")
        }
        var name = String(cString: definition.pointee.m_name)
        // A module in a package gives its last name only.
        if let context = _Py_PackageContext {
            let full = String(cString: context)
            if full.hasSuffix("." + name) {
                name = full
                _Py_PackageContext = nil
            }
        }
        let module = ModuleObject.make(name)
        try allocateState(module.value, definition)
        let nameText = StrObject.intern(name)
        try addFunctions(module.value, definition.pointee.m_methods, name: nameText.value)
        try setDoc(module.value, definition.pointee.m_doc)
        object(module.value).pointee.md_def = definition
        return module
    }
    static func allocateState(_ module: Value, _ definition: UnsafeMutablePointer<PyModuleDef>) throws(Raised) {
        guard definition.pointee.m_size > 0, object(module).pointee.md_state == nil else { return }
        guard let state = PyMem_Malloc(Int(definition.pointee.m_size)) else { throw raise(.memoryError, argument: .null) }
        memset(state, 0, Int(definition.pointee.m_size))
        object(module).pointee.md_state = state
    }
    /// Makes a definition an object with an index.
    static func initialize(_ definition: UnsafeMutablePointer<PyModuleDef>) throws(Raised) {
        if definition.pointee.m_base.m_index == 0 {
            nextIndex += 1
            if definition.pointee.m_base.ob_base.ob_refcnt == 0 { definition.pointee.m_base.ob_base.ob_refcnt = 1 }
            definition.pointee.m_base.ob_base.ob_type = PyModuleDef_TypePointer()
            definition.pointee.m_base.m_index = nextIndex
        }
    }
    nonisolated(unsafe) private static var nextIndex = 0

    /// Multi-phase: PyModule_FromDefAndSpec2.
    static func create(_ definition: UnsafeMutablePointer<PyModuleDef>, spec: Value, name: String) throws(Raised) -> Ref {
        try initialize(definition)
        if definition.pointee.m_size < 0 {
            throw raise(.systemError, "module \(name): m_size may not be negative for multi-phase initialization")
        }
        var creator: (@convention(c) (Object?, UnsafeMutablePointer<PyModuleDef>?) -> Object?)?
        var executes = false
        var slot = definition.pointee.m_slots
        while let current = slot, current.pointee.slot != 0 {
            switch current.pointee.slot {
            case 1:
                if creator != nil { throw raise(.systemError, "module \(name) has multiple create slots") }
                creator = unsafeBitCast(current.pointee.value, to: (@convention(c) (Object?, UnsafeMutablePointer<PyModuleDef>?) -> Object?)?.self)
            case 2: executes = true
            default: throw raise(.systemError, "module \(name) uses unknown slot ID \(current.pointee.slot)")
            }
            slot = current + 1
        }
        var module = Ref.null
        let nameText = StrObject.intern(name)
        if let creator {
            let specObject = Border.toC(spec)
            defer { release(specObject) }
            guard let answer = creator(specObject, definition) else {
                if PendingException.isSet { throw Raised() }
                throw raise(.systemError, "creation of module \(name) failed without setting an exception")
            }
            if PendingException.isSet {
                release(answer)
                PendingException.clear()
                throw raise(.systemError, "creation of module \(name) raised unreported exception")
            }
            module = Ref(owned: Value(answer))
        } else {
            module = ModuleObject.make(name)
        }
        if ModuleObject.isInstance(module.value) {
            object(module.value).pointee.md_state = nil
            object(module.value).pointee.md_def = definition
        } else if definition.pointee.m_size > 0 || definition.pointee.m_traverse != nil || definition.pointee.m_clear != nil {
            throw raise(.systemError, "module \(name) is not a module object, but requests module state")
        } else if executes {
            throw raise(.systemError, "module \(name) specifies execution slots, but did not create a ModuleType instance")
        }
        try addFunctions(module.value, definition.pointee.m_methods, name: nameText.value)
        try setDoc(module.value, definition.pointee.m_doc)
        return module
    }

    static func execute(_ module: Value, _ definition: UnsafeMutablePointer<PyModuleDef>) throws(Raised) {
        if definition.pointee.m_size >= 0 {
            if object(module).pointee.md_state == nil {
                let size = max(Int(definition.pointee.m_size), 1)
                guard let state = PyMem_Malloc(size) else { throw raise(.memoryError, argument: .null) }
                memset(state, 0, size)
                object(module).pointee.md_state = state
            } else {
                // Executed already.
                return
            }
        }
        guard var slot = definition.pointee.m_slots else { return }
        while slot.pointee.slot != 0 {
            if slot.pointee.slot == 2, let function = slot.pointee.value {
                let run = unsafeBitCast(function, to: (@convention(c) (Object?) -> Int32).self)
                let name = String(cString: definition.pointee.m_name)
                if run(module.object) != 0 {
                    if PendingException.isSet { throw Raised() }
                    throw raise(.systemError, "execution of module \(name) failed without setting an exception")
                }
                if PendingException.isSet {
                    PendingException.clear()
                    throw raise(.systemError, "execution of module \(name) raised unreported exception")
                }
            }
            slot += 1
        }
    }

    nonisolated(unsafe) static var found: [UnsafeMutablePointer<PyModuleDef>: Value] = [:]

    static func require(_ module: Object?) throws(Raised) -> Value {
        guard let module, ModuleObject.isInstance(Value(module)) else { throw badInternalCall() }
        return Value(module)
    }
}

@c public func PyModuleDef_Init(_ definition: UnsafeMutablePointer<PyModuleDef>?) -> UnsafeMutablePointer<PyObject>? {
    guard let definition else { return nil }
    do throws(Raised) { try ModuleDefinitions.initialize(definition) } catch { return nil }
    return UnsafeMutableRawPointer(definition).assumingMemoryBound(to: PyObject.self)
}
@c public func PyModule_Create2(_ definition: UnsafeMutablePointer<PyModuleDef>?, _ version: Int32) -> UnsafeMutablePointer<PyObject>? {
    guard let definition else { return nil }
    CAPI.prepare()
    return newReference { () throws(Raised) -> Ref in try ModuleDefinitions.create(definition) }
}
@c public func _PyModule_CreateInitialized(_ definition: UnsafeMutablePointer<PyModuleDef>?, _ version: Int32) -> UnsafeMutablePointer<PyObject>? {
    PyModule_Create2(definition, version)
}
@c public func PyModule_FromDefAndSpec2(
    _ definition: UnsafeMutablePointer<PyModuleDef>?, _ spec: UnsafeMutablePointer<PyObject>?, _ version: Int32
) -> UnsafeMutablePointer<PyObject>? {
    guard let definition else { return nil }
    return newReference { () throws(Raised) -> Ref in
        let name = try Attributes.get(value(spec), "name")
        return try ModuleDefinitions.create(definition, spec: value(spec), name: text(name.value))
    }
}
@c public func PyModule_ExecDef(_ module: UnsafeMutablePointer<PyObject>?, _ definition: UnsafeMutablePointer<PyModuleDef>?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let definition else { throw badInternalCall() }
        try ModuleDefinitions.execute(try ModuleDefinitions.require(module), definition)
    }
}
@c public func PyModule_NewObject(_ name: UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyObject>? {
    newReference { () throws(Raised) -> Ref in ModuleObject.make(text(value(name))) }
}
@c public func PyModule_New(_ name: UnsafePointer<CChar>?) -> UnsafeMutablePointer<PyObject>? {
    newReference { () throws(Raised) -> Ref in ModuleObject.make(name.map { String(cString: $0) } ?? "") }
}
@c public func PyModule_GetDict(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyObject>? {
    do throws(Raised) { return ModuleObject.dict(try ModuleDefinitions.require(module)).object } catch { return nil }
}
@c public func PyModule_GetState(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafeMutableRawPointer? {
    guard let module, ModuleObject.isInstance(Value(module)) else {
        _ = badArgument()
        return nil
    }
    return ModuleDefinitions.object(Value(module)).pointee.md_state
}
@c public func PyModule_GetDef(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyModuleDef>? {
    guard let module, ModuleObject.isInstance(Value(module)) else {
        _ = badInternalCall()
        return nil
    }
    return ModuleDefinitions.definition(Value(module))
}
@c public func PyModule_GetNameObject(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyObject>? {
    newReference { () throws(Raised) -> Ref in
        guard let module, ModuleObject.isInstance(Value(module)) else { throw badArgument() }
        let found = DictObject.get(ModuleObject.dict(Value(module)), name: Names.name)
        guard StrObject.isInstance(found) else { throw raise(.systemError, "nameless module") }
        return Ref(found)
    }
}
@c public func PyModule_GetName(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafePointer<CChar>? {
    guard let name = PyModule_GetNameObject(module) else { return nil }
    defer { release(name) }
    return PyUnicode_AsUTF8(name)
}
@c public func PyModule_GetFilenameObject(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafeMutablePointer<PyObject>? {
    newReference { () throws(Raised) -> Ref in
        guard let module, ModuleObject.isInstance(Value(module)) else { throw badArgument() }
        let found = DictObject.get(ModuleObject.dict(Value(module)), name: Names.file)
        guard StrObject.isInstance(found) else { throw raise(.systemError, "module filename missing") }
        return Ref(found)
    }
}
@c public func PyModule_GetFilename(_ module: UnsafeMutablePointer<PyObject>?) -> UnsafePointer<CChar>? {
    guard let name = PyModule_GetFilenameObject(module) else { return nil }
    defer { release(name) }
    return PyUnicode_AsUTF8(name)
}
@c public func PyModule_AddFunctions(_ module: UnsafeMutablePointer<PyObject>?, _ table: UnsafeMutablePointer<PyMethodDef>?) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let module, ModuleObject.isInstance(Value(module)) else { throw badArgument() }
        let name = DictObject.get(ModuleObject.dict(Value(module)), name: Names.name)
        try ModuleDefinitions.addFunctions(Value(module), table, name: name)
    }
}
@c public func PyModule_SetDocString(_ module: UnsafeMutablePointer<PyObject>?, _ doc: UnsafePointer<CChar>?) -> Int32 {
    status { () throws(Raised) -> Void in try ModuleDefinitions.setDoc(value(module), doc) }
}
@c public func PyModule_AddObjectRef(
    _ module: UnsafeMutablePointer<PyObject>?, _ key: UnsafePointer<CChar>?, _ object: UnsafeMutablePointer<PyObject>?
) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let module, ModuleObject.isInstance(Value(module)) else {
            throw raise(.typeError, "PyModule_AddObjectRef() first argument must be a module")
        }
        guard let object else {
            if PendingException.isSet { throw Raised() }
            throw raise(.systemError, "PyModule_AddObjectRef() must be called with an exception raised if value is NULL")
        }
        // CPython readies a type that its module forgot to ready when it is first asked for an attribute; here that is now.
        if Classes.isType(Value(object)), Classes.type(Value(object)).pointee.tp_flags & Py_TPFLAGS_READY == 0 {
            try ForeignTypes.ready(Classes.type(Value(object)))
        }
        let key = name(key)
        // The pointer is kept: C code may go on using the object it gave.
        try Containers.store(ModuleObject.dict(Value(module)), key.value, object)
    }
}
@c public func PyModule_AddObject(
    _ module: UnsafeMutablePointer<PyObject>?, _ key: UnsafePointer<CChar>?, _ object: UnsafeMutablePointer<PyObject>?
) -> Int32 {
    let result = PyModule_AddObjectRef(module, key, object)
    if result == 0 { release(object) }
    return result
}
@c public func PyModule_AddIntConstant(_ module: UnsafeMutablePointer<PyObject>?, _ key: UnsafePointer<CChar>?, _ number: Int) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let object = module, ModuleObject.isInstance(Value(object)) else {
            throw raise(.typeError, "PyModule_AddObjectRef() first argument must be a module")
        }
        let module = Value(object)
        let key = name(key)
        let number = IntObject.make(number)
        try DictObject.set(ModuleObject.dict(module), key.value, number.value)
    }
}
@c public func PyModule_AddStringConstant(
    _ module: UnsafeMutablePointer<PyObject>?, _ key: UnsafePointer<CChar>?, _ text: UnsafePointer<CChar>?
) -> Int32 {
    status { () throws(Raised) -> Void in
        let module = try ModuleDefinitions.require(module)
        let key = name(key)
        let text = string(text)
        try DictObject.set(ModuleObject.dict(module), key.value, text.value)
    }
}
@c public func PyModule_AddType(_ module: UnsafeMutablePointer<PyObject>?, _ type: UnsafeMutablePointer<PyTypeObject>?) -> Int32 {
    guard let type, PyType_Ready(type) == 0 else { return -1 }
    let full = String(cString: type.pointee.tp_name)
    let short = full.lastIndex(of: ".").map { String(full[full.index(after: $0)...]) } ?? full
    var result: Int32 = -1
    short.withCString { result = PyModule_AddObjectRef(module, $0, type.asObject) }
    return result
}
@c public func PyState_FindModule(_ definition: UnsafeMutablePointer<PyModuleDef>?) -> UnsafeMutablePointer<PyObject>? {
    guard let definition, let found = ModuleDefinitions.found[definition] else { return nil }
    return found.object
}
@c public func _PyState_AddModule(
    _ state: ThreadStatePointer?, _ module: UnsafeMutablePointer<PyObject>?, _ definition: UnsafeMutablePointer<PyModuleDef>?
) -> Int32 { PyState_AddModule(module, definition) }
@c public func PyState_AddModule(_ module: UnsafeMutablePointer<PyObject>?, _ definition: UnsafeMutablePointer<PyModuleDef>?) -> Int32 {
    guard let module, let definition else { return -1 }
    retained(module)
    if let old = ModuleDefinitions.found.updateValue(Value(module), forKey: definition) { old.release() }
    return 0
}
@c public func PyState_RemoveModule(_ definition: UnsafeMutablePointer<PyModuleDef>?) -> Int32 {
    guard let definition else { return -1 }
    if let old = ModuleDefinitions.found.removeValue(forKey: definition) { old.release() }
    return 0
}
@c public func PyCapsule_New(
    _ pointer: UnsafeMutableRawPointer?, _ name: UnsafePointer<CChar>?, _ destructor: (@convention(c) (UnsafeMutablePointer<PyObject>?) -> Void)?
) -> UnsafeMutablePointer<PyObject>? {
    Capsules.make(pointer, name, destructor)
}
