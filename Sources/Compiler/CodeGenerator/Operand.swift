// Where values are and where they go.

import Syntax


/// A register that holds a value. A temporary is owned by whoever holds the operand, who kills it; a local is borrowed.
struct Operand {
    var register: Int
    var isTemporary: Bool
}

/// Where an expression puts its value: into a local variable, or into the next temporary.
struct Destination {
    /// -1 for the next temporary.
    var local: Int
    static let temporary = Destination(local: -1)
    static func local(_ register: Int) -> Destination { Destination(local: register) }
    var isLocal: Bool { local >= 0 }
}

/// How code reaches a variable.
enum Access {
    case local(Int)
    /// A cell of this function, by its register.
    case cell(Int)
    /// A free variable by its number.
    case free(Int)
    /// A free variable seen from a class body: the class namespace comes first.
    case classFree(Int)
    case global
    /// The namespace of a module or class body, then globals, then built-ins.
    case name
}

/// Definitely bound local variables, of the first 256.
struct BoundSet {
    var words = SIMD4<UInt64>(repeating: 0)

    func contains(_ register: Int) -> Bool {
        register < 256 && words[register >> 6] & (1 << UInt64(register & 63)) != 0
    }
    mutating func insert(_ register: Int) {
        if register < 256 { words[register >> 6] |= 1 << UInt64(register & 63) }
    }
    static let all = BoundSet(words: SIMD4<UInt64>(repeating: .max))
}

/// A statement that has something to undo when control leaves it early.
struct Block {
    enum Kind {
        /// A loop; `register` is its iterator, or -1.
        case loop
        /// The body of `try ... except`: nothing to undo.
        case tryExcept
        /// The body (and handlers) of `try ... finally`.
        case tryFinally
        /// Code that handles an exception that `pushException` saved in `register`.
        case handler
        /// The same for `except ... as name`, which unbinds the name.
        case namedHandler
        case with, asyncWith
        /// A value to be returned waits in `register` while `finally` bodies run.
        case pendingValue
        /// Handlers of `except*`, which control may not leave.
        case exceptStar
    }
    var kind: Kind
    var register = -1
    var region = -1
    /// Of a named handler: the region that ends the handling of the exception, around the one that unbinds the name.
    var outerRegion = -1
    var breakLabel = -1
    var continueLabel = -1
    var finalBody: [Statement] = []
    var name = ""
    /// How many of CPython's blocks it counts for.
    var weight = 1
    var range = SourceRange.none
}

