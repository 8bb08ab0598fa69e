// Names for pointers, so that native modules can speak of them without naming raw memory.

/// Bytes that somebody else keeps alive and in place.
public typealias BytePointer = UnsafePointer<UInt8>
extension UnsafePointer where Pointee == UInt8 {
    /// A number of 1, 2, 4 or 8 bytes.
    @inlinable @inline(__always) public func number(at offset: Int, width: Int, bigEndian: Bool) -> UInt64 {
        let start = UnsafeRawPointer(self) + offset
        switch width {
        case 1: return UInt64(self[offset])
        case 2:
            let word = start.loadUnaligned(as: UInt16.self)
            return UInt64(bigEndian ? word.byteSwapped : word)
        case 4:
            let word = start.loadUnaligned(as: UInt32.self)
            return UInt64(bigEndian ? word.byteSwapped : word)
        default:
            let word = start.loadUnaligned(as: UInt64.self)
            return bigEndian ? word.byteSwapped : word
        }
    }
}
extension UnsafeMutablePointer where Pointee == UInt8 {
    /// Writes the low 1, 2, 4 or 8 bytes of a number.
    @inlinable @inline(__always) public func store(_ number: UInt64, at offset: Int, width: Int, bigEndian: Bool) {
        let start = UnsafeMutableRawPointer(self) + offset
        switch width {
        case 1: self[offset] = UInt8(truncatingIfNeeded: number)
        case 2:
            let word = UInt16(truncatingIfNeeded: number)
            start.storeBytes(of: bigEndian ? word.byteSwapped : word, as: UInt16.self)
        case 4:
            let word = UInt32(truncatingIfNeeded: number)
            start.storeBytes(of: bigEndian ? word.byteSwapped : word, as: UInt32.self)
        default: start.storeBytes(of: bigEndian ? number.byteSwapped : number, as: UInt64.self)
        }
    }
}

/// Bytes to be written to.
public typealias MutableBytePointer = UnsafeMutablePointer<UInt8>
/// The characters of a str whose storage has that width.
public typealias CharacterPointer<Unit> = UnsafePointer<Unit>
/// A row of values.
public typealias ValuePointer = UnsafeMutablePointer<Value>
/// What C passes through a visit for its own use.
public typealias OpaqueWord = UnsafeMutableRawPointer?
/// A row of numbers to be written to.
public typealias MutableRow<Number> = UnsafeMutablePointer<Number>
