// Formatted string literals.

import Syntax

extension CodeGenerator {
    func compileJoinedString(_ values: [Expression], into destination: Destination) {
        let pieces = mergedPieces(values)
        let base = u.nextTemporary, live = u.live
        if pieces.isEmpty { return loadConstant(.string(PythonText(""), kindU: false), into: destination) }
        if pieces.count == 1 { return compile(pieces[0], into: destination) }
        // Long strings are joined in pieces, the part so far being the first of the next.
        var count = 0
        for piece in pieces {
            if count == Self.longestDisplay {
                produce(.buildString, into: .temporary, base: base, live: live, b: base, c: count)
                count = 1
            }
            compile(piece, into: .temporary)
            count += 1
        }
        produce(.buildString, into: destination, base: base, live: live, b: base, c: count)
    }

    /// Neighbouring constant pieces are one; empty ones are none.
    private func mergedPieces(_ values: [Expression]) -> [Expression] {
        var result: [Expression] = []
        for value in values {
            guard case .constant(.string(let text, _)) = value.kind else {
                result.append(value)
                continue
            }
            if text.utf8.isEmpty { continue }
            if let last = result.last, case .constant(.string(let before, _)) = last.kind {
                result[result.count - 1] = Expression(.constant(.string(PythonText(utf8: before.utf8 + text.utf8), kindU: false)), last.range)
            } else {
                result.append(value)
            }
        }
        return result
    }

    func compileFormattedValue(_ value: Expression, _ conversion: Int, _ spec: Expression?, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        var flags: UInt8
        switch conversion {
        case 115: flags = 1 << InstructionFlags.conversionShift
        case 114: flags = 2 << InstructionFlags.conversionShift
        case 97: flags = 3 << InstructionFlags.conversionShift
        default: flags = 0
        }
        if let spec {
            let object = operand(value, before: spec)
            let format = operand(spec)
            flags |= InstructionFlags.hasSpec | object.killB | format.killC
            produce(.formatValue, flags: flags, into: destination, base: base, live: live, b: object.register, c: format.register)
        } else {
            let object = operand(value)
            produce(.formatValue, flags: flags | object.killB, into: destination, base: base, live: live, b: object.register)
        }
    }
}
