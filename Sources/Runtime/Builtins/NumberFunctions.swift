// Built-in functions about numbers and characters: abs, bin, chr, divmod, pow, round, ...

import CPythonABI

enum NumberFunctions {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "abs", .one({ (_, x) throws(Raised) -> Ref in try Numbers.absolute(x) }), "($module, x, /)",
            doc: "Return the absolute value of the argument.")
        module.function(
            "bin", .one({ (_, number) throws(Raised) -> Ref in try text(number, 2, UInt8(ascii: "b")) }), "($module, number, /)",
            doc: "Return the binary representation of an integer.\n\n   >>> bin(2796202)\n   '0b1010101010101010101010'")
        module.function(
            "oct", .one({ (_, number) throws(Raised) -> Ref in try text(number, 8, UInt8(ascii: "o")) }), "($module, number, /)",
            doc: "Return the octal representation of an integer.\n\n   >>> oct(342391)\n   '0o1234567'")
        module.function(
            "hex", .one({ (_, number) throws(Raised) -> Ref in try text(number, 16, UInt8(ascii: "x")) }), "($module, number, /)",
            doc: "Return the hexadecimal representation of an integer.\n\n   >>> hex(12648430)\n   '0xc0ffee'")
        module.function(
            "chr", .one({ (_, number) throws(Raised) -> Ref in
                if number.isSmallInt && number.smallInt >= 0 && number.smallInt < 0x110000 {
                    return StrObject.character(UInt32(number.smallInt))
                }
                let index = try Index.object(number)
                guard let code = IntView(index.value).int, code >= -(1 << 31), code < 1 << 31 else {
                    throw raise(.overflowError, "Python int too large to convert to C int")
                }
                guard code >= 0, code < 0x110000 else { throw raise(.valueError, "chr() arg not in range(0x110000)") }
                return StrObject.character(UInt32(code))
            }), "($module, i, /)", doc: "Return a Unicode string of one character with ordinal i; 0 <= i <= 0x10ffff.")
        module.function("ord", .one(ord), "($module, c, /)", doc: "Return the Unicode code point for a one-character string.")
        module.function(
            "divmod", .positional(minimum: 2, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
                try Numbers.divmod(arguments[0], arguments[1])
            }), "($module, x, y, /)", doc: "Return the tuple (x//y, x%y).  Invariant: div*y + mod == x.")
        module.function(
            "pow", .bound({ (_, arguments) throws(Raised) -> Ref in try Numbers.power(arguments[0], arguments[1], arguments[2]) }),
            "($module, /, base, exp, mod=None)",
            doc: "Equivalent to base**exp with 2 arguments or base**exp % mod with 3 arguments\n\nSome types, such as ints, are able to use a more efficient algorithm when\ninvoked using the three argument form.")
        module.function(
            "round", .bound({ (_, arguments) throws(Raised) -> Ref in
                let number = arguments[0]
                let digits = arguments[1].isNull || arguments[1].isNone ? Value.null : arguments[1]
                let result = try DunderAdapters.callMethodIfPresent(number, Names.round, digits)
                if result.isNull { throw raise(.typeError, "type \(number.type.name) doesn't define __round__ method") }
                return result
            }), "($module, /, number, ndigits=None)",
            doc: "Round a number to a given precision in decimal digits.\n\nThe return value is an integer if ndigits is omitted or None.  Otherwise\nthe return value has the same type as the number.  ndigits may be negative.")
    }

    private static func text(_ number: Value, _ base: Int, _ prefix: UInt8) throws(Raised) -> Ref {
        let index = try Index.object(number)
        return try IntText.string(index.value, base: base, prefix: prefix)
    }

    private static let ord: (Value, Value) throws(Raised) -> Ref = { (_, character) throws(Raised) -> Ref in
        var length = 0
        if StrObject.isInstance(character) {
            length = StrObject.length(character)
            if length == 1 { return Ref(owned: Value(smallInt: Int(StrObject.character(character, 0)))) }
        } else if character.type.isSubtype(of: PyBytes_TypePointer()) || character.type.isSubtype(of: PyByteArray_TypePointer()) {
            length = try Sequences.length(character)
            if length == 1 { return try Sequences.get(character, Value(smallInt: 0)) }
        } else {
            throw raise(.typeError, "ord() expected string of length 1, but \(character.type.name) found")
        }
        throw raise(.typeError, "ord() expected a character, but string of length \(length) found")
    }
}
