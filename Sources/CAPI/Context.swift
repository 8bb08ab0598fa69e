// PyContextVar_*: variables of one context. Contexts themselves (`contextvars.Context`) are not built: a variable has one value for
// all of them.

import CPythonABI
import Runtime

private struct VariableLayout {
    var head: PyObject
    var name: Value
    var fallback: Value
    var value: Value
}
private enum ContextVariables {
    static func layout(_ object: Object) -> UnsafeMutablePointer<VariableLayout> {
        UnsafeMutableRawPointer(object).assumingMemoryBound(to: VariableLayout.self)
    }
    nonisolated(unsafe) private static var isDescribed = false
    static func describe() {
        if isDescribed { return }
        isDescribed = true
        let type: TypePointer = PyContextVar_TypePointer()
        type.pointee.tp_flags &= ~Py_TPFLAGS_HAVE_GC
        type.pointee.tp_dealloc = { object in
            guard let object else { return }
            let fields = ContextVariables.layout(object)
            fields.pointee.name.release()
            fields.pointee.fallback.release()
            fields.pointee.value.release()
            ObjectMemory.free(fields, size: MemoryLayout<VariableLayout>.size)
        }
        let builder = TypeBuilder(type)
        builder.method("get", .positional(minimum: 0, maximum: 1, { (self, arguments) throws(Raised) -> Ref in
            let found = get(self.object)
            if !found.isNull { return Ref(found) }
            if arguments.count == 1 { return Ref(arguments[0]) }
            throw raise(.lookupError, argument: self)
        }))
        builder.method("set", .one({ (self, value) throws(Raised) -> Ref in
            set(self.object, value)
            return .none
        }))
    }
    static func get(_ object: Object) -> Value {
        let fields = layout(object)
        return fields.pointee.value.isNull ? fields.pointee.fallback : fields.pointee.value
    }
    static func set(_ object: Object, _ value: Value) {
        let fields = layout(object)
        let old = fields.pointee.value
        value.retain()
        fields.pointee.value = value
        old.release()
    }
    static func isVariable(_ object: Object?) -> Bool { object?.pointee.ob_type == PyContextVar_TypePointer() }
}

@c public func PyContextVar_New(_ text: CString?, _ fallback: Object?) -> Object? {
    ContextVariables.describe()
    let object = ObjectMemory.new(PyContextVar_TypePointer(), as: VariableLayout.self, size: MemoryLayout<VariableLayout>.size)
    object.pointee.name = name(text).take()
    let fallback = stored(fallback)
    fallback.retain()
    object.pointee.fallback = fallback
    object.pointee.value = .null
    return UnsafeMutableRawPointer(object).assumingMemoryBound(to: PyObject.self)
}
@c public func PyContextVar_Get(_ variable: Object?, _ fallback: Object?, _ result: UnsafeMutablePointer<Object?>?) -> Int32 {
    result?.pointee = nil
    guard let variable, ContextVariables.isVariable(variable) else {
        _ = raise(.typeError, "an instance of ContextVar was expected")
        return -1
    }
    let fields = ContextVariables.layout(variable)
    if !fields.pointee.value.isNull {
        result?.pointee = Border.toC(fields.pointee.value)
    } else if let fallback {
        result?.pointee = retained(fallback)
    } else if !fields.pointee.fallback.isNull {
        result?.pointee = Border.toC(fields.pointee.fallback)
    }
    return 0
}
/// The token is the variable itself: `PyContextVar_Reset` is not built.
@c public func PyContextVar_Set(_ variable: Object?, _ new: Object?) -> Object? {
    guard let variable, ContextVariables.isVariable(variable) else {
        _ = raise(.typeError, "an instance of ContextVar was expected")
        return nil
    }
    ContextVariables.set(variable, stored(new))
    return retained(variable)
}
