// The characters of a str, seen apart from the object: where they are, how many, how wide.
//
// A span is borrowed. Code that may run Python (a callback, an allocation that collects) must hold the object.

import CPythonABI
import Glibc

@frozen public struct StrSpan {
    public let data: UnsafeMutableRawPointer
    public let count: Int
    public let kind: StrObject.Kind

    @inlinable @inline(__always) public init(_ value: Value) {
        data = StrObject.data(value)
        count = StrObject.length(value)
        kind = StrObject.kind(value)
    }
    @inlinable @inline(__always) public init(_ data: UnsafeMutableRawPointer, _ count: Int, _ kind: StrObject.Kind) {
        self.data = data
        self.count = count
        self.kind = kind
    }
    /// Bytes seen as Latin-1.
    @inlinable @inline(__always) public init(bytes: UnsafePointer<UInt8>, _ count: Int) {
        self.init(UnsafeMutableRawPointer(mutating: bytes), count, .one)
    }

    @inlinable @inline(__always) public subscript(index: Int) -> UInt32 {
        switch kind {
        case .one: return UInt32(data.load(fromByteOffset: index, as: UInt8.self))
        case .two: return UInt32(data.load(fromByteOffset: index &* 2, as: UInt16.self))
        case .four: return data.load(fromByteOffset: index &* 4, as: UInt32.self)
        }
    }
    @inlinable @inline(__always) public var bytes: UnsafePointer<UInt8> { UnsafePointer(data.assumingMemoryBound(to: UInt8.self)) }
    @inlinable @inline(__always) public var words: UnsafePointer<UInt16> { UnsafePointer(data.assumingMemoryBound(to: UInt16.self)) }
    @inlinable @inline(__always) public var longs: UnsafePointer<UInt32> { UnsafePointer(data.assumingMemoryBound(to: UInt32.self)) }

    /// The characters from `start` to `end`, which must be in range.
    @inlinable @inline(__always) public func slice(_ start: Int, _ end: Int) -> StrSpan {
        StrSpan(data + start &* kind.rawValue, end &- start, kind)
    }

    /// A number of the same storage class as the largest character: all that decides the layout of a str.
    var bound: UInt32 {
        switch kind {
        case .one: return Characters.isASCII(bytes, count) ? 0x7F : 0xFF
        case .two:
            var all: UInt16 = 0
            for index in 0..<count { all |= words[index] }
            return UInt32(all)
        case .four:
            var all: UInt32 = 0
            for index in 0..<count { all |= longs[index] }
            return all
        }
    }
}

