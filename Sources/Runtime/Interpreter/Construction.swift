// Calling classes whose `__new__` or `__init__` is written in Python.

import CPythonABI
import Compiler

enum Construction {
    /// A call of the class with owned arguments, `callable` owned. nil: nothing of it is in Python; nothing was consumed.
    static func call(
        _ fp: FramePointer, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status? {
        let type = Classes.type(callable)
        let record = type.record
        guard record.pointee.madeInPython, let allocate = record.pointee.new else { return nil }
        let found = type.lookup(Names.new)
        if found.isObject && found.object.pointee.ob_type == PyStaticMethod_TypePointer() {
            let function = Descriptors.wrappedCallable(found)
            guard FunctionObject.isExact(function) else { return nil }
            return callNew(fp, function, callable, arguments, count, names, note)
        }
        // Built-in `__new__`: at once, then `__init__` in a frame.
        guard FunctionObject.isExact(type.lookup(Names.`init`)), TypeNew.isBuiltinNew(found) else { return nil }
        let kept = keep(callable, arguments, count, names)
        Calls.releaseAll(arguments, count)
        callable.release()
        let keywords = names.isNull ? 0 : TupleObject.count(names)
        do throws(Raised) {
            let items = TupleObject.items(kept.value) + 2
            let instance = try allocate(type, Arguments(items, count: count - keywords, keywordNames: names))
            return resume(fp, instance.take(), note, kept.take())
        } catch { return .raised }
    }

    /// The class, the keyword names or None, the arguments.
    private static func keep(_ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value) -> Ref {
        let kept = TupleObject.allocateSmall(count + 2)
        TupleObject.store(kept.value, 0, Ref(callable))
        TupleObject.store(kept.value, 1, names.isNull ? .none : Ref(names))
        for index in 0..<count { TupleObject.store(kept.value, index + 2, Ref(arguments[index])) }
        TupleObject.finish(kept.value)
        return kept
    }

    private static func callNew(
        _ fp: FramePointer, _ function: Value, _ callable: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status {
        guard Calls.hasLevel(" while calling a Python object") else {
            Calls.releaseAll(arguments, count)
            callable.release()
            return .raised
        }
        let kept = keep(callable, arguments, count, names)
        function.retain()
        let local = note & 0xFF_0000 != 0 ? NoteBits.local : 0
        let status = Calls.countTwice(
            Calls.callFunction(
                fp, function, callable, arguments, count, names, note & 0xFFFF | UInt64(Continuation.construct.rawValue) << 16 | local))
        if status == .frame { CurrentFrame.fp.unsafelyUnwrapped.extra = kept.take() }
        return status
    }

    /// `__new__` gave an object (owned): `__init__` follows, if it is an instance of the class.
    static func resume(_ fp: FramePointer, _ instance: Value, _ note: UInt64, _ kept: Value) -> Status {
        let held = Ref(owned: kept)
        let object = Ref(owned: instance)
        let local = note & NoteBits.local != 0 || note & 0xFF_0000 == UInt64(Continuation.storeLocal.rawValue) << 16
        let plain = note & 0xFFFF | (local ? NoteBits.local : 0)
        guard object.value.type.isSubtype(of: Classes.type(TupleObject.item(kept, 0))) else {
            return Continuations.store(fp, object.take(), plain)
        }
        let names = TupleObject.item(kept, 1).isNone ? Value.null : TupleObject.item(kept, 1)
        let count = TupleObject.count(kept) - 2
        let items = TupleObject.items(kept) + 2
        let initializer = object.value.type.lookup(Names.`init`)
        if FunctionObject.isExact(initializer) {
            // The arguments are moved out of a copy of their own: the stack may have no room for them here.
            let room = FramePointer.allocate(capacity: max(count, 1))
            defer { room.deallocate() }
            for index in 0..<count {
                items[index].retain()
                room[index] = items[index]
            }
            initializer.retain()
            object.value.retain()
            let kind = UInt64((local ? Continuation.initializeLocal : Continuation.initialize).rawValue) << 16
            let status = Calls.countTwice(Calls.bind(fp, initializer, object.value, room, count, names, note & 0xFFFF | kind))
            if status == .frame { CurrentFrame.fp.unsafelyUnwrapped.extra = object.take() }
            return status
        }
        do throws(Raised) {
            if let initialize = object.value.record.pointee.initialize {
                let keywords = names.isNull ? 0 : TupleObject.count(names)
                try initialize(object.value, Arguments(items, count: count - keywords, keywordNames: names))
            }
            return Continuations.store(fp, object.take(), plain)
        } catch { return .raised }
    }
}
