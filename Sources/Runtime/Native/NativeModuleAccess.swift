// Templates: what modules and classes are asked for.

import CPythonABI
import Compiler

extension NativeTemplates {
    /// r[a] = an attribute of the module r[b], or a function of it that is about to be called, by the version of its dict's keys.
    mutating func loadModuleAttribute(method: Bool) -> TemplateResult {
        let cache = code.pointee.instructions + word + 1
        load(.rax, b)
        if !context[b].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyModule_TypePointer())
        leave(.notEqual)
        assembler.load(.rcx, .rax, NativeLayout.moduleDict)
        assembler.load(.rcx, .rcx, NativeLayout.dictKeys)
        assembler.compare32(.rcx, NativeLayout.keysVersion, number: Int32(truncatingIfNeeded: cache[0] >> 32))
        leave(.notEqual)
        if flag(InstructionFlags.killB) { requireShared() }
        assembler.load(.rcx, at: cache[1])
        retain(.rcx, .unknown, .rdx)
        if flag(InstructionFlags.killB) {
            assembler.decrement(.rax)
            forget(b)
        } else {
            context[b] = .object
        }
        if method {
            assembler.store(.rdi, a * 8, .rcx)
            assembler.store(.rdi, (a + 8) * 8, number: 0)
            set(a, .unknown)
            set(a + 8, .null)
        } else {
            store(.rcx, .unknown)
        }
        return .next
    }
    /// r[a] = a method of the class r[b], by its version; r[a + 8] = the class, for a class method.
    mutating func loadTypeMethod() -> TemplateResult {
        if flag(InstructionFlags.killB) { return exit() }
        let cache = code.pointee.instructions + word + 1
        let method = Value(bits: cache[1])
        guard method.isObject else { return exit() }
        load(.rax, b)
        if !context[b].isObject { requireObject(.rax, .rcx) }
        NativeTemplates.compareType(&assembler, .rax, PyType_TypePointer())
        leave(.notEqual)
        assembler.compare32(.rax, NativeLayout.typeVersion, number: Int32(truncatingIfNeeded: cache[0] >> 32))
        leave(.notEqual)
        context[b] = .object
        assembler.move(.rcx, method.bits)
        assembler.increment(.rcx)
        assembler.store(.rdi, a * 8, .rcx)
        set(a, .object)
        if cache[2] != 0 {
            assembler.increment(.rax)
            assembler.store(.rdi, (a + 8) * 8, .rax)
            set(a + 8, .object)
        } else {
            assembler.store(.rdi, (a + 8) * 8, number: 0)
            set(a + 8, .null)
        }
        return .next
    }
}
