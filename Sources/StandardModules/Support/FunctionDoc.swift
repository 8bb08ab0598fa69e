// What `help()` shows of a native function or type, and short ways to add both to a module.

import CPythonABI
import Runtime

struct FunctionDoc {
    var signature: StaticString?
    var doc: StaticString?
    init(_ signature: StaticString?, _ doc: StaticString?) {
        self.signature = signature
        self.doc = doc
    }
}

extension ModuleBuilder {
    func function(_ name: StaticString, _ entry: NativeEntry, _ doc: FunctionDoc) {
        function(name, entry, doc.signature, doc: doc.doc)
    }
    /// Adds a type under its own name.
    func type(_ name: StaticString, _ type: TypePointer) { set(name, type.value) }
}
extension TypeBuilder {
    func method(_ name: StaticString, _ entry: NativeEntry, _ doc: FunctionDoc) { method(name, entry, doc.signature, doc: doc.doc) }
    func doc(_ doc: FunctionDoc) {
        if let text = doc.doc { self.doc(text, signature: doc.signature) }
    }
}
