// BaseException: what all exceptions have in common.

import CPythonABI

enum ExceptionType {
    /// Describes all built-in exception classes.
    static func describeAll() {
        describe(TypeBuilder(PyExc_BaseExceptionPointer()))
        KeyErrorType.describe(TypeBuilder(PyExc_KeyErrorPointer()))
        StopIterationType.describe(TypeBuilder(PyExc_StopIterationPointer()))
        SystemExitType.describe(TypeBuilder(PyExc_SystemExitPointer()))
        NameErrorType.describe(TypeBuilder(PyExc_NameErrorPointer()))
        AttributeErrorType.describe(TypeBuilder(PyExc_AttributeErrorPointer()))
        ImportErrorType.describe(TypeBuilder(PyExc_ImportErrorPointer()))
        OSErrorType.describe(TypeBuilder(PyExc_OSErrorPointer()))
        SyntaxErrorType.describe(TypeBuilder(PyExc_SyntaxErrorPointer()))
        UnicodeErrorTypes.describe()
        ExceptionGroupType.describe(TypeBuilder(PyExc_BaseExceptionGroupPointer()))
        for index in 0..<Int(_PySwift_static_exception_count) {
            guard let type = _PySwift_static_exception(index) else { continue }
            type.pointee.tp_dealloc = ExceptionMemory.deallocate
            // Every class shows an `__init__` of its own.
            if type.record.pointee.initialize == nil, let inherited = inheritedInitialize(type) { type.record.pointee.initialize = inherited }
            type.pointee.tp_traverse = ExceptionMemory.traverse
            type.pointee.tp_clear = ExceptionMemory.clear
            if let doc = ExceptionDocs.doc(type.name) { TypeBuilder(type).doc(doc) }
        }
    }

    private static func inheritedInitialize(_ type: TypePointer) -> InitSlot? {
        var base = type.base
        while let current = base {
            if let slot = current.record.pointee.initialize { return slot }
            base = current.base
        }
        return nil
    }

    private static func describe(_ type: TypeBuilder) {
        type.slots.new = new
        type.slots.initialize = initialize
        type.slots.str = str
        type.slots.repr = repr
        type.slots.getAttribute = Attributes.genericSlot
        type.slots.setAttribute = Attributes.genericSetSlot
        type.method("__reduce__", .noArguments(reduce))
        type.method("__setstate__", .one(setState))
        type.method(
            "with_traceback",
            .one({ (self, traceback) throws(Raised) -> Ref in
                try setTraceback(self, traceback)
                return Ref(self)
            }), doc: "Exception.with_traceback(tb) --\n    set self.__traceback__ to tb and return self.")
        type.method("add_note", .one(addNote), doc: "Exception.add_note(note) --\n    add a note to the exception")
        type.member(
            "__suppress_context__", type: T_BOOL, offset: MemoryLayout<PyBaseExceptionObject>.offset(of: \.suppress_context) ?? 64, readOnly: false)
        let dict = Descriptors.getSet(type.type, attributesDict)
        type.set("__dict__", dict.value)
        type.getter(
            "args", { (self) throws(Raised) -> Ref in
                let args = ExceptionObject.head(self).pointee.args
                return args.map { Ref(Value($0)) } ?? .none
            },
            set: { (self, value) throws(Raised) -> Void in
                if value.isNull { throw raise(.typeError, "args may not be deleted") }
                let tuple = try Iteration.tuple(value)
                ExceptionMemory.setField(self, 24, tuple.value)
            })
        type.getter(
            "__traceback__", { (self) throws(Raised) -> Ref in optional(ExceptionMemory.field(self, 40)) }, set: setTraceback)
        type.getter(
            "__context__", doc: "exception context", { (self) throws(Raised) -> Ref in optional(ExceptionMemory.field(self, 48)) },
            set: { (self, value) throws(Raised) -> Void in
                if value.isNull { throw raise(.typeError, "__context__ may not be deleted") }
                guard value.isNone || ExceptionObject.isInstance(value) else {
                    throw raise(.typeError, "exception context must be None or derive from BaseException")
                }
                ExceptionMemory.setField(self, 48, value.isNone ? .null : value)
            })
        type.getter(
            "__cause__", doc: "exception cause", { (self) throws(Raised) -> Ref in optional(ExceptionMemory.field(self, 56)) },
            set: { (self, value) throws(Raised) -> Void in
                if value.isNull { throw raise(.typeError, "__cause__ may not be deleted") }
                guard value.isNone || ExceptionObject.isInstance(value) else {
                    throw raise(.typeError, "exception cause must be None or derive from BaseException")
                }
                setCause(self, value.isNone ? .null : value)
            })
    }

    private static func optional(_ value: Value) -> Ref { value.isNull ? .none : Ref(value) }

    static func setCause(_ exception: Value, _ cause: Value) {
        ExceptionMemory.setField(exception, 56, cause)
        ExceptionObject.head(exception).pointee.suppress_context = 1
    }

