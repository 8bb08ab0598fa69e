// Templates: subscripts of byte strings and strs.
//
// Which of them an instruction meets is looked at when it is compiled: it begins a version then.

import CPythonABI
import Compiler

extension NativeTemplates {
    private enum Place {
        static let count = 16
        static let bytes = MemoryLayout<PyBytesObject>.offset(of: \PyBytesObject.ob_sval) ?? 0
        static let byteArrayStart = MemoryLayout<PyByteArrayObject>.offset(of: \PyByteArrayObject.ob_start) ?? 0
        /// Of strs: the byte with the bit `ascii`, and the characters of such a one.
        static let state = 32
        static let isASCII: UInt8 = 0x40
        static let characters = 48
    }

    /// r[a] = r[b][r[c]], or of a number; nil: the container is another.
    mutating func loadByteOrCharacter(immediate: Bool) -> TemplateResult? {
        guard word == firstWord, b < code.pointee.registerCount, fp[b].isObject else { return nil }
        let type = fp[b].type
        guard type == PyBytes_TypePointer() || type == PyByteArray_TypePointer() || type == PyUnicode_TypePointer() else { return nil }
        guard immediate || requireInt(c) else { return nil }
        load(.rax, b)
        if !context[b].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, type)
        leave(.notEqual)
        if immediate { assembler.move(.rcx, UInt64(bitPattern: Int64(signedC(instruction)))) } else { loadNumber(.rcx, c) }
        requireIndex()
        switch type {
        case PyUnicode_TypePointer():
            assembler.test8(.rax, Place.state, number: Place.isASCII)
            leave(.equal)
            assembler.load8Indexed(.rcx, .rax, .rcx, Place.characters)
            // (Null: that character was not made yet.)
            assembler.move(.rdx, UInt64(UInt(bitPattern: _pyswift_latin1_slot(0))))
            assembler.loadIndexed(.rcx, .rdx, .rcx)
            assembler.test(.rcx, .rcx)
            leave(.equal)
            if !immediate && flag(InstructionFlags.killC) { forget(c) }
            finishLoad()
        default:
            if type == PyBytes_TypePointer() {
                assembler.load8Indexed(.rcx, .rax, .rcx, Place.bytes)
            } else {
                assembler.load(.rdx, .rax, Place.byteArrayStart)
                assembler.load8Indexed(.rcx, .rdx, .rcx, 0)
            }
            if flag(InstructionFlags.killB) {
                requireShared()
                assembler.decrement(.rax)
                forget(b)
            }
            if !immediate && flag(InstructionFlags.killC) { forget(c) }
            assembler.shift(.shl, .rcx, 15)
            boxShifted(.rcx)
            store(.rcx, .int)
        }
        return .next
    }
    /// r[a][r[b]] = r[c] of a bytearray; nil: the container is another.
    mutating func storeByte() -> TemplateResult? {
        guard word == firstWord, a < code.pointee.registerCount, fp[a].isObject, fp[a].type == PyByteArray_TypePointer(), requireInt(b), requireInt(c)
        else { return nil }
        load(.rax, a)
        if !context[a].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyByteArray_TypePointer())
        leave(.notEqual)
        loadNumber(.rcx, b)
        requireIndex()
        loadNumber(.r8, c)
        assembler.operate(.cmp, .r8, number: 255)
        leave(.above)
        if flag(InstructionFlags.killA) {
            requireShared()
            assembler.decrement(.rax)
            forget(a)
        }
        assembler.load(.rdx, .rax, Place.byteArrayStart)
        assembler.store8Indexed(.rdx, .rcx, .r8)
        if flag(InstructionFlags.killB) { forget(b) }
        if flag(InstructionFlags.killC) { forget(c) }
        return .next
    }
    /// Leaves unless rcx is an index of the container in rax; one from the end becomes one from the beginning. Changes rdx.
    mutating func requireIndex(mayBeNegative: Bool = true) {
        assembler.load(.rdx, .rax, Place.count)
        if mayBeNegative {
            assembler.test(.rcx, .rcx)
            let positive = assembler.skip(.noSign)
            assembler.operate(.add, .rcx, .rdx)
            assembler.land(positive)
        }
        assembler.operate(.cmp, .rcx, .rdx)
        leave(.aboveOrEqual)
    }
}
