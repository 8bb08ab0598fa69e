// A scope of names: what the `symtable` module shows as a table, and what the code generator asks where a name lives.

import Syntax

/// What a scope says about one of its names.
public struct SymbolFlags: OptionSet, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Declared `global`.
    public static let global = SymbolFlags(rawValue: 1)
    /// Assigned in this scope.
    public static let local = SymbolFlags(rawValue: 2)
    public static let parameter = SymbolFlags(rawValue: 4)
    /// Declared `nonlocal`.
    public static let nonlocal = SymbolFlags(rawValue: 8)
    public static let used = SymbolFlags(rawValue: 16)
    /// Needed by an inner scope only; passes through this one.
    public static let passedThrough = SymbolFlags(rawValue: 32)
    /// A class namespace's name that is also free in the class, for the functions in it.
    public static let freeInClass = SymbolFlags(rawValue: 64)
    public static let imported = SymbolFlags(rawValue: 128)
    public static let annotated = SymbolFlags(rawValue: 256)
    /// Target of a `for` of a comprehension.
    public static let comprehensionTarget = SymbolFlags(rawValue: 512)
    /// Unbound somewhere by `del`, or at the end of `except ... as`.
    public static let deleted = SymbolFlags(rawValue: 1024)
    /// Bound by an assignment expression.
    public static let walrus = SymbolFlags(rawValue: 2048)

    public static let bound: SymbolFlags = [.local, .parameter, .imported]
}

/// Where a name lives, seen from a scope.
public enum SymbolPlace: UInt8, Sendable {
    case unresolved, local, globalExplicit, globalImplicit, free, cell
}

public final class Scope {
    public enum Kind: UInt8, Sendable { case module, `class`, function, annotation }
    public enum FunctionKind: UInt8, Sendable { case none, function, lambda, listComprehension, setComprehension, dictComprehension, generatorExpression }

    public let kind: Kind
    public let functionKind: FunctionKind
    public let name: String
    public let range: SourceRange
    public unowned let parent: Scope?
    public var children: [Scope] = []

    /// Names in order of first appearance, with parallel arrays of what is known of them.
    public var names: [String] = []
    public var flags: [SymbolFlags] = []
    public var places: [SymbolPlace] = []
    var index: [String: Int] = [:]

    /// Inside a function, at any distance.
    public let isNested: Bool
    public var isGenerator = false
    public var isCoroutine = false
    public var isAsyncFunction = false
    public var hasStarArgument = false
    public var hasDoubleStarArgument = false
    /// The scope is a class and a method refers to `__class__`.
    public var needsClassCell = false
    public var returnsValue = false
    /// Where the value is returned, for "'return' with value in async generator".
    public var hasAnnotations = false
    /// `global` and `nonlocal` statements, for the place of their errors.
    var directives: [(name: String, range: SourceRange)] = []
    /// Depth of comprehension iterables being visited (assignment expressions are not allowed there).
    var iterableDepth = 0
    /// A target of the comprehension is being visited.
    var isVisitingTarget = false
    /// The class whose name mangles private names here.
    public let privateName: String?

    init(kind: Kind, functionKind: FunctionKind = .none, name: String, range: SourceRange, parent: Scope?, privateName: String?) {
        self.kind = kind
        self.functionKind = functionKind
        self.name = name
        self.range = range
        self.parent = parent
        self.privateName = privateName
        isNested = parent.map { $0.isNested || $0.kind == .function } ?? false
    }

    public var isComprehension: Bool { functionKind.rawValue >= FunctionKind.listComprehension.rawValue }

    func add(_ name: String, _ added: SymbolFlags) {
        if let i = index[name] {
            flags[i].formUnion(added)
        } else {
            index[name] = names.count
            names.append(name)
            flags.append(added)
            places.append(.unresolved)
        }
    }

    /// What is known of `name` (mangled) here; empty if it does not occur.
    public func flags(of name: String) -> SymbolFlags {
        if let i = index[name] { return flags[i] }
        return []
    }

    public func place(of name: String) -> SymbolPlace {
        if let i = index[name] { return places[i] }
        return .unresolved
    }
}

/// The scopes of a module, by the node that opens each.
public final class SymbolTable {
    public let top: Scope
    var scopes: [ObjectIdentifier: Scope] = [:]

    init(top: Scope) { self.top = top }

    func scope(of node: AnyObject) -> Scope? { scopes[ObjectIdentifier(node)] }
}

/// A private name `__x` in class `C` is `_C__x`.
func mangle(_ name: String, in className: String?) -> String {
    guard let className, name.utf8.count > 2 else { return name }
    let bytes = name.utf8
    guard bytes.first == UInt8(ascii: "_"), bytes[bytes.index(after: bytes.startIndex)] == UInt8(ascii: "_") else { return name }
    if bytes.last == UInt8(ascii: "_"), bytes[bytes.index(bytes.endIndex, offsetBy: -2)] == UInt8(ascii: "_") { return name }
    if bytes.contains(UInt8(ascii: ".")) { return name }
    let stripped = className.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
}
