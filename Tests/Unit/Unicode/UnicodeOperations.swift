@testable import UnicodeData

/// Runs one operation that `Scripts/record_unicode.py` records.
enum UnicodeOperations {
    static func points(_ buffer: borrowing CodePointBuffer) -> String {
        (0..<buffer.count).map { String(buffer.pointer[$0], radix: 16) }.joined(separator: " ")
    }

    static func text(_ points: Substring) -> [UInt32] { points.split(separator: " ").compactMap { UInt32($0, radix: 16) } }

    static func run(_ operation: Substring, _ a: [Substring]) -> String {
        switch operation {
        case "crc": return crc(a[0])
        case "normalize", "old normalize":
            let source = text(a[1])
            let result = UnicodeData.normalize(form(a[0]), source, source.count, version3: operation != "normalize")
            return points(result)
        case "check":
            let source = text(a[1])
            switch UnicodeData.quickCheck(form(a[0]), source, source.count) {
            case .yes: return "True"
            case .no: return "False"
            case .maybe:
                let result = UnicodeData.normalize(form(a[0]), source, source.count)
                return (0..<result.count).map { result.pointer[$0] } == source ? "True" : "False"
            }
        case "find":
            let name = Array(a[0].utf8)
            switch UnicodeNames.lookup(name + [0], name.count) {
            case .none: return "none"
            case .character(let c): return String(c, radix: 16)
            case .sequence(let units, let count):
                return (0..<count).map { String(units[$0], radix: 16) }.joined(separator: " ")
            }
        case "sigma":
            let source = text(a[0])
            var result: [String] = []
            for (i, c) in source.enumerated() {
                var mapped: [UInt32] = [0, 0, 0]
                let count = UnicodeData.toLower(c, &mapped)
                if c == 0x3A3 && UnicodeData.isFinalSigma(source, source.count, at: i) { mapped[0] = 0x3C2 }
                result += mapped[0..<count].map { String($0, radix: 16) }
            }
            return result.joined(separator: " ")
        default: return "unknown operation"
        }
    }

    static func form(_ name: Substring) -> NormalizationForm {
        switch name {
        case "NFC": return .nfc
        case "NFD": return .nfd
        case "NFKC": return .nfkc
        default: return .nfkd
        }
    }

    // MARK: Whole tables

    struct Digest {
        private static let table: [UInt32] = (0..<256).map { (i: UInt32) in
            (0..<8).reduce(i) { c, _ in c & 1 != 0 ? 0xEDB8_8320 ^ c >> 1 : c >> 1 }
        }
        private var state: UInt32 = 0xFFFF_FFFF
        private let table = Self.table
        var value: UInt32 { ~state }

