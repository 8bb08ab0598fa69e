// Functions and methods written in Swift.
//
// Each has one `NativeMethod` in permanent memory. It begins with a `PyMethodDef`, as the objects that C code knows
// (`builtin_function_or_method`, `method_descriptor`) point to one; `METH_SWIFT` in its flags says that the rest is there.
// No METH_NOARGS, METH_O, ... bit is set and `ml_meth` is null, so compiled code, which calls `ml_meth` directly when it knows the
// calling convention, takes its general path (vectorcall) instead.

import CPythonABI

/// How a native function takes its arguments. The first `Value` is the object (`self`), the module for module functions, or the
/// type for class methods; null for static methods.
public enum NativeEntry {
    /// f(self)
    case noArguments((Value) throws(Raised) -> Ref)
    /// f(self, x)
    case one((Value, Value) throws(Raised) -> Ref)
    /// f(self, ...), between `minimum` and `maximum` arguments, no keywords
    case positional(minimum: Int, maximum: Int, (Value, Arguments) throws(Raised) -> Ref)
    /// As `noArguments` and `one`, of methods that CPython gives their defining class: those refuse other numbers in other words.
    case noArgumentsOfClass((Value) throws(Raised) -> Ref)
    case oneOfClass((Value, Value) throws(Raised) -> Ref)
    /// What CPython reads by a format string: wrong numbers are told of in those words, of "function" where the string names none.
    case parsed(named: Bool, minimum: Int, maximum: Int, (Value, Arguments) throws(Raised) -> Ref)
    /// Bound by the text signature: the entry gets one argument a parameter, in order, null where absent.
    case bound((Value, Arguments) throws(Raised) -> Ref)
    /// Whatever the caller passed.
    case raw((Value, Arguments) throws(Raised) -> Ref)
}

public enum NativeFlags {
    /// Marks a PyMethodDef as the head of a `NativeMethod`.
    public static let swift: Int32 = 0x100_0000
}

/// The words of a Swift function value, so that calling one needs no reference counting of its (absent) context.
@usableFromInline struct RawFunction: Equatable {
    @usableFromInline var code: UInt
    @usableFromInline var context: UInt
}

/// A function value as a field. A function that passes through a generic parameter (`unsafeBitCast`, an element of an array) is
/// wrapped in a thunk, which costs an allocation and hides its identity; inside a struct it keeps its own form.
@usableFromInline struct UnaryField { @usableFromInline var call: UnarySlot }
@usableFromInline struct BinaryField { @usableFromInline var call: BinarySlot }
@usableFromInline struct CallField { @usableFromInline var call: CallSlot }
@usableFromInline struct NewField { @usableFromInline var call: NewSlot }
@usableFromInline struct InitField { @usableFromInline var call: InitSlot }
@usableFromInline struct StoreField { @usableFromInline var call: StoreSlot }

/// Identity of slots.
enum SlotIdentity {
    static func same(_ a: UnarySlot?, _ b: UnarySlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(UnaryField(call: a), to: RawFunction.self) == unsafeBitCast(UnaryField(call: b), to: RawFunction.self)
    }
    static func same(_ a: BinarySlot?, _ b: BinarySlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(BinaryField(call: a), to: RawFunction.self) == unsafeBitCast(BinaryField(call: b), to: RawFunction.self)
    }
    static func same(_ a: NewSlot?, _ b: NewSlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(NewField(call: a), to: RawFunction.self) == unsafeBitCast(NewField(call: b), to: RawFunction.self)
    }
    static func same(_ a: InitSlot?, _ b: InitSlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(InitField(call: a), to: RawFunction.self) == unsafeBitCast(InitField(call: b), to: RawFunction.self)
    }
    static func same(_ a: StoreSlot?, _ b: StoreSlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(StoreField(call: a), to: RawFunction.self) == unsafeBitCast(StoreField(call: b), to: RawFunction.self)
    }
    static func same(_ a: CallSlot?, _ b: CallSlot?) -> Bool {
        guard let a, let b else { return a == nil && b == nil }
        return unsafeBitCast(CallField(call: a), to: RawFunction.self) == unsafeBitCast(CallField(call: b), to: RawFunction.self)
    }
}

public struct NativeMethod {
    /// First: C code points here.
    public var definition: PyMethodDef
    @usableFromInline var kind: Kind
    /// How a wrong number of arguments is told of.
    enum Wording: UInt8 { case usual, ofClass, parsed, parsedUnnamed }
    @usableFromInline var function: RawFunction
    public var minimum: Int32
    public var maximum: Int32
    public var name: StaticString
    public var textSignature: StaticString?
    public var doc: StaticString?
    var wording: Wording
    /// Parameters, parsed from the text signature at the first call.
    @usableFromInline var parameters: BoundParameters?

