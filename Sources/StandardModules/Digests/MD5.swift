// MD5 (RFC 1321) and SHA-1 (FIPS 180).

import Runtime

final class MD5: Digest {
    private var state: (UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476)

    init() { super.init(blockSize: 64, digestSize: 16) }
    override func copy() -> Digest {
        let result = MD5()
        result.state = state
        result.copyBuffer(from: self)
        return result
    }

    @inline(__always) private static func rotate(_ x: UInt32, _ by: UInt32) -> UInt32 { x &<< by | x &>> (32 &- by) }

    override func compress(_ bytes: BytePointer) {
        var (a, b, c, d) = state
        let table = DigestConstants.md5
        @inline(__always) func step(_ f: UInt32, _ index: Int, _ word: Int, _ shift: UInt32) {
            let sum = a &+ f &+ table[index] &+ Digest.little32(bytes, word)
            a = d
            d = c
            c = b
            b = b &+ MD5.rotate(sum, shift)
        }
        var index = 0
        while index < 16 {
            step((b & c) | (~b & d), index, index, 7)
            step((b & c) | (~b & d), index &+ 1, index &+ 1, 12)
            step((b & c) | (~b & d), index &+ 2, index &+ 2, 17)
            step((b & c) | (~b & d), index &+ 3, index &+ 3, 22)
            index &+= 4
        }
        while index < 32 {
            step((d & b) | (~d & c), index, (5 &* index &+ 1) & 15, 5)
            step((d & b) | (~d & c), index &+ 1, (5 &* index &+ 6) & 15, 9)
            step((d & b) | (~d & c), index &+ 2, (5 &* index &+ 11) & 15, 14)
            step((d & b) | (~d & c), index &+ 3, (5 &* index &+ 16) & 15, 20)
            index &+= 4
        }
        while index < 48 {
            step(b ^ c ^ d, index, (3 &* index &+ 5) & 15, 4)
            step(b ^ c ^ d, index &+ 1, (3 &* index &+ 8) & 15, 11)
            step(b ^ c ^ d, index &+ 2, (3 &* index &+ 11) & 15, 16)
            step(b ^ c ^ d, index &+ 3, (3 &* index &+ 14) & 15, 23)
            index &+= 4
        }
        while index < 64 {
            step(c ^ (b | ~d), index, (7 &* index) & 15, 6)
            step(c ^ (b | ~d), index &+ 1, (7 &* index &+ 7) & 15, 10)
            step(c ^ (b | ~d), index &+ 2, (7 &* index &+ 14) & 15, 15)
            step(c ^ (b | ~d), index &+ 3, (7 &* index &+ 21) & 15, 21)
            index &+= 4
        }
        state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d)
    }
    override func finish(_ target: MutableBytePointer) {
        pad(lengthBytes: 8, bigEndian: false)
        for (index, word) in [state.0, state.1, state.2, state.3].enumerated() { Digest.store(word, target + 4 * index, bigEndian: false) }
    }
}

final class SHA1: Digest {
    private var state: (UInt32, UInt32, UInt32, UInt32, UInt32) = (0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476, 0xC3D2_E1F0)
    private let words = MutableRow<UInt32>.allocate(capacity: 80)

    init() { super.init(blockSize: 64, digestSize: 20) }
    deinit { words.deallocate() }
    override func copy() -> Digest {
        let result = SHA1()
        result.state = state
        result.copyBuffer(from: self)
        return result
    }
    @inline(__always) private static func rotate(_ x: UInt32, _ by: UInt32) -> UInt32 { x &<< by | x &>> (32 &- by) }

    override func compress(_ bytes: BytePointer) {
        let w = words
        for index in 0..<16 { w[index] = Digest.big32(bytes, index) }
        for index in 16..<80 { w[index] = SHA1.rotate(w[index &- 3] ^ w[index &- 8] ^ w[index &- 14] ^ w[index &- 16], 1) }
        var (a, b, c, d, e) = state
        @inline(__always) func step(_ f: UInt32, _ k: UInt32, _ index: Int) {
            let sum = SHA1.rotate(a, 5) &+ f &+ e &+ k &+ w[index]
            e = d
            d = c
            c = SHA1.rotate(b, 30)
            b = a
            a = sum
        }
        for index in 0..<20 { step((b & c) | (~b & d), 0x5A82_7999, index) }
        for index in 20..<40 { step(b ^ c ^ d, 0x6ED9_EBA1, index) }
        for index in 40..<60 { step((b & c) | (b & d) | (c & d), 0x8F1B_BCDC, index) }
        for index in 60..<80 { step(b ^ c ^ d, 0xCA62_C1D6, index) }
        state = (state.0 &+ a, state.1 &+ b, state.2 &+ c, state.3 &+ d, state.4 &+ e)
    }
    override func finish(_ target: MutableBytePointer) {
        pad(lengthBytes: 8, bigEndian: true)
        for (index, word) in [state.0, state.1, state.2, state.3, state.4].enumerated() {
            Digest.store(word, target + 4 * index, bigEndian: true)
        }
    }
}
