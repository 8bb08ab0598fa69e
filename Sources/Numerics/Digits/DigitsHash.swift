extension Digits {
    /// `hash()` of a signed number: its residue modulo 2^61 - 1 with its sign, and -2 in place of -1.
    public static func hash(_ a: UnsafePointer<UInt32>, size: Int) -> Int {
        let prime = NumberHash.modulus
        var residue: UInt64 = 0
        var i = size < 0 ? 0 &- size : size
        while i > 0 {
            i &-= 1
            residue = ((residue &<< 30) & prime) | residue &>> 31
            residue &+= UInt64(a[i])
            if residue >= prime { residue &-= prime }
        }
        let hash = Int(truncatingIfNeeded: residue)
        let signed = size < 0 ? 0 &- hash : hash
        return signed == -1 ? -2 : signed
    }
}
