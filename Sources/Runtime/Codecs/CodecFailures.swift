// Errors of codecs that Python code registered: a plain one is raised again with the name of the codec in its text.

import CPythonABI

enum CodecFailures {
    /// Replaces the pending exception by one of its kind that says which codec failed, and has the first as its cause. Exceptions that are
    /// made by code of their own, or carry more than a text, stay as they are: nobody could make another like it.
    static func name(_ operation: StaticString, _ encoding: Value) {
        let exception = ExceptionObject.take()
        let type = exception.value.type
        guard isPlain(exception.value, type) else {
            PendingException.set(type, exception.value)
            return
        }
        do throws(Raised) {
            let shown = try Repr.str(exception.value)
            let message = StrObject.make("\(operation) with '\(text(encoding))' codec failed (\(type.name): \(text(shown.value)))")
            let args = TupleObject.make(message.value)
            let named = try Call.call(type.value, tuple: args.value, keywords: .null)
            guard ExceptionObject.isInstance(named.value) else { return PendingException.restore(exception.value) }
            ExceptionType.setCause(named.value, exception.value)
            ExceptionObject.setContext(named.value, exception.value)
            PendingException.set(named.value.type, named.value)
        } catch {}
    }
    private static func isPlain(_ exception: Value, _ type: TypePointer) -> Bool {
        guard let base = PyExc_ExceptionPointer().base else { return false }
        let size = base.pointee.tp_basicsize
        let hasSize = type.pointee.tp_basicsize == size || (type.pointee.tp_weaklistoffset > 0 && type.pointee.tp_basicsize == size + 8)
        guard hasSize, type.pointee.tp_itemsize == 0, SlotIdentity.same(type.record.pointee.new, ExceptionType.new),
            SlotIdentity.same(type.record.pointee.initialize, ExceptionType.initialize)
        else { return false }
        if let args = ExceptionObject.head(exception).pointee.args {
            let given = Value(args)
            let count = TupleObject.count(given)
            if count > 1 || count == 1 && !StrObject.isExact(TupleObject.item(given, 0)) { return false }
        }
        let dict = ExceptionType.dict(exception)
        return dict.isNull || DictObject.count(dict) == 0
    }
}

extension PendingException {
    /// Raises an exception that was taken.
    fileprivate static func restore(_ exception: Value) { set(exception.type, exception) }
}
