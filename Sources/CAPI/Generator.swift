// PyGen_New and its kin, PyEval_EvalFrame: frames that C made (`PyFrame_New`), run.

import CPythonABI
import Glibc
import Runtime

/// Runs the code of a frame that never ran, in its namespaces.
@c public func PyEval_EvalFrameEx(_ frame: Object?, _ raises: Int32) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let frame, ForeignCode.isFrame(Value(frame)) else { throw badInternalCall() }
        if raises != 0 { throw Raised() }
        let code = ForeignCode.code(frame: Value(frame))
        let globals = try Attributes.get(Value(frame), "f_globals")
        let locals = try Attributes.get(Value(frame), "f_locals")
        return try ForeignCode.run(code, globals: globals.value, locals: locals.value)
    }
}
@c public func PyEval_EvalFrame(_ frame: Object?) -> Object? { PyEval_EvalFrameEx(frame, 0) }

/// The generator of a frame whose code takes no arguments. The frame's reference is taken over, as CPython does.
private func generator(_ frame: Object?, _ name: Object?, _ qualifiedName: Object?, _ type: TypePointer) -> Object? {
    defer { release(frame) }
    return newReference { () throws(Raised) -> Ref in
        guard let frame, ForeignCode.isFrame(Value(frame)) else { throw badInternalCall() }
        let code = ForeignCode.code(frame: Value(frame))
        let globals = try Attributes.get(Value(frame), "f_globals")
        let function = ForeignCode.function(code: code, globals: globals.value, qualifiedName: value(qualifiedName))
        let made = try Call.call(function.value)
        guard made.value.isObject, made.value.object.typeObject == type else {
            throw raise(.typeError, "the frame's code makes no '\(type.name)' object")
        }
        if let name { try Attributes.set(made.value, Names.name, Value(name)) }
        return made
    }
}
@c public func PyGen_New(_ frame: Object?) -> Object? { generator(frame, nil, nil, PyGen_TypePointer()) }
@c public func PyGen_NewWithQualName(_ frame: Object?, _ name: Object?, _ qualifiedName: Object?) -> Object? {
    generator(frame, name, qualifiedName, PyGen_TypePointer())
}
@c public func PyCoro_New(_ frame: Object?, _ name: Object?, _ qualifiedName: Object?) -> Object? {
    generator(frame, name, qualifiedName, PyCoro_TypePointer())
}
@c public func PyAsyncGen_New(_ frame: Object?, _ name: Object?, _ qualifiedName: Object?) -> Object? {
    generator(frame, name, qualifiedName, PyAsyncGen_TypePointer())
}
