// builtin_function_or_method: a native function, bound to an object or belonging to a module.

import CPythonABI

public enum NativeFunctionObject {
    /// `self` is the object that the function is bound to, its module, or null; `module` is the module's name, or null.
    public static func make(_ method: UnsafeMutablePointer<NativeMethod>, self: Value, module: Value) -> Ref {
        make(UnsafeMutableRawPointer(method).assumingMemoryBound(to: PyMethodDef.self), self: self, module: module)
    }
    public static func make(_ definition: UnsafeMutablePointer<PyMethodDef>, self: Value, module: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyCFunction_TypePointer(), as: PyCFunctionObject.self, size: 56)
        object.pointee.m_ml = definition
        object.pointee.m_self = self.isNull ? nil : Border.boxed(self)
        object.pointee.m_module = module.isNull ? nil : Border.boxed(module)
        object.pointee.m_weakreflist = nil
        object.pointee.vectorcall = nil
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }
    /// A METH_METHOD function, which is given its defining class.
    public static func makeMethod(
        _ definition: UnsafeMutablePointer<PyMethodDef>, self: Value, module: Value, type: TypePointer
    ) -> Ref {
        let object = ObjectMemory.newCollected(PyCMethod_TypePointer(), as: PyCMethodObject.self, size: 64)
        object.pointee.func.m_ml = definition
        object.pointee.func.m_self = self.isNull ? nil : Border.boxed(self)
        object.pointee.func.m_module = module.isNull ? nil : Border.boxed(module)
        object.pointee.func.m_weakreflist = nil
        object.pointee.func.vectorcall = nil
        type.value.retain()
        object.pointee.mm_class = type
        Collector.track(Value(pointer: object).object)
        return Ref(owned: Value(pointer: object))
    }
    @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyCFunctionObject> { value.cast(to: PyCFunctionObject.self) }
    /// The object bound, in the form the runtime uses; null if there is none.
    @inline(__always) static func boundSelf(_ value: Value) -> Value {
        guard let object = head(value).pointee.m_self else { return .null }
        return Border.fromC(borrowed: object)
    }
    static func isPrint(_ value: Value) -> Bool {
        String(cString: head(value).pointee.m_ml.pointee.ml_name) == "print"
    }

    static let call: CallSlot = { (self, arguments) throws(Raised) -> Ref in
        let function = head(self)
        let definition = function.pointee.m_ml.unsafelyUnwrapped
        let bound = boundSelf(self)
        guard let native = Descriptors.native(definition) else { return try ForeignCalls.callHook(self, arguments) }
        if definition.pointee.ml_flags & METH_STATIC != 0 { return try native.call(.null, arguments, owner: Classes.type(bound)) }
        let isMethod = !bound.isNull && function.pointee.m_module == nil
        return try native.call(bound, arguments, owner: isMethod ? (Classes.isType(bound) ? bound.cast(to: PyTypeObject.self) : bound.type) : nil)
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        Collector.untrack(object)
        let function = head(Value(object))
        if function.pointee.m_weakreflist != nil { WeakReferences.clear(object) }
        if let bound = function.pointee.m_self { Value(bound).release() }
        if let module = function.pointee.m_module { Value(module).release() }
        if object.pointee.ob_type == PyCMethod_TypePointer() {
            Value(object).cast(to: PyCMethodObject.self).pointee.mm_class.value.release()
            ObjectMemory.freeCollected(object, size: 64)
        } else if object.pointee.ob_type == PyCFunction_TypePointer() {
            ObjectMemory.freeCollected(object, size: 56)
        } else {
            freeInstance(object)
        }
    }
    static let traverse: traverseproc = { object, visit, argument in
        guard let object, let visit else { return 0 }
        let function = head(Value(object))
        if let bound = function.pointee.m_self {
            let result = visit(bound, argument)
            if result != 0 { return result }
        }
        return 0
    }
}
