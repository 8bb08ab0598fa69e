// bytes as a Swift array, for code that is not hot.

import CPythonABI

extension BytesObject {
    public static func array(_ value: Value) -> [UInt8] {
        Array(UnsafeBufferPointer(start: data(value), count: count(value)))
    }
}