    static let new: NewSlot = { (type, arguments) throws(Raised) -> Ref in
        let args = makeArgs(arguments)
        return try ExceptionMemory.make(type, args: args.value)
    }
    static func makeArgs(_ arguments: Arguments) -> Ref {
        let count = arguments.count
        if count == 0 { return TupleObject.empty }
        let tuple = TupleObject.allocateSmall(count)
        for index in 0..<count { TupleObject.store(tuple.value, index, Ref(arguments[index])) }
        TupleObject.finish(tuple.value)
        return tuple
    }

    static func noKeywords(_ self: Value, _ arguments: Arguments) throws(Raised) {
        if arguments.keywordCount != 0 { throw raise(.typeError, "\(self.type.name)() takes no keyword arguments") }
    }

    /// BaseException.__init__: the arguments become `args`.
    static let initialize: InitSlot = { (self, arguments) throws(Raised) -> Void in
        try noKeywords(self, arguments)
        setArgs(self, arguments)
    }
    static func setArgs(_ self: Value, _ arguments: Arguments) {
        // Most often `__new__` has put the same there.
        let current = ExceptionMemory.args(self)
        if TupleObject.count(current) == arguments.count {
            var same = true
            for index in 0..<arguments.count where TupleObject.item(current, index) !== arguments[index] { same = false }
            if same { return }
        }
        let args = makeArgs(arguments)
        ExceptionMemory.setField(self, 24, args.value)
    }

    static let str: UnarySlot = { (self) throws(Raised) -> Ref in
        let args = Ref(ExceptionMemory.args(self))
        switch TupleObject.count(args.value) {
        case 0: return StrObject.empty
        case 1: return try Repr.str(TupleObject.item(args.value, 0))
        default: return try Repr.str(args.value)
        }
    }

    static let repr: UnarySlot = { (self) throws(Raised) -> Ref in
        let args = Ref(ExceptionMemory.args(self))
        var buffer = TextBuffer()
        buffer.append(self.type.name)
        if TupleObject.count(args.value) == 1 {
            let item = try Repr.of(TupleObject.item(args.value, 0))
            buffer.append("(")
            buffer.append(str: item.value)
            buffer.append(")")
        } else {
            let items = try Repr.of(args.value)
            buffer.append(str: items.value)
        }
        return buffer.makeStr()
    }

    /// The instance's dict, or null while it has none.
    static func dict(_ self: Value) -> Value {
        if self.type.hasManagedDict {
            let isEmpty = self.object.instanceDict.pointee.isNull && self.object.instanceMeta.pointee >> 8 == 0
            return isEmpty ? .null : Instances.materialize(self.object)
        }
        return ExceptionObject.head(self).pointee.dict.map { Value($0) } ?? .null
    }
    /// `(type, args)` or `(type, args, state)`.
    static func reduction(_ self: Value, _ args: Value, _ state: Value) -> Ref {
        if state.isNull { return TupleObject.make(self.type.value, args) }
        return TupleObject.make(self.type.value, args, state)
    }
    private static let reduce: UnarySlot = { (self) throws(Raised) -> Ref in
        reduction(self, ExceptionMemory.args(self), dict(self))
    }

    private static let setState: BinarySlot = { (self, state) throws(Raised) -> Ref in
        if state.isNone { return .none }
        guard DictObject.isInstance(state) else { throw raise(.typeError, "state is not a dictionary") }
        let copy = try DictObject.copy(state)
        var position = 0
        while let (key, value) = DictObject.next(copy.value, &position) { try Attributes.set(self, key, value) }
        return .none
    }

    static let setTraceback: (Value, Value) throws(Raised) -> Void = { (self, value) throws(Raised) -> Void in
        if value.isNull { throw raise(.typeError, "__traceback__ may not be deleted") }
        guard value.isNone || value.isObject && value.object.pointee.ob_type == PyTraceBack_TypePointer() else {
            throw raise(.typeError, "__traceback__ must be a traceback or None")
        }
        ExceptionMemory.setField(self, 40, value.isNone ? .null : value)
    }

    private static let addNote: BinarySlot = { (self, note) throws(Raised) -> Ref in
        guard StrObject.isInstance(note) else { throw raise(.typeError, "note must be a str, not '\(note.type.name)'") }
        var notes = try Attributes.getIfPresent(self, Names.notes)
        if notes.isNull {
            notes = try ListObject.make(nil, count: 0)
            try Attributes.set(self, Names.notes, notes.value)
        } else if !ListObject.isInstance(notes.value) {
            throw raise(.typeError, "Cannot add note: __notes__ is not a list")
        }
        try ListObject.append(notes.value, note)
        return .none
    }

    /// `__dict__` of exceptions: there from the start, and not to be deleted.
    nonisolated(unsafe) private static let attributesDict = NativeGetSet.make(
        "__dict__",
        { (self) throws(Raised) -> Ref in Ref(Attributes.dict(of: self)) },
        { (self, value) throws(Raised) -> Void in
            if value.isNull { throw raise(.typeError, "cannot delete __dict__") }
            guard DictObject.isInstance(value) else {
                throw raise(.typeError, "__dict__ must be set to a dictionary, not a '\(value.type.name)'")
            }
            if self.type.hasManagedDict {
                try InstanceAttributes.dict.pointee.set?(self, value)
            } else {
                ExceptionMemory.setField(self, 16, value)
            }
        })
}
