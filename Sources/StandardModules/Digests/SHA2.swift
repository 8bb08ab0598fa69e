// SHA-2 (FIPS 180-4): SHA-224 and SHA-256 with words of 32 bits, SHA-384 and SHA-512 with words of 64.

import Runtime

final class SHA256: Digest {
    private let state = MutableRow<UInt32>.allocate(capacity: 8)
    private let words = MutableRow<UInt32>.allocate(capacity: 64)

    init(digestSize: Int) {
        super.init(blockSize: 64, digestSize: digestSize)
        for index in 0..<8 { state[index] = digestSize == 28 ? DigestConstants.start224[index] : DigestConstants.start256[index] }
    }
    deinit {
        state.deallocate()
        words.deallocate()
    }
    override func copy() -> Digest {
        let result = SHA256(digestSize: digestSize)
        result.state.update(from: state, count: 8)
        result.copyBuffer(from: self)
        return result
    }
    @inline(__always) private static func rotate(_ x: UInt32, _ by: UInt32) -> UInt32 { x &>> by | x &<< (32 &- by) }

    override func compress(_ bytes: BytePointer) {
        let (w, s, table) = (words, state, DigestConstants.sha256)
        for index in 0..<16 { w[index] = Digest.big32(bytes, index) }
        for index in 16..<64 {
            let (x, y) = (w[index &- 15], w[index &- 2])
            let low = SHA256.rotate(x, 7) ^ SHA256.rotate(x, 18) ^ x &>> 3
            let high = SHA256.rotate(y, 17) ^ SHA256.rotate(y, 19) ^ y &>> 10
            w[index] = w[index &- 16] &+ low &+ w[index &- 7] &+ high
        }
        var (a, b, c, d, e, f, g, h) = (s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7])
        for index in 0..<64 {
            let high = SHA256.rotate(e, 6) ^ SHA256.rotate(e, 11) ^ SHA256.rotate(e, 25)
            let first = h &+ high &+ ((e & f) ^ (~e & g)) &+ table[index] &+ w[index]
            let low = SHA256.rotate(a, 2) ^ SHA256.rotate(a, 13) ^ SHA256.rotate(a, 22)
            let second = low &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        s[0] &+= a; s[1] &+= b; s[2] &+= c; s[3] &+= d
        s[4] &+= e; s[5] &+= f; s[6] &+= g; s[7] &+= h
    }
    override func finish(_ target: MutableBytePointer) {
        pad(lengthBytes: 8, bigEndian: true)
        for index in 0..<digestSize / 4 { Digest.store(state[index], target + 4 * index, bigEndian: true) }
    }
}

final class SHA512: Digest {
    private let state = MutableRow<UInt64>.allocate(capacity: 8)
    private let words = MutableRow<UInt64>.allocate(capacity: 80)

    init(digestSize: Int) {
        super.init(blockSize: 128, digestSize: digestSize)
        for index in 0..<8 { state[index] = digestSize == 48 ? DigestConstants.start384[index] : DigestConstants.start512[index] }
    }
    deinit {
        state.deallocate()
        words.deallocate()
    }
    override func copy() -> Digest {
        let result = SHA512(digestSize: digestSize)
        result.state.update(from: state, count: 8)
        result.copyBuffer(from: self)
        return result
    }
    @inline(__always) private static func rotate(_ x: UInt64, _ by: UInt64) -> UInt64 { x &>> by | x &<< (64 &- by) }

    override func compress(_ bytes: BytePointer) {
        let (w, s, table) = (words, state, DigestConstants.sha512)
        for index in 0..<16 { w[index] = Digest.big64(bytes, index) }
        for index in 16..<80 {
            let (x, y) = (w[index &- 15], w[index &- 2])
            let low = SHA512.rotate(x, 1) ^ SHA512.rotate(x, 8) ^ x &>> 7
            let high = SHA512.rotate(y, 19) ^ SHA512.rotate(y, 61) ^ y &>> 6
            w[index] = w[index &- 16] &+ low &+ w[index &- 7] &+ high
        }
        var (a, b, c, d, e, f, g, h) = (s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7])
        for index in 0..<80 {
            let high = SHA512.rotate(e, 14) ^ SHA512.rotate(e, 18) ^ SHA512.rotate(e, 41)
            let first = h &+ high &+ ((e & f) ^ (~e & g)) &+ table[index] &+ w[index]
            let low = SHA512.rotate(a, 28) ^ SHA512.rotate(a, 34) ^ SHA512.rotate(a, 39)
            let second = low &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        s[0] &+= a; s[1] &+= b; s[2] &+= c; s[3] &+= d
        s[4] &+= e; s[5] &+= f; s[6] &+= g; s[7] &+= h
    }
    override func finish(_ target: MutableBytePointer) {
        pad(lengthBytes: 16, bigEndian: true)
        for index in 0..<digestSize / 8 { Digest.store(state[index], target + 8 * index, bigEndian: true) }
    }
}
