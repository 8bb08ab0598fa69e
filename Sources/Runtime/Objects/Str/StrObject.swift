// Strings: storage.
//
// A str has CPython's layout: characters of 1, 2 or 4 bytes, whichever the largest needs, right behind the head (ASCII at +48,
// others at +72), or, for instances of subclasses, in a block of their own (+72 points to it). The head caches the hash.

import CPythonABI
import Glibc
import Numerics

public enum StrObject {
    /// Width of a character in bytes.
    public enum Kind: Int, Comparable {
        case one = 1, two = 2, four = 4
        public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }
        public static func holding(_ maximum: UInt32) -> Kind { maximum < 0x100 ? .one : maximum < 0x10000 ? .two : .four }
    }

    @inlinable @inline(__always) static func head(_ value: Value) -> UnsafeMutablePointer<PyASCIIObject> {
        value.cast(to: PyASCIIObject.self)
    }
    @inlinable @inline(__always) public static func length(_ value: Value) -> Int { head(value).pointee.length }
    @inlinable @inline(__always) public static func isASCII(_ value: Value) -> Bool {
        head(value).pointee.state & UInt32(PyUnicode_STATE_ASCII) != 0
    }
    @inlinable @inline(__always) public static func isInterned(_ value: Value) -> Bool { head(value).pointee.state & 3 != 0 }
    /// Whether a str is interned and lives as long as the process. What is found by the identity of a name (caches, places of attributes in
    /// instances) is kept for such names only: at the address of another there may be another str tomorrow.
    @inlinable @inline(__always) static func isPermanent(_ value: Value) -> Bool {
        head(value).pointee.state & UInt32(SSTATE_INTERNED_IMMORTAL) != 0
    }
    @inlinable @inline(__always) public static func kind(_ value: Value) -> Kind {
        unsafeBitCast(KindBits(rawBits: UInt8(truncatingIfNeeded: head(value).pointee.state >> 2) & 7), to: KindBits.self).kind
    }
    @usableFromInline struct KindBits {
        @usableFromInline let rawBits: UInt8
        @inlinable init(rawBits: UInt8) { self.rawBits = rawBits }
        @inlinable var kind: Kind { rawBits == 1 ? .one : rawBits == 2 ? .two : .four }
    }
    /// The characters.
    @inlinable @inline(__always) public static func data(_ value: Value) -> UnsafeMutableRawPointer {
        let state = head(value).pointee.state
        let base = UnsafeMutableRawPointer(head(value))
        if state & UInt32(PyUnicode_STATE_COMPACT) != 0 {
            return base + (state & UInt32(PyUnicode_STATE_ASCII) != 0 ? 48 : 72)
        }
        return value.cast(to: PyUnicodeObject.self).pointee.data.any
    }
    /// Character `index`, which must be in range.
    @inlinable @inline(__always) public static func character(_ value: Value, _ index: Int) -> UInt32 {
        let data = data(value)
        switch kind(value) {
        case .one: return UInt32(data.load(fromByteOffset: index, as: UInt8.self))
        case .two: return UInt32(data.load(fromByteOffset: index &* 2, as: UInt16.self))
        case .four: return data.load(fromByteOffset: index &* 4, as: UInt32.self)
        }
    }

    @inlinable public static func isExact(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type == PyUnicode_TypePointer()
    }
    @inlinable public static func isInstance(_ value: Value) -> Bool {
        value.isObject && value.object.pointee.ob_type.pointee.tp_flags & UInt(1 << 28) != 0
    }

    // MARK: Making

    /// A new str with room for `length` characters up to `maximum`, contents undefined, zero behind the last.
    public static func allocate(length: Int, maximum: UInt32) throws(Raised) -> Ref {
        if length == 0 { return empty.copy() }
        if length > Int.max - 72 { throw raise(.memoryError, argument: .null) }
        let ascii = maximum < 0x80
        let kind = Kind.holding(maximum)
        let (bytes, overflow) = (length + 1).multipliedReportingOverflow(by: kind.rawValue)
        if overflow || bytes > Int.max - 96 { throw raise(.memoryError, argument: .null) }
        let size = (ascii ? 48 : 72) + bytes
        guard let block = Allocator.allocate(size) else { throw raise(.memoryError, argument: .null) }
        return initialize(block, length: length, kind: kind, ascii: ascii)
    }

    /// Turns a block into a str head; used where the size is known to be small.
    @inlinable static func initialize(_ block: UnsafeMutableRawPointer, length: Int, kind: Kind, ascii: Bool) -> Ref {
        let head = block.assumingMemoryBound(to: PyASCIIObject.self)
        head.pointee.ob_base.ob_refcnt = 1
        head.pointee.ob_base.ob_type = PyUnicode_TypePointer()
        head.pointee.length = length
        head.pointee.hash = -1
        head.pointee.state = UInt32(PyUnicode_STATE_COMPACT) | UInt32(PyUnicode_STATE_READY) | UInt32(kind.rawValue) << 2
            | (ascii ? UInt32(PyUnicode_STATE_ASCII) : 0)
        head.pointee.wstr = nil
        if ascii {
            (block + 48).storeBytes(of: 0, toByteOffset: length, as: UInt8.self)
        } else {
            let compact = block.assumingMemoryBound(to: PyCompactUnicodeObject.self)
            compact.pointee.utf8_length = 0
            compact.pointee.utf8 = nil
            compact.pointee.wstr_length = 0
            switch kind {
            case .one: (block + 72).storeBytes(of: 0, toByteOffset: length, as: UInt8.self)
            case .two: (block + 72).storeBytes(of: 0, toByteOffset: length &* 2, as: UInt16.self)
            case .four: (block + 72).storeBytes(of: 0, toByteOffset: length &* 4, as: UInt32.self)
            }
        }
        return Ref(owned: Value(pointer: head))
    }

    nonisolated(unsafe) static let emptyValue: Value = {
        let block = Allocator.allocate(49)!
        let empty = initialize(block, length: 0, kind: .one, ascii: true)
        return empty.take()
    }()
    public static var empty: Ref { Ref(emptyValue) }

    /// Makes the str of a Latin-1 character, which is kept.
    @inline(never) private static func latin1(_ code: UInt32) -> Value {
        let ascii = code < 128
        let size = (ascii ? 48 : 72) + 2
        let block = Allocator.allocate(size) ?? ObjectMemory.outOfMemory(size)
        let string = initialize(block, length: 1, kind: .one, ascii: ascii)
        data(string.value).storeBytes(of: UInt8(truncatingIfNeeded: code), as: UInt8.self)
        let value = string.take()
        _pyswift_latin1_slot(Int(code)).pointee = value
        return value
    }

    /// The str of one character.
    public static func character(_ code: UInt32) -> Ref {
        if code < 256 {
            let known = _pyswift_latin1_slot(Int(code)).pointee
            return Ref(known.isNull ? latin1(code) : known)
        }
        let kind = Kind.holding(code)
        let block = Allocator.allocate(72 + 2 * kind.rawValue) ?? ObjectMemory.outOfMemory(80)
        let string = initialize(block, length: 1, kind: kind, ascii: false)
        if kind == .two {
            data(string.value).storeBytes(of: UInt16(code), as: UInt16.self)
        } else {
            data(string.value).storeBytes(of: code, as: UInt32.self)
        }
        return string
    }

    /// A str of a Swift string.
    public static func make(_ string: String) -> Ref {
        var string = string
        var result = Value.null
        string.withUTF8 { result = make(utf8: $0).take() }
        return Ref(owned: result)
    }

    /// A str of bytes in generalised UTF-8 (surrogates allowed) that are known to be well formed.
    public static func make(utf8: UnsafeBufferPointer<UInt8>) -> Ref {
        if utf8.count > 1, let bytes = utf8.baseAddress, _pyswift_is_ascii(bytes, utf8.count) != 0 {
            let size = 48 + utf8.count + 1
            let block = Allocator.allocate(size) ?? ObjectMemory.outOfMemory(size)
            let string = initialize(block, length: utf8.count, kind: .one, ascii: true)
            copyBytes(data(string.value), bytes, utf8.count)
            return string
        }
        var count = 0
        var maximum: UInt32 = 0
        forEachCodePoint(utf8) { count += 1; maximum = max(maximum, $0) }
        guard count > 0 else { return empty }
        if count == 1 { return character(maximum) }
        let kind = Kind.holding(maximum)
        let ascii = maximum < 0x80
        let size = (ascii ? 48 : 72) + (count + 1) * kind.rawValue
        let block = Allocator.allocate(size) ?? ObjectMemory.outOfMemory(size)
        let string = initialize(block, length: count, kind: kind, ascii: ascii)
        let data = data(string.value)
        if ascii {
            copyBytes(data, utf8.baseAddress!, count)
            return string
        }
        var index = 0
        forEachCodePoint(utf8) {
            store($0, data, kind, index)
            index += 1
        }
        return string
    }

    /// A str of code points.
    public static func make(codePoints: [UInt32]) -> Ref {
        var maximum: UInt32 = 0
        for code in codePoints { maximum |= code }
        guard let first = codePoints.first else { return empty }
        if codePoints.count == 1 { return character(first) }
        let kind = Kind.holding(maximum)
        let ascii = maximum < 0x80
        let size = (ascii ? 48 : 72) + (codePoints.count + 1) * kind.rawValue
        let block = Allocator.allocate(size) ?? ObjectMemory.outOfMemory(size)
        let string = initialize(block, length: codePoints.count, kind: kind, ascii: ascii)
        let data = data(string.value)
        for (index, code) in codePoints.enumerated() { store(code, data, kind, index) }
        return string
    }

    @inlinable @inline(__always) static func store(_ code: UInt32, _ data: UnsafeMutableRawPointer, _ kind: Kind, _ index: Int) {
        switch kind {
        case .one: data.storeBytes(of: UInt8(truncatingIfNeeded: code), toByteOffset: index, as: UInt8.self)
        case .two: data.storeBytes(of: UInt16(truncatingIfNeeded: code), toByteOffset: index &* 2, as: UInt16.self)
        case .four: data.storeBytes(of: code, toByteOffset: index &* 4, as: UInt32.self)
        }
    }

    static func forEachCodePoint(_ utf8: UnsafeBufferPointer<UInt8>, _ body: (UInt32) -> Void) {
        var index = 0
        let count = utf8.count
        func continuation(_ offset: Int) -> UInt32 { index + offset < count ? UInt32(utf8[index + offset] & 0x3F) : 0 }
        while index < count {
            let byte = UInt32(utf8[index])
            if byte < 0x80 {
                body(byte)
                index += 1
            } else if byte < 0xE0 {
                body((byte & 0x1F) << 6 | continuation(1))
                index += 2
            } else if byte < 0xF0 {
                body((byte & 0x0F) << 12 | continuation(1) << 6 | continuation(2))
                index += 3
            } else {
                body((byte & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3))
                index += 4
            }
        }
    }

    // MARK: Hash, equality

    /// The key of string hashes, from PYTHONHASHSEED or random. Set before the first string is hashed.
    nonisolated(unsafe) public static var secret = HashSecret(key0: 0, key1: 0, expatSalt: 0)

    /// The hash, computed once.
    @inlinable public static func hash(_ value: Value) -> Int {
        let cached = head(value).pointee.hash
        return cached != -1 ? cached : computeHash(value)
    }
    @usableFromInline @inline(never) static func computeHash(_ value: Value) -> Int {
        let count = length(value) * kind(value).rawValue
        let hash = count == 0 ? 0 : SipHash13.hash(data(value), count, secret)
        head(value).pointee.hash = hash
        return hash
    }

    /// Whether two strs are equal; both must be str instances.
    @inlinable public static func equal(_ a: Value, _ b: Value) -> Bool {
        if a === b { return true }
        if length(a) != length(b) { return false }
        return equalSlow(a, b)
    }
    @usableFromInline static func equalSlow(_ a: Value, _ b: Value) -> Bool {
        let kind = kind(a)
        if kind != self.kind(b) { return false }
        let (first, second) = (data(a).assumingMemoryBound(to: UInt8.self), data(b).assumingMemoryBound(to: UInt8.self))
        return _pyswift_same_bytes(first, second, length(a) &* kind.rawValue) != 0
    }
    /// Whether a str equals an ASCII literal.
    public static func equals(_ a: Value, _ literal: StaticString) -> Bool {
        length(a) == literal.utf8CodeUnitCount && isASCII(a) && memcmp(data(a), literal.utf8Start, length(a)) == 0
    }

    // MARK: Interning

    nonisolated(unsafe) private static var internTable = InternTable()

    /// The interned str of a name.
    public static func intern(_ name: String) -> Ref {
        var name = name
        var result = Value.null
        name.withUTF8 { result = intern(utf8: $0).take() }
        return Ref(owned: result)
    }
    public static func intern(_ name: StaticString) -> Ref {
        intern(utf8: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    }
    /// The same of a C string.
    public static func intern(_ name: UnsafePointer<CChar>) -> Ref {
        let count = strlen(name)
        return name.withMemoryRebound(to: UInt8.self, capacity: count) { intern(utf8: UnsafeBufferPointer(start: $0, count: count)) }
    }
    /// The same of generalised UTF-8. No str is made if there is one: most names that a start mentions are known.
    static func intern(utf8 name: UnsafeBufferPointer<UInt8>) -> Ref {
        guard name.count > 1, let bytes = name.baseAddress, _pyswift_is_ascii(bytes, name.count) != 0 else {
            let string = make(utf8: name)
            return Ref(interned(string.value))
        }
        let hash = SipHash13.hash(bytes, name.count, secret)
        let known = internTable.find(bytes, name.count, hash)
        if !known.isNull { return Ref(interned(known)) }
        let string = make(utf8: name)
        head(string.value).pointee.hash = hash
        return Ref(interned(string.value))
    }
    /// Whether an equal of an exact str is interned.
    static func isKnownName(_ string: Value) -> Bool { !internTable.find(string).isNull }
    /// The interned equal of an exact str, which from now on lives as long as the process (so it is borrowed).
    public static func interned(_ string: Value) -> Value {
        isPermanent(string) ? string : internTable.permanent(string)
    }
    /// The interned equal of an exact str, which goes when nobody holds it any more.
    public static func shared(_ string: Value) -> Ref {
        isInterned(string) ? Ref(string) : Ref(internTable.intern(string))
    }
    /// The permanent equal of an exact str if there is one, else the str itself. Borrowed like the str.
    public static func known(_ string: Value) -> Value {
        if isInterned(string) { return string }
        let found = internTable.find(string)
        return found.isNull || !isPermanent(found) ? string : found
    }

    // MARK: Swift strings

    /// The text as a Swift string; surrogates become U+FFFD.
    public static func swiftString(_ value: Value) -> String {
        if isASCII(value) {
            return String(decoding: UnsafeRawBufferPointer(start: data(value), count: length(value)), as: UTF8.self)
        }
        var result = ""
        result.reserveCapacity(length(value))
        for index in 0..<length(value) {
            result.unicodeScalars.append(Unicode.Scalar(character(value, index)) ?? "\u{FFFD}")
        }
        return result
    }

    static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object else { return }
        let value = Value(object)
        let head = head(value)
        let state = head.pointee.state
        if state & UInt32(SSTATE_INTERNED_MORTAL) != 0 { internTable.remove(value) }
        if state & UInt32(PyUnicode_STATE_ASCII) == 0 || state & UInt32(PyUnicode_STATE_COMPACT) == 0 {
            if let utf8 = value.cast(to: PyCompactUnicodeObject.self).pointee.utf8 { StrObject.freeUTF8(value, utf8) }
        }
        if let wide = head.pointee.wstr { StrObject.freeWide(value, wide) }
        if state & UInt32(PyUnicode_STATE_COMPACT) == 0 {
            if let block = value.cast(to: PyUnicodeObject.self).pointee.data.any { Allocator.freeUnsized(UnsafeMutableRawPointer(block)) }
            if object.pointee.ob_type == PyUnicode_TypePointer() {
                ObjectMemory.free(head, size: MemoryLayout<PyUnicodeObject>.size)
            } else {
                freeInstance(object)
            }
            return
        }
        let ascii = state & UInt32(PyUnicode_STATE_ASCII) != 0
        ObjectMemory.free(head, size: (ascii ? 48 : 72) + (head.pointee.length + 1) * kind(value).rawValue)
    }
}

