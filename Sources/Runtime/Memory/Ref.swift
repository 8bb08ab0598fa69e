// Owned references.
//
// Outside the interpreter loop every owned reference is a `Ref`: move-only, released when it goes out of scope, so the compiler
// finds what C code has to find by review. Convention everywhere: **parameters are `Value` (borrowed), results are `Ref` (owned)**.
//
// Never take `.value` of a temporary (`f(try g().value)`): the temporary is released before `f` runs. Bind it first:
// `let x = try g(); f(x.value)`. A bound `Ref` lives to the end of its scope. The repository's tidy test looks for this.

import CPythonABI

/// An exception is set in the thread state. The error itself carries nothing.
public struct Raised: Error {
    @inlinable public init() {}
}

@frozen public struct Ref: ~Copyable {
    /// The reference, borrowed from this owner: valid while this `Ref` is.
    public let value: Value

    /// Takes over a reference that the caller owns.
    @inlinable @inline(__always) public init(owned value: Value) { self.value = value }
    /// Makes a new reference to a borrowed value.
    @inlinable @inline(__always) public init(_ value: Value) {
        value.retain()
        self.value = value
    }
    @inlinable @inline(__always) public init<T>(owned pointer: UnsafeMutablePointer<T>) { value = Value(pointer: pointer) }

    /// Hands the reference over to the caller, who must release it.
    @inlinable @inline(__always) public consuming func take() -> Value {
        let value = value
        discard self
        return value
    }
    /// A second owned reference to the same value.
    @inlinable @inline(__always) public func copy() -> Ref { Ref(value) }
    @inlinable @inline(__always) public var isNull: Bool { value.isNull }

    /// No value: the end of an iteration, an absent attribute.
    @inlinable @inline(__always) public static var null: Ref { Ref(owned: .null) }
    @inlinable @inline(__always) public static var none: Ref { Ref(owned: .none) }
    @inlinable @inline(__always) public static var notImplemented: Ref { Ref(owned: .notImplemented) }
    @inlinable @inline(__always) public static func bool(_ bool: Bool) -> Ref { Ref(owned: Value(bool: bool)) }
    @inlinable @inline(__always) public static func float(_ float: Double) -> Ref { Ref(owned: Value(float: float)) }

    @inlinable deinit { value.release() }
}
