// Capsules that native modules publish for C code.

import CPythonABI

public enum CapsuleMaker {
    /// Makes a capsule of a pointer that lives as long as the process; nil without the C API, which sets it.
    nonisolated(unsafe) public static var make: ((UnsafeMutableRawPointer, StaticString) -> Ref)?
}
