#if canImport(Glibc)
import Glibc
#endif

/// A growing array of code points. Memory that cannot be had makes it `failed`, and appending to it does nothing.
public struct CodePointBuffer: ~Copyable {
    public private(set) var pointer: UnsafeMutablePointer<UInt32>
    public private(set) var count = 0
    private var capacity: Int
    /// MemoryError.
    public private(set) var failed = false

    public init(capacity: Int) {
        let wanted = max(capacity, 16)
        if wanted < Int.max / 8, let memory = malloc(wanted &* 4) {
            pointer = memory.assumingMemoryBound(to: UInt32.self)
            self.capacity = wanted
        } else {
            // Never written to: the capacity is zero.
            pointer = UnsafeMutablePointer(bitPattern: 8).unsafelyUnwrapped
            self.capacity = 0
            failed = true
        }
    }

    deinit {
        if capacity > 0 { free(pointer) }
    }

    @inline(__always)
    public mutating func append(_ c: UInt32) {
        if count == capacity && !grow() { return }
        pointer[count] = c
        count &+= 1
    }

    private mutating func grow() -> Bool {
        if failed { return false }
        guard capacity < Int.max / 16, let memory = realloc(pointer, capacity &* 8) else {
            failed = true
            return false
        }
        pointer = memory.assumingMemoryBound(to: UInt32.self)
        capacity &*= 2
        return true
    }

    /// Cuts the end off.
    mutating func truncate(_ count: Int) { self.count = count }
}