extension StrObject {
    /// Frees the text in UTF-8, unless the characters themselves are that: C types derived from str may share the two, and bring blocks of
    /// C's allocator.
    @inline(never) fileprivate static func freeUTF8(_ value: Value, _ utf8: UnsafeMutablePointer<CChar>) {
        if head(value).pointee.state & UInt32(PyUnicode_STATE_COMPACT) == 0,
            value.cast(to: PyUnicodeObject.self).pointee.data.any == UnsafeMutableRawPointer(utf8)
        {
            return
        }
        Allocator.freeUnsized(UnsafeMutableRawPointer(utf8))
    }
    /// Frees the characters as `wchar_t`. Those of a legacy string come from C's allocator and may be its own.
    @inline(never) fileprivate static func freeWide(_ value: Value, _ wide: UnsafeMutablePointer<wchar_t>) {
        if head(value).pointee.state & UInt32(PyUnicode_STATE_COMPACT) == 0 {
            let fields = value.cast(to: PyUnicodeObject.self)
            if fields.pointee._base.wstr_length > 0 {
                if fields.pointee.data.any != UnsafeMutableRawPointer(wide) { free(wide) }
                return
            }
        }
        Allocator.freeUnsized(UnsafeMutableRawPointer(wide))
    }
}

/// The text of a str value for messages; a marker for what is no str.
public func text(_ value: Value) -> String {
    StrObject.isInstance(value) ? StrObject.swiftString(value) : "<not a str>"
}