    @usableFromInline enum Kind: UInt8 { case noArguments, one, positional, bound, raw }

    /// Allocates a definition that lives as long as the process.
    public static func make(
        _ name: StaticString, _ entry: NativeEntry, _ textSignature: StaticString? = nil, doc: StaticString? = nil, flags: Int32 = 0
    ) -> UnsafeMutablePointer<NativeMethod> {
        let kind: Kind
        let function: RawFunction
        var wording = Wording.usual
        var minimum = 0
        var maximum = 0
        switch entry {
        case .noArguments(let body):
            kind = .noArguments
            function = unsafeBitCast(UnaryField(call: body), to: RawFunction.self)
        case .one(let body):
            kind = .one
            function = unsafeBitCast(BinaryField(call: body), to: RawFunction.self)
            (minimum, maximum) = (1, 1)
        case .positional(let low, let high, let body):
            kind = .positional
            function = unsafeBitCast(CallField(call: body), to: RawFunction.self)
            (minimum, maximum) = (low, high)
        case .noArgumentsOfClass(let body):
            kind = .noArguments
            wording = .ofClass
            function = unsafeBitCast(UnaryField(call: body), to: RawFunction.self)
        case .oneOfClass(let body):
            kind = .one
            wording = .ofClass
            function = unsafeBitCast(BinaryField(call: body), to: RawFunction.self)
            (minimum, maximum) = (1, 1)
        case .parsed(let named, let low, let high, let body):
            kind = .positional
            wording = named ? .parsed : .parsedUnnamed
            function = unsafeBitCast(CallField(call: body), to: RawFunction.self)
            (minimum, maximum) = (low, high)
        case .bound(let body):
            kind = .bound
            function = unsafeBitCast(CallField(call: body), to: RawFunction.self)
        case .raw(let body):
            kind = .raw
            function = unsafeBitCast(CallField(call: body), to: RawFunction.self)
        }
        // A function with captures has a context, which must live for ever.
        if function.context != 0 {
            _ = Unmanaged<AnyObject>.fromOpaque(UnsafeRawPointer(bitPattern: function.context)!).retain()
        }
        let pointer = UnsafeMutablePointer<NativeMethod>.allocate(capacity: 1)
        var definition = PyMethodDef()
        definition.ml_name = UnsafeRawPointer(name.utf8Start).assumingMemoryBound(to: CChar.self)
        definition.ml_flags = NativeFlags.swift | flags
        pointer.initialize(
            to: NativeMethod(
                definition: definition, kind: kind, function: function, minimum: Int32(minimum), maximum: Int32(clamping: maximum),
                name: name, textSignature: textSignature, doc: doc, wording: wording, parameters: nil))
        return pointer
    }
}

extension UnsafeMutablePointer where Pointee == NativeMethod {
    /// Calls the function. `display` makes the name that messages show ("list.append" or "append").
    @inlinable func call(_ self: Value, _ arguments: Arguments, owner: TypePointer? = nil) throws(Raised) -> Ref {
        switch pointee.kind {
        case .noArguments:
            if arguments.count == 0 && arguments.keywordNames.isNull { return try callNoArguments(self) }
        case .one:
            if arguments.count == 1 && arguments.keywordNames.isNull { return try callOne(self, arguments[0]) }
        case .positional:
            if arguments.keywordNames.isNull && arguments.count >= Int(pointee.minimum) && arguments.count <= Int(pointee.maximum) {
                return try callArguments(self, arguments)
            }
        case .raw:
            return try callArguments(self, arguments)
        case .bound:
            return try callBound(self, arguments)
        }
        throw wrongArguments(self, arguments, owner: owner)
    }
    @inlinable @inline(__always) func callNoArguments(_ self: Value) throws(Raised) -> Ref {
        let result = _pyswift_call_unary(pointee.function.code, pointee.function.context, self)
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }
    @inlinable @inline(__always) func callOne(_ self: Value, _ x: Value) throws(Raised) -> Ref {
        let result = _pyswift_call_binary(pointee.function.code, pointee.function.context, self, x)
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }
    @inlinable @inline(__always) func callArguments(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        let result = _pyswift_call_arguments(
            pointee.function.code, pointee.function.context, self, arguments.base, arguments.count, arguments.keywordNames)
        if result.isNull { throw Raised() }
        return Ref(owned: result)
    }

