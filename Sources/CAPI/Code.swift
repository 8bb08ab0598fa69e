// PyCode_*, PyFrame_*, PyTraceBack_*: code and frames, those that extensions make for their tracebacks among them.

import CPythonABI
import Glibc
import Runtime

public typealias CodeArgument = UnsafeMutablePointer<PyCodeObject>
public typealias FrameArgument = UnsafeMutablePointer<PyFrameObject>

private func cast<T>(_ object: Object?, _ type: T.Type) -> UnsafeMutablePointer<T>? {
    object.map { UnsafeMutableRawPointer($0).assumingMemoryBound(to: type) }
}
private func strings(_ tuple: Object?) throws(Raised) -> [String] {
    guard let tuple, TupleObject.isInstance(Value(tuple)) else { throw badInternalCall() }
    var result: [String] = []
    for index in 0..<TupleObject.count(Value(tuple)) {
        let item = TupleObject.item(Value(tuple), index)
        guard StrObject.isInstance(item) else { throw raise(.systemError, "non-string found in code slot") }
        result.append(text(item))
    }
    return result
}
private func text(_ pointer: CString?) -> String { pointer.map { String(cString: $0) } ?? "" }

// MARK: Code

@c public func PyCode_NewEmpty(_ filename: CString?, _ name: CString?, _ firstLine: Int32) -> CodeArgument? {
    var description = ForeignCode.Description()
    description.filename = text(filename)
    description.name = text(name)
    description.qualifiedName = description.name
    description.firstLine = Int(firstLine)
    // CO_OPTIMIZED | CO_NEWLOCALS
    description.flags = 3
    return cast(newReference { () throws(Raised) -> Ref in try ForeignCode.make(description) }, PyCodeObject.self)
}
@c public func PyCode_NewWithPosOnlyArgs(
    _ argumentCount: Int32, _ positionalOnlyCount: Int32, _ keywordOnlyCount: Int32, _ localCount: Int32, _ stackSize: Int32, _ flags: Int32,
    _ code: Object?, _ constants: Object?, _ names: Object?, _ variableNames: Object?, _ freeNames: Object?, _ cellNames: Object?,
    _ filename: Object?, _ name: Object?, _ qualifiedName: Object?, _ firstLine: Int32, _ lineTable: Object?, _ exceptionTable: Object?
) -> CodeArgument? {
    cast(
        newReference { () throws(Raised) -> Ref in
            guard let code, let constants, let filename, let name, let qualifiedName, argumentCount >= positionalOnlyCount,
                positionalOnlyCount >= 0, keywordOnlyCount >= 0, StrObject.isInstance(Value(filename)), StrObject.isInstance(Value(name)),
                StrObject.isInstance(Value(qualifiedName)), TupleObject.isInstance(Value(constants)), PyObject_CheckBuffer(code) != 0
            else { throw badInternalCall() }
            var description = ForeignCode.Description()
            description.filename = Runtime.text(Value(filename))
            description.name = Runtime.text(Value(name))
            description.qualifiedName = Runtime.text(Value(qualifiedName))
            description.firstLine = Int(firstLine)
            description.flags = Int(flags)
            description.argumentCount = Int(argumentCount)
            description.positionalOnlyCount = Int(positionalOnlyCount)
            description.keywordOnlyCount = Int(keywordOnlyCount)
            description.variableNames = try strings(variableNames)
            description.freeNames = try strings(freeNames)
            description.cellNames = try strings(cellNames)
            let arguments = Int(argumentCount) + Int(keywordOnlyCount) + (flags & 4 != 0 ? 1 : 0) + (flags & 8 != 0 ? 1 : 0)
            if arguments > description.variableNames.count { throw raise(.valueError, "code: varnames is too small") }
            return try ForeignCode.make(description, constants: Value(constants))
        }, PyCodeObject.self)
}
@c public func PyCode_New(
    _ argumentCount: Int32, _ keywordOnlyCount: Int32, _ localCount: Int32, _ stackSize: Int32, _ flags: Int32, _ code: Object?,
    _ constants: Object?, _ names: Object?, _ variableNames: Object?, _ freeNames: Object?, _ cellNames: Object?, _ filename: Object?,
    _ name: Object?, _ qualifiedName: Object?, _ firstLine: Int32, _ lineTable: Object?, _ exceptionTable: Object?
) -> CodeArgument? {
    PyCode_NewWithPosOnlyArgs(
        argumentCount, 0, keywordOnlyCount, localCount, stackSize, flags, code, constants, names, variableNames, freeNames, cellNames,
        filename, name, qualifiedName, firstLine, lineTable, exceptionTable)
}
@c public func PyCode_Addr2Line(_ code: Object?, _ offset: Int32) -> Int32 {
    guard let code else { return -1 }
    return Int32(truncatingIfNeeded: ForeignCode.line(code: Value(code), at: Int(offset)))
}
@c public func PyCode_Addr2Location(
    _ code: Object?, _ offset: Int32, _ line: UnsafeMutablePointer<Int32>?, _ column: UnsafeMutablePointer<Int32>?,
    _ endLine: UnsafeMutablePointer<Int32>?, _ endColumn: UnsafeMutablePointer<Int32>?
) -> Int32 {
    guard let code else { return 0 }
    let found = offset < 0 ? nil : ForeignCode.position(code: Value(code), at: Int(offset))
    line?.pointee = Int32(truncatingIfNeeded: found?.line ?? ForeignCode.line(code: Value(code), at: Int(offset)))
    column?.pointee = Int32(truncatingIfNeeded: found?.column ?? -1)
    endLine?.pointee = Int32(truncatingIfNeeded: found?.endLine ?? -1)
    endColumn?.pointee = Int32(truncatingIfNeeded: found?.endColumn ?? -1)
    return 1
}
@c public func PyCode_GetCode(_ code: Object?) -> Object? { PyObject_GetAttrString(code, "co_code") }
@c public func PyCode_GetVarnames(_ code: Object?) -> Object? { PyObject_GetAttrString(code, "co_varnames") }
@c public func PyCode_GetCellvars(_ code: Object?) -> Object? { PyObject_GetAttrString(code, "co_cellvars") }
@c public func PyCode_GetFreevars(_ code: Object?) -> Object? { PyObject_GetAttrString(code, "co_freevars") }
/// The peephole optimiser of old: it gives the code back.
@c public func PyCode_Optimize(_ code: Object?, _ constants: Object?, _ names: Object?, _ lines: Object?) -> Object? { retained(code) }

