// traceback: the type as Python sees it. The objects are made by the interpreter loop (`Tracebacks`).

import CPythonABI

enum TracebackType {
    static func describe(_ type: TypeBuilder) {
        type.slots.new = new
        type.slots.getAttribute = Attributes.genericSlot
        type.getter("tb_next", { (self) throws(Raised) -> Ref in Tracebacks.next(self).map { Ref($0) } ?? .none }, set: setNext)
        type.getter("tb_lineno", { (self) throws(Raised) -> Ref in IntObject.make(Tracebacks.line(self)) },
            set: { (_, _) throws(Raised) -> Void in throw raise(.attributeError, "readonly attribute") })
        type.member("tb_frame", type: T_OBJECT, offset: 24)
        type.getter("tb_lasti", { (self) throws(Raised) -> Ref in
            let given = Tracebacks.head(self).pointee.tb_lasti
            if given < -1 { return IntObject.make(-Int(given) - 2) }
            return IntObject.make(CodeRendering.of(FrameObject.code(Tracebacks.frame(self))).offset(Tracebacks.word(self)))
        })
        type.method("__dir__", .noArguments({ (_) throws(Raised) -> Ref in
            let list = try ListObject.make(capacity: 4)
            for name in ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"] as [StaticString] {
                try ListObject.append(list.value, Names.plain(name))
            }
            return list
        }))
    }

    private static let parameters = BoundParameters("(tb_next, tb_frame, tb_lasti, tb_lineno)")

    /// TracebackType(tb_next, tb_frame, tb_lasti, tb_lineno)
    private static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        try parameters.withBound(arguments, "TracebackType") { (bound) throws(Raised) -> Ref in
            guard bound[1].isObject, bound[1].type == PyFrame_TypePointer() else {
                throw raise(.typeError, "TracebackType() argument 'tb_frame' must be frame, not \(bound[1].isNone ? "None" : bound[1].type.name)")
            }
            let position = try number(bound[2])
            let line = try number(bound[3])
            guard bound[0].isNone || Tracebacks.isTraceback(bound[0]) else {
                throw raise(.typeError, "expected traceback object or None, got '\(bound[0].type.name)'")
            }
            let traceback = ObjectMemory.newCollected(PyTraceBack_TypePointer(), as: PyTracebackObject.self, size: 40)
            bound[1].retain()
            traceback.pointee.tb_frame = bound[1].cast(to: PyFrameObject.self)
            bound[0].retain()
            traceback.pointee.tb_next = bound[0].isNone ? nil : bound[0].cast(to: PyTracebackObject.self)
            let rendering = CodeRendering.of(FrameObject.code(bound[1]))
            let word = rendering.word(Int(position))
            // A position where no instruction starts is kept as it is.
            let isExact = position < 0 || rendering.offset(word) == Int(position)
            traceback.pointee.tb_lasti = isExact ? Int32(truncatingIfNeeded: word * 8) : -2 &- position
            traceback.pointee.tb_lineno = line
            let value = Value(pointer: traceback)
            Collector.track(value.object)
            return Ref(owned: value)
        }
    }
    private static func number(_ value: Value) throws(Raised) -> Int32 {
        let index = try Index.int32(value)
        guard let number = Int32(exactly: index) else { throw raise(.overflowError, "Python int too large to convert to C int") }
        return number
    }

    private static let setNext: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        if value.isNull { throw raise(.typeError, "can't delete tb_next attribute") }
        guard value.isNone || Tracebacks.isTraceback(value) else {
            throw raise(.typeError, "expected traceback object, got '\(value.type.name)'")
        }
        var current: Value? = value.isNone ? nil : value
        while let this = current {
            if this === self { throw raise(.valueError, "traceback loop detected") }
            current = Tracebacks.next(this)
        }
        let head = Tracebacks.head(self)
        let old = head.pointee.tb_next
        value.retain()
        head.pointee.tb_next = value.isNone ? nil : value.cast(to: PyTracebackObject.self)
        if let old { Value(pointer: old).release() }
    }
}
