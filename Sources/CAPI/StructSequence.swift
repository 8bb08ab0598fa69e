// PyStructSequence_*: tuples with named fields, described by C.

import CPythonABI
import Glibc
import Runtime

public typealias StructSequenceDescription = UnsafeMutablePointer<PyStructSequence_Desc>

private func fields(_ description: PyStructSequence_Desc) -> [StructSequence.Field] {
    var result: [StructSequence.Field] = []
    guard var field = description.fields else { return result }
    while let name = field.pointee.name {
        result.append(StructSequence.Field(unnamed(name) ? nil : PermanentText.make(name), field.pointee.doc.map { PermanentText.make($0) }))
        field += 1
    }
    return result
}
private func unnamed(_ name: CString) -> Bool {
    name == UnsafePointer(PyStructSequence_UnnamedField) || strcmp(name, PyStructSequence_UnnamedField) == 0
}
private func make(_ description: StructSequenceDescription?, flags: UInt) -> TypePointer? {
    guard let description else { return nil }
    CAPI.prepare()
    let doc: StaticString = description.pointee.doc.map { PermanentText.make($0) } ?? ""
    let type = StructSequence.type(
        PermanentText.make(description.pointee.name), doc: doc, fields: fields(description.pointee),
        visible: Int(description.pointee.n_in_sequence), canBeMade: flags & Py_TPFLAGS_DISALLOW_INSTANTIATION == 0)
    SlotTables.complete(type)
    return type
}
@c public func PyStructSequence_NewType(_ description: StructSequenceDescription?) -> TypePointer? {
    guard let type = make(description, flags: 0) else { return nil }
    type.pointee.ob_base.ob_base.ob_refcnt += 1
    return type
}
@c public func _PyStructSequence_NewType(_ description: StructSequenceDescription?, _ flags: UInt) -> TypePointer? {
    guard let type = make(description, flags: flags) else { return nil }
    type.pointee.ob_base.ob_base.ob_refcnt += 1
    return type
}
@c public func PyStructSequence_InitType2(_ type: TypePointer?, _ description: StructSequenceDescription?) -> Int32 {
    guard let type, let description else { return -1 }
    CAPI.prepare()
    return status { () throws(Raised) -> Void in
        type.pointee.tp_name = description.pointee.name
        type.pointee.tp_doc = description.pointee.doc
        try StructSequence.initialize(type, fields: fields(description.pointee), visible: Int(description.pointee.n_in_sequence))
    }
}
@c public func PyStructSequence_InitType(_ type: TypePointer?, _ description: StructSequenceDescription?) {
    _ = PyStructSequence_InitType2(type, description)
}
/// The new tuple's fields are NULL until C sets them.
@c public func PyStructSequence_New(_ type: TypePointer?) -> Object? {
    guard let type else { return nil }
    return newReference { () throws(Raised) -> Ref in
        let made = StructSequence.make(type)
        made.value.object.isExposed = true
        Collector.track(made.value.object)
        return made
    }
}
@c public func PyStructSequence_SetItem(_ object: Object?, _ index: Int, _ item: Object?) {
    guard let object else { return }
    StructSequence.set(Value(object), index, item.map { Ref(owned: Value($0)) } ?? .null)
}
@c public func PyStructSequence_GetItem(_ object: Object?, _ index: Int) -> Object? {
    guard let object else { return nil }
    return StructSequence.lend(Value(object), index)
}
