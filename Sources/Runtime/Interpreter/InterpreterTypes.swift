// Slots of the types that belong to the interpreter: functions, code, frames, tracebacks, generators.

import CPythonABI

enum InterpreterTypes {
    static func describe() {
        let function = TypeBuilder(PyFunction_TypePointer())
        function.type.pointee.tp_dealloc = FunctionObject.deallocate
        function.type.pointee.tp_traverse = FunctionObject.traverse
        function.type.pointee.tp_clear = FunctionObject.clear
        function.slots.call = { (self, arguments) throws(Raised) -> Ref in try Interpreter.call(self, arguments) }
        function.slots.descriptorGet = { (self, instance, owner) throws(Raised) -> Ref in
            if instance.isNull || instance.isNone && owner === _PyNone_TypePointer().value { return Ref(self) }
            return BoundMethods.make(self, instance)
        }
        let code = TypeBuilder(PyCode_TypePointer())
        code.type.pointee.tp_dealloc = CodeObject.deallocate
        let frame = TypeBuilder(PyFrame_TypePointer())
        frame.type.pointee.tp_dealloc = FrameObject.deallocate
        frame.type.pointee.tp_traverse = FrameObject.traverse
        let traceback = TypeBuilder(PyTraceBack_TypePointer())
        traceback.type.pointee.tp_dealloc = Tracebacks.deallocate
        traceback.type.pointee.tp_traverse = Tracebacks.traverse
        traceback.type.pointee.tp_clear = Tracebacks.clear
        for type in [PyGen_TypePointer(), PyCoro_TypePointer(), PyAsyncGen_TypePointer()] {
            let builder = TypeBuilder(type!)
            builder.type.pointee.tp_dealloc = Generators.deallocate
            builder.type.pointee.tp_traverse = Generators.traverse
        }
        let generator = TypeBuilder(PyGen_TypePointer())
        generator.slots.iter = { (self) throws(Raised) -> Ref in Ref(self) }
        generator.slots.next = { (self) throws(Raised) -> Ref in try Generators.next(self) }
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
