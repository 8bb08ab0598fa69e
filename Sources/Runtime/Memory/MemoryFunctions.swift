// memcpy, memmove and memset (as copyBytes, moveBytes, fillBytes), safe at the end of functions that throw.
//
// A typed throw travels in a register that the caller clears and the callee must hand back. The compiler (Swift 6.3.1) knows that a
// function with such a register must not end in a tail call, but forgets it for these three, which it treats as intrinsics: a function
// that ends in `memcpy` then "throws" whatever was left in the register. These call the C library and put
// an empty piece of assembly behind the call, so that it is never the last thing. `Scripts/lib/hot_code.py` looks for relapses.

import CPythonABI
import Glibc

@discardableResult @inlinable @inline(__always)
public func copyBytes(_ target: UnsafeMutableRawPointer!, _ source: UnsafeRawPointer!, _ count: Int) -> UnsafeMutableRawPointer! {
    let result = Glibc.memcpy(target, source, count)
    _pyswift_not_last()
    return result
}

@discardableResult @inlinable @inline(__always)
public func moveBytes(_ target: UnsafeMutableRawPointer!, _ source: UnsafeRawPointer!, _ count: Int) -> UnsafeMutableRawPointer! {
    let result = Glibc.memmove(target, source, count)
    _pyswift_not_last()
    return result
}

@discardableResult @inlinable @inline(__always)
public func fillBytes(_ target: UnsafeMutableRawPointer!, _ byte: Int32, _ count: Int) -> UnsafeMutableRawPointer! {
    let result = Glibc.memset(target, byte, count)
    _pyswift_not_last()
    return result
}
