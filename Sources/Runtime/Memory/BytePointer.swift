// Names for pointers, so that native modules can speak of them without naming raw memory.

/// Bytes that somebody else keeps alive and in place.
public typealias BytePointer = UnsafePointer<UInt8>
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
