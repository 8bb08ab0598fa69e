// Slots of the types that belong to the interpreter: functions, code, frames, tracebacks, generators.

import CPythonABI

enum InterpreterTypes {
    static func describe() {
        InterpreterHooks.currentLocals = FrameLocals.current
        InterpreterHooks.anextDefault = { (awaitable, fallback) throws(Raised) -> Ref in AnextAwaitable.make(awaitable, fallback) }
        FunctionObject.describe(TypeBuilder(PyFunction_TypePointer()))
        CodeObject.describe(TypeBuilder(PyCode_TypePointer()))
        CodeIterators.describe(TypeBuilder(_PySwift_LineIterator_TypePointer()), size: 64)
        CodeIterators.describe(TypeBuilder(_PySwift_PositionsIterator_TypePointer()), size: 80)
        FrameType.describe(TypeBuilder(PyFrame_TypePointer()))
        GeneratorType.describe(TypeBuilder(PyGen_TypePointer()))
        GeneratorType.describeCoroutine(TypeBuilder(PyCoro_TypePointer()))
        CoroutineWrapper.describe(TypeBuilder(_PyCoroWrapper_TypePointer()))
        AsyncGenerators.describe(TypeBuilder(PyAsyncGen_TypePointer()))
        AsyncGenerators.describeWrappedValue(TypeBuilder(_PyAsyncGenWrappedValue_TypePointer()))
        AsyncSend.describe(TypeBuilder(_PyAsyncGenASend_TypePointer()))
        AsyncThrow.describe(TypeBuilder(_PyAsyncGenAThrow_TypePointer()))
        AnextAwaitable.describe(TypeBuilder(_PyAnextAwaitable_TypePointer()))
        let traceback = TypeBuilder(PyTraceBack_TypePointer())
        traceback.type.pointee.tp_dealloc = Tracebacks.deallocate
        traceback.type.pointee.tp_traverse = Tracebacks.traverse
        traceback.type.pointee.tp_clear = Tracebacks.clear
    }
}

/// Bound methods of Python functions.
enum BoundMethods {
    static func make(_ function: Value, _ instance: Value) -> Ref {
        let object = ObjectMemory.newCollected(PyMethod_TypePointer(), as: PyMethodObject.self, size: 48)
        object.pointee.im_func = Border.boxed(function)
        object.pointee.im_self = Border.boxed(instance)
        object.pointee.im_weakreflist = nil
        object.pointee.vectorcall = nil
        let value = Value(pointer: object)
        Collector.track(value.object)
        return Ref(owned: value)
    }
}
