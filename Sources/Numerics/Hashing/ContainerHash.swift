/// Hashes of tuples and frozensets out of those of their elements. Pure functions: the loop over the elements is the caller's.
public enum ContainerHash {
    /// The running hash of a tuple. One round of xxHash per element.
    public struct Tuple {
        @usableFromInline var accumulator: UInt64

        @inlinable public init() { accumulator = 2870177450012600261 }

        @inlinable
        public mutating func add(_ hash: Int) {
            accumulator = accumulator &+ UInt64(bitPattern: Int64(hash)) &* 14029467366897019727
            accumulator = accumulator &<< 31 | accumulator &>> 33
            accumulator = accumulator &* 11400714785074694791
        }

        @inlinable
        public func finish(count: Int) -> Int {
            let result = accumulator &+ (UInt64(truncatingIfNeeded: count) ^ (2870177450012600261 ^ 3527539))
            return result == .max ? 1546275796 : Int(truncatingIfNeeded: result)
        }
    }

    /// The running hash of a frozenset, which does not depend on the order of the elements.
    public struct FrozenSet {
        @usableFromInline var accumulator: UInt64

        @inlinable public init() { accumulator = 0 }

        @inlinable
        public mutating func add(_ hash: Int) {
            let h = UInt64(bitPattern: Int64(hash))
            accumulator ^= ((h ^ 89869747) ^ (h &<< 16)) &* 3644798167
        }

        @inlinable
        public func finish(count: Int) -> Int {
            var h = accumulator ^ (UInt64(truncatingIfNeeded: count) &+ 1) &* 1927868237
            h ^= (h &>> 11) ^ (h &>> 25)
            h = h &* 69069 &+ 907133923
            return h == .max ? 590923713 : Int(truncatingIfNeeded: h)
        }
    }
}
