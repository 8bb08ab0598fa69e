// Exceptions with one or two attributes: KeyError, StopIteration, SystemExit, NameError, AttributeError, ImportError.

import CPythonABI

/// KeyError: its message is the repr of the key.
enum KeyErrorType {
    static func describe(_ type: TypeBuilder) {
        type.slots.initialize = ExceptionType.initialize
        type.slots.str = { (self) throws(Raised) -> Ref in
            let args = Ref(ExceptionMemory.args(self))
            if TupleObject.count(args.value) == 1 { return try Repr.of(TupleObject.item(args.value, 0)) }
            return try ExceptionType.str(self)
        }
    }
}

/// StopIteration: `value` is what the generator returned.
enum StopIterationType {
    static func describe(_ type: TypeBuilder) {
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            try ExceptionType.initialize(self, arguments)
            ExceptionMemory.setField(self, 72, arguments.count > 0 ? arguments[0] : .none)
        }
        type.member("value", type: T_OBJECT, offset: 72, readOnly: false, doc: "generator return value")
    }

    /// A StopIteration with a value, made without its constructor.
    static func make(_ value: Value) throws(Raised) -> Ref {
        let args = value.isNone ? TupleObject.empty : TupleObject.make(value)
        let exception = try ExceptionMemory.make(PyExc_StopIterationPointer(), args: args.value)
        ExceptionMemory.setField(exception.value, 72, value)
        return exception
    }
}

/// SystemExit: `code` is the argument, or all of them as a tuple.
enum SystemExitType {
    static func describe(_ type: TypeBuilder) {
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            try ExceptionType.initialize(self, arguments)
            if arguments.count == 1 {
                ExceptionMemory.setField(self, 72, arguments[0])
            } else if arguments.count > 1 {
                let args = ExceptionType.makeArgs(arguments)
                ExceptionMemory.setField(self, 72, args.value)
            }
        }
        type.member("code", type: T_OBJECT, offset: 72, readOnly: false, doc: "exception code")
    }
}

/// Attributes that constructors take by keyword only.
enum ExceptionKeywords {
    /// Stores keyword arguments at offsets by name. All names are reset.
    static func store(
        _ self: Value, _ arguments: Arguments, _ names: [(name: StaticString, offset: Int)], _ function: StaticString
    ) throws(Raised) {
        if arguments.keywordCount > names.count {
            throw raise(
                .typeError,
                "\(function)() takes at most \(names.count) keyword argument\(names.count == 1 ? "" : "s") (\(arguments.keywordCount) given)")
        }
        for index in 0..<arguments.keywordCount {
            let key = arguments.keywordName(index)
            if !names.contains(where: { StrObject.equals(key, $0.name) }) {
                throw raise(.typeError, "'\(text(key))' is an invalid keyword argument for \(function)()")
            }
        }
        for (name, offset) in names { ExceptionMemory.setField(self, offset, arguments.keyword(name)) }
    }
}

enum NameErrorType {
    static func describe(_ type: TypeBuilder) {
        type.slots.str = ExceptionType.str
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            ExceptionType.setArgs(self, arguments)
            try ExceptionKeywords.store(self, arguments, [("name", 72)], "NameError")
        }
        type.member("name", type: T_OBJECT, offset: 72, readOnly: false, doc: "name")
    }
}

enum AttributeErrorType {
    static func describe(_ type: TypeBuilder) {
        type.slots.str = ExceptionType.str
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            ExceptionType.setArgs(self, arguments)
            try ExceptionKeywords.store(self, arguments, [("name", 80), ("obj", 72)], "AttributeError")
        }
        type.member("name", type: T_OBJECT, offset: 80, readOnly: false, doc: "attribute name")
        type.member("obj", type: T_OBJECT, offset: 72, readOnly: false, doc: "object")
    }
}

enum ImportErrorType {
    static func describe(_ type: TypeBuilder) {
        type.slots.str = { (self) throws(Raised) -> Ref in
            let message = ExceptionMemory.field(self, 72)
            if !message.isNull && StrObject.isExact(message) { return Ref(message) }
            return try ExceptionType.str(self)
        }
        type.slots.initialize = { (self, arguments) throws(Raised) -> Void in
            ExceptionType.setArgs(self, arguments)
            try ExceptionKeywords.store(self, arguments, [("name", 80), ("path", 88)], "ImportError")
            ExceptionMemory.setField(self, 72, arguments.count == 1 ? arguments[0] : .null)
        }
        type.member("msg", type: T_OBJECT, offset: 72, readOnly: false, doc: "exception message")
        type.member("name", type: T_OBJECT, offset: 80, readOnly: false, doc: "module name")
        type.member("path", type: T_OBJECT, offset: 88, readOnly: false, doc: "module path")
        type.method(
            "__reduce__",
            .noArguments({ (self) throws(Raised) -> Ref in
                let own = ExceptionType.dict(self)
                let (name, path) = (ExceptionMemory.field(self, 80), ExceptionMemory.field(self, 88))
                if name.isNull && path.isNull { return ExceptionType.reduction(self, ExceptionMemory.args(self), own) }
                let state = own.isNull ? DictObject.make() : try DictObject.copy(own)
                if !name.isNull { try DictObject.set(state.value, Names.plain("name"), name) }
                if !path.isNull { try DictObject.set(state.value, Names.plain("path"), path) }
                return ExceptionType.reduction(self, ExceptionMemory.args(self), state.value)
            }))
    }
}

extension Names {
    /// An interned name that is needed rarely; borrowed: interned strings live as long as the process.
    public static func plain(_ name: StaticString) -> Value {
        let made = StrObject.intern(name)
        return made.value
    }
}
