// A str under construction.
//
// Characters are collected in a block with room for a str's head in front, so that a large result is finished in place; a small one is
// copied from the scratch block into a block of its size. The storage widens when a character needs it.

import CPythonABI
import Glibc

public struct StrBuilder: ~Copyable {
    /// Characters begin at `head`.
    private var block: UnsafeMutableRawPointer
    private var blockSize: Int
    @usableFromInline var data: UnsafeMutableRawPointer
    /// In characters of the current kind.
    @usableFromInline var capacity: Int
    public private(set) var count = 0
    @usableFromInline var kind = StrObject.Kind.one
    /// All characters ored: tells the storage class of the result.
    @usableFromInline var bound: UInt32 = 0

    private static let head = 72

    /// A builder that expects about `capacity` characters.
    public init(capacity expected: Int = 0) {
        let size = max(512, expected &+ StrBuilder.head &+ 8)
        blockSize = expected > 1 << 40 ? 512 : size
        block = Allocator.allocate(blockSize) ?? ObjectMemory.outOfMemory(blockSize)
        data = block + StrBuilder.head
        capacity = blockSize &- StrBuilder.head &- 4
    }
    /// A size of zero says that the block became a str.
    deinit { if blockSize != 0 { Allocator.free(block, blockSize) } }

    /// Makes room for `extra` characters up to `maximum`.
    @inline(__always) public mutating func reserve(_ extra: Int, maximum: UInt32) throws(Raised) {
        let wanted = StrObject.Kind.holding(maximum)
        if wanted > kind || extra > capacity &- count { try grow(extra, max(wanted, kind)) }
    }
    @inline(never) private mutating func grow(_ extra: Int, _ wanted: StrObject.Kind) throws(Raised) {
        let (total, o1) = count.addingReportingOverflow(extra)
        let (bytes, o2) = total.multipliedReportingOverflow(by: wanted.rawValue)
        if o1 || o2 || bytes > Int.max / 4 { throw raise(.memoryError, argument: .null) }
        let needed = StrBuilder.head + bytes + 4
        let size = needed > blockSize ? max(needed + needed / 2, 1024) : blockSize
        if wanted == kind && blockSize > Allocator.largestClass {
            guard let moved = Allocator.resizePlain(block, size) else { throw raise(.memoryError, argument: .null) }
            block = moved
        } else {
            guard let moved = Allocator.allocate(size) else { throw raise(.memoryError, argument: .null) }
            Characters.copy(StrSpan(data, count, kind), 0, to: moved + StrBuilder.head, wanted, at: 0, count)
            Allocator.free(block, blockSize)
            block = moved
        }
        blockSize = size
        data = block + StrBuilder.head
        kind = wanted
        capacity = (blockSize - StrBuilder.head - 4) / kind.rawValue
    }

    @inline(__always) public mutating func append(_ code: UInt32) throws(Raised) {
        try reserve(1, maximum: code)
        bound |= code
        StrObject.store(code, data, kind, count)
        count &+= 1
    }
    public mutating func append(repeating code: UInt32, _ times: Int) throws(Raised) {
        guard times > 0 else { return }
        try reserve(times, maximum: code)
        bound |= code
        Characters.fill(code, data, kind, at: count, times)
        count &+= times
    }
    /// Appends ASCII text.
    public mutating func append(ascii text: UnsafePointer<UInt8>, _ length: Int) throws(Raised) {
        try reserve(length, maximum: 0x7F)
        Characters.copy(StrSpan(bytes: text, length), 0, to: data, kind, at: count, length)
        count &+= length
    }
    public mutating func append(_ text: StaticString) throws(Raised) { try append(ascii: text.utf8Start, text.utf8CodeUnitCount) }
    /// Appends a whole str.
    public mutating func append(_ value: Value) throws(Raised) { try append(StrSpan(value), bound: StrObject.bound(value)) }
    /// Appends characters of a str.
    public mutating func append(_ value: Value, _ start: Int, _ end: Int) throws(Raised) {
        let span = StrSpan(value).slice(start, end)
        try append(span, bound: StrObject.isASCII(value) ? 0x7F : span.bound)
    }
    mutating func append(_ span: StrSpan) throws(Raised) { try append(span, bound: span.bound) }
    /// Appends a span whose storage class is known.
    mutating func append(_ span: StrSpan, bound: UInt32) throws(Raised) {
        guard span.count > 0 else { return }
        try reserve(span.count, maximum: bound)
        self.bound |= bound
        Characters.copy(span, 0, to: data, kind, at: count, span.count)
        count &+= span.count
    }

    /// Room for `length` characters up to `maximum`, to be written by the caller at once; they count as appended.
    mutating func room(_ length: Int, maximum: UInt32) throws(Raised) -> StrSpan {
        try reserve(length, maximum: maximum)
        bound |= maximum
        let result = StrSpan(data + count &* kind.rawValue, length, kind)
        count &+= length
        return result
    }
    /// Takes back characters at the end.
    mutating func drop(_ length: Int) {
        count = max(count &- length, 0)
        bound = span.bound
    }
    /// What is there so far.
    var span: StrSpan { StrSpan(data, count, kind) }

    /// The str.
    public consuming func finish() throws(Raised) -> Ref {
        if count == 0 { return StrObject.empty }
        let span = StrSpan(data, count, kind)
        if count == 1 { return StrObject.character(span[0]) }
        let bound = bound
        let wanted = StrObject.Kind.holding(bound)
        let size = (bound < 0x80 ? 48 : 72) &+ (count &+ 1) &* wanted.rawValue
        if size <= Allocator.largestClass || wanted != kind || blockSize <= Int(_pyswift_heap.largest_listed) {
            let result = try StrObject.allocate(length: count, maximum: bound)
            Characters.copy(span, 0, to: StrObject.data(result.value), StrObject.Kind.holding(bound), at: 0, count)
            return result
        }
        // Finished in place.
        var block = block
        if bound < 0x80 { moveBytes(block + 48, block + 72, count) }
        if let shrunk = Allocator.resizePlain(block, size) { block = shrunk }
        blockSize = 0
        return StrObject.initialize(block, length: count, kind: kind, ascii: bound < 0x80)
    }

    /// The str of what is there; the builder begins anew.
    public mutating func take() throws(Raised) -> Ref {
        let result = try StrObject.make(span)
        count = 0
        bound = 0
        return result
    }
    /// The characters as bytes; all are below 256.
    consuming func finishBytes() throws(Raised) -> Ref {
        try BytesObject.make(UnsafePointer(data.assumingMemoryBound(to: UInt8.self)), count)
    }
}
