// The few forms of x86-64 instructions that the templates use, written where they will run.

import CPythonABI

/// A general register, by its number in the encoding.
enum Register: UInt8 {
    case rax = 0, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13
    var low: UInt8 { rawValue & 7 }
    var isHigh: Bool { rawValue >= 8 }
}
enum FloatRegister: UInt8 { case xmm0 = 0, xmm1 }

/// Conditions of jumps, by their number in the encoding.
enum Condition: UInt8 {
    case overflow = 0, noOverflow, below, aboveOrEqual, equal, notEqual, belowOrEqual, above, sign, noSign, parity, noParity, less, greaterOrEqual
    case lessOrEqual, greater
    var inverse: Condition { Condition(rawValue: rawValue ^ 1) ?? self }
}

/// Two-operand operations: the opcode of the form (register, memory or register).
enum Operation: UInt8 {
    case add = 0x03, or = 0x0B, and = 0x23, sub = 0x2B, xor = 0x33, cmp = 0x3B
    /// Which one it is in the forms with an immediate.
    var digit: UInt8 { rawValue >> 3 }
}
enum Shift: UInt8 { case rol = 0, ror = 1, shl = 4, shr = 5, sar = 7 }

/// A jump whose target is not known yet: where its 32-bit distance stands.
typealias JumpSite = UnsafeMutablePointer<UInt8>

struct Assembler {
    var cursor: UnsafeMutablePointer<UInt8>
    let end: UnsafeMutablePointer<UInt8>

    @inline(__always) mutating func byte(_ value: UInt8) {
        cursor.pointee = value
        cursor += 1
    }
    @inline(__always) mutating func long(_ value: Int32) {
        UnsafeMutableRawPointer(cursor).storeBytes(of: value, as: Int32.self)
        cursor += 4
    }
    @inline(__always) mutating func quad(_ value: UInt64) {
        UnsafeMutableRawPointer(cursor).storeBytes(of: value, as: UInt64.self)
        cursor += 8
    }
    static func fits(_ address: UInt64) -> Bool { address < 0x7FFF_FFFF }

    // MARK: Encoding

    private mutating func rex(_ wide: Bool, _ register: Bool, _ base: Bool, force: Bool = false) {
        var prefix: UInt8 = 0x40
        if wide { prefix |= 8 }
        if register { prefix |= 4 }
        if base { prefix |= 1 }
        if prefix != 0x40 || force { byte(prefix) }
    }
    private mutating func memory(_ field: UInt8, _ base: Register, _ displacement: Int) {
        let short = displacement >= -128 && displacement < 128
        let mode: UInt8 = short ? 0x40 : 0x80
        modrm(mode, field, base.low)
        if base.low == 4 { byte(0x24) }
        if short { byte(UInt8(truncatingIfNeeded: displacement)) } else { long(Int32(truncatingIfNeeded: displacement)) }
    }
    private mutating func direct(_ field: UInt8, _ register: Register) { modrm(0xC0, field, register.low) }
    private mutating func modrm(_ mode: UInt8, _ field: UInt8, _ low: UInt8) {
        let middle: UInt8 = field << 3
        byte(mode | middle | low)
    }

    // MARK: Moves

