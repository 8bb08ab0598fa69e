// The module array.

import CPythonABI
import Runtime

enum ArrayModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(ArrayDocs.module)
        module.function(
            "_array_reconstructor",
            .positional(minimum: 4, maximum: 4, { (_, arguments) throws(Raised) -> Ref in try ArrayReconstruction.reconstruct(arguments) }),
            "($module, arraytype, typecode, mformat_code, items,\n                     /)", doc: "Internal. Used for pickling support.")
        let name = StrObject.intern("_array_reconstructor")
        let function = Ref(DictObject.get(ModuleObject.dict(module.module), name: name.value))
        ArrayReconstruction.function = function.take()
        module.set("ArrayType", ArrayObject.type.value)
        module.set("array", ArrayObject.type.value)
        module.set("typecodes", string: "bBuhHiIlLqQfd")
        // Arrays count as mutable sequences.
        let abstract = StrObject.make("collections.abc")
        let classes = try Imports.importModule(abstract.value)
        let sequence = try Attributes.get(classes.value, "MutableSequence")
        let register = StrObject.intern("register")
        _ = try Call.method(sequence.value, register.value, ArrayObject.type.value).isNull
    }
}
