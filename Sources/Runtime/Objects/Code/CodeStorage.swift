// Code objects in a stream of bytes: the images that marshal writes and reads.

import CPythonABI
import Compiler

public enum CodeStorage {
    /// Stands in front of an image, so that an image in a compiled file begins at a multiple of eight bytes.
    private static let mark: [UInt8] = Array("pyswift".utf8)
    /// Bytes that say how long the whole is.
    public static let headSize = mark.count + CodeImage.headerSize

    /// The image of a code object, with its mark. ValueError if a constant has no form on disk.
    public static func bytes(_ code: Value) throws(Raised) -> [UInt8] { mark + (try CodeImageWriter.image(code)) }

    private static func foreign() -> Raised { raise(.valueError, "bad marshal data (code of another implementation or version)") }

    /// How many bytes a stored code object has, from its head.
    public static func size(_ head: [UInt8]) throws(Raised) -> Int {
        let size = head.withUnsafeBytes { bytes -> Int? in
            guard bytes.count >= headSize, bytes.prefix(mark.count).elementsEqual(mark), let base = bytes.baseAddress else { return nil }
            return CodeImage.size(head: base + mark.count, available: 1 << 31)
        }
        guard let size else { throw foreign() }
        return mark.count + size
    }
    /// The code object of stored bytes.
    public static func code(_ bytes: [UInt8]) throws(Raised) -> Ref {
        let image = bytes.withUnsafeBytes { bytes -> CodeImage? in
            guard bytes.count > headSize, let base = bytes.baseAddress else { return nil }
            return CodeImage.copy(base + mark.count, available: bytes.count - mark.count)
        }
        guard let image else { throw raise(.valueError, "bad marshal data (damaged code)") }
        return try CodeImageReader.link(image)
    }
}