// MARK: Frames

@c public func PyFrame_New(_ state: UnsafeMutablePointer<PyThreadState>?, _ code: Object?, _ globals: Object?, _ locals: Object?) -> FrameArgument? {
    cast(
        newReference { () throws(Raised) -> Ref in
            guard let code, let globals, DictObject.isInstance(Value(globals)) else { throw badInternalCall() }
            return ForeignCode.frame(code: Value(code), globals: Value(globals), locals: Containers.plain(locals))
        }, PyFrameObject.self)
}
@c public func PyFrame_GetLineNumber(_ frame: Object?) -> Int32 {
    guard let frame else { return -1 }
    return Int32(truncatingIfNeeded: ForeignCode.line(frame: Value(frame)))
}
@c public func PyFrame_GetCode(_ frame: Object?) -> CodeArgument? {
    guard let frame else { return nil }
    return cast(retained(ForeignCode.code(frame: Value(frame)).object), PyCodeObject.self)
}
/// The caller's frame, or NULL.
@c public func PyFrame_GetBack(_ frame: Object?) -> FrameArgument? {
    guard let back = PyObject_GetAttrString(frame, "f_back") else {
        PendingException.clear()
        return nil
    }
    if back == Py_NonePointer() {
        release(back)
        return nil
    }
    return cast(back, PyFrameObject.self)
}
@c public func PyFrame_GetGlobals(_ frame: Object?) -> Object? { PyObject_GetAttrString(frame, "f_globals") }
@c public func PyFrame_GetLocals(_ frame: Object?) -> Object? { PyObject_GetAttrString(frame, "f_locals") }
@c public func PyFrame_GetBuiltins(_ frame: Object?) -> Object? { PyObject_GetAttrString(frame, "f_builtins") }
@c public func PyFrame_GetLasti(_ frame: Object?) -> Int32 {
    guard let last = PyObject_GetAttrString(frame, "f_lasti") else { return -1 }
    defer { release(last) }
    return Int32(truncatingIfNeeded: PyLong_AsLong(last))
}
@c public func PyFrame_GetGenerator(_ frame: Object?) -> Object? {
    guard let frame else { return nil }
    let generator = ForeignCode.generator(frame: Value(frame))
    return generator.isNull ? nil : Border.toC(generator)
}
@c public func PyFrame_FastToLocalsWithError(_ frame: Object?) -> Int32 {
    guard let locals = PyFrame_GetLocals(frame) else { return -1 }
    release(locals)
    return 0
}
@c public func PyFrame_FastToLocals(_ frame: Object?) {
    if PyFrame_FastToLocalsWithError(frame) < 0 { PendingException.clear() }
}
/// Local variables live in registers, which a mapping shows and does not change.
@c public func PyFrame_LocalsToFast(_ frame: Object?, _ clear: Int32) {}
@c public func PyThreadState_GetFrame(_ state: UnsafeMutablePointer<PyThreadState>?) -> FrameArgument? {
    let frame = RunningFrames.frame(depth: 0)
    return frame.isNull ? nil : cast(Border.toC(owned: frame), PyFrameObject.self)
}
/// Borrowed: the running frame holds its object.
@c public func PyEval_GetFrame() -> FrameArgument? {
    let frame = RunningFrames.frame(depth: 0)
    return frame.isNull ? nil : cast(frame.value.object, PyFrameObject.self)
}

