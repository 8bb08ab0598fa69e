// Decoding of operands and the fast arithmetic of the loop.

import CPythonABI
import Compiler

@inline(__always) func operandA(_ word: UInt64) -> Int { Int((word >> 16) & 0xFFFF) }
@inline(__always) func operandB(_ word: UInt64) -> Int { Int((word >> 32) & 0xFFFF) }
@inline(__always) func operandC(_ word: UInt64) -> Int { Int(word >> 48) }
@inline(__always) func operandBC(_ word: UInt64) -> Int { Int(Int64(bitPattern: word) >> 32) }
@inline(__always) func signedB(_ word: UInt64) -> Int { Int(Int16(truncatingIfNeeded: word >> 32)) }
@inline(__always) func signedC(_ word: UInt64) -> Int { Int(Int64(bitPattern: word) >> 48) }
// Handlers read operands from the instruction itself: one load each, where the word in its register takes a shift and a mask.
@inline(__always) private func field(_ pc: ProgramCounter, _ offset: Int) -> UInt16 {
    UnsafeRawPointer(pc).load(fromByteOffset: offset, as: UInt16.self)
}
@inline(__always) func operandA(_ pc: ProgramCounter) -> Int { Int(field(pc, 2)) }
@inline(__always) func operandB(_ pc: ProgramCounter) -> Int { Int(field(pc, 4)) }
@inline(__always) func operandC(_ pc: ProgramCounter) -> Int { Int(field(pc, 6)) }
@inline(__always) func operandBC(_ pc: ProgramCounter) -> Int { Int(UnsafeRawPointer(pc).load(fromByteOffset: 4, as: Int32.self)) }
@inline(__always) func signedB(_ pc: ProgramCounter) -> Int { Int(Int16(bitPattern: field(pc, 4))) }
@inline(__always) func signedC(_ pc: ProgramCounter) -> Int { Int(Int16(bitPattern: field(pc, 6))) }
@inline(__always) func hasFlag(_ word: UInt64, _ flag: UInt8) -> Bool { word & UInt64(flag) << 8 != 0 }

enum Registers {
    /// r[a] = an owned value, where `a` may be a local variable with an old value.
    @inline(__always) static func store(_ fp: FramePointer, _ word: UInt64, _ value: Value) {
        let slot = fp + operandA(word)
        if hasFlag(word, InstructionFlags.tempA) {
            slot.pointee = value
        } else {
            let old = slot.pointee
            slot.pointee = value
            old.release()
        }
    }
    /// The same for results of calls, which go to r[c].
    @inline(__always) static func storeC(_ fp: FramePointer, _ word: UInt64, _ value: Value) {
        let slot = fp + operandC(word)
        if hasFlag(word, InstructionFlags.tempA) {
            slot.pointee = value
        } else {
            let old = slot.pointee
            slot.pointee = value
            old.release()
        }
    }
    @inline(__always) static func kill(_ slot: FramePointer) {
        let value = slot.pointee
        slot.pointee = .null
        value.release()
    }
    @inline(__always) static func killB(_ fp: FramePointer, _ word: UInt64) {
        if hasFlag(word, InstructionFlags.killB) { kill(fp + operandB(word)) }
    }
    @inline(__always) static func killC(_ fp: FramePointer, _ word: UInt64) {
        if hasFlag(word, InstructionFlags.killC) { kill(fp + operandC(word)) }
    }
    @inline(__always) static func killA(_ fp: FramePointer, _ word: UInt64) {
        if hasFlag(word, InstructionFlags.killA) { kill(fp + operandA(word)) }
    }
}

/// Operations on two immediates of one kind. Null: not applicable, take the slow path.
enum Fast {
    @inline(__always) static func bothInts(_ x: Value, _ y: Value) -> Bool { x.bits & y.bits >= Value.intTag }
    @inline(__always) static func bothFloats(_ x: Value, _ y: Value) -> Bool { x.isImmediateFloat && y.isImmediateFloat }
    /// An int of 64-15 bits from its number shifted left by 15.
    @inline(__always) static func int(shifted: Int64) -> Value {
        Value(bits: UInt64(bitPattern: shifted) >> 15 | Value.intTag)
    }
    @inline(__always) static func shifted(_ x: Value) -> Int64 { Int64(bitPattern: x.bits << 15) }

