// The tuples that functions of METH_VARARGS get.
//
// Such a tuple mostly dies with the call, so one of each small size is kept and used again: made readable for C once, never seen by the
// cycle collector, its items moved in from the registers and released when the call is over. A function that keeps the tuple (its
// count is then not one) gets it for good.

import CPythonABI

enum ArgumentTuples {
    /// A tuple of arguments, whose references move into it.
    @inline(__always) static func take(_ arguments: FramePointer, _ count: Int) -> ObjectPointer {
        let tuple: ObjectPointer
        if count < argumentTupleCount, let kept = _pyswift_argument_tuple(count).pointee {
            _pyswift_argument_tuple(count).pointee = nil
            tuple = UnsafeMutableRawPointer(kept).assumingMemoryBound(to: PyObject.self)
        } else {
            tuple = make(count)
        }
        let items = TupleObject.items(Value(tuple))
        var index = 0
        while index < count {
            items[index] = Value(ForeignCallHandlers.lent(arguments[index]))
            index &+= 1
        }
        return tuple
    }
    @inline(never) private static func make(_ count: Int) -> ObjectPointer {
        let tuple = TupleObject.allocateSmall(count).take().object
        tuple.isExposed = true
        return tuple
    }

    /// Takes a tuple back when the call is over.
    @inline(never) static func giveBack(_ tuple: ObjectPointer) {
        let value = Value(tuple)
        var index = TupleObject.count(value)
        if tuple.pointee.ob_refcnt != 1 || index == 0 { return letGo(tuple) }
        let items = TupleObject.items(value)
        // From the end, as a tuple that dies.
        while index > 0 {
            index &-= 1
            let item = items[index]
            items[index] = .null
            if item.isObject { ForeignCallHandlers.giveBack(item.object) }
        }
        let count = TupleObject.count(value)
        if count < argumentTupleCount && !tuple.isTracked && _pyswift_argument_tuple(count).pointee == nil {
            _pyswift_argument_tuple(count).pointee = UnsafeMutableRawPointer(tuple)
        } else {
            letGo(tuple)
        }
    }
    @inline(never) private static func letGo(_ tuple: ObjectPointer) {
        let value = Value(tuple)
        if tuple.pointee.ob_refcnt > 1 && !tuple.isTracked { TupleObject.finish(value) }
        value.release()
    }
    private static var argumentTupleCount: Int { 8 }
}
