// The module `builtins`.

import CPythonABI

public enum BuiltinsModule {
    /// The module with all functions, types and exceptions. What belongs to the interpreter (`exec`, `compile`, `globals`, ...) is
    /// added by `add`.
    public static func make() -> Ref {
        let module = ModuleObject.make("builtins")
        let name = Ref(ModuleObject.words(module.value)[6])
        let builder = ModuleBuilder(module: module.value, name: name.value)
        fill(builder)
        let dict = ModuleObject.dict(module.value)
        dict.retain()
        BuiltinReference.namespace = dict
        return module
    }

    public static func fill(_ builder: ModuleBuilder) {
        builder.doc("Built-in functions, exceptions, and other objects.\n\nNoteworthy: None is the `nil' object; Ellipsis represents `...' in slices.")
        builder.function(
            "__build_class__", .raw(BuildClass.call), nil,
            doc: "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.")
        ObjectFunctions.add(builder)
        IterationFunctions.add(builder)
        NumberFunctions.add(builder)
        PrintFunction.add(builder)
        FrameFunctions.add(builder)
        InputFunction.add(builder)
        for add in additions { add(builder) }

        builder.set("None", .none)
        builder.set("Ellipsis", .ellipsis)
        builder.set("NotImplemented", .notImplemented)
        builder.set("False", .false)
        builder.set("True", .true)
        builder.set("__debug__", .true)
        addTypes(builder)
        addExceptions(builder)
    }

    /// Functions that other parts of the runtime contribute when the module is made.
    nonisolated(unsafe) public static var additions: [(ModuleBuilder) -> Void] = []

    private static func addTypes(_ builder: ModuleBuilder) {
        builder.set("bool", PyBool_TypePointer().value)
        builder.set("memoryview", PyMemoryView_TypePointer().value)
        builder.set("bytearray", PyByteArray_TypePointer().value)
        builder.set("bytes", PyBytes_TypePointer().value)
        builder.set("classmethod", PyClassMethod_TypePointer().value)
        builder.set("complex", PyComplex_TypePointer().value)
        builder.set("dict", PyDict_TypePointer().value)
        builder.set("enumerate", PyEnum_TypePointer().value)
        builder.set("filter", PyFilter_TypePointer().value)
        builder.set("float", PyFloat_TypePointer().value)
        builder.set("frozenset", PyFrozenSet_TypePointer().value)
        builder.set("property", PyProperty_TypePointer().value)
        builder.set("int", PyLong_TypePointer().value)
        builder.set("list", PyList_TypePointer().value)
        builder.set("map", PyMap_TypePointer().value)
        builder.set("object", PyBaseObject_TypePointer().value)
        builder.set("range", PyRange_TypePointer().value)
        builder.set("reversed", PyReversed_TypePointer().value)
        builder.set("set", PySet_TypePointer().value)
        builder.set("slice", PySlice_TypePointer().value)
        builder.set("staticmethod", PyStaticMethod_TypePointer().value)
        builder.set("str", PyUnicode_TypePointer().value)
        builder.set("super", PySuper_TypePointer().value)
        builder.set("tuple", PyTuple_TypePointer().value)
        builder.set("type", PyType_TypePointer().value)
        builder.set("zip", PyZip_TypePointer().value)
    }

    private static func addExceptions(_ builder: ModuleBuilder) {
        let dict = ModuleObject.dict(builder.module)
        for index in 0..<Int(_PySwift_static_exception_count) {
            guard let type = _PySwift_static_exception(index) else { continue }
            let name = StrObject.intern(type.shortName)
            DictObject.set(dict, name: name.value, type.value)
        }
        builder.set("ExceptionGroup", ExceptionGroupType.exceptionGroup.value)
        builder.set("EnvironmentError", PyExc_OSErrorPointer().value)
        builder.set("IOError", PyExc_OSErrorPointer().value)
    }
}
