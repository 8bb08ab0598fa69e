// BLAKE2b and BLAKE2s (RFC 7693), with key, salt, personalisation and the parameters of trees.

import Runtime

struct BLAKE2Parameters {
    var digestSize = 0
    var keySize = 0
    var fanout = 1
    var depth = 1
    var leafSize: UInt32 = 0
    var nodeOffset: UInt64 = 0
    var nodeDepth = 0
    var innerSize = 0
    var salt: [UInt8] = []
    var person: [UInt8] = []
    var isLastNode = false
}

/// The permutations of the message words, a row a round.
enum BLAKE2Order {
    nonisolated(unsafe) static let rows = DigestTable<UInt8>([
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3,
        11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4, 7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8,
        9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13, 2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9,
        12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11, 13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10,
        6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5, 10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0,
    ])
}

/// Words of 64 bits make BLAKE2b, of 32 bits BLAKE2s.
final class BLAKE2<Word: FixedWidthInteger & UnsignedInteger>: Digest {
    private let state = MutableRow<Word>.allocate(capacity: 8)
    private let work = MutableRow<Word>.allocate(capacity: 32)
    private var counted: UInt64 = 0
    private let isLastNode: Bool
    private static var isWide: Bool { Word.bitWidth == 64 }
    override var keepsLastBlock: Bool { true }

    private static func start(_ index: Int) -> Word {
        isWide ? Word(truncatingIfNeeded: DigestConstants.start512[index]) : Word(truncatingIfNeeded: DigestConstants.start256[index])
    }

    init(_ parameters: BLAKE2Parameters) {
        isLastNode = parameters.isLastNode
        super.init(blockSize: BLAKE2.isWide ? 128 : 64, digestSize: parameters.digestSize)
        let size = BLAKE2.isWide ? 64 : 32
        var bytes = [UInt8](repeating: 0, count: size)
        bytes[0] = UInt8(parameters.digestSize)
        bytes[1] = UInt8(parameters.keySize)
        bytes[2] = UInt8(parameters.fanout)
        bytes[3] = UInt8(parameters.depth)
        for index in 0..<4 { bytes[4 + index] = UInt8(truncatingIfNeeded: parameters.leafSize >> UInt32(8 * index)) }
        let offsetSize = BLAKE2.isWide ? 8 : 6
        for index in 0..<offsetSize { bytes[8 + index] = UInt8(truncatingIfNeeded: parameters.nodeOffset >> UInt64(8 * index)) }
        bytes[8 + offsetSize] = UInt8(parameters.nodeDepth)
        bytes[9 + offsetSize] = UInt8(parameters.innerSize)
        let extra = BLAKE2.isWide ? 16 : 8
        for (index, byte) in parameters.salt.prefix(extra).enumerated() { bytes[size - 2 * extra + index] = byte }
        for (index, byte) in parameters.person.prefix(extra).enumerated() { bytes[size - extra + index] = byte }
        let width = Word.bitWidth / 8
        for index in 0..<8 {
            var word: Word = 0
            for byte in 0..<width { word |= Word(bytes[index * width + byte]) << Word(8 * byte) }
            state[index] = BLAKE2.start(index) ^ word
        }
    }
    private init(like other: BLAKE2) {
        isLastNode = other.isLastNode
        super.init(blockSize: other.blockSize, digestSize: other.digestSize)
        state.update(from: other.state, count: 8)
        counted = other.counted
        copyBuffer(from: other)
    }
    deinit {
        state.deallocate()
        work.deallocate()
    }
    override func copy() -> Digest { BLAKE2(like: self) }

    override func compress(_ bytes: BytePointer) {
        counted &+= UInt64(blockSize)
        mix(bytes, last: false)
    }
    private func mix(_ bytes: BytePointer, last: Bool) {
        let (h, v, m) = (state, work, work + 16)
        let isWide = BLAKE2.isWide
        for index in 0..<16 {
            m[index] = isWide ? Word(truncatingIfNeeded: Digest.little64(bytes, index)) : Word(truncatingIfNeeded: Digest.little32(bytes, index))
        }
        for index in 0..<8 {
            v[index] = h[index]
            v[index &+ 8] = BLAKE2.start(index)
        }
        v[12] ^= Word(truncatingIfNeeded: counted)
        if !isWide { v[13] ^= Word(truncatingIfNeeded: counted >> 32) }
        if last {
            v[14] = ~v[14]
            if isLastNode { v[15] = ~v[15] }
        }
        let bits = Word(truncatingIfNeeded: Word.bitWidth)
        let (r1, r2, r3, r4): (Word, Word, Word, Word) = isWide ? (32, 24, 16, 63) : (16, 12, 8, 7)
        @inline(__always) func rotate(_ x: Word, _ by: Word) -> Word { x &>> by | x &<< (bits &- by) }
        let order = BLAKE2Order.rows
        @inline(__always) func quarter(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ at: Int) {
            v[a] = v[a] &+ v[b] &+ m[Int(order[at])]
            v[d] = rotate(v[d] ^ v[a], r1)
            v[c] = v[c] &+ v[d]
            v[b] = rotate(v[b] ^ v[c], r2)
            v[a] = v[a] &+ v[b] &+ m[Int(order[at &+ 1])]
            v[d] = rotate(v[d] ^ v[a], r3)
            v[c] = v[c] &+ v[d]
            v[b] = rotate(v[b] ^ v[c], r4)
        }
        for round in 0..<(isWide ? 12 : 10) {
            let row = round % 10 &* 16
            quarter(0, 4, 8, 12, row)
            quarter(1, 5, 9, 13, row &+ 2)
            quarter(2, 6, 10, 14, row &+ 4)
            quarter(3, 7, 11, 15, row &+ 6)
            quarter(0, 5, 10, 15, row &+ 8)
            quarter(1, 6, 11, 12, row &+ 10)
            quarter(2, 7, 8, 13, row &+ 12)
            quarter(3, 4, 9, 14, row &+ 14)
        }
        for index in 0..<8 { h[index] ^= v[index] ^ v[index &+ 8] }
    }
    override func finish(_ target: MutableBytePointer) {
        counted &+= UInt64(filled)
        (block + filled).update(repeating: 0, count: blockSize - filled)
        mix(BytePointer(block), last: true)
        let width = Word.bitWidth / 8
        for index in 0..<digestSize { target[index] = UInt8(truncatingIfNeeded: state[index / width] >> Word(8 * (index % width))) }
    }
}
