// `_thread._local`: attributes of which each thread has its own.
//
// The object keeps one namespace for every thread that used it. Before each access the one of the current thread is put where an ordinary
// object keeps its `__dict__`, and access goes on as for any object; nothing in between lets another thread in. A thread that ends takes
// its namespaces along: its record lists the objects that have one for it.

import CPythonABI

public enum LocalObject {
    // Fields: what `__init__` gets in each thread (a tuple; a dict or null); the dict of the namespaces by number of thread state; the
    // number whose namespace is in place.
    private static let (arguments, keywords, namespaces, active) = (0, 1, 2, 3)

    public static let type: TypePointer = FieldObject.type("_thread._local", fields: 4, [.dict, .weakReferences, .subclassable]) { type in
        type.doc("Thread-local data")
        type.slots.new = new
        type.slots.getAttribute = { (self, name) throws(Raised) -> Ref in
            try activate(self)
            return try Attributes.generic(self, name)
        }
        type.slots.setAttribute = { (self, name, value) throws(Raised) -> Void in
            if StrObject.isInstance(name), StrObject.equals(name, "__dict__") {
                throw raise(.attributeError, "'\(self.type.name)' object attribute '__dict__' is read-only")
            }
            try activate(self)
            try Attributes.genericSet(self, name, value)
        }
        type.type.pointee.tp_dealloc = { object in
            guard let object else { return }
            ThreadStates.forget(local: object)
            LocalObject.base.pointee.tp_dealloc(object)
        }
    }
    /// An ordinary type of fields, for its deallocator.
    private static let base: TypePointer = FieldObject.type("_thread._base", fields: 0) { _ in }

    private static let new: NewSlot = { (type, given) throws(Raised) -> Ref in
        if given.count + given.keywordCount > 0, type.lookup(Names.`init`) === PyBaseObject_TypePointer().lookup(Names.`init`) {
            throw raise(.typeError, "Initialization arguments are not supported")
        }
        let made = try FieldObject.make(type)
        let fields = Fields(made.value)
        let tuple = try TupleObject.allocate(given.count)
        for index in 0..<given.count { TupleObject.store(tuple.value, index, Ref(given[index])) }
        fields.set(arguments, tuple)
        if given.keywordCount > 0 {
            let dict = DictObject.make()
            for index in 0..<given.keywordCount { try DictObject.set(dict.value, given.keywordName(index), given.keywordValue(index)) }
            fields.set(keywords, dict)
        }
        fields.set(namespaces, DictObject.make())
        // The thread that makes the object runs `__init__` by the ordinary way.
        try place(made.value, try makeNamespace(made.value))
        return made
    }

    /// Puts the current thread's namespace in place.
    @inline(__always) private static func activate(_ self: Value) throws(Raised) {
        let fields = Fields(self)
        if fields[active].isSmallInt && fields.int(active) == ThreadStates.number { return }
        try change(self)
    }
    @inline(never) private static func change(_ self: Value) throws(Raised) {
        let fields = Fields(self)
        guard !fields[namespaces].isNull else { return }
        let number = Value(smallInt: ThreadStates.number)
        let known = Ref(try DictObject.get(fields[namespaces], number))
        if !known.isNull { return try place(self, known) }
        try place(self, try makeNamespace(self))
        let type = self.type
        let initializer = type.lookup(Names.`init`)
        if initializer.isNull || initializer === PyBaseObject_TypePointer().lookup(Names.`init`) { return }
        do throws(Raised) {
            let bound = try Attributes.bind(initializer, self)
            let held = fields.hold(arguments)
            let named = fields.hold(keywords)
            let result = try Call.call(bound.value, tuple: held.value, keywords: named.value)
            if !result.value.isNone { throw raise(.typeError, "__init__() should return None, not '\(result.value.type.name)'") }
        } catch {
            // The next access tries again.
            let saved = PendingException.save()
            leave(self, ThreadStates.number)
            ThreadStates.forget(local: self.object, in: ThreadStates.current)
            PendingException.restore(saved)
            throw error
        }
        try activate(self)
    }
    private static func makeNamespace(_ self: Value) throws(Raised) -> Ref {
        let made = DictObject.make()
        try DictObject.set(Fields(self)[namespaces], Value(smallInt: ThreadStates.number), made.value)
        ThreadStates.current.pointee.locals.append(self.object)
        return made
    }
    private static func place(_ self: Value, _ namespace: consuming Ref) throws(Raised) {
        guard let location = Attributes.dictLocation(self.object) else { return }
        let old = location.pointee
        location.pointee = namespace.take().object
        Fields(self).setInt(active, ThreadStates.number)
        // Held by the table too: nothing dies here.
        if let old { Value(old).release() }
    }

    /// The namespace of a thread that ends goes.
    static func leave(_ self: Value, _ number: Int) {
        let fields = Fields(self)
        if fields[active].isSmallInt && fields.int(active) == number, let location = Attributes.dictLocation(self.object) {
            let old = location.pointee
            location.pointee = nil
            fields.setInt(active, 0)
            if let old { Value(old).release() }
        }
        if fields[namespaces].isNull { return }
        do throws(Raised) {
            let removed = try DictObject.pop(fields[namespaces], Value(smallInt: number))
            _ = removed.isNull
        } catch { PendingException.clear() }
    }
}

extension ThreadStates {
    /// The number of the current thread's state.
    @inline(__always) static var number: Int { Int(truncatingIfNeeded: PendingException.state.pointee.id) }

    /// A thread local dies.
    static func forget(local: ObjectPointer) {
        var state = first
        while let current = state {
            forget(local: local, in: record(current))
            state = current.pointee.next
        }
    }
    static func forget(local: ObjectPointer, in record: Record) {
        if let index = record.pointee.locals.lastIndex(of: local) { record.pointee.locals.remove(at: index) }
    }
    /// A thread ends: it leaves the locals that it used.
    static func leaveLocals(_ record: Record) {
        let number = Int(truncatingIfNeeded: record.pointee.state.id)
        while let local = record.pointee.locals.popLast() {
            let held = Ref(Value(local))
            LocalObject.leave(held.value, number)
        }
    }
}
