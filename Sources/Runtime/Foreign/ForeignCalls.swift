// Calling functions written in C.

import CPythonABI

public enum ForeignCalls {
    // MARK: What came back

    /// Takes over a result, with the checks that CPython makes: NULL needs an exception, anything else must have none.
    @inline(__always) public static func checked(_ answer: ObjectPointer?, _ callable: Value) throws(Raised) -> Ref {
        if let answer {
            if PendingException.isSet {
                Value(answer).release()
                throw resultWithException(callable)
            }
            return Border.fromC(owned: answer)
        }
        if PendingException.isSet { throw Raised() }
        throw nothingWithoutException(callable)
    }
    @inline(never) public static func nothingWithoutException(_ callable: Value) -> Raised {
        do throws(Raised) {
            return raise(.systemError, "\(try Repr.string(callable)) returned NULL without setting an exception")
        } catch { return error }
    }
    @inline(never) public static func resultWithException(_ callable: Value) -> Raised {
        let saved = PendingException.save()
        var shown = "?"
        do throws(Raised) { shown = try Repr.string(callable) } catch { PendingException.clear() }
        PendingException.restore(saved)
        return ExceptionObject.chain(.systemError, "\(shown) returned a result with an exception set")
    }

    /// The conventions that there are; SystemError for flags that name none.
    public static func checkFlags(_ definition: UnsafeMutablePointer<PyMethodDef>) throws(Raised) {
        switch definition.pointee.ml_flags & ForeignCallHandlers.conventions {
        case METH_VARARGS, METH_VARARGS | METH_KEYWORDS, METH_FASTCALL, METH_FASTCALL | METH_KEYWORDS, METH_NOARGS, METH_O,
            METH_METHOD | METH_FASTCALL | METH_KEYWORDS:
            return
        default:
            throw raise(.systemError, "\(definition.pointee.ml_name.map { String(cString: $0) } ?? "?")() method: bad call flags")
        }
    }

    // MARK: Arguments

    /// The positional arguments as a tuple of pointers.
    public static func tuple(_ arguments: Arguments) throws(Raised) -> Ref {
        let tuple = try TupleObject.allocate(arguments.count)
        if arguments.count == 0 { return tuple }
        let items = TupleObject.items(tuple.value)
        for index in 0..<arguments.count { items[index] = Value(Border.toC(arguments[index])) }
        tuple.value.object.isExposed = true
        TupleObject.finish(tuple.value)
        return tuple
    }
    /// The keyword arguments as a dict; null when there are none.
    public static func dict(_ arguments: Arguments) throws(Raised) -> Ref {
        let count = arguments.keywordCount
        if count == 0 { return .null }
        let dict = DictObject.make(capacity: count)
        for index in 0..<count { try DictObject.set(dict.value, arguments.keywordName(index), arguments.keywordValue(index)) }
        return dict
    }

    /// Runs `body` with all arguments, keywords behind the positional ones, as pointers. There is room for one in front.
    @inline(__always) public static func withPointers(
        _ arguments: Arguments, first: Value = .null, _ body: (UnsafeMutablePointer<ObjectPointer?>, Int) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        let lead = first.isNull ? 0 : 1
        let total = arguments.count + arguments.keywordCount
        return try withValues(total + lead + 1) { (room) throws(Raised) -> Ref in
            let words = UnsafeMutableRawPointer(room).assumingMemoryBound(to: ObjectPointer?.self) + 1
            if lead == 1 { words[0] = lend(first) }
            for index in 0..<total { words[index + lead] = lend(arguments[index]) }
            defer {
                if lead == 1 && !first.isObject, let object = words[0] { Value(object).release() }
                for index in 0..<total where !arguments[index].isObject {
                    if let object = words[index + lead] { Value(object).release() }
                }
            }
            return try body(words, arguments.count + lead)
        }
    }

    /// An object as it is, with the count that it has; anything else boxed, which the caller must release.
    @inline(__always) private static func lend(_ value: Value) -> ObjectPointer {
        if value.isObject {
            Border.expose(value.object)
            return value.object
        }
        return Border.box(value)
    }

