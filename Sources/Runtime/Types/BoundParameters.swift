// Parameters of a native function, read from its text signature, and the binding of arguments to them with the messages of
// CPython's argument parser.

import CPythonABI

public final class BoundParameters {
    /// Names of the parameters after `$self`, `$module` or `$type`, as UTF-8.
    let names: [String]
    let keys: [Value]
    /// Number of leading parameters that cannot be passed by name.
    let positionalOnlyCount: Int
    /// Index of the first parameter that can only be passed by name.
    let keywordOnlyStart: Int
    /// Number of required positional parameters, and for each parameter whether it is required.
    let required: [Bool]

    /// Reads e.g. `($self, iterable, /, start=0, *, key=None)`.
    public init(_ signature: StaticString?) {
        var names: [String] = []
        var required: [Bool] = []
        var positionalOnly = 0
        var keywordOnly: Int?
        BoundParameters.forEach(signature) { (name, hasDefault) in
            switch name.first {
            case nil, UInt8(ascii: "$"): break
            case UInt8(ascii: "/"): positionalOnly = names.count
            case UInt8(ascii: "*") where name.count == 1: keywordOnly = names.count
            default:
                names.append(String(decoding: name, as: UTF8.self))
                required.append(!hasDefault)
            }
        }
        self.names = names
        self.required = required
        positionalOnlyCount = positionalOnly
        keywordOnlyStart = keywordOnly ?? names.count
        keys = names.map { StrObject.intern($0).take() }
    }

    /// Goes over the parameters of a signature: what stands between commas outside brackets and quotes, up to `=`, without spaces. By bytes:
    /// a start reads hundreds of them.
    private static func forEach(_ signature: StaticString?, _ body: (_ name: [UInt8], _ hasDefault: Bool) -> Void) {
        guard let signature else { return }
        var text = UnsafeBufferPointer(start: signature.utf8Start, count: signature.utf8CodeUnitCount)[...]
        if text.first == UInt8(ascii: "(") { text.removeFirst() }
        if text.last == UInt8(ascii: ")") { text.removeLast() }
        var name: [UInt8] = []
        var hasDefault = false
        var depth = 0
        var quote: UInt8?
        for byte in text {
            if let open = quote {
                if byte == open { quote = nil }
                continue
            }
            switch byte {
            case UInt8(ascii: ",") where depth == 0:
                body(name, hasDefault)
                name.removeAll(keepingCapacity: true)
                hasDefault = false
            case UInt8(ascii: " "), UInt8(ascii: "\n"): break
            case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "=") where depth == 0: hasDefault = true
            default: if !hasDefault { name.append(byte) }
            }
        }
        body(name, hasDefault)
    }

    /// Fills `slots`, one a parameter; absent optional ones stay null.
    func bind(_ arguments: Arguments, into slots: UnsafeMutablePointer<Value>, function: StaticString) throws(Raised) {
        let total = names.count
        let given = arguments.count
        if given + arguments.keywordCount > total {
            throw raise(
                .typeError,
                "\(function)() takes at most \(total) \(given == 0 ? "keyword " : "")argument\(total == 1 ? "" : "s") (\(given + arguments.keywordCount) given)")
        }
        if given > keywordOnlyStart {
            if keywordOnlyStart == 0 { throw raise(.typeError, "\(function)() takes no positional arguments") }
            let minimum = required[..<keywordOnlyStart].filter { $0 }.count
            throw raise(
                .typeError,
                "\(function)() takes \(minimum == keywordOnlyStart ? "exactly" : "at most") \(keywordOnlyStart) positional argument\(keywordOnlyStart == 1 ? "" : "s") (\(given) given)")
        }
        if given < positionalOnlyCount {
            let minimum = required[..<positionalOnlyCount].reduce(0) { $0 + ($1 ? 1 : 0) }
            if given < minimum {
                throw raise(
                    .typeError,
                    "\(function)() takes \(minimum == keywordOnlyStart ? "exactly" : "at least") \(minimum) positional argument\(minimum == 1 ? "" : "s") (\(given) given)")
            }
        }
        for index in 0..<given { slots[index] = arguments[index] }
        // What is missing is said before what there is no parameter for.
        var unknown = Value.null
        for index in 0..<arguments.keywordCount {
            let name = arguments.keywordName(index)
            guard let position = keys.firstIndex(where: { StrObject.equal($0, name) }), position >= positionalOnlyCount else {
                unknown = name
                continue
            }
            if !slots[position].isNull {
                throw raise(.typeError, "argument for \(function)() given by name ('\(names[position])') and position (\(position + 1))")
            }
            slots[position] = arguments.keywordValue(index)
        }
        for index in 0..<total where required[index] && slots[index].isNull {
            if index < positionalOnlyCount {
                let minimum = required[..<positionalOnlyCount].filter { $0 }.count
                throw raise(
                    .typeError,
                    "\(function)() takes \(minimum == keywordOnlyStart ? "exactly" : "at least") \(minimum) positional argument\(minimum == 1 ? "" : "s") (\(given) given)")
            }
            throw raise(.typeError, "\(function)() missing required argument '\(names[index])' (pos \(index + 1))")
        }
        if !unknown.isNull { throw raise(.typeError, "'\(text(unknown))' is an invalid keyword argument for \(function)()") }
    }

    /// Runs `body` with the arguments in the order of the parameters, null where absent: for constructors.
    public func withBound(
        _ arguments: Arguments, _ function: StaticString, _ body: (Arguments) throws(Raised) -> Ref
    ) throws(Raised) -> Ref {
        try withValues(names.count) { (slots) throws(Raised) -> Ref in
            try bind(arguments, into: slots, function: function)
            return try body(Arguments(slots, count: names.count))
        }
    }
}
