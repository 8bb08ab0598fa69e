// SHA-3 and SHAKE (FIPS 202), over the permutation Keccak-f[1600].

import Runtime

final class SHA3: Digest {
    private let state = MutableRow<UInt64>.allocate(capacity: 25)
    private let lanes = MutableRow<UInt64>.allocate(capacity: 30)
    /// The bits that tell the functions of the family apart.
    let suffix: UInt8

    init(capacityBytes: Int, digestSize: Int, suffix: UInt8) {
        self.suffix = suffix
        state.initialize(repeating: 0, count: 25)
        super.init(blockSize: 200 - capacityBytes, digestSize: digestSize)
    }
    deinit {
        state.deallocate()
        lanes.deallocate()
    }
    override func copy() -> Digest {
        let result = SHA3(capacityBytes: 200 - blockSize, digestSize: digestSize, suffix: suffix)
        result.state.update(from: state, count: 25)
        result.copyBuffer(from: self)
        return result
    }
    override func compress(_ bytes: BytePointer) {
        for index in 0..<blockSize / 8 { state[index] ^= Digest.little64(bytes, index) }
        permute()
    }
    private func permute() {
        let (s, t, table) = (state, lanes, DigestConstants.keccak)
        @inline(__always) func rotate(_ x: UInt64, _ by: UInt64) -> UInt64 { by == 0 ? x : x &<< by | x &>> (64 &- by) }
        for round in 0..<24 {
            for x in 0..<5 { t[25 &+ x] = s[x] ^ s[x &+ 5] ^ s[x &+ 10] ^ s[x &+ 15] ^ s[x &+ 20] }
            for x in 0..<5 {
                let mix = t[25 &+ (x &+ 4) % 5] ^ rotate(t[25 &+ (x &+ 1) % 5], 1)
                s[x] ^= mix
                s[x &+ 5] ^= mix
                s[x &+ 10] ^= mix
                s[x &+ 15] ^= mix
                s[x &+ 20] ^= mix
            }
            // Each lane moves to the next place of a walk through all, turned by a triangular number.
            t[0] = s[0]
            var (x, y) = (1, 0)
            var turn: UInt64 = 0
            for step in 1...24 {
                turn = (turn &+ UInt64(step)) & 63
                let lane = s[x &+ 5 &* y]
                (x, y) = (y, (2 &* x &+ 3 &* y) % 5)
                t[x &+ 5 &* y] = rotate(lane, turn)
            }
            var row = 0
            while row < 25 {
                let (a, b, c, d, e) = (t[row], t[row &+ 1], t[row &+ 2], t[row &+ 3], t[row &+ 4])
                s[row] = a ^ (~b & c)
                s[row &+ 1] = b ^ (~c & d)
                s[row &+ 2] = c ^ (~d & e)
                s[row &+ 3] = d ^ (~e & a)
                s[row &+ 4] = e ^ (~a & b)
                row &+= 5
            }
            s[0] ^= table[round]
        }
    }
    override func finish(_ target: MutableBytePointer) { squeeze(target, digestSize) }

    /// Writes any number of bytes of output.
    func squeeze(_ target: MutableBytePointer, _ count: Int) {
        (block + filled).update(repeating: 0, count: blockSize - filled)
        block[filled] ^= suffix
        block[blockSize - 1] ^= 0x80
        compress(BytePointer(block))
        var written = 0
        while written < count {
            let part = min(blockSize, count - written)
            for index in 0..<part { target[written + index] = UInt8(truncatingIfNeeded: state[index / 8] >> UInt64(8 * (index % 8))) }
            written += part
            if written < count { permute() }
        }
    }
}
