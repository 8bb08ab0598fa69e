// Bytes as a row of machine words: how native modules keep numbers that are too many for fields.

import CPythonABI

extension BytesObject {
    /// New bytes that hold `count` words, undefined.
    public static func allocate(words count: Int) throws(Raised) -> Ref { try allocate(count &* 8) }
    /// Word `index`, which must be in range.
    @inline(__always) public static func word(_ value: Value, _ index: Int) -> Int {
        UnsafeRawPointer(data(value)).load(fromByteOffset: index &* 8, as: Int.self)
    }
    @inline(__always) public static func setWord(_ value: Value, _ index: Int, _ number: Int) {
        UnsafeMutableRawPointer(data(value)).storeBytes(of: number, toByteOffset: index &* 8, as: Int.self)
    }
}
