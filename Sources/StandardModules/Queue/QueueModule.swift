// _queue: SimpleQueue, an unbounded queue that is safe to use from destructors and signal handlers.
//
// Items come and go under the GIL, so a deque is all it needs; a `get` that finds nothing waits in the queue of threads.

import CPythonABI
import Runtime

enum QueueModule {
    // Fields: a deque of the items; the threads that wait.
    private static let items = 0
    private static let waiting = 1
    nonisolated(unsafe) private static var empty = Value.null

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("C implementation of the Python queue module.\nThis module is an implementation detail, please do not use it directly.")
        let name = StrObject.make("Empty")
        let bases = TupleObject.make(PyExc_ExceptionPointer().value)
        let dict = DictObject.make()
        let owner = StrObject.intern("_queue")
        try DictObject.set(dict.value, Names.module, owner.value)
        let documentation = StrObject.make("Exception raised by Queue.get(block=0)/get_nowait().")
        try DictObject.set(dict.value, Names.doc, documentation.value)
        var room = InlineArray<3, Value>(repeating: name.value)
        room[1] = bases.value
        room[2] = dict.value
        let made = try Call.call(PyType_TypePointer().value, room[0], room[1], room[2])
        empty = made.take()
        module.set("Empty", empty)
        module.type("SimpleQueue", simpleQueue)
    }

    private static let simpleQueue: TypePointer = FieldObject.type("_queue.SimpleQueue", fields: 2, [.weakReferences, .subclassable]) { type in
        type.doc("Simple, unbounded, reentrant FIFO queue.", signature: "()")
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            if type == simpleQueue {
                if arguments.count > 0 { throw raise(.typeError, "SimpleQueue() takes no positional arguments") }
                if arguments.keywordCount > 0 { throw raise(.typeError, "SimpleQueue() takes no keyword arguments") }
            }
            let made = try FieldObject.make(type)
            Fields(made.value).set(items, try DequeObject.make(DequeObject.type))
            return made
        }
        type.method("put", .bound { (self, arguments) throws(Raised) -> Ref in try put(self, arguments[0]) },
            "($self, /, item, block=True, timeout=None)",
            doc: "Put the item on the queue.\n\nThe optional 'block' and 'timeout' arguments are ignored, as this method\nnever blocks.  They are provided for compatibility with the Queue class.")
        type.method("put_nowait", .bound { (self, arguments) throws(Raised) -> Ref in try put(self, arguments[0]) },
            "($self, /, item)",
            doc: "Put an item into the queue without blocking.\n\nThis is exactly equivalent to `put(item)` and is only provided\nfor compatibility with the Queue class.")
        type.method("get", .bound { (self, arguments) throws(Raised) -> Ref in
            var nanoseconds = -1
            let isBlocking = arguments[0].isNull ? true : try Truth.of(arguments[0])
            if !isBlocking {
                nanoseconds = 0
            } else if !arguments[1].isNull && !arguments[1].isNone {
                nanoseconds = try TimeModule.nanoseconds(arguments[1])
                if nanoseconds < 0 { throw raise(.valueError, "'timeout' must be a non-negative number") }
                if nanoseconds / 1000 > ThreadModule.longestMicroseconds { throw raise(.overflowError, "timeout value is too large") }
            }
            return try get(self, nanoseconds)
        }, "($self, /, block=True, timeout=None)",
            doc: "Remove and return an item from the queue.\n\nIf optional args 'block' is true and 'timeout' is None (the default),\nblock if necessary until an item is available. If 'timeout' is\na non-negative number, it blocks at most 'timeout' seconds and raises\nthe Empty exception if no item was available within that time.\nOtherwise ('block' is false), return an item if one is immediately\navailable, else raise the Empty exception ('timeout' is ignored\nin that case).")
        type.method("get_nowait", .noArguments { (self) throws(Raised) -> Ref in try get(self, 0) }, "($self, /)",
            doc: "Remove and return an item from the queue without blocking.\n\nOnly get an item if one is immediately available. Otherwise\nraise the Empty exception.")
        type.method("empty", .noArguments { (self) throws(Raised) -> Ref in .bool(count(self) == 0) }, "($self, /)",
            doc: "Return True if the queue is empty, False otherwise (not reliable!).")
        type.method("qsize", .noArguments { (self) throws(Raised) -> Ref in IntObject.make(count(self)) }, "($self, /)",
            doc: "Return the approximate size of the queue (not reliable!).")
        type.genericAlias()
    }

    private static func count(_ self: Value) -> Int {
        let fields = Fields(self)
        return fields[items].isNull ? 0 : DequeObject.count(fields[items])
    }
    private static func put(_ self: Value, _ item: Value) throws(Raised) -> Ref {
        item.retain()
        try DequeObject.append(Fields(self)[items], owned: item)
        WaitQueue.wakeOne(Fields(self), waiting)
        return .none
    }
    private static func get(_ self: Value, _ nanoseconds: Int) throws(Raised) -> Ref {
        let fields = Fields(self)
        let found = try WaitQueue.wait(fields, waiting, nanoseconds: nanoseconds) { count(self) > 0 }
        if !found { throw raise(Classes.type(empty), .null) }
        return DequeObject.takeFirst(fields[items])
    }
}
