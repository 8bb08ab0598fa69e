// The Unicode data that Python's grammar needs beyond ASCII. The runtime puts its own tables (Unicode 14, as CPython 3.11 has) here
// at start-up; without them the standard library's serve.

/// Where the parser asks about characters and encodings. Set once before the first parse.
public enum UnicodeHooks {
    /// Code point of `\N{name}`.
    nonisolated(unsafe) public static var lookupName: ((String) -> UInt32?)?
    nonisolated(unsafe) public static var isIdentifierStart: (UInt32) -> Bool = { code in
        guard let scalar = Unicode.Scalar(code) else { return false }
        return scalar.properties.isXIDStart || code == 0x5F
    }
    nonisolated(unsafe) public static var isIdentifierContinue: (UInt32) -> Bool = { code in
        guard let scalar = Unicode.Scalar(code) else { return false }
        return scalar.properties.isXIDContinue
    }
    /// `str.isprintable` of one character.
    nonisolated(unsafe) public static var isPrintable: (UInt32) -> Bool = { code in
        guard let scalar = Unicode.Scalar(code) else { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: return false
        case .spaceSeparator: return code == 0x20
        default: return true
        }
    }
    /// NFKC normal form.
    nonisolated(unsafe) public static var normalizeNFKC: (String) -> String = { $0 }
    /// Decodes source in another encoding than UTF-8, Latin-1 and ASCII: bytes and encoding name to UTF-8, nil for an unknown encoding,
    /// or the text of the codec's error.
    nonisolated(unsafe) public static var decodeSource: ((UnsafeBufferPointer<UInt8>, String) -> Result<[UInt8], CodecFailure>?)?
}

/// Why a codec could not decode a source.
public struct CodecFailure: Error, Sendable {
    public var message: String
    public init(message: String) { self.message = message }
}
