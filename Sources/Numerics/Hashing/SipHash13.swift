#if canImport(Glibc)
import Glibc
#endif

/// The key of string hashes, and the key of `pyexpat` behind it: 24 bytes, random or derived from `PYTHONHASHSEED`.
public struct HashSecret: Sendable {
    public var key0: UInt64
    public var key1: UInt64
    /// The salt of `pyexpat`'s hash tables.
    public var expatSalt: UInt64

    @inlinable
    public init(key0: UInt64, key1: UInt64, expatSalt: UInt64) {
        self.key0 = key0
        self.key1 = key1
        self.expatSalt = expatSalt
    }

    /// `PYTHONHASHSEED=seed`. Seed 0 gives the zero key, which is also that of runs with hash randomisation off.
    public init(seed: UInt32) {
        self.init(key0: 0, key1: 0, expatSalt: 0)
        if seed == 0 { return }
        var state = seed
        func next() -> UInt64 {
            var word: UInt64 = 0
            for i in 0..<8 {
                state = state &* 214013 &+ 2531011
                word |= UInt64(state &>> 16 & 0xFF) &<< UInt64(8 &* i)
            }
            return word
        }
        key0 = next()
        key1 = next()
        expatSalt = next()
    }

    /// Random key from the system.
    public static func random() -> HashSecret {
        var generator = SystemRandomNumberGenerator()
        return HashSecret(key0: generator.next(), key1: generator.next(), expatSalt: generator.next())
    }
}

/// The hash of str, bytes and memoryview: SipHash with one compression and three finalisation rounds
/// (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012).
public enum SipHash13 {
    /// Python's hash of a buffer: 0 for an empty one, and never -1. Strings hash the bytes of their canonical storage (1, 2 or
    /// 4 bytes a character).
    public static func hash(_ bytes: UnsafeRawPointer, _ count: Int, _ secret: HashSecret) -> Int {
        if count <= 0 { return 0 }
        let result = Int(truncatingIfNeeded: digest(bytes, count, key0: secret.key0, key1: secret.key1))
        return result == -1 ? -2 : result
    }

    /// SipHash-1-3 itself.
    public static func digest(_ bytes: UnsafeRawPointer, _ count: Int, key0: UInt64, key1: UInt64) -> UInt64 {
        var state = State(key0, key1)
        let whole = count & ~7
        var i = 0
        while i < whole {
            state.absorb(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)))
            i &+= 8
        }
        // The last word: up to seven bytes that are left, and the length on top.
        var last = UInt64(truncatingIfNeeded: count) &<< 56
        let rest = count &- whole
        if rest >= 4 {
            last |= UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: whole, as: UInt32.self)))
            i = whole &+ 4
        }
        var shift = UInt64(truncatingIfNeeded: i &- whole) &* 8
        while i < count {
            last |= UInt64(bytes.load(fromByteOffset: i, as: UInt8.self)) &<< shift
            shift &+= 8
            i &+= 1
        }
        state.absorb(last)
        return state.finish()
    }

    private struct State {
        var v0: UInt64
        var v1: UInt64
        var v2: UInt64
        var v3: UInt64

        @inline(__always)
        init(_ key0: UInt64, _ key1: UInt64) {
            v0 = key0 ^ 0x736F_6D65_7073_6575
            v1 = key1 ^ 0x646F_7261_6E64_6F6D
            v2 = key0 ^ 0x6C79_6765_6E65_7261
            v3 = key1 ^ 0x7465_6462_7974_6573
        }

        @inline(__always)
        static func rotate(_ x: UInt64, _ by: UInt64) -> UInt64 { x &<< by | x &>> (64 &- by) }

        @inline(__always)
        mutating func round() {
            v0 = v0 &+ v1
            v1 = Self.rotate(v1, 13) ^ v0
            v0 = Self.rotate(v0, 32)
            v2 = v2 &+ v3
            v3 = Self.rotate(v3, 16) ^ v2
            v0 = v0 &+ v3
            v3 = Self.rotate(v3, 21) ^ v0
            v2 = v2 &+ v1
            v1 = Self.rotate(v1, 17) ^ v2
            v2 = Self.rotate(v2, 32)
        }

        @inline(__always)
        mutating func absorb(_ word: UInt64) {
            v3 ^= word
            round()
            v0 ^= word
        }

        @inline(__always)
        mutating func finish() -> UInt64 {
            v2 ^= 0xFF
            round()
            round()
            round()
            return v0 ^ v1 ^ v2 ^ v3
        }
    }
}