    static func vectorcallHook(_ function: vectorcallfunc, _ callable: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let names = arguments.keywordCount == 0 ? nil : Optional(arguments.keywordNames.object)
        return try withPointers(arguments) { (words, count) throws(Raised) -> Ref in
            let answer = function(callable.object, words, count | Int(bitPattern: PY_VECTORCALL_ARGUMENTS_OFFSET), names)
            return try checked(answer, callable)
        }
    }

    // MARK: Functions and methods

    /// A built-in function or a method descriptor whose definition is C's. For a descriptor the object is the first argument.
    static func callHook(_ callable: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let type = callable.object.pointee.ob_type
        if type == PyMethodDescr_TypePointer() {
            let descriptor = callable.cast(to: PyMethodDescrObject.self)
            guard let definition = descriptor.pointee.d_method else { throw raise(.systemError, "bad method descriptor") }
            return try call(
                callable, definition, arguments[0], arguments.dropFirst(), owner: descriptor.pointee.d_common.d_type)
        }
        let function = callable.cast(to: PyCFunctionObject.self)
        guard let definition = function.pointee.m_ml else { throw raise(.systemError, "bad built-in function") }
        var owner: TypePointer?
        if definition.pointee.ml_flags & METH_METHOD != 0 { owner = callable.cast(to: PyCMethodObject.self).pointee.mm_class }
        var bound = Value.null
        if definition.pointee.ml_flags & METH_STATIC == 0, let object = function.pointee.m_self { bound = Value(object) }
        return try call(callable, definition, bound, arguments, owner: owner)
    }

