// The code words that `re._compiler` emits, as numbered by `re._constants`.

enum Code: UInt32 {
    case failure = 0, success, any, anyAll, assert, assertNot, at, branch, category, charset, bigCharset
    case groupReference, groupReferenceExists, `in`, info, jump, literal, mark, maxUntil, minUntil, notLiteral, negate, range
    case `repeat`, repeatOne, subpattern, minRepeatOne, atomicGroup, possessiveRepeat, possessiveRepeatOne
    case groupReferenceIgnore, inIgnore, literalIgnore, notLiteralIgnore
    case groupReferenceLocaleIgnore, inLocaleIgnore, literalLocaleIgnore, notLiteralLocaleIgnore
    case groupReferenceUnicodeIgnore, inUnicodeIgnore, literalUnicodeIgnore, notLiteralUnicodeIgnore, rangeUnicodeIgnore
}

/// Versions and limits that `re._constants` checks.
public enum CodeFormat {
    public static let magic = 20220615
    public static let wordSize = 4
    public static let maximalRepeat: UInt32 = .max
    public static let maximalGroups = 1_073_741_823
}

/// How characters are compared.
public enum Folding: UInt32 {
    case exact = 0, ascii, locale, unicode
}

/// The instructions of a program (see `Program`).
enum Operation: UInt32 {
    case fail = 0
    /// The end of the whole pattern.
    case success
    case jump
    // One character each.
    case literal, notLiteral, literalFolded, notLiteralFolded, any, anyAll, set
    case string
    case at
    case mark
    case branch
    case groupReference, groupExists
    case repeatOne, minRepeatOne, possessiveRepeatOne
    case repeatStart, maxUntil, minUntil
    case possessiveStart, possessiveLoop, possessiveEnd
    case atomicStart, atomicEnd
    case assertStart, assertEnd, assertNotStart, assertNotEnd

    var isCharacter: Bool { rawValue >= Operation.literal.rawValue && rawValue <= Operation.set.rawValue }
}