    mutating func load(_ register: Register, _ base: Register, _ displacement: Int) {
        rex(true, register.isHigh, base.isHigh)
        byte(0x8B)
        memory(register.low, base, displacement)
    }
    mutating func store(_ base: Register, _ displacement: Int, _ register: Register) {
        rex(true, register.isHigh, base.isHigh)
        byte(0x89)
        memory(register.low, base, displacement)
    }
    /// register = [base + index * 8]
    mutating func loadIndexed(_ register: Register, _ base: Register, _ index: Register, _ displacement: Int = 0) {
        var prefix: UInt8 = 0x48
        if register.isHigh { prefix |= 4 }
        if index.isHigh { prefix |= 2 }
        if base.isHigh { prefix |= 1 }
        byte(prefix)
        byte(0x8B)
        modrm(0x44, register.low, 0)
        modrm(0xC0, index.low, base.low)
        byte(UInt8(truncatingIfNeeded: displacement))
    }
    mutating func storeIndexed(_ base: Register, _ index: Register, _ register: Register, _ displacement: Int = 0) {
        var prefix: UInt8 = 0x48
        if register.isHigh { prefix |= 4 }
        if index.isHigh { prefix |= 2 }
        if base.isHigh { prefix |= 1 }
        byte(prefix)
        byte(0x89)
        modrm(0x44, register.low, 0)
        modrm(0xC0, index.low, base.low)
        byte(UInt8(truncatingIfNeeded: displacement))
    }
    /// The byte at base + index + displacement, without sign.
    mutating func load8Indexed(_ register: Register, _ base: Register, _ index: Register, _ displacement: Int) {
        byte(0x40 | (register.isHigh ? 4 : 0) | (index.isHigh ? 2 : 0) | (base.isHigh ? 1 : 0))
        byte(0x0F)
        byte(0xB6)
        modrm(0x44, register.low, 0)
        modrm(0, index.low, base.low)
        byte(UInt8(truncatingIfNeeded: displacement))
    }
    mutating func store8Indexed(_ base: Register, _ index: Register, _ register: Register) {
        byte(0x40 | (register.isHigh ? 4 : 0) | (index.isHigh ? 2 : 0) | (base.isHigh ? 1 : 0))
        byte(0x88)
        modrm(0x44, register.low, 0)
        modrm(0, index.low, base.low)
        byte(0)
    }
    mutating func load16(_ register: Register, _ base: Register, _ displacement: Int) {
        rex(false, register.isHigh, base.isHigh)
        byte(0x0F)
        byte(0xB7)
        memory(register.low, base, displacement)
    }
    mutating func load8(_ register: Register, _ base: Register, _ displacement: Int) {
        rex(false, register.isHigh, base.isHigh)
        byte(0x0F)
        byte(0xB6)
        memory(register.low, base, displacement)
    }
    /// The word at an offset from the thread's own data.
    mutating func loadThread(_ register: Register, _ offset: Int) {
        byte(0x64)
        rex(true, register.isHigh, false)
        byte(0x8B)
        modrm(0, register.low, 4)
        byte(0x25)
        long(Int32(truncatingIfNeeded: offset))
    }
    mutating func load32(_ register: Register, _ base: Register, _ displacement: Int) {
        rex(false, register.isHigh, base.isHigh)
        byte(0x8B)
        memory(register.low, base, displacement)
    }
    mutating func move(_ register: Register, _ source: Register) {
        rex(true, register.isHigh, source.isHigh)
        byte(0x8B)
        direct(register.low, source)
    }
    /// The lower half; the upper one becomes 0.
    mutating func move32(_ register: Register, _ source: Register) {
        rex(false, register.isHigh, source.isHigh)
        byte(0x8B)
        direct(register.low, source)
    }
    /// A number that is filled in later: where it stands.
    mutating func moveLater(_ register: Register) -> UnsafeMutablePointer<UInt8> {
        rex(true, false, register.isHigh)
        byte(0xB8 | register.low)
        quad(0)
        return cursor - 8
    }
    mutating func move(_ register: Register, _ value: UInt64) {
        if value == 0 {
            rex(false, register.isHigh, register.isHigh)
            byte(0x31)
            direct(register.low, register)
        } else if value <= 0xFFFF_FFFF {
            rex(false, false, register.isHigh)
            byte(0xB8 | register.low)
            long(Int32(truncatingIfNeeded: value))
        } else if Int64(bitPattern: value) >= Int64(Int32.min) && Int64(bitPattern: value) < 0 {
            rex(true, false, register.isHigh)
            byte(0xC7)
            direct(0, register)
            long(Int32(truncatingIfNeeded: value))
        } else {
            rex(true, false, register.isHigh)
            byte(0xB8 | register.low)
            quad(value)
        }
    }
    mutating func lea(_ register: Register, _ base: Register, _ displacement: Int32) {
        rex(true, register.isHigh, base.isHigh)
        byte(0x8D)
        memory(register.low, base, Int(displacement))
    }
    /// A 64-bit number that fits 32 bits, signed, into memory.
    mutating func store(_ base: Register, _ displacement: Int, number: Int32) {
        rex(true, false, base.isHigh)
        byte(0xC7)
        memory(0, base, displacement)
        long(number)
    }
    /// register = the 64 bits at an address.
    mutating func load(_ register: Register, at address: UInt64) {
        if Assembler.fits(address) {
            rex(true, register.isHigh, false)
            byte(0x8B)
            modrm(0x04, register.low, 0)
            byte(0x25)
            long(Int32(truncatingIfNeeded: address))
        } else {
            move(register, address)
            load(register, register, 0)
        }
    }

