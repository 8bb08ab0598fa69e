// _PyAccu_*: text collected from many pieces, a list in the end.

import CPythonABI
import Runtime

@c public func _PyAccu_Init(_ accumulator: UnsafeMutablePointer<_PyAccu>?) -> Int32 {
    guard let accumulator, let list = PyList_New(0) else { return -1 }
    accumulator.pointee.large = nil
    accumulator.pointee.small = list
    return 0
}
@c public func _PyAccu_Accumulate(_ accumulator: UnsafeMutablePointer<_PyAccu>?, _ text: Object?) -> Int32 {
    PyList_Append(accumulator?.pointee.small, text)
}
@c public func _PyAccu_FinishAsList(_ accumulator: UnsafeMutablePointer<_PyAccu>?) -> Object? {
    guard let accumulator else { return nil }
    let list = accumulator.pointee.small
    accumulator.pointee.small = nil
    return list
}
@c public func _PyAccu_Destroy(_ accumulator: UnsafeMutablePointer<_PyAccu>?) {
    guard let accumulator else { return }
    release(accumulator.pointee.small)
    release(accumulator.pointee.large)
    accumulator.pointee.small = nil
    accumulator.pointee.large = nil
}
