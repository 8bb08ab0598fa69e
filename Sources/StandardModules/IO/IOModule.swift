// The module _io.

import CPythonABI
import Runtime

enum IOModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(IOModuleDocs.module)
        module.set("DEFAULT_BUFFER_SIZE", int: IOBase.defaultBufferSize)
        module.set("UnsupportedOperation", IOBase.unsupportedOperation.value)
        module.set("BlockingIOError", PyExc_BlockingIOErrorPointer().value)
        module.set("_IOBase", IOBase.type.value)
        module.set("_RawIOBase", RawIOBase.type.value)
        module.set("_BufferedIOBase", BufferedIOBase.type.value)
        module.set("_TextIOBase", TextIOBase.type.value)
        module.set("FileIO", FileIO.type.value)
        module.set("BytesIO", BytesIO.type.value)
        module.set("StringIO", StringIO.type.value)
        module.set("BufferedReader", BufferedTypes.reader.value)
        module.set("BufferedWriter", BufferedTypes.writer.value)
        module.set("BufferedRandom", BufferedTypes.random.value)
        module.set("BufferedRWPair", BufferedPair.type.value)
        module.set("TextIOWrapper", TextWrapper.type.value)
        module.set("IncrementalNewlineDecoder", NewlineDecoder.type.value)
        OpenFunction.add(module)
        // `open` is the built-in function.
        let builtins = SysModule.loadedModule("builtins")
        if !builtins.isNull {
            let open = StrObject.intern("open")
            let function = Ref(DictObject.get(ModuleObject.dict(builtins), name: open.value))
            if !function.isNull { module.set("open", function.value) }
        }
    }
}