    // MARK: Arithmetic

    mutating func operate(_ operation: Operation, _ register: Register, _ source: Register) {
        rex(true, register.isHigh, source.isHigh)
        byte(operation.rawValue)
        direct(register.low, source)
    }
    mutating func operate(_ operation: Operation, _ register: Register, _ base: Register, _ displacement: Int) {
        rex(true, register.isHigh, base.isHigh)
        byte(operation.rawValue)
        memory(register.low, base, displacement)
    }
    mutating func operate(_ operation: Operation, _ register: Register, number: Int32) {
        rex(true, false, register.isHigh)
        if number >= -128 && number < 128 {
            byte(0x83)
            direct(operation.digit, register)
            byte(UInt8(truncatingIfNeeded: number))
        } else {
            byte(0x81)
            direct(operation.digit, register)
            long(number)
        }
    }
    mutating func operate(_ operation: Operation, _ base: Register, _ displacement: Int, number: Int32) {
        rex(true, false, base.isHigh)
        let short = number >= -128 && number < 128
        byte(short ? 0x83 : 0x81)
        memory(operation.digit, base, displacement)
        if short { byte(UInt8(truncatingIfNeeded: number)) } else { long(number) }
    }
    mutating func operate32(_ operation: Operation, _ register: Register, number: Int32) {
        rex(false, false, register.isHigh)
        byte(0x81)
        direct(operation.digit, register)
        long(number)
    }
    mutating func operate32(_ operation: Operation, _ register: Register, _ source: Register) {
        rex(false, register.isHigh, source.isHigh)
        byte(operation.rawValue)
        direct(register.low, source)
    }
    mutating func compare32(_ base: Register, _ displacement: Int, number: Int32) {
        rex(false, false, base.isHigh)
        byte(0x81)
        memory(7, base, displacement)
        long(number)
    }
    mutating func compare8(_ base: Register, _ displacement: Int, number: UInt8) {
        rex(false, false, base.isHigh)
        byte(0x80)
        memory(7, base, displacement)
        byte(number)
    }
    mutating func store8(_ base: Register, _ displacement: Int, number: UInt8) {
        rex(false, false, base.isHigh)
        byte(0xC6)
        memory(0, base, displacement)
        byte(number)
    }
    mutating func test8(_ base: Register, _ displacement: Int, number: UInt8) {
        rex(false, false, base.isHigh)
        byte(0xF6)
        memory(0, base, displacement)
        byte(number)
    }
    mutating func test32(_ register: Register, number: Int32) {
        rex(false, false, register.isHigh)
        byte(0xF7)
        direct(0, register)
        long(number)
    }
    mutating func test32(_ register: Register, _ other: Register) {
        rex(false, other.isHigh, register.isHigh)
        byte(0x85)
        direct(other.low, register)
    }
    mutating func test(_ register: Register, _ other: Register) {
        rex(true, other.isHigh, register.isHigh)
        byte(0x85)
        direct(other.low, register)
    }
    mutating func shift(_ shift: Shift, _ register: Register, _ count: UInt8) {
        rex(true, false, register.isHigh)
        byte(0xC1)
        direct(shift.rawValue, register)
        byte(count)
    }
    /// By the number in cl.
    mutating func shift(_ shift: Shift, _ register: Register) {
        rex(true, false, register.isHigh)
        byte(0xD3)
        direct(shift.rawValue, register)
    }
    mutating func multiply(_ register: Register, _ source: Register) {
        rex(true, register.isHigh, source.isHigh)
        byte(0x0F)
        byte(0xAF)
        direct(register.low, source)
    }
    mutating func negate(_ register: Register) {
        rex(true, false, register.isHigh)
        byte(0xF7)
        direct(3, register)
    }
    /// rax, rdx = rdx:rax divided by the register, signed 64 bits.
    mutating func divide(_ register: Register) {
        byte(0x48)
        byte(0x99)
        rex(true, false, register.isHigh)
        byte(0xF7)
        direct(7, register)
    }
    /// The same with unsigned 32 bits, rdx being 0.
    mutating func divide32(_ register: Register) {
        operate32(.xor, .rdx, .rdx)
        rex(false, false, register.isHigh)
        byte(0xF7)
        direct(6, register)
    }
    /// [register] += 1
    mutating func increment(_ base: Register, _ displacement: Int = 0) {
        rex(true, false, base.isHigh)
        byte(0xFF)
        memory(0, base, displacement)
    }
    mutating func decrement(_ base: Register, _ displacement: Int = 0) {
        rex(true, false, base.isHigh)
        byte(0xFF)
        memory(1, base, displacement)
    }
    mutating func decrement(register: Register) {
        rex(true, false, register.isHigh)
        byte(0xFF)
        direct(1, register)
    }
    /// register = condition ? 1 : 0 (rax, rcx and rdx only)
    mutating func set(_ condition: Condition, _ register: Register) {
        byte(0x0F)
        byte(0x90 | condition.rawValue)
        direct(0, register)
        byte(0x0F)
        byte(0xB6)
        direct(register.low, register)
    }

