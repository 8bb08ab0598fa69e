// PyMem_GetAllocator, PyMem_SetAllocator: tools put themselves in front of the functions that hand out memory to C.
//
// They see what C code asks for by PyMem_* and PyObject_Malloc. The runtime's own objects are made without asking anybody.

import CPythonABI
import Glibc
import Runtime

/// Memory from the runtime's allocator.
enum PlainMemory {
    static func malloc(_ size: Int) -> UnsafeMutableRawPointer? { size < 0 ? nil : Allocator.allocateUnsized(size) }
    static func calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
        let (total, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow, total >= 0, let block = Allocator.allocateUnsized(total) else { return nil }
        memset(block, 0, max(total, 1))
        return block
    }
    static func realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        if size < 0 { return nil }
        guard let block else { return Allocator.allocateUnsized(size) }
        return Allocator.reallocateUnsized(block, max(size, 1))
    }
    static func free(_ block: UnsafeMutableRawPointer?) { if let block { Allocator.freeUnsized(block) } }
}
/// Memory of the C library: asked for without the GIL, which the allocator's free lists do not bear.
enum RawMemory {
    static func malloc(_ size: Int) -> UnsafeMutableRawPointer? { size < 0 ? nil : Glibc.malloc(max(size, 1)) }
    static func calloc(_ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
        count < 0 || size < 0 ? nil : Glibc.calloc(max(count, 1), max(size, 1))
    }
    static func realloc(_ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? { size < 0 ? nil : Glibc.realloc(block, max(size, 1)) }
}

enum CustomAllocators {
    enum Domain: Int { case raw = 0, mem, object }
    /// One bit for each domain that somebody took over.
    nonisolated(unsafe) private static var taken: UInt32 = 0
    nonisolated(unsafe) private static let table = UnsafeMutablePointer<PyMemAllocatorEx>.allocate(capacity: 3)

    @inline(__always) static func has(_ domain: Domain) -> Bool { taken & (1 << UInt32(domain.rawValue)) != 0 }
    static func malloc(_ domain: Domain, _ size: Int) -> UnsafeMutableRawPointer? { table[domain.rawValue].malloc(table[domain.rawValue].ctx, size) }
    static func calloc(_ domain: Domain, _ count: Int, _ size: Int) -> UnsafeMutableRawPointer? {
        table[domain.rawValue].calloc(table[domain.rawValue].ctx, count, size)
    }
    static func realloc(_ domain: Domain, _ block: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer? {
        table[domain.rawValue].realloc(table[domain.rawValue].ctx, block, size)
    }
    static func free(_ domain: Domain, _ block: UnsafeMutableRawPointer?) { table[domain.rawValue].free(table[domain.rawValue].ctx, block) }

    nonisolated(unsafe) private static let plain = PyMemAllocatorEx(
        ctx: nil, malloc: { _, size in PlainMemory.malloc(size) }, calloc: { _, count, size in PlainMemory.calloc(count, size) },
        realloc: { _, block, size in PlainMemory.realloc(block, size) }, free: { _, block in PlainMemory.free(block) })
    nonisolated(unsafe) private static let raw = PyMemAllocatorEx(
        ctx: nil, malloc: { _, size in RawMemory.malloc(size) }, calloc: { _, count, size in RawMemory.calloc(count, size) },
        realloc: { _, block, size in RawMemory.realloc(block, size) }, free: { _, block in Glibc.free(block) })

    static func current(_ domain: Domain) -> PyMemAllocatorEx {
        if has(domain) { return table[domain.rawValue] }
        return domain == .raw ? raw : plain
    }
    static func set(_ domain: Domain, _ allocator: PyMemAllocatorEx) {
        guard let malloc = allocator.malloc, allocator.calloc != nil, allocator.realloc != nil, allocator.free != nil else { return }
        let own = domain == .raw ? raw : plain
        let bit = UInt32(1) << UInt32(domain.rawValue)
        if unsafeBitCast(malloc, to: Int.self) == own.malloc.map({ unsafeBitCast($0, to: Int.self) }) {
            taken &= ~bit
        } else {
            (table + domain.rawValue).initialize(to: allocator)
            taken |= bit
        }
    }
}

@c public func PyMem_GetAllocator(_ domain: PyMemAllocatorDomain, _ allocator: UnsafeMutablePointer<PyMemAllocatorEx>?) {
    guard let known = CustomAllocators.Domain(rawValue: Int(domain.rawValue)) else {
        allocator?.pointee = PyMemAllocatorEx()
        return
    }
    allocator?.pointee = CustomAllocators.current(known)
}
@c public func PyMem_SetAllocator(_ domain: PyMemAllocatorDomain, _ allocator: UnsafeMutablePointer<PyMemAllocatorEx>?) {
    if let allocator, let known = CustomAllocators.Domain(rawValue: Int(domain.rawValue)) { CustomAllocators.set(known, allocator.pointee) }
}
