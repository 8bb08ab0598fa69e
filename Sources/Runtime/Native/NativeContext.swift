// What is known of the registers of a frame at a point of a function: four bits for each of the first 32.

/// What is known of a value.
enum Kind: UInt8 {
    case unknown = 0
    /// An immediate int, an immediate float.
    case int, float
    case bool, none
    /// No value.
    case null
    /// Anything but an immediate int; anything but an immediate int or float.
    case notInt, notNumber
    /// A heap object, or one of exactly this type.
    case object, list, tuple, dict, rangeIterator, longInt

    /// Never counted.
    var isPlain: Bool { self == .int || self == .float || self == .bool || self == .none || self == .null }
    var isObject: Bool { rawValue >= Kind.object.rawValue }
    var isNumber: Bool { self == .int || self == .float }
}

struct NativeContext: Hashable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let nothing = NativeContext()

    subscript(register: Int) -> Kind {
        get {
            if register >= 32 { return .unknown }
            let word = register < 16 ? low : high
            let shift = UInt64((register & 15) * 4)
            let bits = UInt8(truncatingIfNeeded: word >> shift)
            return Kind(rawValue: bits & 15) ?? .unknown
        }
        set {
            if register >= 32 { return }
            let shift = UInt64((register & 15) * 4)
            let mask: UInt64 = 15 << shift
            let bits: UInt64 = UInt64(newValue.rawValue) << shift
            if register < 16 { low = (low & ~mask) | bits } else { high = (high & ~mask) | bits }
        }
    }
}
