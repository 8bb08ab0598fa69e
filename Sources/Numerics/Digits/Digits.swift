#if canImport(Glibc)
import Glibc
#endif

/// Arithmetic on the magnitudes of Python ints, straight on the digits of the object.
///
/// A magnitude is an array of 30-bit digits in `UInt32`s, least significant first, as `PyLongObject` keeps it. It is
/// *normalised* when its last digit is not zero; zero has no digits. All operands here are normalised and all counts
/// returned are those of the normalised result.
///
///     value = d[0] + d[1] * 2^30 + d[2] * 2^60 + ...
///
/// Where a sign matters, a *size* is passed in place of a count: the number of digits, negated for a negative number,
/// which is what `ob_size` holds. Functions that take sizes have `Size` in their labels and return sizes.
///
/// The caller supplies the result's memory; each function states how many digits it may write (its *room*), which can be
/// more than the result has. Results may start at the same address as an operand only where this is said.
///
/// Small operands are worked on in place. Larger ones are repacked into 64-bit limbs first (see `Limbs`): a product of
/// words does the work of four and a half products of digits, which pays for two linear conversions from a dozen digits on.
public enum Digits {
    public typealias Digit = UInt32

    /// Why an operation gave up. Small operands never do.
    public enum Interruption: Error {
        case outOfMemory
        /// `shouldStop` answered true.
        case stopped
    }

    /// Asked now and then during operations that can run for long. Nil means that nothing stops them.
    nonisolated(unsafe) public static var shouldStop: (@convention(c) () -> Bool)?

    @inlinable public static var bitsPerDigit: Int { 30 }
    @inlinable public static var mask: UInt32 { 0x3FFF_FFFF }
    @inlinable static var wideMask: UInt64 { 0x3FFF_FFFF }

    @inline(__always)
    static func poll() throws(Interruption) {
        if let shouldStop, shouldStop() { throw .stopped }
    }

    /// The count without leading zero digits.
    @inlinable
    public static func normalisedCount(_ digits: UnsafePointer<UInt32>, _ count: Int) -> Int {
        var count = count
        while count > 0 && digits[count &- 1] == 0 { count &-= 1 }
        return count
    }

    /// -1, 0 or 1.
    @inlinable
    public static func compare(
        _ a: UnsafePointer<UInt32>, _ aCount: Int, _ b: UnsafePointer<UInt32>, _ bCount: Int
    ) -> Int {
        if aCount != bCount { return aCount < bCount ? -1 : 1 }
        var i = aCount
        while i > 0 {
            i &-= 1
            if a[i] != b[i] { return a[i] < b[i] ? -1 : 1 }
        }
        return 0
    }

    /// -1, 0 or 1, of signed numbers.
    @inlinable
    public static func compareSigned(
        _ a: UnsafePointer<UInt32>, aSize: Int, _ b: UnsafePointer<UInt32>, bSize: Int
    ) -> Int {
        if aSize != bSize { return aSize < bSize ? -1 : 1 }
        return aSize < 0 ? compare(b, 0 &- aSize, a, 0 &- aSize) : compare(a, aSize, b, aSize)
    }

    /// Number of bits of the magnitude; 0 for zero.
    @inlinable
    public static func bitLength(_ a: UnsafePointer<UInt32>, _ count: Int) -> Int {
        if count == 0 { return 0 }
        return count &* 30 &- (a[count &- 1].leadingZeroBitCount &- 2)
    }

    /// Number of one bits of the magnitude.
    @inlinable
    public static func bitCount(_ a: UnsafePointer<UInt32>, _ count: Int) -> Int {
        var total = 0
        for i in 0..<count { total &+= a[i].nonzeroBitCount }
        return total
    }

    /// Number of zero bits below the lowest one bit; 0 for zero.
    public static func trailingZeroBits(_ a: UnsafePointer<UInt32>, _ count: Int) -> Int {
        var i = 0
        while i < count && a[i] == 0 { i &+= 1 }
        return i == count ? 0 : i &* 30 &+ a[i].trailingZeroBitCount
    }

    // MARK: Machine integers

    /// Writes a word. Room: 3.
    @inlinable @discardableResult
    public static func set(_ result: UnsafeMutablePointer<UInt32>, _ value: UInt64) -> Int {
        result[0] = UInt32(truncatingIfNeeded: value) & mask
        result[1] = UInt32(truncatingIfNeeded: value >> 30) & mask
        result[2] = UInt32(truncatingIfNeeded: value >> 60)
        return value < 1 << 30 ? (value == 0 ? 0 : 1) : value < 1 << 60 ? 2 : 3
    }

    /// Writes a signed word and returns its size. Room: 3.
    @inlinable @discardableResult
    public static func set(_ result: UnsafeMutablePointer<UInt32>, signed value: Int64) -> Int {
        let count = set(result, value.magnitude)
        return value < 0 ? 0 &- count : count
    }

    /// The magnitude as a word, or nil if it has more than 64 bits.
    @inlinable
    public static func word(_ a: UnsafePointer<UInt32>, _ count: Int) -> UInt64? {
        switch count {
        case 0: return 0
        case 1: return UInt64(a[0])
        case 2: return UInt64(a[0]) | UInt64(a[1]) << 30
        case 3 where a[2] < 16: return UInt64(a[0]) | UInt64(a[1]) << 30 | UInt64(a[2]) << 60
        default: return nil
        }
    }

    /// The magnitude modulo 2^64.
    @inlinable
    public static func truncatedWord(_ a: UnsafePointer<UInt32>, _ count: Int) -> UInt64 {
        if count == 0 { return 0 }
        var word = UInt64(a[0])
        if count > 1 { word |= UInt64(a[1]) << 30 }
        if count > 2 { word |= UInt64(a[2]) << 60 }
        return word
    }

    /// The signed number, or nil if it does not fit.
    @inlinable
    public static func int64(_ a: UnsafePointer<UInt32>, size: Int) -> Int64? {
        guard let magnitude = word(a, size < 0 ? 0 &- size : size) else { return nil }
        if size < 0 { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
        return magnitude < 1 << 63 ? Int64(truncatingIfNeeded: magnitude) : nil
    }
}

/// Temporary words of the 64-bit kind, freed at the end of the scope that owns them.
struct Scratch: ~Copyable {
    let words: UnsafeMutablePointer<UInt64>

    init(_ count: Int) throws(Digits.Interruption) {
        guard count >= 0, count < Int.max / 16, let memory = malloc((count &+ 1) &* 8) else { throw .outOfMemory }
        words = memory.assumingMemoryBound(to: UInt64.self)
    }

    /// The same memory seen as twice as many 30-bit digits.
    var digits: UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer(words).assumingMemoryBound(to: UInt32.self)
    }

    deinit { free(words) }
}
