// What Python's grammar needs to know beyond ASCII, in one place: character properties and names from `UnicodeData`, and encodings
// from the runtime, which owns the codecs.

import UnicodeData

/// Where the parser asks about characters and encodings. Whatever is replaced here is replaced before the first parse.
public enum UnicodeHooks {
    /// Code point of `\N{name}`.
    nonisolated(unsafe) public static var lookupName: (String) -> UInt32? = { name in
        var name = name
        return name.withUTF8 { bytes in
            guard let start = bytes.baseAddress else { return nil }
            if case .character(let code) = UnicodeNames.lookup(start, bytes.count, sequences: false) { return code }
            return nil
        }
    }

    /// NFKC normal form (PEP 3131).
    nonisolated(unsafe) public static var normalizeNFKC: (String) -> String = { text in
        let codes = text.unicodeScalars.map(\.value)
        return codes.withUnsafeBufferPointer { codes -> String in
            guard let start = codes.baseAddress else { return text }
            let normal = UnicodeData.normalize(.nfkc, start, codes.count)
            if normal.failed { return text }
            var result = ""
            for index in 0..<normal.count {
                if let scalar = Unicode.Scalar(normal.pointer[index]) { result.unicodeScalars.append(scalar) }
            }
            return result
        }
    }

    /// Decodes source in another encoding than UTF-8, Latin-1 and ASCII: bytes and the encoding's name to UTF-8, nil for an unknown
    /// encoding, or the text of the codec's error. The runtime sets it.
    nonisolated(unsafe) public static var decodeSource: (([UInt8], String) -> Result<[UInt8], CodecFailure>?)?

    static func isIdentifierStart(_ code: UInt32) -> Bool { UnicodeData.isIdentifierStart(code) }
    static func isIdentifierContinue(_ code: UInt32) -> Bool { UnicodeData.isIdentifierContinue(code) }
    /// `str.isprintable` of one character.
    static func isPrintable(_ code: UInt32) -> Bool { UnicodeData.isPrintable(code) }
}

/// Why a codec could not decode a source.
public struct CodecFailure: Error, Sendable {
    public var message: String
    public init(message: String) { self.message = message }
}

/// The code point of a character's name, for `\N{...}` escapes.
public var unicodeNameLookup: (String) -> UInt32? {
    get { UnicodeHooks.lookupName }
    set { UnicodeHooks.lookupName = newValue }
}