    /// The error for a wrong number of arguments, or for keywords where there may be none.
    @usableFromInline func wrongArguments(_ self: Value, _ arguments: Arguments, owner: TypePointer?) -> Raised {
        switch pointee.wording {
        case .ofClass:
            let given = arguments.count + arguments.keywordCount
            if pointee.kind == .noArguments { return raise(.typeError, "\(pointee.name)() takes no arguments") }
            if given > 1 { return raise(.typeError, "\(pointee.name)() takes at most 1 argument (\(given) given)") }
            return raise(.typeError, "\(pointee.name)() takes exactly 1 positional argument (0 given)")
        case .parsed, .parsedUnnamed: return wrongParsed(arguments, owner: owner)
        case .usual: break
        }
        let name = (owner.map { "\($0.shortName)." } ?? modulePrefix(self)) + "\(pointee.name)"
        if arguments.keywordCount != 0 {
            // Of a bound method, the class that defines it.
            if owner == nil, name == "\(pointee.name)", self.isObject, !Classes.isType(self) {
                let key = StrObject.intern(pointee.name)
                var type: TypePointer? = self.type
                while let current = type {
                    if !DictObject.get(current.namespace, name: key.value).isNull {
                        return raise(.typeError, "\(current.shortName).\(name)() takes no keyword arguments")
                    }
                    type = current.base
                }
            }
            return raise(.typeError, "\(name)() takes no keyword arguments")
        }
        switch pointee.kind {
        case .noArguments:
            return raise(.typeError, "\(name)() takes no arguments (\(arguments.count) given)")
        case .one:
            return raise(.typeError, "\(name)() takes exactly one argument (\(arguments.count) given)")
        default:
            return arguments.wrongCount(pointee.name, Int(pointee.minimum), Int(pointee.maximum))
        }
    }

    private func wrongParsed(_ arguments: Arguments, owner: TypePointer?) -> Raised {
        if arguments.keywordCount != 0 {
            return raise(.typeError, "\(owner.map { "\($0.shortName)." } ?? "")\(pointee.name)() takes no keyword arguments")
        }
        let (low, high, given) = (Int(pointee.minimum), Int(pointee.maximum), arguments.count)
        let bound = given < low ? low : high
        let quality = low == high ? "exactly" : given < low ? "at least" : "at most"
        let function = pointee.wording == .parsed ? "\(pointee.name)()" : "function"
        return raise(.typeError, "\(function) takes \(quality) \(bound) argument\(bound == 1 ? "" : "s") (\(given) given)")
    }

    /// "math." for a function of that module; functions of builtins go without.
    private func modulePrefix(_ self: Value) -> String {
        guard ModuleObject.isInstance(self), !ModuleObject.dict(self).isNull else { return "" }
        let name = DictObject.get(ModuleObject.dict(self), name: Names.name)
        return StrObject.isInstance(name) && !StrObject.equals(name, "builtins") ? "\(text(name))." : ""
    }

    /// Arranges arguments by the text signature and calls.
    @usableFromInline func callBound(_ self: Value, _ arguments: Arguments) throws(Raised) -> Ref {
        if pointee.parameters == nil { pointee.parameters = BoundParameters(pointee.textSignature) }
        let parameters = pointee.parameters.unsafelyUnwrapped
        let total = parameters.names.count
        if arguments.keywordNames.isNull && arguments.count == total && parameters.keywordOnlyStart == total {
            return try callArguments(self, arguments)
        }
        return try withValues(total) { (slots) throws(Raised) -> Ref in
            try parameters.bind(arguments, into: slots, function: pointee.name)
            return try callArguments(self, Arguments(slots, count: total))
        }
    }
}

/// Runs `body` with room for `count` values, all null.
@inlinable public func withValues(_ count: Int, _ body: (UnsafeMutablePointer<Value>) throws(Raised) -> Ref) throws(Raised) -> Ref {
    if count <= 8 {
        var room = InlineArray<8, Value>(repeating: .null)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            try body(UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Value.self))
        }
    }
    let room = UnsafeMutablePointer<Value>.allocate(capacity: count)
    room.initialize(repeating: .null, count: count)
    defer { room.deallocate() }
    return try body(room)
}

extension UnsafeMutablePointer where Pointee == PyTypeObject {
    /// Whether instances are initialised as those of another type are.
    public func sharesInitialization(with other: TypePointer) -> Bool {
        SlotIdentity.same(record.pointee.initialize, other.record.pointee.initialize)
    }
}
