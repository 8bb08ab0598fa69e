// The module marshal: Python values as bytes, in CPython's format of versions 0 to 4.
//
// Values are written as CPython writes them, so data goes both ways. Code objects are not: their instructions are this runtime's own.
// They stand in the stream as an image (see `CodeImage`) behind the type code and a mark, and code of another implementation or version
// is refused with ValueError.

import CPythonABI
import Runtime

enum MarshalModule {
    static let version = 4

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("This module contains functions that can read and write Python values in\na binary format. The format is specific to Python, but independent of\nmachine architecture issues.\n\nNot all Python object types are supported; in general, only objects\nwhose value is independent from a particular invocation of Python can be\nwritten and read. The following types are supported: None, integers,\nfloating point numbers, strings, bytes, bytearrays, tuples, lists, sets,\ndictionaries, and code objects, where it should be understood that\ntuples, lists and dictionaries are only supported as long as the values\ncontained therein are themselves supported; and recursive lists and\ndictionaries should not be written (they will cause infinite loops).\n\nVariables:\n\nversion -- indicates the format that the module uses. Version 0 is the\n    historical format, version 1 shares interned strings and version 2\n    uses a binary format for floating point numbers.\n    Version 3 shares common object references (New in version 3.4).\n\nFunctions:\n\ndump() -- write value to a file\nload() -- read value from a file\ndumps() -- marshal value as a bytes object\nloads() -- read value from a bytes-like object")
        module.set("version", int: version)
        module.function("dumps", .positional(minimum: 1, maximum: 2, { (_, arguments) throws(Raised) -> Ref in
            try Audit.event("marshal.dumps", arguments[0], arguments[1].isNull ? Value(smallInt: version) : arguments[1])
            return try bytes(arguments[0], arguments.count > 1 ? arguments[1] : .null)
        }), "($module, value, version=version, /)", doc: "Return the bytes object that would be written to a file by dump(value, file).\n\n  value\n    Must be a supported type.\n  version\n    Indicates the data format that dumps should use.\n\nRaise a ValueError exception if value has (or contains an object that has) an\nunsupported type.")
        module.function("dump", .positional(minimum: 2, maximum: 3, { (_, arguments) throws(Raised) -> Ref in
            try Audit.event("marshal.dumps", arguments[0], arguments.count > 2 ? arguments[2] : Value(smallInt: version))
            let made = try bytes(arguments[0], arguments.count > 2 ? arguments[2] : .null)
            return try Call.method(arguments[1], Names.plain("write"), made.value)
        }), "($module, value, file, version=version, /)", doc: "Write the value on the open file.\n\n  value\n    Must be a supported type.\n  file\n    Must be a writeable binary file.\n  version\n    Indicates the data format that dump should use.\n\nIf the value has (or contains an object that has) an unsupported type, a\nValueError exception is raised - but garbage data will also be written\nto the file. The object will not be properly read back by load().")
        module.function("loads", .one({ (_, data) throws(Raised) -> Ref in
            let view = try BytesView(data)
            if Audit.isWatched {
                let payload = try BytesObject.make(view.bytes, view.count)
                try Audit.event("marshal.loads", payload.value)
            }
            var reader = MarshalReader(bytes: view.contents)
            defer { reader.end() }
            return try reader.read()
        }), "($module, bytes, /)", doc: "Convert the bytes-like object to a value.\n\nIf no valid value is found, raise EOFError, ValueError or TypeError.  Extra\nbytes in the input are ignored.")
        module.function("load", .one({ (_, file) throws(Raised) -> Ref in
            let probe = try Call.method(file, Names.plain("read"), Value(smallInt: 0))
            guard BytesObject.isInstance(probe.value) else {
                throw raise(.typeError, "file.read() returned not bytes but \(probe.value.isNone ? "NoneType" : probe.value.type.name)")
            }
            try Audit.event("marshal.load")
            var reader = MarshalReader(file: file)
            defer { reader.end() }
            return try reader.read()
        }), "($module, file, /)", doc: "Read one value from the open file and return it.\n\n  file\n    Must be readable binary file.\n\nIf no valid value is read (e.g. because the data has a different Python\nversion's incompatible marshal format), raise EOFError, ValueError or\nTypeError.\n\nNote: If an object containing an unsupported type was marshalled with\ndump(), load() will substitute None for the unmarshallable type.")
    }

    private static func bytes(_ value: Value, _ versionValue: Value) throws(Raised) -> Ref {
        var writer = MarshalWriter(version: versionValue.isNull ? version : try Index.int32(versionValue))
        defer { writer.end() }
        try writer.write(value)
        return try BytesObject.make(writer.bytes, writer.bytes.count)
    }
}

/// The type codes of the format.
enum MarshalCode {
    static let null = UInt8(ascii: "0"), none = UInt8(ascii: "N"), `false` = UInt8(ascii: "F"), `true` = UInt8(ascii: "T")
    static let stopIteration = UInt8(ascii: "S"), ellipsis = UInt8(ascii: ".")
    static let int = UInt8(ascii: "i"), int64 = UInt8(ascii: "I"), long = UInt8(ascii: "l")
    static let float = UInt8(ascii: "f"), binaryFloat = UInt8(ascii: "g"), complex = UInt8(ascii: "x"), binaryComplex = UInt8(ascii: "y")
    static let bytes = UInt8(ascii: "s"), interned = UInt8(ascii: "t"), unicode = UInt8(ascii: "u"), reference = UInt8(ascii: "r")
    static let tuple = UInt8(ascii: "("), smallTuple = UInt8(ascii: ")"), list = UInt8(ascii: "["), dict = UInt8(ascii: "{")
    static let set = UInt8(ascii: "<"), frozenSet = UInt8(ascii: ">"), code = UInt8(ascii: "c"), unknown = UInt8(ascii: "?")
    static let ascii = UInt8(ascii: "a"), asciiInterned = UInt8(ascii: "A")
    static let shortASCII = UInt8(ascii: "z"), shortASCIIInterned = UInt8(ascii: "Z")
    /// The object gets a number, by which `reference` finds it again.
    static let flag: UInt8 = 0x80
    static let mostDepth = 2000
}
