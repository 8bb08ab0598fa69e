// Code on disk: an image that is read in one piece and linked almost by copying.
//
// An image holds a code object and all that are inside it. It stays in memory as long as one of them lives: tables that are looked
// into only when something is raised or asked for are read from it then, and never before.
//
//     0   mark              8 bytes, "pyswift" and a zero
//     8   fingerprint       of the instruction set and the compiler; see `CodeImage.fingerprint`
//     16  size              of the whole image in bytes, a multiple of 8
//     24  checksum          of everything behind it
//     32  strings, strings' offsets, unit of the outermost code (u32 each), zero
//     48  content
//
// All places are offsets from the start of the image. A string is a u32 `length << 2 | interned << 1 | ascii` and that many bytes of
// generalised UTF-8. A unit is the record of numbers that `CodeRecord` names. A constant is a u64: the `ConstantTag` in its low byte and
// a number above it. Instructions begin at multiples of 8, the other tables at multiples of 4.
//
// A file may be damaged in any way: the checksum finds that, and every offset is checked all the same before it is followed.

import CPythonABI
import Compiler
import Glibc

/// An image in memory. Owns its bytes.
public final class CodeImage {
    static let mark: UInt64 = 0x0074_6669_7773_7970
    static let headerSize = 48

    let base: UnsafeRawPointer
    let size: Int
    /// The pages of the file that the image stands in; nil if it is a block from malloc.
    private let mapping: UnsafeMutableRawBufferPointer?

    private init(base: UnsafeRawPointer, size: Int, mapping: UnsafeMutableRawBufferPointer?) {
        self.base = base
        self.size = size
        self.mapping = mapping
    }
    deinit {
        if let mapping { munmap(mapping.baseAddress, mapping.count) } else { free(UnsafeMutableRawPointer(mutating: base)) }
    }

    /// Images from this size on are not read, but their file's pages used as they are. Files are never changed in place: they appear and
    /// go whole.
    private static let mappedSize = 1 << 14

    /// Of a mapped image: what was read so far is given back to the system. What is still wanted comes again by itself.
    func forgetPages() {
        if let mapping { madvise(mapping.baseAddress, mapping.count, MADV_DONTNEED) }
    }

    /// Says which code this program can run. Set when the program starts, before the first image is read.
    nonisolated(unsafe) public static var fingerprint = UInt64(CodeUnit.formatVersion) << 32 | 1

