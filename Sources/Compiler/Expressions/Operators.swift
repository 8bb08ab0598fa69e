// Unary and binary operators.

import Syntax

extension BinaryOperator {
    var opcode: Opcode {
        switch self {
        case .add: return .add
        case .subtract: return .subtract
        case .multiply: return .multiply
        case .matrixMultiply: return .matrixMultiply
        case .divide: return .trueDivide
        case .modulo: return .modulo
        case .power: return .power
        case .leftShift: return .leftShift
        case .rightShift: return .rightShift
        case .bitOr: return .bitOr
        case .bitXor: return .bitXor
        case .bitAnd: return .bitAnd
        case .floorDivide: return .floorDivide
        }
    }

    /// The form whose right operand is in the instruction.
    var immediateOpcode: Opcode? {
        switch self {
        case .add: return .addImm
        case .subtract: return .subtractImm
        case .multiply: return .multiplyImm
        case .floorDivide: return .floorDivideImm
        case .modulo: return .moduloImm
        case .leftShift: return .leftShiftImm
        case .rightShift: return .rightShiftImm
        case .bitAnd: return .bitAndImm
        default: return nil
        }
    }
}

extension CodeGenerator {
    func compileBinary(_ left: Expression, _ op: BinaryOperator, _ right: Expression, inPlace: Bool, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        let first = operand(left, before: right)
        compileBinary(first, op, right, inPlace: inPlace, into: destination, base: base, live: live)
    }

    /// The same with the left operand at hand.
    func compileBinary(
        _ first: Operand, _ op: BinaryOperator, _ right: Expression, inPlace: Bool, into destination: Destination, base: Int, live: Int32
    ) {
        let flags = inPlace ? InstructionFlags.inPlace : 0
        if let immediate = op.immediateOpcode, let small = smallIndex(right) {
            u.markOperand(right.range)
            produce(immediate, flags: flags | first.killB, into: destination, base: base, live: live, b: first.register, c: small)
            return
        }
        let second = operand(right)
        produce(
            op.opcode, flags: flags | first.killB | second.killC, into: destination, base: base, live: live, b: first.register,
            c: second.register)
    }

    func compileUnary(_ op: UnaryOperator, _ value: Expression, into destination: Destination) {
        let base = u.nextTemporary, live = u.live
        let only = operand(value)
        let opcode: Opcode
        switch op {
        case .invert: opcode = .invert
        case .not: opcode = .not
        case .plus: opcode = .positive
        case .minus: opcode = .negative
        }
        produce(opcode, flags: only.killB, into: destination, base: base, live: live, b: only.register)
    }
}