    private static func call(
        _ callable: Value, _ definition: UnsafeMutablePointer<PyMethodDef>, _ bound: Value, _ arguments: Arguments, owner: TypePointer?
    ) throws(Raised) -> Ref {
        guard let function = definition.pointee.ml_meth else { throw raise(.systemError, "bad call flags") }
        let receiver = ForeignSlots.Boxed(bound)
        let convention = definition.pointee.ml_flags & (METH_VARARGS | METH_FASTCALL | METH_NOARGS | METH_O | METH_KEYWORDS | METH_METHOD)
        switch convention {
        case METH_NOARGS:
            try requireNoKeywords(callable, arguments)
            if arguments.count != 0 { throw raise(.typeError, "\(try name(callable)) takes no arguments (\(arguments.count) given)") }
            return try checked(function(receiver.object, nil), callable)
        case METH_O:
            try requireNoKeywords(callable, arguments)
            if arguments.count != 1 { throw raise(.typeError, "\(try name(callable)) takes exactly one argument (\(arguments.count) given)") }
            let argument = ForeignSlots.Boxed(arguments[0])
            return try checked(function(receiver.object, argument.object), callable)
        case METH_VARARGS:
            if arguments.keywordCount != 0 && callable.object.pointee.ob_type != PyMethodDescr_TypePointer() {
                // (Said without the module.)
                throw raise(.typeError, "\(String(cString: definition.pointee.ml_name))() takes no keyword arguments")
            }
            try requireNoKeywords(callable, arguments)
            let tuple = try tuple(arguments)
            return try checked(function(receiver.object, tuple.value.object), callable)
        case METH_VARARGS | METH_KEYWORDS:
            let tuple = try tuple(arguments)
            let keywords = try dict(arguments)
            let call = unsafeBitCast(function, to: PyCFunctionWithKeywords.self)
            return try checked(call(receiver.object, tuple.value.object, keywords.isNull ? nil : keywords.value.object), callable)
        case METH_FASTCALL:
            try requireNoKeywords(callable, arguments)
            let call = unsafeBitCast(function, to: _PyCFunctionFast.self)
            return try withPointers(arguments) { (words, count) throws(Raised) -> Ref in
                try checked(call(receiver.object, words, count), callable)
            }
        case METH_FASTCALL | METH_KEYWORDS:
            let call = unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)
            let names = arguments.keywordCount == 0 ? nil : Optional(arguments.keywordNames.object)
            return try withPointers(arguments) { (words, count) throws(Raised) -> Ref in
                try checked(call(receiver.object, words, count, names), callable)
            }
        case METH_METHOD | METH_FASTCALL | METH_KEYWORDS:
            let call = unsafeBitCast(function, to: PyCMethod.self)
            let names = arguments.keywordCount == 0 ? nil : Optional(arguments.keywordNames.object)
            return try withPointers(arguments) { (words, count) throws(Raised) -> Ref in
                try checked(call(receiver.object, owner, words, count, names), callable)
            }
        default:
            throw raise(.systemError, "\(try name(callable)) method: bad call flags")
        }
    }
    private static func requireNoKeywords(_ callable: Value, _ arguments: Arguments) throws(Raised) {
        if arguments.keywordCount != 0 { throw raise(.typeError, "\(try name(callable)) takes no keyword arguments") }
    }
    /// The name in messages: qualified by the module or the type, with parentheses.
    private static func name(_ callable: Value) throws(Raised) -> String {
        let qualified = try Attributes.getIfPresent(callable, Names.qualname)
        guard StrObject.isInstance(qualified.value) else { return try Repr.string(callable) }
        let module = try Attributes.getIfPresent(callable, Names.module)
        if StrObject.isInstance(module.value), !StrObject.equals(module.value, "builtins") {
            return "\(text(module.value)).\(text(qualified.value))()"
        }
        return "\(text(qualified.value))()"
    }

    /// A vectorcall from C of a built-in function or method descriptor made in C: no conversion of arguments at all.
    public static func callDirect(
        _ callable: ObjectPointer, _ words: UnsafePointer<ObjectPointer?>?, _ count: Int, _ names: ObjectPointer?
    ) -> ObjectPointer? {
        let nameCount = names.map { TupleObject.count(Value($0)) } ?? 0
        var words = words
        var count = count
        let definition: UnsafeMutablePointer<PyMethodDef>
        var receiver: ObjectPointer?
        var owner: TypePointer?
        if callable.pointee.ob_type == PyMethodDescr_TypePointer() {
            let descriptor = Value(callable).cast(to: PyMethodDescrObject.self)
            definition = descriptor.pointee.d_method
            owner = descriptor.pointee.d_common.d_type
            guard count > 0, let first = words?[0], let owner, first.pointee.ob_type.isSubtype(of: owner) else { return slow(callable, words, count, names) }
            receiver = first
            words = words.map { $0 + 1 }
            count -= 1
        } else {
            let function = Value(callable).cast(to: PyCFunctionObject.self)
            definition = function.pointee.m_ml
            if definition.pointee.ml_flags & METH_METHOD != 0 { owner = Value(callable).cast(to: PyCMethodObject.self).pointee.mm_class }
            if definition.pointee.ml_flags & METH_STATIC == 0 { receiver = function.pointee.m_self }
        }
        guard let function = definition.pointee.ml_meth, NativeStack.hasRoom else { return slow(callable, words, count, names) }
        let convention = definition.pointee.ml_flags & (METH_VARARGS | METH_FASTCALL | METH_NOARGS | METH_O | METH_KEYWORDS | METH_METHOD)
        switch (convention, nameCount) {
        case (METH_NOARGS, 0) where count == 0: return function(receiver, nil)
        case (METH_O, 0) where count == 1: return function(receiver, words?[0])
        case (METH_FASTCALL, 0): return unsafeBitCast(function, to: _PyCFunctionFast.self)(receiver, words, count)
        case (METH_FASTCALL | METH_KEYWORDS, _):
            return unsafeBitCast(function, to: _PyCFunctionFastWithKeywords.self)(receiver, words, count, nameCount == 0 ? nil : names)
        case (METH_METHOD | METH_FASTCALL | METH_KEYWORDS, _):
            return unsafeBitCast(function, to: PyCMethod.self)(receiver, owner, words, count, nameCount == 0 ? nil : names)
        default:
            if callable.pointee.ob_type == PyMethodDescr_TypePointer() { return slow(callable, words.map { $0 - 1 }, count + 1, names) }
            return slow(callable, words, count, names)
        }
    }
    @inline(never) private static func slow(
        _ callable: ObjectPointer, _ words: UnsafePointer<ObjectPointer?>?, _ count: Int, _ names: ObjectPointer?
    ) -> ObjectPointer? {
        do throws(Raised) { return Border.toC(owned: try callValues(Value(callable), words, count, names)) } catch { return nil }
    }

    /// The vectorcall of a function or method of Swift that takes its arguments as they come, without keywords; nil: another way.
    @inline(__always) public static func callAtOnce(
        _ definition: UnsafeMutablePointer<PyMethodDef>, _ receiver: ObjectPointer?, _ words: UnsafePointer<ObjectPointer?>, _ count: Int
    ) -> Answer? {
        let method = UnsafeMutableRawPointer(definition).assumingMemoryBound(to: NativeMethod.self)
        let function = method.pointee.function
        guard NativeStack.hasRoom else { return nil }
        let object = receiver.map { Border.fromC(borrowed: $0) } ?? .null
        let result: Value
        switch method.pointee.kind {
        case .one:
            guard count == 1, let argument = words[0] else { return nil }
            result = _pyswift_call_binary(function.code, function.context, object, Border.fromC(borrowed: argument))
        case .noArguments:
            if count != 0 { return nil }
            result = _pyswift_call_unary(function.code, function.context, object)
        default: return nil
        }
        return Answer(object: result.isNull ? nil : Border.toC(owned: Ref(owned: result)))
    }
    public struct Answer { public let object: ObjectPointer? }

    /// Calls any object with arguments that C lends.
    public static func callValues(
        _ callable: Value, _ words: UnsafePointer<ObjectPointer?>?, _ count: Int, _ names: ObjectPointer?
    ) throws(Raised) -> Ref {
        if names == nil, let words, FunctionObject.isExact(callable) { return try Interpreter.call(callable, words, count) }
        let nameCount = names.map { TupleObject.count(Value($0)) } ?? 0
        return try withValues(count + nameCount) { (room) throws(Raised) -> Ref in
            if let words {
                for index in 0..<count + nameCount {
                    if let object = words[index] { room[index] = Border.fromC(borrowed: object) }
                }
            }
            return try Call.call(callable, Arguments(room, count: count, keywordNames: nameCount == 0 ? .null : Value(names.unsafelyUnwrapped)))
        }
    }
}