    // MARK: Floats

    mutating func moveToFloat(_ float: FloatRegister, _ register: Register) {
        byte(0x66)
        byte(register.isHigh ? 0x49 : 0x48)
        byte(0x0F)
        byte(0x6E)
        direct(float.rawValue, register)
    }
    mutating func moveFromFloat(_ register: Register, _ float: FloatRegister) {
        byte(0x66)
        byte(register.isHigh ? 0x49 : 0x48)
        byte(0x0F)
        byte(0x7E)
        direct(float.rawValue, register)
    }
    mutating func convert(_ float: FloatRegister, _ register: Register) {
        byte(0xF2)
        byte(register.isHigh ? 0x49 : 0x48)
        byte(0x0F)
        byte(0x2A)
        direct(float.rawValue, register)
    }
    /// addsd 0x58, mulsd 0x59, subsd 0x5C, divsd 0x5E
    mutating func operate(_ opcode: UInt8, _ float: FloatRegister, _ other: FloatRegister) {
        byte(0xF2)
        byte(0x0F)
        byte(opcode)
        modrm(0xC0, float.rawValue, other.rawValue)
    }
    mutating func compare(_ float: FloatRegister, _ other: FloatRegister) {
        byte(0x66)
        byte(0x0F)
        byte(0x2E)
        modrm(0xC0, float.rawValue, other.rawValue)
    }

    // MARK: Jumps

