// Operators and brackets, longest first.

extension Lexer {
    mutating func readOperator(_ start: Int, _ byte: UInt8) -> Bool {
        let next = base[start + 1]
        let kind: TokenKind
        var length = 1
        switch byte {
        case 0x28: return open(start, .leftParenthesis)
        case 0x5B: return open(start, .leftBracket)
        case 0x7B: return open(start, .leftBrace)
        case 0x29: return close(start, .rightParenthesis, 0x28)
        case 0x5D: return close(start, .rightBracket, 0x5B)
        case 0x7D: return close(start, .rightBrace, 0x7B)
        case 0x2C: kind = .comma
        case 0x3A: if next == 0x3D { kind = .colonEqual; length = 2 } else { kind = .colon }
        case 0x3B: kind = .semicolon
        case 0x2E:
            if next &- 0x30 < 10 { return readNumber(start) }
            if next == 0x2E && base[start + 2] == 0x2E { kind = .ellipsis; length = 3 } else { kind = .dot }
        case 0x3D: if next == 0x3D { kind = .equalEqual; length = 2 } else { kind = .equal }
        case 0x2B: if next == 0x3D { kind = .plusEqual; length = 2 } else { kind = .plus }
        case 0x2D:
            if next == 0x3D { kind = .minusEqual; length = 2 } else if next == 0x3E { kind = .arrow; length = 2 } else { kind = .minus }
        case 0x2A: (kind, length) = doubled(start, next, byte, .star, .starEqual, .doubleStar, .doubleStarEqual)
        case 0x2F: (kind, length) = doubled(start, next, byte, .slash, .slashEqual, .doubleSlash, .doubleSlashEqual)
        case 0x25: if next == 0x3D { kind = .percentEqual; length = 2 } else { kind = .percent }
        case 0x40: if next == 0x3D { kind = .atEqual; length = 2 } else { kind = .at }
        case 0x7C: if next == 0x3D { kind = .barEqual; length = 2 } else { kind = .bar }
        case 0x26: if next == 0x3D { kind = .ampersandEqual; length = 2 } else { kind = .ampersand }
        case 0x5E: if next == 0x3D { kind = .circumflexEqual; length = 2 } else { kind = .circumflex }
        case 0x7E: kind = .tilde
        case 0x3C:
            if next == 0x3E { kind = .notEqual; length = 2 } else {
                (kind, length) = doubled(start, next, byte, .less, .lessEqual, .leftShift, .leftShiftEqual)
            }
        case 0x3E: (kind, length) = doubled(start, next, byte, .greater, .greaterEqual, .rightShift, .rightShiftEqual)
        case 0x21 where next == 0x3D: kind = .notEqual; length = 2
        default:
            if byte < 0x20 || byte == 0x7F {
                return fail("invalid non-printable character U+\(hexadecimal(UInt32(byte), width: 4))", upTo: start + 1)
            }
            kind = .unknown
        }
        emit(kind, from: start, to: start &+ length)
        position = start &+ length
        return true
    }

    @inline(__always) private func doubled(
        _ start: Int, _ next: UInt8, _ byte: UInt8, _ single: TokenKind, _ singleEqual: TokenKind, _ double: TokenKind,
        _ doubleEqual: TokenKind
    ) -> (TokenKind, Int) {
        if next == byte { return base[start + 2] == 0x3D ? (doubleEqual, 3) : (double, 2) }
        return next == 0x3D ? (singleEqual, 2) : (single, 1)
    }

    private mutating func open(_ start: Int, _ kind: TokenKind) -> Bool {
        if level >= Lexer.maximumParentheses { return fail("too many nested parentheses", upTo: start + 1) }
        parentheses.append(OpenParenthesis(character: base[start], line: line, offset: start, column: start - lineStart))
        level &+= 1
        emit(kind, from: start, to: start + 1)
        position = start + 1
        return true
    }

    private mutating func close(_ start: Int, _ kind: TokenKind, _ expected: UInt8) -> Bool {
        let character = Unicode.Scalar(base[start])
        guard let open = parentheses.popLast() else { return fail("unmatched '\(character)'", upTo: start + 1) }
        level &-= 1
        if open.character != expected {
            let opening = Unicode.Scalar(open.character)
            var message = "closing parenthesis '\(character)' does not match opening parenthesis '\(opening)'"
            if open.line != line { message += " on line \(open.line)" }
            return fail(message, upTo: start + 1)
        }
        emit(kind, from: start, to: start + 1)
        position = start + 1
        return true
    }
}