extension NativeStack {
    /// Whether native code must not go deeper.
    public static var isExhausted: Bool { !hasRoom }
    @inline(__always) static var hasRoom: Bool { _pyswift_has_native_room() != 0 }
}

/// Attributes of types made in C (`PyGetSetDef`).
enum ForeignAttributes {
    static func getHook(_ definition: UnsafeMutablePointer<PyGetSetDef>, _ descriptor: Value, _ instance: Value) throws(Raised) -> Ref {
        guard let get = definition.pointee.get else {
            throw raise(
                .attributeError,
                "attribute '\(text(Descriptors.name(descriptor)))' of '\(Descriptors.owner(descriptor).name)' objects is not readable")
        }
        let object = ForeignSlots.Boxed(instance)
        return try ForeignSlots.result(get(object.object, definition.pointee.closure))
    }
    static func setHook(
        _ definition: UnsafeMutablePointer<PyGetSetDef>, _ descriptor: Value, _ instance: Value, _ value: Value
    ) throws(Raised) {
        guard let set = definition.pointee.set else {
            throw raise(
                .attributeError,
                "attribute '\(text(Descriptors.name(descriptor)))' of '\(Descriptors.owner(descriptor).name)' objects is not writable")
        }
        let object = ForeignSlots.Boxed(instance)
        let new = ForeignSlots.Boxed(value)
        try ForeignSlots.check(set(object.object, new.object, definition.pointee.closure))
    }
}