        mutating func add(_ byte: UInt8) { state = table[Int((state ^ UInt32(byte)) & 0xFF)] ^ state >> 8 }
        mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }
        mutating func add(_ bytes: UnsafePointer<UInt8>, _ count: Int) { for i in 0..<count { add(bytes[i]) } }
        mutating func add(_ text: UnsafePointer<CChar>) {
            var i = 0
            while text[i] != 0 {
                add(UInt8(bitPattern: text[i]))
                i += 1
            }
        }
        mutating func add(_ flag: Bool) { add(flag ? "True" : "False") }
        mutating func add(_ points: UnsafePointer<UInt32>, points count: Int) {
            for i in 0..<count {
                if i > 0 { add(0x20) }
                add(String(points[i], radix: 16))
            }
        }
    }

    static func crc(_ property: Substring) -> String {
        var digest = Digest()
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
        let words = UnsafeMutablePointer<UInt32>.allocate(capacity: 8)
        defer {
            bytes.deallocate()
            words.deallocate()
        }
        func each(_ body: (inout Digest, UInt32) -> Void) {
            // The planes in which anything is assigned but private use.
            for range in [0..<0x33000, 0xE0000..<0xE0200, 0x10FF00..<0x110000] as [Range<UInt32>] {
                for c in range {
                    body(&digest, c)
                    digest.add(0x0A)
                }
            }
        }
        func flag(_ body: (UInt32) -> Bool) { each { $0.add(body($1)) } }
        func number(_ body: (UInt32) -> Int) { each { $0.add(String(body($1))) } }
        func normal(_ form: NormalizationForm, _ old: Bool) {
            each {
                var source = [$1]
                let result = UnicodeData.normalize(form, &source, 1, version3: old)
                $0.add(result.pointer, points: result.count)
            }
        }
        func value(_ x: Double?) -> Int { Int(((x ?? -1e9) * 2520 + 0.5).rounded(.towardZero)) }
        switch property {
        case "alpha": flag(UnicodeData.isAlpha)
        case "decimal": flag(UnicodeData.isDecimal)
        case "digit": flag(UnicodeData.isDigit)
        case "numeric": flag(UnicodeData.isNumeric)
        case "alnum": flag(UnicodeData.isAlphanumeric)
        case "space": flag(UnicodeData.isSpace)
        case "upper": flag(UnicodeData.isUpper)
        case "lower": flag(UnicodeData.isLower)
        case "title": flag(UnicodeData.isTitle)
        case "printable": flag(UnicodeData.isPrintable)
        case "linebreak": flag(UnicodeData.isLineBreak)
        case "start": flag(UnicodeData.isIdentifierStart)
        case "continue": flag(UnicodeData.isIdentifierContinue)
        case "cased": flag(UnicodeData.isCased)
        case "ignorable": flag(UnicodeData.isCaseIgnorable)
        case "mirrored": flag(UnicodeData.isMirrored)
        case "simplelower": each { $0.add(String(UnicodeData.simpleLower($1), radix: 16)) }
        case "simpleupper": each { $0.add(String(UnicodeData.simpleUpper($1), radix: 16)) }
        case "simpletitle": each { $0.add(String(UnicodeData.simpleTitle($1), radix: 16)) }
        case "fulllower": each { $0.add(words, points: UnicodeData.toLower($1, words)) }
        case "fullupper": each { $0.add(words, points: UnicodeData.toUpper($1, words)) }
        case "fulltitle": each { $0.add(words, points: UnicodeData.toTitle($1, words)) }
        case "fold": each { $0.add(words, points: UnicodeData.toFold($1, words)) }
        case "decimalvalue": number { UnicodeData.decimal($0) ?? -1 }
        case "digitvalue": number { UnicodeData.digit($0) ?? -1 }
        case "numericvalue": number { value(UnicodeData.numeric($0)) }
        case "category": each { $0.add(UnicodeData.categoryName($1)) }
        case "bidirectional": each { $0.add(UnicodeData.bidirectionalName($1)) }
        case "width": each { $0.add(UnicodeData.eastAsianWidthName($1)) }
        case "combining": number { Int(UnicodeData.combiningClass($0)) }
        case "decomposition": each { $0.add(bytes, UnicodeData.decomposition(bytes, $1)) }
        case "name": each { $0.add(bytes, UnicodeNames.name(of: $1, bytes)) }
        case "lookup":
            // Every name leads back to its character.
            flag { c in
                let count = UnicodeNames.name(of: c, bytes)
                if count == 0 { return false }
                if case .character(c) = UnicodeNames.lookup(bytes, count) { return true }
                return false
            }
        case "nfc": normal(.nfc, false)
        case "nfd": normal(.nfd, false)
        case "nfkc": normal(.nfkc, false)
        case "nfkd": normal(.nfkd, false)
        case "old nfc": normal(.nfc, true)
        case "old nfkd": normal(.nfkd, true)
        case "old category": each { $0.add(UnicodeVersion3.categoryName($1)) }
        case "old bidirectional": each { $0.add(UnicodeVersion3.bidirectionalName($1)) }
        case "old width": each { $0.add(UnicodeVersion3.eastAsianWidthName($1)) }
        case "old combining": number { Int(UnicodeVersion3.combiningClass($0)) }
        case "old mirrored": flag(UnicodeVersion3.isMirrored)
        case "old decomposition": each { $0.add(bytes, UnicodeVersion3.decomposition(bytes, $1)) }
        case "old decimalvalue": number { UnicodeVersion3.decimal($0) ?? -1 }
        case "old digitvalue": number { UnicodeVersion3.digit($0) ?? -1 }
        case "old numericvalue": number { value(UnicodeVersion3.numeric($0)) }
        case "old name": each { $0.add(bytes, UnicodeVersion3.name(of: $1, bytes)) }
        default: return "unknown property"
        }
        return String(digest.value)
    }
}
