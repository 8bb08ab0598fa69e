// _PyEval_RequestCodeExtraIndex, _PyCode_GetExtra, _PyCode_SetExtra (PEP 523): pointers that tools hang on code objects. They are kept in
// a row of their own behind `co_extra`: the number of places, then the places.

import CPythonABI
import Glibc
import Runtime

public typealias ExtraFree = @convention(c) (UnsafeMutableRawPointer?) -> Void

private enum CodeExtra {
    static let mostIndexes = 255
    nonisolated(unsafe) static var frees: [ExtraFree?] = []

    static func places(_ row: UnsafeMutableRawPointer) -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
        (row + 8).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
    }
    static func count(_ row: UnsafeMutableRawPointer) -> Int { row.load(as: Int.self) }
    static func head(_ code: Object) -> UnsafeMutablePointer<PyCodeObject> {
        UnsafeMutableRawPointer(code).assumingMemoryBound(to: PyCodeObject.self)
    }

    /// Gives a dying code object's pointers to the functions that free them.
    static func release(_ row: UnsafeMutableRawPointer) {
        let places = places(row)
        for index in 0..<min(count(row), frees.count) {
            if let pointer = places[index], let release = frees[index] { release(pointer) }
        }
        free(row)
    }
}

@c public func _PyEval_RequestCodeExtraIndex(_ release: ExtraFree?) -> Int {
    guard CodeExtra.frees.count < CodeExtra.mostIndexes else { return -1 }
    ForeignCode.releaseExtra = { CodeExtra.release($0) }
    CodeExtra.frees.append(release)
    return CodeExtra.frees.count - 1
}
@c public func _PyCode_GetExtra(_ code: Object?, _ index: Int, _ extra: UnsafeMutablePointer<UnsafeMutableRawPointer?>?) -> Int32 {
    guard let code, code.isInstance(PyCode_TypePointer()) else {
        _ = badInternalCall()
        return -1
    }
    let row = CodeExtra.head(code).pointee.co_extra
    extra?.pointee = row.flatMap { index >= 0 && index < CodeExtra.count($0) ? CodeExtra.places($0)[index] : nil }
    return 0
}
@c public func _PyCode_SetExtra(_ code: Object?, _ index: Int, _ extra: UnsafeMutableRawPointer?) -> Int32 {
    guard let code, code.isInstance(PyCode_TypePointer()), index >= 0, index < CodeExtra.frees.count else {
        _ = badInternalCall()
        return -1
    }
    let head = CodeExtra.head(code)
    let old = head.pointee.co_extra.map { CodeExtra.count($0) } ?? 0
    if index >= old {
        let count = CodeExtra.frees.count
        guard let row = realloc(head.pointee.co_extra, 8 + count * 8) else {
            _ = PyErr_NoMemory()
            return -1
        }
        row.storeBytes(of: count, as: Int.self)
        for place in old..<count { CodeExtra.places(row)[place] = nil }
        head.pointee.co_extra = row
    }
    guard let row = head.pointee.co_extra else { return -1 }
    if let before = CodeExtra.places(row)[index], let release = CodeExtra.frees[index] { release(before) }
    CodeExtra.places(row)[index] = extra
    return 0
}
