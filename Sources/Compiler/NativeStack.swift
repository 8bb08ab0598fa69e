// How much native stack is left, by address.

import Glibc

/// glibc's extension, which its module map hides.
@_silgen_name("pthread_getattr_np")
private func pthreadGetAttributes(_ thread: pthread_t, _ attributes: UnsafeMutablePointer<pthread_attr_t>) -> Int32

enum NativeStack {
    /// The lowest address of the calling thread's stack. Slow for the main thread (it reads the process map), so ask once.
    static func lowestAddress() -> UInt {
        var attributes = pthread_attr_t()
        guard pthreadGetAttributes(pthread_self(), &attributes) == 0 else { return 1 }
        defer { pthread_attr_destroy(&attributes) }
        var address: UnsafeMutableRawPointer?
        var size = 0
        guard pthread_attr_getstack(&attributes, &address, &size) == 0 else { return 1 }
        return UInt(bitPattern: address)
    }

    /// An address in the caller's frame, roughly.
    @inline(never)
    static func currentAddress() -> UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }
}
