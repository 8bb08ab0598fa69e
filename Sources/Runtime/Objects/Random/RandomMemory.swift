// Memory of random number generators: the words of the Mersenne twister lie in the object, at +16.

import CPythonABI
import Glibc
import Numerics

public enum RandomMemory {
    public static func twister(_ self: Value) -> MersenneTwister {
        MersenneTwister(state: (UnsafeMutableRawPointer(self.object) + 16).assumingMemoryBound(to: UInt32.self))
    }
    public static func make(_ type: TypePointer, exact: TypePointer) throws(Raised) -> Ref {
        if type == exact { return Ref(owned: Value(ObjectMemory.new(type, as: PyObject.self, size: type.pointee.tp_basicsize))) }
        return try Instances.allocate(type)
    }
    public static let deallocate: @convention(c) (ObjectPointer?) -> Void = { object in
        guard let object, let type = object.pointee.ob_type else { return }
        if type.isHeapType {
            freeInstance(object)
        } else {
            ObjectMemory.free(object, size: type.pointee.tp_basicsize)
        }
    }

    /// Seeds with an int that is not negative: its 32-bit words, least significant first.
    public static func seed(_ twister: MersenneTwister, _ number: Value) throws(Raised) {
        let bits = try IntArithmetic.bitLength(number)
        let count = max((bits + 31) / 32, 1)
        guard let room = calloc(count, 4) else { throw raise(.memoryError, argument: .null) }
        defer { free(room) }
        let key = room.assumingMemoryBound(to: UInt32.self)
        let written = try IntObject.withDigits(number) { (digits, size) throws(Raised) -> Digits.ByteConversion in
            Digits.toBytes(room.assumingMemoryBound(to: UInt8.self), count * 4, digits, size: size, order: .little, signed: false)
        }
        _ = written
        twister.seed(key, count)
    }
    /// Seeds with randomness of the system.
    public static func seedFromSystem(_ twister: MersenneTwister) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 624) { buffer in
            guard let base = buffer.baseAddress else { return }
            // The source of randomness gives up to 256 bytes a request.
            var failed = false
            for start in stride(from: 0, to: 624, by: 64) where getentropy(base + start, min(64, 624 - start) * 4) != 0 { failed = true }
            if failed {
                var now = timespec()
                clock_gettime(CLOCK_REALTIME, &now)
                for index in 0..<624 { base[index] = UInt32(truncatingIfNeeded: now.tv_nsec &+ now.tv_sec &* (index + 1)) }
            }
            twister.seed(base, 624)
        }
    }
}