public enum Characters {
    /// Whether all bytes are below 0x80.
    public static func isASCII(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        let raw = UnsafeRawPointer(bytes)
        var index = 0
        while index &+ 32 <= count {
            let a = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) | raw.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self)
            let b = raw.loadUnaligned(fromByteOffset: index &+ 16, as: UInt64.self) | raw.loadUnaligned(fromByteOffset: index &+ 24, as: UInt64.self)
            if (a | b) & 0x8080_8080_8080_8080 != 0 { return false }
            index &+= 32
        }
        var all: UInt8 = 0
        while index < count {
            all |= bytes[index]
            index &+= 1
        }
        return all < 0x80
    }
    /// How many bytes at the beginning are below 0x80.
    public static func asciiPrefix(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        let raw = UnsafeRawPointer(bytes)
        var index = 0
        while index &+ 8 <= count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080
            if word != 0 { return index &+ word.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < count && bytes[index] < 0x80 { index &+= 1 }
        return index
    }

    /// Copies `count` characters between storages. The target must be wide enough for the values.
    public static func copy(
        _ source: StrSpan, _ from: Int, to target: UnsafeMutableRawPointer, _ kind: StrObject.Kind, at position: Int, _ count: Int
    ) {
        if source.kind == kind {
            copyBytes(target + position &* kind.rawValue, source.data + from &* kind.rawValue, count &* kind.rawValue)
            return
        }
        switch (source.kind, kind) {
        case (.one, .two): convert(source.bytes + from, target.assumingMemoryBound(to: UInt16.self) + position, count)
        case (.one, _): convert(source.bytes + from, target.assumingMemoryBound(to: UInt32.self) + position, count)
        case (.two, .one): convert(source.words + from, target.assumingMemoryBound(to: UInt8.self) + position, count)
        case (.two, _): convert(source.words + from, target.assumingMemoryBound(to: UInt32.self) + position, count)
        case (.four, .one): convert(source.longs + from, target.assumingMemoryBound(to: UInt8.self) + position, count)
        case (.four, _): convert(source.longs + from, target.assumingMemoryBound(to: UInt16.self) + position, count)
        }
    }
    @inline(__always) private static func convert<A: FixedWidthInteger, B: FixedWidthInteger>(
        _ source: UnsafePointer<A>, _ target: UnsafeMutablePointer<B>, _ count: Int
    ) {
        for index in 0..<count { target[index] = B(truncatingIfNeeded: source[index]) }
    }
    /// Writes one character `count` times.
    static func fill(_ code: UInt32, _ target: UnsafeMutableRawPointer, _ kind: StrObject.Kind, at position: Int, _ count: Int) {
        guard count > 0 else { return }
        switch kind {
        case .one: fillBytes(target + position, Int32(code & 0xFF), count)
        case .two:
            (target.assumingMemoryBound(to: UInt16.self) + position).update(repeating: UInt16(truncatingIfNeeded: code), count: count)
        case .four: (target.assumingMemoryBound(to: UInt32.self) + position).update(repeating: code, count: count)
        }
    }
}

extension StrObject {
    /// A str of the characters from `start` to `end`, which must be in range.
    public static func substring(_ value: Value, _ start: Int, _ end: Int) throws(Raised) -> Ref {
        if start == 0 && end == length(value) && isExact(value) { return Ref(value) }
        let count = end &- start
        if count <= 0 { return empty }
        if count == 1 { return character(character(value, start)) }
        let span = StrSpan(value).slice(start, end)
        if isASCII(value) {
            let size = 49 &+ count
            guard let block = Allocator.allocate(size) else { throw raise(.memoryError, argument: .null) }
            copyBytes(block + 48, span.data, count)
            return initialize(block, length: count, kind: .one, ascii: true)
        }
        return try make(span)
    }
    /// A new str of the characters of a span, in the narrowest storage that holds them.
    public static func make(_ span: StrSpan) throws(Raised) -> Ref {
        if span.count == 0 { return empty }
        if span.count == 1 { return character(span[0]) }
        let bound = span.bound
        let result = try allocate(length: span.count, maximum: bound)
        Characters.copy(span, 0, to: data(result.value), Kind.holding(bound), at: 0, span.count)
        return result
    }
    /// The same characters as an exact str: the object itself if it is one.
    static func exact(_ value: Value) throws(Raised) -> Ref {
        if isExact(value) { return Ref(value) }
        return try make(StrSpan(value))
    }
    /// A str of ASCII text.
    public static func make(ascii text: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        if count == 0 { return empty }
        if count == 1 { return character(UInt32(text[0])) }
        let result = try allocate(length: count, maximum: 0x7F)
        copyBytes(data(result.value), text, count)
        return result
    }
    /// A str of Latin-1 text.
    public static func make(latin1 text: UnsafePointer<UInt8>, _ count: Int) throws(Raised) -> Ref {
        try make(StrSpan(bytes: text, count))
    }
    /// A number of the storage class of the largest character.
    @inline(__always) static func bound(_ value: Value) -> UInt32 {
        if isASCII(value) { return 0x7F }
        switch kind(value) {
        case .one: return 0xFF
        case .two: return 0xFFFF
        case .four: return 0x10FFFF
        }
    }
}
