// Arguments of a native function: a view of values that the caller keeps alive for the length of the call.

import CPythonABI

/// How the type of an argument is named in "must be str, not ...".
public enum ArgumentTypeName {
    public static func of(_ value: Value) -> String { value.isNone ? "None" : value.type.name }
}

public struct Arguments {
    @usableFromInline let base: UnsafeMutablePointer<Value>?
    /// Positional arguments.
    public let count: Int
    /// A tuple of names, or null. The values of keyword arguments follow the positional ones.
    public let keywordNames: Value

    @inlinable public init(_ base: UnsafeMutablePointer<Value>?, count: Int, keywordNames: Value = .null) {
        self.base = base
        self.count = count
        self.keywordNames = keywordNames
    }
    @inlinable public static var none: Arguments { Arguments(nil, count: 0) }

    /// Argument `index`, borrowed; null where there is none.
    @inlinable public subscript(index: Int) -> Value {
        if let base, index >= 0, index < count &+ keywordCount { return base[index] }
        return .null
    }
    @inlinable public var keywordCount: Int { keywordNames.isNull ? 0 : TupleObject.count(keywordNames) }
    @inlinable public func keywordName(_ index: Int) -> Value { TupleObject.item(keywordNames, index) }
    @inlinable public func keywordValue(_ index: Int) -> Value { self[count &+ index] }
    @inlinable public var isEmpty: Bool { count == 0 && keywordNames.isNull }

    /// The arguments after the first `number` positional ones.
    @inlinable public func dropFirst(_ number: Int = 1) -> Arguments {
        Arguments(base.map { $0 + number }, count: count &- number, keywordNames: keywordNames)
    }
    /// The positional arguments from `index` on, as a tuple.
    public func tuple(from index: Int) -> Ref {
        guard let base, index < count else { return TupleObject.empty }
        return TupleObject.make(base + index, count: count - index)
    }
    /// The same without keywords.
    @inlinable public var positional: Arguments { Arguments(base, count: count) }

    /// The value of a keyword argument by name, or null.
    public func keyword(_ name: StaticString) -> Value {
        for index in 0..<keywordCount where StrObject.equals(keywordName(index), name) { return keywordValue(index) }
        return .null
    }

    /// Raises TypeError if there are keyword arguments.
    @inlinable public func noKeywords(_ function: StaticString) throws(Raised) {
        if keywordCount != 0 { throw raise(.typeError, "\(function)() takes no keyword arguments") }
    }
    /// Raises TypeError in CPython's words unless the number of positional arguments is within bounds.
    @inlinable public func check(_ function: StaticString, _ minimum: Int, _ maximum: Int) throws(Raised) {
        if count < minimum || count > maximum { throw wrongCount(function, minimum, maximum) }
    }
    @usableFromInline func wrongCount(_ function: StaticString, _ minimum: Int, _ maximum: Int) -> Raised {
        let bound = count < minimum ? minimum : maximum
        let quality = minimum == maximum ? "" : count < minimum ? "at least " : "at most "
        return raise(.typeError, "\(function)\(function.utf8CodeUnitCount == 0 ? "" : " ")expected \(quality)\(bound) argument\(bound == 1 ? "" : "s"), got \(count)")
    }
}
