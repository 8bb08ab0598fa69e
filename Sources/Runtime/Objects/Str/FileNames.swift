// Names of files: str for Python, bytes for the system.
//
// Names are UTF-8; bytes that are none become lone surrogates, and come back the same (PEP 383).

import CPythonABI
import Glibc

public enum FileNames {
    nonisolated(unsafe) private static let surrogateEscape = Names.make("surrogateescape")

    /// os.fsdecode of a C string.
    public static func decode(_ name: UnsafePointer<CChar>) throws(Raised) -> Ref {
        try decode(UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), strlen(name))
    }
    public static func decode(_ bytes: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        var consumed = 0
        return try Codecs.decode(bytes, count, .utf8, surrogateEscape, consumed: &consumed)
    }
    public static func bytes(_ name: UnsafePointer<CChar>) throws(Raised) -> Ref {
        try BytesObject.make(UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self), strlen(name))
    }
    /// os.fsencode of a str: bytes with a zero behind them and none among them.
    public static func encode(_ value: Value) throws(Raised) -> Ref {
        let bytes = try Codecs.encode(value, .utf8, surrogateEscape)
        if memchr(BytesObject.data(bytes.value), 0, BytesObject.count(bytes.value)) != nil { throw raise(.valueError, "embedded null byte") }
        return bytes
    }
    /// The bytes of a str, bytes or path-like argument.
    public static func converted(_ value: Value) throws(Raised) -> Ref {
        let path = try path(value)
        if StrObject.isInstance(path.value) { return try encode(path.value) }
        if memchr(BytesObject.data(path.value), 0, BytesObject.count(path.value)) != nil { throw raise(.valueError, "embedded null byte") }
        return path
    }
    /// os.fspath
    public static func path(_ value: Value) throws(Raised) -> Ref {
        if StrObject.isInstance(value) || BytesObject.isInstance(value) { return Ref(value) }
        let method = value.type.lookup(Names.fspath)
        if method.isNull { throw raise(.typeError, "expected str, bytes or os.PathLike object, not \(value.type.name)") }
        let held = Ref(method)
        let bound = try Attributes.bind(held.value, value)
        let result = try Call.call(bound.value)
        if StrObject.isInstance(result.value) || BytesObject.isInstance(result.value) { return result }
        throw raise(.typeError, "expected \(value.type.shortName).__fspath__() to return str or bytes, not \(result.value.type.name)")
    }
    public static func isPathLike(_ value: Value) -> Bool {
        StrObject.isInstance(value) || BytesObject.isInstance(value) || !value.type.lookup(Names.fspath).isNull
    }
}

/// An array of C strings for exec and its kin, over bytes objects that the caller keeps alive.
public struct StringVector: ~Copyable {
    public let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    public init(_ strings: Value) {
        let count = ListObject.count(strings)
        pointers = .allocate(capacity: count + 1)
        for index in 0..<count {
            pointers[index] = UnsafeMutableRawPointer(BytesObject.data(ListObject.item(strings, index))).assumingMemoryBound(to: CChar.self)
        }
        pointers[count] = nil
    }
    deinit { pointers.deallocate() }
}
