// Bytes under construction.
//
// Bytes are collected in a block with room for the head of a bytes object in front, so that a large result is finished in place; a
// small one is copied from the scratch block into a block of its size.

import CPythonABI
import Glibc

public struct ByteBuilder: ~Copyable {
    private var block: UnsafeMutableRawPointer
    private var blockSize: Int
    /// The first byte. Moves when the builder grows.
    public var data: UnsafeMutablePointer<UInt8> { @inlinable @inline(__always) get { start } }
    @usableFromInline var start: UnsafeMutablePointer<UInt8>
    @usableFromInline var capacity: Int
    public var count: Int { @inlinable @inline(__always) get { filled } }
    @usableFromInline var filled = 0

    private static let head = 32

    /// A builder that expects about `capacity` bytes.
    public init(capacity expected: Int = 0) {
        blockSize = expected > 1 << 40 ? 512 : max(512, expected &+ ByteBuilder.head &+ 8)
        block = Allocator.allocate(blockSize) ?? ObjectMemory.outOfMemory(blockSize)
        start = (block + ByteBuilder.head).assumingMemoryBound(to: UInt8.self)
        capacity = blockSize &- ByteBuilder.head &- 1
    }
    /// A size of zero says that the block became a bytes object.
    deinit { if blockSize != 0 { Allocator.free(block, blockSize) } }

    @inlinable @inline(__always) public mutating func reserve(_ extra: Int) throws(Raised) {
        if extra > capacity &- count { try grow(extra) }
    }
    @inline(never) @usableFromInline mutating func grow(_ extra: Int) throws(Raised) {
        let (total, overflow) = count.addingReportingOverflow(extra)
        if overflow || total > Int.max / 4 { throw raise(.memoryError, argument: .null) }
        let needed = ByteBuilder.head + total + 1
        let size = max(needed + needed / 2, 1024)
        if blockSize > Int(_pyswift_heap.largest_listed) {
            guard let moved = Allocator.resizePlain(block, size) else { throw raise(.memoryError, argument: .null) }
            block = moved
        } else {
            guard let moved = Allocator.allocate(size) else { throw raise(.memoryError, argument: .null) }
            copyBytes(moved + ByteBuilder.head, data, count)
            Allocator.free(block, blockSize)
            block = moved
        }
        blockSize = size
        start = (block + ByteBuilder.head).assumingMemoryBound(to: UInt8.self)
        capacity = blockSize - ByteBuilder.head - 1
    }

    @inlinable @inline(__always) public mutating func append(_ byte: UInt8) throws(Raised) {
        try reserve(1)
        data[count] = byte
        filled &+= 1
    }
    public mutating func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) throws(Raised) {
        try reserve(length)
        copyBytes(data + count, bytes, length)
        filled &+= length
    }
    public mutating func append(_ text: StaticString) throws(Raised) { try append(text.utf8Start, text.utf8CodeUnitCount) }
    /// The lowest `width` bytes of a number, least significant first.
    @inlinable @inline(__always) public mutating func append(littleEndian number: UInt64, width: Int) throws(Raised) {
        try reserve(8)
        UnsafeMutableRawPointer(data + count).storeBytes(of: number.littleEndian, as: UInt64.self)
        filled &+= width
    }
    /// Counts bytes that the caller has written behind the last one, within what it reserved.
    public mutating func advance(_ written: Int) { filled &+= written }
    /// Takes back all bytes from `length` on.
    public mutating func truncate(to length: Int) { filled = min(count, max(length, 0)) }
    /// Overwrites the eight bytes at `position`, which are there already.
    public mutating func patch(_ number: UInt64, at position: Int) {
        UnsafeMutableRawPointer(data + position).storeBytes(of: number.littleEndian, as: UInt64.self)
    }
    /// Moves all bytes from `position` on by `distance` towards the end, or the beginning if negative.
    public mutating func shift(from position: Int, by distance: Int) throws(Raised) {
        if distance > 0 { try reserve(distance) }
        moveBytes(data + position + distance, data + position, count - position)
        filled += distance
    }

    /// Bytes of what is there from `start` on; the builder goes on.
    public func bytes(from start: Int = 0) throws(Raised) -> Ref { try BytesObject.make(UnsafePointer(data + start), count - start) }

    /// The bytes object.
    public consuming func finish() throws(Raised) -> Ref {
        if count < 2 { return count == 0 ? BytesObject.empty : BytesObject.make(byte: data[0]) }
        if 33 + count <= Int(_pyswift_heap.largest_listed) || blockSize <= Int(_pyswift_heap.largest_listed) {
            return try BytesObject.make(UnsafePointer(data), count)
        }
        var block = block
        if let shrunk = Allocator.resizePlain(block, 33 + count) { block = shrunk }
        blockSize = 0
        return BytesObject.initialize(block, count)
    }
}