// MARK: Tracebacks

@c public func PyTraceBack_Here(_ frame: Object?) -> Int32 {
    guard let frame, ForeignCode.isFrame(Value(frame)) else { return -1 }
    ForeignCode.addTraceback(frame: Value(frame))
    return 0
}
/// Adds a line for a function of C to the traceback of the pending exception.
@c public func _PyTraceback_Add(_ name: CString?, _ filename: CString?, _ line: Int32) {
    let saved = PendingException.save()
    let globals = PyDict_New()
    let code = PyCode_NewEmpty(filename, name, line)
    let frame = code.flatMap { PyFrame_New(nil, Value(pointer: $0).object, globals, nil) }
    release(globals)
    if let code { Value(pointer: code).release() }
    if frame == nil { PendingException.clear() }
    PendingException.restore(saved)
    guard let frame else { return }
    frame.pointee.f_lineno = line
    ForeignCode.addTraceback(frame: Value(pointer: frame))
    Value(pointer: frame).release()
}
@c public func PyTraceBack_Print(_ traceback: Object?, _ file: Object?) -> Int32 {
    guard let traceback else { return 0 }
    guard traceback.isInstance(PyTraceBack_TypePointer()) else {
        _ = badInternalCall()
        return -1
    }
    return status { () throws(Raised) -> Void in
        let header = StrObject.make("Traceback (most recent call last):\n")
        _ = try Call.method(value(file), Names.write, header.value).isNull
        let function = try Modules.function("traceback", "print_tb")
        let result = try Call.call(function.value, Value(traceback), .none, value(file))
        _ = result.isNull
    }
}

// MARK: Functions in Python

private enum FunctionField: Int { case globals = 16, code = 48, defaults = 56, keywordDefaults = 64, closure = 72, module = 104, annotations = 112 }

private func lend(_ function: Object?, _ field: FunctionField) -> Object? {
    guard let function, function.isInstance(PyFunction_TypePointer()) else {
        _ = badInternalCall()
        return nil
    }
    let found = ForeignCode.functionField(Value(function), offset: field.rawValue)
    return found.isNull || found.isNone && field != .module ? nil : Lending.lendDetached(found)
}
private func set(_ function: Object?, _ field: FunctionField, _ new: Object?, _ type: TypePointer?, _ what: StaticString) -> Int32 {
    status { () throws(Raised) -> Void in
        guard let function, function.isInstance(PyFunction_TypePointer()) else { throw badInternalCall() }
        guard let new, new != Py_NonePointer() else { return ForeignCode.setFunctionField(Value(function), offset: field.rawValue, .null) }
        if let type, !new.isInstance(type) { throw raise(.systemError, "non-\(what) object") }
        ForeignCode.setFunctionField(Value(function), offset: field.rawValue, Value(new))
    }
}
@c public func PyFunction_New(_ code: Object?, _ globals: Object?) -> Object? { PyFunction_NewWithQualName(code, globals, nil) }
@c public func PyFunction_NewWithQualName(_ code: Object?, _ globals: Object?, _ qualifiedName: Object?) -> Object? {
    newReference { () throws(Raised) -> Ref in
        guard let code, code.isInstance(PyCode_TypePointer()), let globals, DictObject.isInstance(Value(globals)) else { throw badInternalCall() }
        return ForeignCode.function(code: Value(code), globals: Value(globals), qualifiedName: Containers.plain(qualifiedName))
    }
}
@c public func PyFunction_GetCode(_ function: Object?) -> Object? { lend(function, .code) }
@c public func PyFunction_GetGlobals(_ function: Object?) -> Object? { lend(function, .globals) }
@c public func PyFunction_GetModule(_ function: Object?) -> Object? { lend(function, .module) }
@c public func PyFunction_GetDefaults(_ function: Object?) -> Object? { lend(function, .defaults) }
@c public func PyFunction_SetDefaults(_ function: Object?, _ new: Object?) -> Int32 { set(function, .defaults, new, PyTuple_TypePointer(), "tuple default args") }
@c public func PyFunction_GetKwDefaults(_ function: Object?) -> Object? { lend(function, .keywordDefaults) }
@c public func PyFunction_SetKwDefaults(_ function: Object?, _ new: Object?) -> Int32 { set(function, .keywordDefaults, new, PyDict_TypePointer(), "dict keyword only default args") }
@c public func PyFunction_GetClosure(_ function: Object?) -> Object? { lend(function, .closure) }
@c public func PyFunction_SetClosure(_ function: Object?, _ new: Object?) -> Int32 { set(function, .closure, new, PyTuple_TypePointer(), "tuple closure") }
@c public func PyFunction_GetAnnotations(_ function: Object?) -> Object? { lend(function, .annotations) }
@c public func PyFunction_SetAnnotations(_ function: Object?, _ new: Object?) -> Int32 { set(function, .annotations, new, PyDict_TypePointer(), "dict annotations") }