    @inline(__always) func word(_ offset: Int) -> Int { Int(base.loadUnaligned(fromByteOffset: offset, as: UInt32.self)) }
    @inline(__always) func long(_ offset: Int) -> UInt64 { base.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    /// Whether a table is inside the image.
    @inline(__always) func holds(_ offset: Int, _ count: Int, _ stride: Int) -> Bool {
        offset >= CodeImage.headerSize && offset <= size && count <= (size &- offset) / stride
    }

    /// What the head of an image says of its size; nil if it is none, or not ours.
    static func size(head: UnsafeRawPointer, available: Int) -> Int? {
        guard available >= headerSize, head.loadUnaligned(as: UInt64.self) == mark,
            head.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == fingerprint
        else { return nil }
        let size = head.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        guard size >= UInt64(headerSize), size <= UInt64(available), size % 8 == 0, size < 1 << 31 else { return nil }
        return Int(size)
    }
    private static func isWhole(_ base: UnsafeRawPointer, _ size: Int) -> Bool {
        checksum(base + 32, size - 32) == base.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    }

    /// A copy of an image that stands in other data; nil if it is damaged or not ours.
    public static func copy(_ bytes: UnsafeRawPointer, available: Int) -> CodeImage? {
        guard let size = size(head: bytes, available: available), isWhole(bytes, size), let block = malloc(size) else { return nil }
        copyBytes(block, bytes, size)
        return CodeImage(base: UnsafeRawPointer(block), size: size, mapping: nil)
    }
    /// Reads an image out of a file; nil if it is not there, damaged or not ours.
    static func read(_ descriptor: Int32, _ offset: Int, _ size: Int) -> CodeImage? {
        guard size >= headerSize else { return nil }
        if size >= mappedSize, let image = map(descriptor, offset, size) { return image }
        guard let block = malloc(size) else { return nil }
        var done = 0
        while done < size {
            let count = pread(descriptor, block + done, size - done, off_t(offset + done))
            if count < 0 && errno == EINTR { continue }
            if count <= 0 { break }
            done += count
        }
        guard done == size, let whole = self.size(head: UnsafeRawPointer(block), available: size), isWhole(UnsafeRawPointer(block), whole) else {
            free(block)
            return nil
        }
        return CodeImage(base: UnsafeRawPointer(block), size: whole, mapping: nil)
    }
    private static func map(_ descriptor: Int32, _ offset: Int, _ size: Int) -> CodeImage? {
        var status = stat()
        // A file that ends earlier would end the process.
        guard fstat(descriptor, &status) == 0, Int(status.st_size) >= offset + size else { return nil }
        let start = offset & ~0xFFF
        guard let pages = mmap(nil, offset - start + size, PROT_READ, MAP_PRIVATE, descriptor, off_t(start)), pages != MAP_FAILED else { return nil }
        let base = UnsafeRawPointer(pages) + (offset - start)
        guard let whole = self.size(head: base, available: size), isWhole(base, whole) else {
            munmap(pages, offset - start + size)
            return nil
        }
        return CodeImage(base: base, size: whole, mapping: UnsafeMutableRawBufferPointer(start: pages, count: offset - start + size))
    }
    /// Four chains of multiplication, so that the processor works on them at once.
    static func checksum(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
        let factor: UInt64 = 0xFF51_AFD7_ED55_8CCD
        var (a, b, c, d) = (UInt64(count), 0x9E37_79B9_7F4A_7C15 as UInt64, 0xC2B2_AE3D_27D4_EB4F as UInt64, 0x1656_67B1_9E37_79F9 as UInt64)
        var at = 0
        while at &+ 32 <= count {
            a = (a ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* factor
            b = (b ^ bytes.loadUnaligned(fromByteOffset: at &+ 8, as: UInt64.self)) &* factor
            c = (c ^ bytes.loadUnaligned(fromByteOffset: at &+ 16, as: UInt64.self)) &* factor
            d = (d ^ bytes.loadUnaligned(fromByteOffset: at &+ 24, as: UInt64.self)) &* factor
            a ^= a &>> 29
            b ^= b &>> 31
            c ^= c &>> 33
            d ^= d &>> 37
            at = at &+ 32
        }
        while at &+ 8 <= count {
            a = (a ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) &* factor
            a ^= a &>> 29
            at = at &+ 8
        }
        var state = a
        for part in [b, c, d] {
            state = (state ^ part) &* factor
            state ^= state &>> 32
        }
        return state
    }
}

/// The numbers of a unit's record, each a u32, in this order. Two for each table: how many there are, and where.
enum CodeRecord: Int {
    case name, qualifiedName, filename, firstLine, flags, argumentCount, positionalOnlyCount, keywordOnlyCount, localCount, registerCount
    case instructionCount, instructions
    case constantCount, constants
    case nameCount, names
    case variableCount, variables
    case cellCount, cells, cellRegisters
    case freeCount, frees
    case exceptionCount, exceptions
    case liveCount, lives
    case liveSetCount, liveSets
    case positionCount, positions
    case end
    static let size = CodeRecord.end.rawValue * 4
}

/// Tags of constants in an image.
enum ImageConstant: UInt8 {
    case none, `true`, `false`, ellipsis
    /// The number itself, 56 bits.
    case int
    /// Offset of: 1 if negative, number of digits, digits of 30 bits.
    case bigInt
    /// Offset of the eight bytes; of sixteen.
    case float, complex
    /// Number of the string.
    case string
    /// Offset of the length and the bytes.
    case bytes
    /// Offset of the count (a u64) and the items.
    case tuple, frozenset
    /// Offset of the unit.
    case code
}
