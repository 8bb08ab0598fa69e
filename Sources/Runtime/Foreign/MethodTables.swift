// `tp_methods` of int and float, where an extension looks up methods by name and calls them directly.

import CPythonABI

enum MethodTables {
    /// Makes a table of the methods with no argument or one: those have a C function of their own.
    static func fill(_ type: TypePointer) {
        guard type.pointee.tp_methods == nil else { return }
        var table: [PyMethodDef] = []
        var position = 0
        while let (_, value) = DictObject.next(type.dict, &position) {
            guard value.isObject, value.object.pointee.ob_type == PyMethodDescr_TypePointer(),
                let method = Descriptors.native(Descriptors.definition(value))
            else { continue }
            var definition = PyMethodDef()
            definition.ml_name = method.pointee.definition.ml_name
            switch method.pointee.kind {
            case .noArguments:
                let function = NativeSlots.unary(unsafeBitCast(method.pointee.function, to: UnaryField.self).call)
                definition.ml_meth = unsafeBitCast(function, to: PyCFunction?.self)
                definition.ml_flags = METH_NOARGS
            case .one:
                let function = NativeSlots.binary(unsafeBitCast(method.pointee.function, to: BinaryField.self).call)
                definition.ml_meth = unsafeBitCast(function, to: PyCFunction?.self)
                definition.ml_flags = METH_O
            default: continue
            }
            table.append(definition)
        }
        let room = UnsafeMutablePointer<PyMethodDef>.allocate(capacity: table.count + 1)
        for (index, definition) in table.enumerated() { (room + index).initialize(to: definition) }
        (room + table.count).initialize(to: PyMethodDef())
        type.pointee.tp_methods = room
    }
}
