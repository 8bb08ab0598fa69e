// C functions with a context, made at run time.
//
// A C slot such as `tp_repr` gets the object alone, but the Swift function behind it is a value: code and context. A thunk is a few
// bytes of machine code that puts the context into the argument register behind the slot's own arguments and jumps to a common C
// function for slots of that shape:
//
//     mov  <register>, [rip + context]
//     jmp  [rip + target]
//
// Code pages are written once, then made executable and never written again: what differs between thunks is in the data page behind.

import CPythonABI
import Glibc

enum SlotThunks {
    /// The argument register that carries the context: the one behind so many arguments.
    enum Shape: Int { case afterOne = 0, afterTwo, afterThree, afterFour }

    private static let codeSize = 1 << 14
    private static let thunkSize = 16
    nonisolated(unsafe) private static var pages: [UnsafeMutableRawPointer?] = [nil, nil, nil, nil]
    nonisolated(unsafe) private static var used = [0, 0, 0, 0]

    /// A C function that calls `target` with its own arguments and then the context. nil when memory is exhausted.
    static func make(_ shape: Shape, target: UnsafeRawPointer, context: UnsafeMutableRawPointer) -> UnsafeRawPointer? {
        let index = shape.rawValue
        if pages[index] == nil || used[index] == codeSize / thunkSize {
            pages[index] = makePages(shape)
            used[index] = 0
        }
        guard let page = pages[index] else { return nil }
        let thunk = page + used[index] * thunkSize
        used[index] += 1
        (thunk + codeSize).storeBytes(of: context, as: UnsafeMutableRawPointer.self)
        (thunk + codeSize + 8).storeBytes(of: target, as: UnsafeRawPointer.self)
        return UnsafeRawPointer(thunk)
    }

    private static func makePages(_ shape: Shape) -> UnsafeMutableRawPointer? {
        guard let pages = mmap(nil, codeSize * 2, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), pages != MAP_FAILED else {
            return nil
        }
        // mov rsi / rdx / rcx / r8, [rip + disp32]
        let load: [[UInt8]] = [[0x48, 0x8B, 0x35], [0x48, 0x8B, 0x15], [0x48, 0x8B, 0x0D], [0x4C, 0x8B, 0x05]]
        for position in stride(from: 0, to: codeSize, by: thunkSize) {
            let code = pages + position
            for (offset, byte) in load[shape.rawValue].enumerated() { code.storeBytes(of: byte, toByteOffset: offset, as: UInt8.self) }
            // Displacements count from the end of the instruction.
            code.storeBytes(of: UInt32(codeSize - 7), toByteOffset: 3, as: UInt32.self)
            code.storeBytes(of: 0xFF, toByteOffset: 7, as: UInt8.self)
            code.storeBytes(of: 0x25, toByteOffset: 8, as: UInt8.self)
            code.storeBytes(of: UInt32(codeSize + 8 - 13), toByteOffset: 9, as: UInt32.self)
        }
        guard mprotect(pages, codeSize, PROT_READ | PROT_EXEC) == 0 else {
            munmap(pages, codeSize * 2)
            return nil
        }
        return pages
    }
}
