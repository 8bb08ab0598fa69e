// What is known of the registers of a frame at a point of a function: four bits for each of the first 64.

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
    /// An int of either form.
    case anyInt
    /// A heap object, or one of exactly this type.
    case object, list, tuple, dict, rangeIterator, longInt

    /// Never counted.
    var isPlain: Bool { self == .int || self == .float || self == .bool || self == .none || self == .null }
    var isObject: Bool { rawValue >= Kind.object.rawValue }
    var isNumber: Bool { self == .int || self == .float }
}

struct NativeContext: Hashable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    /// The register of the frame whose value rax holds as well, -1 for none.
    var held = -1

    /// How many registers are looked at; of others nothing may be concluded.
    static let size = 64
    static let nothing = NativeContext()

    subscript(register: Int) -> Kind {
        get {
            let shift = UInt64((register & 15) * 4)
            let word: UInt64
            switch register >> 4 {
            case 0: word = words.0
            case 1: word = words.1
            case 2: word = words.2
            case 3: word = words.3
            default: return .unknown
            }
            let bits = UInt8(truncatingIfNeeded: word >> shift)
            return Kind(rawValue: bits & 15) ?? .unknown
        }
        set {
            let shift = UInt64((register & 15) * 4)
            let mask: UInt64 = 15 << shift
            let bits: UInt64 = UInt64(newValue.rawValue) << shift
            switch register >> 4 {
            case 0: words.0 = (words.0 & ~mask) | bits
            case 1: words.1 = (words.1 & ~mask) | bits
            case 2: words.2 = (words.2 & ~mask) | bits
            case 3: words.3 = (words.3 & ~mask) | bits
            default: break
            }
        }
    }
    /// Forgets the registers from `first` on.
    mutating func forget(from first: Int) {
        var register = first
        while register < NativeContext.size {
            self[register] = .unknown
            register += 1
        }
    }

    static func == (a: NativeContext, b: NativeContext) -> Bool {
        a.words.0 == b.words.0 && a.words.1 == b.words.1 && a.words.2 == b.words.2 && a.words.3 == b.words.3 && a.held == b.held
    }
    func hash(into hasher: inout Hasher) {
        hasher.combine(words.0 ^ UInt64(truncatingIfNeeded: held) &* 0x9E37_79B9)
        hasher.combine(words.1 ^ words.2 &* 31 ^ words.3 &* 961)
    }
}
