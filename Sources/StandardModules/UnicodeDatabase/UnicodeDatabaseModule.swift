// The module unicodedata, and the object for Unicode 3.2 in it.

import CPythonABI
import Runtime
import UnicodeData

enum UnicodeDatabaseModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(UnicodeDatabaseDocs.module)
        module.set("unidata_version", string: "14.0.0")
        let old = try FieldObject.make(UnicodeDatabaseType.type)
        module.set("ucd_3_2_0", old.value)
        module.type("UCD", UnicodeDatabaseType.type)
        for (name, entry, doc) in CharacterFunctions.entries(isOld: false) { module.function(name, entry, doc) }
    }
}

enum UnicodeDatabaseType {
    static let type: TypePointer = FieldObject.type("unicodedata.UCD", fields: 0, [.hidden]) { type in
        type.getter("unidata_version") { (_) throws(Raised) -> Ref in StrObject.make("\(UnicodeVersion3.version)") }
        for (name, entry, doc) in CharacterFunctions.entries(isOld: true) { type.method(name, entry, doc) }
    }
}

/// The functions, of today's database or of that of Unicode 3.2.
enum CharacterFunctions {
    static func entries(isOld: Bool) -> [(StaticString, NativeEntry, FunctionDoc)] {
        typealias Docs = UnicodeDatabaseDocs
        return [
            ("category", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "category")
                return text(isOld ? UnicodeVersion3.categoryName(code) : UnicodeData.categoryName(code))
            }, Docs.category),
            ("bidirectional", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "bidirectional")
                return text(isOld ? UnicodeVersion3.bidirectionalName(code) : UnicodeData.bidirectionalName(code))
            }, Docs.bidirectional),
            ("east_asian_width", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "east_asian_width")
                return text(isOld ? UnicodeVersion3.eastAsianWidthName(code) : UnicodeData.eastAsianWidthName(code))
            }, Docs.east_asian_width),
            ("combining", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "combining")
                return IntObject.make(Int(isOld ? UnicodeVersion3.combiningClass(code) : UnicodeData.combiningClass(code)))
            }, Docs.combining),
            ("mirrored", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "mirrored")
                return IntObject.make((isOld ? UnicodeVersion3.isMirrored(code) : UnicodeData.isMirrored(code)) ? 1 : 0)
            }, Docs.mirrored),
            ("decomposition", .one { (_, c) throws(Raised) -> Ref in
                let code = try character(c, "decomposition")
                let room = MutableBytePointer.allocate(capacity: UnicodeData.decompositionRoom)
                defer { room.deallocate() }
                let count = isOld ? UnicodeVersion3.decomposition(room, code) : UnicodeData.decomposition(room, code)
                return try StrObject.make(ascii: room, count)
            }, Docs.decomposition),
            ("decimal", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
                let code = try character(a[0], "decimal", 1)
                if let number = isOld ? UnicodeVersion3.decimal(code) : UnicodeData.decimal(code) { return IntObject.make(number) }
                if a[1].isNull { throw raise(.valueError, "not a decimal") }
                return Ref(a[1])
            }, Docs.decimal),
            ("digit", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
                let code = try character(a[0], "digit", 1)
                if let number = isOld ? UnicodeVersion3.digit(code) : UnicodeData.digit(code) { return IntObject.make(number) }
                if a[1].isNull { throw raise(.valueError, "not a digit") }
                return Ref(a[1])
            }, Docs.digit),
            ("numeric", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
                let code = try character(a[0], "numeric", 1)
                if let number = isOld ? UnicodeVersion3.numeric(code) : UnicodeData.numeric(code) { return .float(number) }
                if a[1].isNull { throw raise(.valueError, "not a numeric character") }
                return Ref(a[1])
            }, Docs.numeric),
            ("name", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
                let code = try character(a[0], "name", 1)
                let room = MutableBytePointer.allocate(capacity: UnicodeNames.room)
                defer { room.deallocate() }
                let count = isOld ? UnicodeVersion3.name(of: code, room) : UnicodeNames.name(of: code, room)
                if count > 0 { return try StrObject.make(ascii: room, count) }
                if a[1].isNull { throw raise(.valueError, "no such name") }
                return Ref(a[1])
            }, Docs.name),
            ("lookup", .one { (_, name) throws(Raised) -> Ref in try lookup(name, isOld) }, Docs.lookup),
            ("normalize", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
                try checkTexts(a, "normalize")
                if StrObject.length(a[1]) == 0 { return Ref(a[1]) }
                let form = try form(a[0])
                if !isOld && quickCheck(form, a[1]) == .yes { return Ref(a[1]) }
                return try normalized(form, a[1], isOld)
            }, Docs.normalize),
            ("is_normalized", .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in
                try checkTexts(a, "is_normalized")
                if StrObject.length(a[1]) == 0 { return .bool(true) }
                let form = try form(a[0])
                if !isOld {
                    switch quickCheck(form, a[1]) {
                    case .yes: return .bool(true)
                    case .no: return .bool(false)
                    case .maybe: break
                    }
                }
                let result = try normalized(form, a[1], isOld)
                return .bool(StrObject.equal(result.value, a[1]))
            }, Docs.is_normalized),
        ]
    }

    private static func character(_ value: Value, _ function: StaticString, _ position: Int? = nil) throws(Raised) -> UInt32 {
        guard StrObject.isInstance(value), StrObject.length(value) == 1 else {
            throw raise(
                .typeError,
                "\(function)() argument \(position.map { "\($0) " } ?? "")must be a unicode character, not \(value.isNone ? "None" : value.type.name)")
        }
        return StrObject.character(value, 0)
    }
    private static func text(_ name: CharacterPointer<CChar>) -> Ref { StrObject.make(String(cString: name)) }

    private static func lookup(_ name: Value, _ isOld: Bool) throws(Raised) -> Ref {
        var bytes = Ref(name)
        if StrObject.isInstance(name) { bytes = try UTF8Codec.encode(name, .null) }
        let view = try BytesView(bytes.value)
        if view.count > 256 {
            let message = StrObject.make("name too long")
            throw raise(.keyError, argument: message.value)
        }
        switch UnicodeNames.lookup(view.bytes, view.count, sequences: !isOld) {
        case .character(let code) where !isOld || UnicodeVersion3.isAssigned(code) && isOwnName(view.bytes, view.count, of: code): return StrObject.character(code)
        case .sequence(let units, let count):
            var builder = StrBuilder()
            for index in 0..<count { try builder.append(UInt32(units[index])) }
            return try builder.finish()
        default:
            var consumed = 0
            let errors = StrObject.intern("replace")
            let shown = try UTF8Codec.decode(view.bytes, view.count, errors.value, consumed: &consumed)
            let message = StrObject.make("undefined character name '\(Runtime.text(shown.value))'")
            throw raise(.keyError, argument: message.value)
        }
    }

    /// Whether a character is found by its name, not by an alias, of which the old tables have none.
    private static func isOwnName(_ bytes: UnsafePointer<UInt8>, _ count: Int, of code: UInt32) -> Bool {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 256) { room in
            guard let base = room.baseAddress, UnicodeVersion3.name(of: code, base) == count else { return false }
            for index in 0..<count where (bytes[index] >= 0x61 && bytes[index] <= 0x7A ? bytes[index] - 32 : bytes[index]) != base[index] { return false }
            return true
        }
    }

    // MARK: Normalisation

    private static func checkTexts(_ a: Arguments, _ function: StaticString) throws(Raised) {
        for index in 0..<2 where !StrObject.isInstance(a[index]) {
            throw raise(.typeError, "\(function)() argument \(index + 1) must be str, not \(a[index].isNone ? "None" : a[index].type.name)")
        }
    }
    private static func form(_ name: Value) throws(Raised) -> NormalizationForm {
        if StrObject.equals(name, "NFC") { return .nfc }
        if StrObject.equals(name, "NFD") { return .nfd }
        if StrObject.equals(name, "NFKC") { return .nfkc }
        if StrObject.equals(name, "NFKD") { return .nfkd }
        throw raise(.valueError, "invalid normalization form")
    }
    private static func quickCheck(_ form: NormalizationForm, _ text: Value) -> UnicodeData.QuickCheck {
        if StrObject.isASCII(text) { return .yes }
        let (data, count) = (StrObject.data(text), StrObject.length(text))
        switch StrObject.kind(text) {
        case .one: return UnicodeData.quickCheck(form, data.assumingMemoryBound(to: UInt8.self), count)
        case .two: return UnicodeData.quickCheck(form, data.assumingMemoryBound(to: UInt16.self), count)
        case .four: return UnicodeData.quickCheck(form, data.assumingMemoryBound(to: UInt32.self), count)
        }
    }
    private static func normalized(_ form: NormalizationForm, _ text: Value, _ isOld: Bool) throws(Raised) -> Ref {
        let (data, count) = (StrObject.data(text), StrObject.length(text))
        switch StrObject.kind(text) {
        case .one: return try string(UnicodeData.normalize(form, data.assumingMemoryBound(to: UInt8.self), count, version3: isOld))
        case .two: return try string(UnicodeData.normalize(form, data.assumingMemoryBound(to: UInt16.self), count, version3: isOld))
        case .four: return try string(UnicodeData.normalize(form, data.assumingMemoryBound(to: UInt32.self), count, version3: isOld))
        }
    }
    private static func string(_ buffer: consuming CodePointBuffer) throws(Raised) -> Ref {
        if buffer.failed { throw raise(.memoryError, argument: .null) }
        var builder = StrBuilder(capacity: buffer.count)
        for index in 0..<buffer.count { try builder.append(buffer.pointer[index]) }
        return try builder.finish()
    }
}
