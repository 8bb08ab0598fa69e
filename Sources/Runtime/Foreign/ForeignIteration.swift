// Stepping iterators made in C where their last word counts: `await future` of the system's _asyncio.
//
// The `next` slot that stands for a C function drops the value of StopIteration, which is right for loops.

import CPythonABI

enum ForeignIteration {
    /// The type whose C functions step this iterator; nil if Python code does or a function of ours.
    @inline(__always) static func stepper(_ iterator: Value) -> TypePointer? {
        guard iterator.isObject else { return nil }
        let type = iterator.type
        let record = type.record
        if record.pointee.isForeign { return type }
        return record.pointee.hasForeignBase ? base(type) : nil
    }
    @inline(never) private static func base(_ type: TypePointer) -> TypePointer? {
        if !Descriptors.isWrapper(type.lookup(Names.next)) { return nil }
        var current = type
        while current.record.pointee.madeInPython, let next = current.base { current = next }
        return current.record.pointee.isForeign ? current : nil
    }

    /// Sends a value (borrowed): what was yielded, or with `finished` what was returned. StopIteration may be raised instead.
    static func send(_ type: TypePointer, _ iterator: Value, _ sent: Value, finished: inout Bool) throws(Raised) -> Ref {
        if iterator.type == type, let send = type.pointee.tp_as_async?.pointee.am_send {
            let argument = ForeignSlots.Boxed(sent)
            var result: ObjectPointer?
            let outcome = send(iterator.object, argument.object, &result)
            guard let result, outcome != PYGEN_ERROR else { throw ForeignSlots.missingError() }
            finished = outcome == PYGEN_RETURN
            return Border.fromC(owned: result)
        }
        if !sent.isNone { return try Call.method(iterator, Names.send, sent) }
        let value = try next(type, iterator)
        if !value.isNull { return value }
        finished = true
        return .none
    }

    /// Null at the end; StopIteration where it was raised, with its value.
    static func next(_ type: TypePointer, _ iterator: Value) throws(Raised) -> Ref {
        guard let next = type.pointee.tp_iternext else {
            throw raise(.typeError, "'\(iterator.type.name)' object is not an iterator")
        }
        if let object = next(iterator.object) { return Border.fromC(owned: object) }
        if PendingException.isSet { throw Raised() }
        return .null
    }
}