    mutating func jump() -> JumpSite {
        byte(0xE9)
        long(0)
        return cursor - 4
    }
    mutating func jump(_ condition: Condition) -> JumpSite {
        byte(0x0F)
        byte(0x80 | condition.rawValue)
        long(0)
        return cursor - 4
    }
    mutating func jump(to target: UnsafeMutablePointer<UInt8>) { Assembler.aim(jump(), target) }
    mutating func jump(_ condition: Condition, to target: UnsafeMutablePointer<UInt8>) { Assembler.aim(jump(condition), target) }
    /// A short jump forward, aimed by `land`.
    mutating func skip(_ condition: Condition) -> UnsafeMutablePointer<UInt8> {
        byte(0x70 | condition.rawValue)
        byte(0)
        return cursor - 1
    }
    mutating func skip() -> UnsafeMutablePointer<UInt8> {
        byte(0xEB)
        byte(0)
        return cursor - 1
    }
    func land(_ site: UnsafeMutablePointer<UInt8>) { site.pointee = UInt8(truncatingIfNeeded: cursor - site - 1) }
    static func aim(_ site: JumpSite, _ target: UnsafeMutablePointer<UInt8>) {
        UnsafeMutableRawPointer(site).storeBytes(of: Int32(truncatingIfNeeded: target - (site + 4)), as: Int32.self)
    }
    /// Jumps to an address anywhere; changes rax if it is far.
    mutating func jump(toAddress address: UInt64) {
        let here = Int64(Int(bitPattern: cursor))
        let distance: Int64 = Int64(bitPattern: address) - here - 5
        if distance == Int64(Int32(truncatingIfNeeded: distance)) {
            byte(0xE9)
            long(Int32(distance))
        } else {
            move(.rax, address)
            jump(register: .rax)
        }
    }
    mutating func jump(register: Register) {
        rex(false, false, register.isHigh)
        byte(0xFF)
        direct(4, register)
    }
    /// jmp [base + index + displacement]
    mutating func jump(_ base: Register, _ index: Register, _ displacement: UInt8) {
        byte(0xFF)
        byte(0x64)
        modrm(0, index.low, base.low)
        byte(displacement)
    }
    /// jmp [table + rax * 8]; changes rcx if the table is far.
    mutating func jump(table: UInt64) {
        if Assembler.fits(table) {
            byte(0xFF)
            byte(0x24)
            byte(0xC5)
            long(Int32(truncatingIfNeeded: table))
        } else {
            move(.rcx, table)
            byte(0xFF)
            byte(0x24)
            byte(0xC1)
        }
    }
    /// cmp dword [address], 0; changes rax if it is far.
    mutating func compareZero(at address: UInt64) {
        if Assembler.fits(address) {
            byte(0x83)
            byte(0x3C)
            byte(0x25)
            long(Int32(truncatingIfNeeded: address))
            byte(0)
        } else {
            move(.rax, address)
            compare32(.rax, 0, number: 0)
        }
    }
    mutating func call(_ address: UInt64) {
        let here = Int64(Int(bitPattern: cursor))
        let distance: Int64 = Int64(bitPattern: address) - here - 5
        if distance == Int64(Int32(truncatingIfNeeded: distance)) {
            byte(0xE8)
            long(Int32(distance))
        } else {
            move(.rax, address)
            byte(0xFF)
            direct(2, .rax)
        }
    }
    mutating func push(_ register: Register) {
        rex(false, false, register.isHigh)
        byte(0x50 | register.low)
    }
    mutating func pop(_ register: Register) {
        rex(false, false, register.isHigh)
        byte(0x58 | register.low)
    }
    /// Calls what an address in a register says.
    mutating func call(register: Register) {
        rex(false, false, register.isHigh)
        byte(0xFF)
        direct(2, register)
    }

    // MARK: Memory at an address (r11 changes if that is far)

    private mutating func absolute(_ opcode: UInt8, _ field: UInt8, wide: Bool, high: Bool = false, _ address: UInt64) {
        if Assembler.fits(address) {
            rex(wide, high, false)
            byte(opcode)
            modrm(0x04, field, 0)
            byte(0x25)
            long(Int32(truncatingIfNeeded: address))
        } else {
            move(.r11, address)
            rex(wide, high, true)
            byte(opcode)
            memory(field, .r11, 0)
        }
    }
    mutating func increment(at address: UInt64) { absolute(0xFF, 0, wide: true, address) }
    mutating func decrement(at address: UInt64) { absolute(0xFF, 1, wide: true, address) }
    mutating func store(at address: UInt64, _ register: Register) {
        absolute(0x89, register.low, wide: true, high: register.isHigh, address)
    }
    mutating func operate(_ operation: Operation, _ register: Register, at address: UInt64) {
        absolute(operation.rawValue, register.low, wide: true, high: register.isHigh, address)
    }
    /// Compares the 64, or 32, bits there with 0.
    mutating func compareToZero(at address: UInt64, wide: Bool) {
        absolute(0x83, 7, wide: wide, address)
        byte(0)
    }
    mutating func test32(_ base: Register, _ displacement: Int, number: UInt32) {
        rex(false, false, base.isHigh)
        byte(0xF7)
        memory(0, base, displacement)
        long(Int32(bitPattern: number))
    }
}
