// Message digests: what they have in common.

import CPythonABI
import Runtime

/// Numbers in permanent memory.
struct DigestTable<Number> {
    private let memory: CharacterPointer<Number>
    init(_ numbers: [Number]) {
        let room = MutableRow<Number>.allocate(capacity: numbers.count)
        for (index, number) in numbers.enumerated() { (room + index).initialize(to: number) }
        memory = CharacterPointer(room)
    }
    @inline(__always) subscript(index: Int) -> Number { memory[index] }
}

/// A digest under way. Bytes are gathered in a block, which the algorithm takes in when it is full.
class Digest {
    let blockSize: Int
    let digestSize: Int
    /// Bytes taken so far.
    private(set) var total: UInt64 = 0
    let block: MutableBytePointer
    private(set) var filled = 0

    init(blockSize: Int, digestSize: Int) {
        self.blockSize = blockSize
        self.digestSize = digestSize
        block = MutableBytePointer.allocate(capacity: 256)
        block.initialize(repeating: 0, count: 256)
    }
    deinit { block.deallocate() }

    /// Takes a block in.
    func compress(_ bytes: BytePointer) {}
    /// Writes the digest; the state is spent.
    func finish(_ target: MutableBytePointer) {}
    /// The same state anew.
    func copy() -> Digest { self }
    /// Whether a full block must wait until more comes (BLAKE2 marks the last one).
    var keepsLastBlock: Bool { false }

    final func copyBuffer(from other: Digest) {
        total = other.total
        filled = other.filled
        block.update(from: other.block, count: 256)
    }
    final func update(_ bytes: BytePointer, _ count: Int) {
        var bytes = bytes
        var count = count
        total &+= UInt64(count)
        let keeps = keepsLastBlock ? 1 : 0
        if filled > 0 {
            let part = min(blockSize - filled, count)
            (block + filled).update(from: bytes, count: part)
            filled += part
            bytes += part
            count -= part
            if filled < blockSize || count < keeps { return }
            compress(BytePointer(block))
            filled = 0
        }
        while count >= blockSize + keeps {
            compress(bytes)
            bytes += blockSize
            count -= blockSize
        }
        block.update(from: bytes, count: count)
        filled = count
    }
    /// Ends the message as MD5 and SHA do: a one bit, zeros, the length in bits.
    final func pad(lengthBytes: Int, bigEndian: Bool) {
        let bits = total &* 8
        block[filled] = 0x80
        filled += 1
        if filled > blockSize - lengthBytes {
            (block + filled).update(repeating: 0, count: blockSize - filled)
            compress(BytePointer(block))
            filled = 0
        }
        (block + filled).update(repeating: 0, count: blockSize - filled)
        for index in 0..<8 {
            let shift = UInt64(bigEndian ? 56 - 8 * index : 8 * index)
            block[blockSize - (bigEndian ? 8 : lengthBytes) + index] = UInt8(truncatingIfNeeded: bits >> shift)
        }
        compress(BytePointer(block))
    }

    @inline(__always) static func big32(_ bytes: BytePointer, _ index: Int) -> UInt32 {
        let at = bytes + index &* 4
        return UInt32(at[0]) << 24 | UInt32(at[1]) << 16 | UInt32(at[2]) << 8 | UInt32(at[3])
    }
    @inline(__always) static func little32(_ bytes: BytePointer, _ index: Int) -> UInt32 {
        let at = bytes + index &* 4
        return UInt32(at[3]) << 24 | UInt32(at[2]) << 16 | UInt32(at[1]) << 8 | UInt32(at[0])
    }
    @inline(__always) static func little64(_ bytes: BytePointer, _ index: Int) -> UInt64 {
        UInt64(little32(bytes, index &* 2)) | UInt64(little32(bytes, index &* 2 &+ 1)) << 32
    }
    @inline(__always) static func big64(_ bytes: BytePointer, _ index: Int) -> UInt64 {
        UInt64(big32(bytes, index &* 2)) << 32 | UInt64(big32(bytes, index &* 2 &+ 1))
    }
    static func store<Number: FixedWidthInteger>(_ number: Number, _ target: MutableBytePointer, bigEndian: Bool) {
        let size = Number.bitWidth / 8
        for index in 0..<size {
            target[index] = UInt8(truncatingIfNeeded: number >> Number(8 * (bigEndian ? size - 1 - index : index)))
        }
    }
}
