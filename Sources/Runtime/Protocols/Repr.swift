// repr(), str() and friends.

import CPythonABI

public enum Repr {
    /// repr(value), an exact or derived str.
    public static func of(_ value: Value) throws(Raised) -> Ref {
        guard let slot = value.record.pointee.repr else { return try defaultRepr(value) }
        try NativeStack.enterLevel(" while getting the repr of an object")
        defer { NativeStack.leaveLevel() }
        let result = try slot(value)
        guard StrObject.isInstance(result.value) else {
            throw raise(.typeError, "__repr__ returned non-string (type \(result.value.type.name))")
        }
        return result
    }
    /// str(value)
    public static func str(_ value: Value) throws(Raised) -> Ref {
        if StrObject.isExact(value) { return Ref(value) }
        guard let slot = value.record.pointee.str else { return try of(value) }
        try NativeStack.enter(" while getting the str of an object")
        let result = try slot(value)
        guard StrObject.isInstance(result.value) else {
            throw raise(.typeError, "__str__ returned non-string (type \(result.value.type.name))")
        }
        return result
    }
    /// repr(value) as a Swift string, for messages.
    public static func string(_ value: Value) throws(Raised) -> String {
        let result = try of(value)
        return StrObject.swiftString(result.value)
    }
    /// object.__repr__
    public static func defaultRepr(_ value: Value) throws(Raised) -> Ref {
        let type = value.type
        let module = try Classes.module(type)
        let name = Classes.qualifiedName(type)
        let prefix = StrObject.isInstance(module.value) && !StrObject.equals(module.value, "builtins") ? "\(text(module.value))." : ""
        return StrObject.make("<\(prefix)\(text(name.value)) object at \(address(value))>")
    }
    /// The address as `%p` prints it.
    public static func address(_ value: Value) -> String { "0x" + String(value.bits, radix: 16) }

    // MARK: Recursion of containers

    /// Objects whose repr is being made: a container met again inside itself prints as "[...]".
    private static var active: [UInt64] {
        _read { yield ThreadStates.current.pointee.activeReprs }
        _modify { yield &ThreadStates.current.pointee.activeReprs }
    }

    /// False if the repr of this very object is under way. Otherwise `leave` must follow.
    public static func enter(_ value: Value) -> Bool {
        if active.contains(value.bits) { return false }
        active.append(value.bits)
        return true
    }
    public static func leave(_ value: Value) {
        if let index = active.lastIndex(of: value.bits) { active.remove(at: index) }
    }
}

/// Native recursion is bounded by the address of the stack, not by a count.
public enum NativeStack {
    /// Raises RecursionError if little native stack is left.
    @inlinable @inline(__always) public static func enter(_ situation: StaticString) throws(Raised) {
        if address() < _pyswift_loop.native_stack_limit { throw overflow(situation) }
    }
    /// As `enter`, and counts as a call towards `sys.setrecursionlimit`, as levels of containers do. `leaveLevel` must follow.
    public static func enterLevel(_ situation: StaticString) throws(Raised) {
        if address() < _pyswift_loop.native_stack_limit || _pyswift_loop.recursion_remaining <= 0 { throw overflow(situation) }
        _pyswift_loop.recursion_remaining -= 1
    }
    public static func leaveLevel() { _pyswift_loop.recursion_remaining += 1 }
    @inlinable @inline(__always) static func address() -> UInt { UInt(bitPattern: _pyswift_stack_address()) }
    @usableFromInline @inline(never) static func overflow(_ situation: StaticString) -> Raised {
        raise(.recursionError, "maximum recursion depth exceeded\(situation)")
    }
}
