/// The generator of `random.Random`: MT19937 (Matsumoto and Nishimura, 1998), with the initialisation of 2002 and floats of 53
/// bits. The state lies in memory of the caller, such as that of a Python object.
public struct MersenneTwister {
    private static var size: Int { 624 }
    private static var shift: Int { 397 }

    private let state: UnsafeMutablePointer<UInt32>
    /// Words of memory that the generator needs: the state, and the position in it.
    public static var stateCount: Int { size + 1 }

    /// Takes over memory without setting it up: seed it, or set the state, before use.
    public init(state: UnsafeMutablePointer<UInt32>) { self.state = state }

    private var position: Int {
        get { Int(state[Self.size]) }
        nonmutating set { state[Self.size] = UInt32(truncatingIfNeeded: newValue) }
    }

    /// Seeds with one word.
    public func seed(_ seed: UInt32) {
        state[0] = seed
        for i in 1..<Self.size {
            let previous = state[i &- 1]
            state[i] = 1_812_433_253 &* (previous ^ previous &>> 30) &+ UInt32(truncatingIfNeeded: i)
        }
        position = Self.size
    }

    /// Seeds with an array: the absolute value of an int in 32-bit words, least significant first, at least one.
    public func seed(_ key: UnsafePointer<UInt32>, _ count: Int) {
        seed(19_650_218)
        if count <= 0 { return }
        var i = 1
        var j = 0
        for _ in 0..<max(Self.size, count) {
            let previous = state[i &- 1]
            state[i] = (state[i] ^ ((previous ^ previous &>> 30) &* 1_664_525)) &+ key[j] &+ UInt32(truncatingIfNeeded: j)
            i &+= 1
            j &+= 1
            if i >= Self.size {
                state[0] = state[Self.size &- 1]
                i = 1
            }
            if j >= count { j = 0 }
        }
        for _ in 1..<Self.size {
            let previous = state[i &- 1]
            state[i] = (state[i] ^ ((previous ^ previous &>> 30) &* 1_566_083_941)) &- UInt32(truncatingIfNeeded: i)
            i &+= 1
            if i >= Self.size {
                state[0] = state[Self.size &- 1]
                i = 1
            }
        }
        state[0] = 0x8000_0000
    }

    private func refill() {
        @inline(__always)
        func mix(_ k: Int, _ next: Int, _ far: Int) {
            let y = (state[k] & 0x8000_0000) | (state[next] & 0x7FFF_FFFF)
            state[k] = state[far] ^ y &>> 1 ^ (y & 1 != 0 ? 0x9908_B0DF : 0)
        }
        let near = Self.size &- Self.shift
        for k in 0..<near { mix(k, k &+ 1, k &+ Self.shift) }
        for k in near..<(Self.size &- 1) { mix(k, k &+ 1, k &- near) }
        mix(Self.size &- 1, 0, Self.shift &- 1)
        position = 0
    }

    /// 32 random bits.
    public func next() -> UInt32 {
        if position >= Self.size { refill() }
        var y = state[position]
        position &+= 1
        y ^= y &>> 11
        y ^= (y &<< 7) & 0x9D2C_5680
        y ^= (y &<< 15) & 0xEFC6_0000
        return y ^ y &>> 18
    }

    /// A float in [0, 1) with 53 random bits.
    public func random() -> Double {
        let high = next() &>> 5
        let low = next() &>> 6
        return (Double(high) * 67_108_864 + Double(low)) * (1 / 9_007_199_254_740_992)
    }

    /// `getrandbits(bits)` into digits; returns the count. Room: bits / 30 + 2.
    public func randomBits(_ result: UnsafeMutablePointer<UInt32>, bits: Int) -> Int {
        if bits <= 0 { return 0 }
        // Words of 32 bits from the lowest on, the last one shortened.
        var held: UInt64 = 0
        var heldBits: UInt64 = 0
        var count = 0
        var left = bits
        while left > 0 {
            let word = left < 32 ? next() &>> UInt32(truncatingIfNeeded: 32 &- left) : next()
            held |= UInt64(word) &<< heldBits
            heldBits &+= UInt64(truncatingIfNeeded: min(left, 32))
            left &-= 32
            while heldBits >= 30 {
                result[count] = UInt32(truncatingIfNeeded: held) & Digits.mask
                count &+= 1
                held &>>= 30
                heldBits &-= 30
            }
        }
        if heldBits > 0 {
            result[count] = UInt32(truncatingIfNeeded: held)
            count &+= 1
        }
        return Digits.normalisedCount(result, count)
    }

    /// The i-th of the 625 words of `getstate()`: the state, then the position.
    public subscript(i: Int) -> UInt32 {
        get { state[i] }
        nonmutating set { state[i] = newValue }
    }
}
