// Python source can nest as deep as it likes; the native stack cannot. The parser asks how much is left instead of counting levels,
// since frames differ between builds and threads.

import Glibc

/// glibc's extension, which its module map hides.
@_silgen_name("pthread_getattr_np")
private func pthreadGetAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32

/// An address in the current frame.
@inline(__always) func currentStackAddress() -> UInt {
    var marker: UInt8 = 0
    return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
}

/// How far down the stack a parse may go.
struct StackBound {
    /// Kept free below the parser, for what it calls.
    static let reserve: UInt = 192 * 1024
    /// Taken for granted before the system is asked, which costs more than parsing a line.
    static let assumed: UInt = 128 * 1024
    /// Sources this deep are of no use, even where the stack is unlimited.
    static let most: UInt = 64 * 1024 * 1024

    var lowest: UInt
    private let start: UInt
    private var isExact = false

    init() {
        start = currentStackAddress()
        lowest = start &- StackBound.assumed
    }

    /// Whether the stack may grow below `lowest` after all; called when it has.
    mutating func extend() -> Bool {
        if isExact { return false }
        isExact = true
        var attributes = pthread_attr_t()
        guard pthreadGetAttributes(pthread_self(), &attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        var address: UnsafeMutableRawPointer?
        var size = 0
        guard pthread_attr_getstack(&attributes, &address, &size) == 0, let bottom = address else { return false }
        lowest = max(UInt(bitPattern: bottom) &+ StackBound.reserve, start > StackBound.most ? start - StackBound.most : 0)
        return currentStackAddress() >= lowest
    }
}
