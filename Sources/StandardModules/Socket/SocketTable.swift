// The capsule `_socket.CAPI`: the type and the errors, for `_ssl`.

import CPythonABI
import Runtime

enum SocketTable {
    /// Null without the C API.
    static func capsule() -> Ref {
        guard let make = CapsuleMaker.make else { return .null }
        // Lives as long as the process.
        let words = UnsafeMutablePointer<Value>.allocate(capacity: 3)
        words[0] = SocketObject.type.value
        words[1] = PyExc_OSErrorPointer().value
        words[2] = PyExc_TimeoutErrorPointer().value
        return make(UnsafeMutableRawPointer(words), "_socket.CAPI")
    }
}