    @inline(__always) static func add(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (sum, overflow) = shifted(x).addingReportingOverflow(shifted(y))
            if !overflow { return int(shifted: sum) }
        } else if bothFloats(x, y) {
            return Value(float: x.immediateFloat + y.immediateFloat)
        }
        return .null
    }
    @inline(__always) static func subtract(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (difference, overflow) = shifted(x).subtractingReportingOverflow(shifted(y))
            if !overflow { return int(shifted: difference) }
        } else if bothFloats(x, y) {
            return Value(float: x.immediateFloat - y.immediateFloat)
        }
        return .null
    }
    @inline(__always) static func multiply(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (product, overflow) = Int64(x.smallInt).multipliedReportingOverflow(by: shifted(y))
            if !overflow { return int(shifted: product) }
        } else if bothFloats(x, y) {
            return Value(float: x.immediateFloat * y.immediateFloat)
        }
        return .null
    }
    @inline(__always) static func trueDivide(_ x: Value, _ y: Value) -> Value {
        if bothFloats(x, y) {
            let divisor = y.immediateFloat
            if divisor != 0 { return Value(float: x.immediateFloat / divisor) }
        } else if bothInts(x, y) {
            // Both are exact as doubles, so one rounding gives the right quotient.
            let divisor = y.smallInt
            if divisor != 0 { return Value(float: Double(x.smallInt) / Double(divisor)) }
        }
        return .null
    }
    @inline(__always) static func floorDivide(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (dividend, divisor) = (x.smallInt, y.smallInt)
            if divisor != 0 {
                // The one quotient that does not fit is -2^48 / -1.
                let quotient = floorQuotient(dividend, divisor)
                if quotient <= Value.maxSmallInt { return Value(smallInt: quotient) }
            }
        }
        return .null
    }
    @inline(__always) static func floorQuotient(_ dividend: Int, _ divisor: Int) -> Int {
        // Both are of 49 bits: no overflow.
        if (dividend | divisor) >> 32 == 0 { return Int(UInt32(truncatingIfNeeded: dividend) / UInt32(truncatingIfNeeded: divisor)) }
        let quotient = dividend.dividingFullWidthFree(divisor)
        let remainder = dividend &- quotient &* divisor
        return remainder != 0 && (remainder ^ divisor) < 0 ? quotient &- 1 : quotient
    }
    @inline(__always) static func modulo(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (dividend, divisor) = (x.smallInt, y.smallInt)
            if divisor != 0 {
                if (dividend | divisor) >> 32 == 0 {
                    // Twice as fast, and the usual case.
                    return Value(smallInt: Int(UInt32(truncatingIfNeeded: dividend) % UInt32(truncatingIfNeeded: divisor)))
                }
                let quotient = dividend.dividingFullWidthFree(divisor)
                let remainder = dividend &- quotient &* divisor
                return Value(smallInt: remainder != 0 && (remainder ^ divisor) < 0 ? remainder &+ divisor : remainder)
            }
        }
        return .null
    }
    @inline(__always) static func and(_ x: Value, _ y: Value) -> Value {
        bothInts(x, y) ? Value(bits: x.bits & y.bits) : .null
    }
    @inline(__always) static func or(_ x: Value, _ y: Value) -> Value {
        bothInts(x, y) ? Value(bits: x.bits | y.bits) : .null
    }
    @inline(__always) static func xor(_ x: Value, _ y: Value) -> Value {
        bothInts(x, y) ? Value(bits: x.bits ^ y.bits | Value.intTag) : .null
    }
    @inline(__always) static func leftShift(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let (number, count) = (x.smallInt, y.smallInt)
            if count >= 0 && count < 48 {
                let result = number &<< count
                if result &>> count == number && result >= Value.minSmallInt && result <= Value.maxSmallInt { return Value(smallInt: result) }
            }
        }
        return .null
    }
    @inline(__always) static func rightShift(_ x: Value, _ y: Value) -> Value {
        if bothInts(x, y) {
            let count = y.smallInt
            if count >= 0 { return Value(smallInt: x.smallInt &>> min(count, 63)) }
        }
        return .null
    }

    /// The outcome of a comparison of two numbers: 0, 1, or 2 for "not applicable".
    @inline(__always) static func compare(_ x: Value, _ y: Value, _ operation: Comparison) -> UInt8 {
        if bothInts(x, y) { return operation.holds(shifted(x), shifted(y)) ? 1 : 0 }
        if bothFloats(x, y) {
            let (a, b) = (x.immediateFloat, y.immediateFloat)
            switch operation {
            case .less: return a < b ? 1 : 0
            case .lessOrEqual: return a <= b ? 1 : 0
            case .equal: return a == b ? 1 : 0
            case .notEqual: return a != b ? 1 : 0
            case .greater: return a > b ? 1 : 0
            case .greaterOrEqual: return a >= b ? 1 : 0
            }
        }
        return 2
    }
    @inline(__always) static func compareImm(_ x: Value, _ y: Int, _ operation: Comparison) -> UInt8 {
        if x.isSmallInt { return operation.holds(x.smallInt, y) ? 1 : 0 }
        return 2
    }
}

extension Int {
    /// Division of numbers that cannot overflow, without the trap.
    @inline(__always) func dividingFullWidthFree(_ divisor: Int) -> Int { self.dividedReportingOverflow(by: divisor).partialValue }
}
