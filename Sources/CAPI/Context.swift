// PyContext_*, PyContextVar_*

import CPythonABI
import Runtime

@c public func PyContext_New() -> Object? { newReference { () throws(Raised) -> Ref in try ContextObject.make() } }
@c public func PyContext_Copy(_ context: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        try check(context)
        return try ContextObject.copy(value(context))
    }
}
@c public func PyContext_CopyCurrent() -> Object? { newReference { () throws(Raised) -> Ref in try ContextObject.copyCurrent() } }
@c public func PyContext_Enter(_ context: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        try check(context)
        try ContextObject.enter(value(context))
    }
}
@c public func PyContext_Exit(_ context: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        try check(context)
        try ContextObject.leave(value(context))
    }
}
private func check(_ context: Object?) throws(Raised) {
    guard context != nil, ContextObject.isInstance(value(context)) else { throw raise(.typeError, "an instance of Context was expected") }
}
private func check(variable: Object?) throws(Raised) {
    guard variable != nil, ContextVariable.isInstance(value(variable)) else { throw raise(.typeError, "an instance of ContextVar was expected") }
}

@c public func PyContextVar_New(_ text: CString?, _ fallback: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        let name = name(text)
        return try ContextVariable.make(name.value, value(fallback))
    }
}
@c public func PyContextVar_Get(_ variable: Object?, _ fallback: Object?, _ result: UnsafeMutablePointer<Object?>?) -> Int32 {
    result?.pointee = nil
    return status { () throws(Raised) -> Void in
        try check(variable: variable)
        let found = try ContextVariable.get(value(variable), value(fallback))
        result?.pointee = found.isNull ? nil : Border.toC(owned: found)
    }
}
@c public func PyContextVar_Set(_ variable: Object?, _ new: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        try check(variable: variable)
        return try ContextVariable.set(value(variable), value(new))
    }
}
@c public func PyContextVar_Reset(_ variable: Object?, _ token: Object?) -> Int32 {
    status { () throws(Raised) -> Void in
        try check(variable: variable)
        guard token != nil, ContextToken.isInstance(value(token)) else { throw raise(.typeError, "an instance of Token was expected") }
        try ContextVariable.reset(value(variable), value(token))
    }
}

@c public func _PyContext_NewHamtForTests() -> Object? { newReference { () throws(Raised) -> Ref in try HamtObject.make() } }
