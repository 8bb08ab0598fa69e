// Executable memory for machine code.
//
// One region is reserved when the first code is compiled, low enough that jumps between pieces of it, and to the handlers of an
// executable at a fixed address, fit 32 bits. It is handed out in chunks; what was written is touched, the rest costs nothing.

import CPythonABI
import Glibc

enum CodeArena {
    static let chunkSize = 32 << 10
    private static let size = 128 << 20

    nonisolated(unsafe) private static var base: UnsafeMutablePointer<UInt8>?
    nonisolated(unsafe) private static var words: UnsafeMutablePointer<Int>?
    nonisolated(unsafe) private static var used = 0
    nonisolated(unsafe) private static var freed: [UnsafeMutablePointer<UInt8>] = []
    nonisolated(unsafe) private static var isRefused = false

    /// A chunk of `chunkSize` bytes; nil when the region is full or the system gives no executable memory.
    static func allocate() -> UnsafeMutablePointer<UInt8>? {
        if let chunk = freed.popLast() { return chunk }
        if base == nil && !isRefused {
            let region = mmap(nil, size, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | 0x40, -1, 0)
            if let region, region != MAP_FAILED {
                base = region.assumingMemoryBound(to: UInt8.self)
            } else {
                isRefused = true
            }
        }
        guard let base, used + chunkSize <= size else { return nil }
        defer { used += chunkSize }
        return base + used
    }
    /// The word that belongs to a chunk: see `NativeCode.calls`. Nil when the system gives no memory.
    static func word(of chunk: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<Int>? {
        guard let base else { return nil }
        if words == nil {
            let room = mmap(nil, size / chunkSize * 8, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | 0x40, -1, 0)
            guard let room, room != MAP_FAILED else { return nil }
            words = room.assumingMemoryBound(to: Int.self)
        }
        return words.map { $0 + (chunk - base) / chunkSize }
    }
    static func free(_ chunk: UnsafeMutablePointer<UInt8>) { freed.append(chunk) }
}
