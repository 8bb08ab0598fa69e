// PyArg_*: parsing arguments by format.

import CPythonABI
import Glibc
import Runtime

/// Walks a format and stores what it asks for.
private struct ArgumentParser {
    var format: CString
    let function: String?
    let message: String?
    let isSized: Bool
    let list: UnsafeMutablePointer<PyArgumentList>
    /// Buffers and converters to undo when a later argument fails.
    var cleanup: [() -> Void] = []

    enum Failure: Error {
        /// An exception is set.
        case raised
        /// The argument is not what the format wants: "must be str, not int".
        case mismatch(String)
        /// The format holds what is no code.
        case badFormat
    }

    private func mismatch(_ expected: String, _ object: Object?) -> Failure {
        let name = object == Py_NonePointer() ? "None" : value(object).type.name
        return .mismatch("must be \(expected), not \(name)")
    }
    private func store<T>(_ number: T) {
        if let pointer = _PySwift_take_pointer(list) { pointer.storeBytes(of: number, as: T.self) }
    }
    private func check() throws(Failure) { if PendingException.isSet { throw .raised } }
    private func integer(_ object: Object?) throws(Failure) -> Int {
        let number = PyLong_AsLong(object)
        if number == -1 && PendingException.isSet { throw .raised }
        return number
    }
    private func ranged(_ object: Object?, _ low: Int, _ high: Int, _ kind: String) throws(Failure) -> Int {
        let number = try integer(object)
        if number < low {
            _ = raise(.overflowError, "\(kind) is less than minimum")
            throw .raised
        }
        if number > high {
            _ = raise(.overflowError, "\(kind) is greater than maximum")
            throw .raised
        }
        return number
    }

    /// One item of the format; advances it. `object` is borrowed.
    mutating func convert(_ object: Object?) throws(Failure) {
        if format.pointee == 40 { return try convertTuple(object) }
        let code = UInt8(bitPattern: format.pointee)
        format += 1
        switch code {
        case UInt8(ascii: "O"): try convertObject(object)
        case UInt8(ascii: "b"): store(UInt8(try ranged(object, 0, 255, "unsigned byte integer")))
        case UInt8(ascii: "B"): store(UInt8(truncatingIfNeeded: try masked(object)))
        case UInt8(ascii: "h"): store(Int16(try ranged(object, -32768, 32767, "signed short integer")))
        case UInt8(ascii: "H"): store(UInt16(truncatingIfNeeded: try masked(object)))
        case UInt8(ascii: "i"): store(Int32(try ranged(object, Int(Int32.min), Int(Int32.max), "signed integer")))
        case UInt8(ascii: "I"): store(UInt32(truncatingIfNeeded: try masked(object)))
        case UInt8(ascii: "l"): store(try integer(object))
        case UInt8(ascii: "L"):
            let number = PyLong_AsLongLong(object)
            if number == -1 { try check() }
            store(number)
        case UInt8(ascii: "n"):
            guard let index = PyNumber_Index(object) else { throw .raised }
            defer { release(index) }
            let number = PyLong_AsSsize_t(index)
            if number == -1 { try check() }
            store(number)
        case UInt8(ascii: "k"), UInt8(ascii: "K"):
            guard let object, object.typeObject.hasFlag(Py_TPFLAGS_LONG_SUBCLASS) else { throw mismatch("int", object) }
            store(PyLong_AsUnsignedLongMask(object))
        case UInt8(ascii: "f"):
            let number = PyFloat_AsDouble(object)
            if number == -1 { try check() }
            store(Float(number))
        case UInt8(ascii: "d"):
            let number = PyFloat_AsDouble(object)
            if number == -1 { try check() }
            store(number)
        case UInt8(ascii: "D"):
            let number = PyComplex_AsCComplex(object)
            try check()
            store(number)
        case UInt8(ascii: "c"):
            if let object, Bytes.isInstance(object), Bytes.count(object) == 1 {
                store(Bytes.data(object)[0])
            } else if let object, object.isInstance(PyByteArray_TypePointer()), PyByteArray_Size(object) == 1 {
                store(PyByteArray_AsString(object)![0])
            } else {
                throw mismatch("a byte string of length 1", object)
            }
        case UInt8(ascii: "C"):
            guard let object, StrObject.isInstance(Value(object)), StrObject.length(Value(object)) == 1 else {
                throw mismatch("a unicode character", object)
            }
            store(Int32(bitPattern: StrObject.character(Value(object), 0)))
        case UInt8(ascii: "p"):
            let answer = PyObject_IsTrue(object)
            if answer < 0 { throw .raised }
            store(answer)
        case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "y"), UInt8(ascii: "w"): try convertText(code, object)
        case UInt8(ascii: "u"), UInt8(ascii: "Z"): try convertWide(code, object)
        case UInt8(ascii: "S"): try convertTyped(object, object.map { Bytes.isInstance($0) } ?? false, "bytes")
        case UInt8(ascii: "Y"): try convertTyped(object, object.map { $0.isInstance(PyByteArray_TypePointer()) } ?? false, "bytearray")
        case UInt8(ascii: "U"): try convertTyped(object, object.map { StrObject.isInstance(Value($0)) } ?? false, "str")
        case UInt8(ascii: "e"): try convertEncoded(object)
        default:
            throw .badFormat
        }
    }
    private func masked(_ object: Object?) throws(Failure) -> UInt {
        let number = PyLong_AsUnsignedLongMask(object)
        if number == UInt.max { try check() }
        return number
    }
    private func convertTyped(_ object: Object?, _ matches: Bool, _ name: String) throws(Failure) {
        let slot = _PySwift_take_pointer(list)
        guard matches else { throw mismatch(name, object) }
        slot?.storeBytes(of: object, as: Object?.self)
    }
    private mutating func convertObject(_ object: Object?) throws(Failure) {
        if format.pointee == 33 {
            format += 1
            let type = _PySwift_take_pointer(list)?.assumingMemoryBound(to: PyTypeObject.self)
            let slot = _PySwift_take_pointer(list)
            guard let object, let type else { throw .raised }
            guard object.isInstance(type) else { throw mismatch(String(cString: type.pointee.tp_name), object) }
            Border.expose(object)
            slot?.storeBytes(of: object, as: Object?.self)
        } else if format.pointee == 38 {
            format += 1
            let converter = _PySwift_take_converter(list)
            let target = _PySwift_take_pointer(list)
            guard let converter else { throw .raised }
            let answer = converter(object, target)
            if answer == 0 {
                if PendingException.isSet { throw .raised }
                throw .mismatch("(unspecified)")
            }
            if answer == 0x20000 { cleanup.append { _ = converter(nil, target) } }
        } else {
            if let object { Border.expose(object) }
            store(object)
        }
    }
    private mutating func convertText(_ code: UInt8, _ object: Object?) throws(Failure) {
        let modifier = format.pointee
        let isText = code == UInt8(ascii: "s") || code == UInt8(ascii: "z")
        let takesNone = code == UInt8(ascii: "z")
        if modifier == 42 {
            format += 1
            guard let view = _PySwift_take_pointer(list)?.assumingMemoryBound(to: Py_buffer.self) else { throw .raised }
            if takesNone && object == Py_NonePointer() {
                _ = PyBuffer_FillInfo(view, nil, nil, 0, 1, 0)
            } else if isText, let object, StrObject.isInstance(Value(object)) {
                var count = 0
                guard let text = PyUnicode_AsUTF8AndSize(object, &count) else { throw .raised }
                _ = PyBuffer_FillInfo(view, object, UnsafeMutableRawPointer(mutating: text), count, 1, 0)
            } else {
                let flags = code == UInt8(ascii: "w") ? PyBUF_WRITABLE : PyBUF_SIMPLE
                if PyObject_GetBuffer(object, view, flags) != 0 {
                    if code == UInt8(ascii: "w") {
                        PendingException.clear()
                        throw mismatch("read-write bytes-like object", object)
                    }
                    throw .raised
                }
                if PyBuffer_IsContiguous(view, 67) == 0 {
                    PyBuffer_Release(view)
                    throw mismatch("contiguous buffer", object)
                }
            }
            cleanup.append { PyBuffer_Release(view) }
            return
        }
        if modifier == 35 {
            format += 1
            let text = _PySwift_take_pointer(list)
            let length = _PySwift_take_pointer(list)
            var (pointer, count): (CString?, Int) = (nil, 0)
            if takesNone && object == Py_NonePointer() {
            } else if isText, let object, StrObject.isInstance(Value(object)) {
                guard let data = PyUnicode_AsUTF8AndSize(object, &count) else { throw .raised }
                pointer = data
            } else if let object, Bytes.isInstance(object) {
                (pointer, count) = (UnsafePointer(Bytes.data(object)), Bytes.count(object))
            } else {
                (pointer, count) = try readOnlyBytes(object)
            }
            text?.storeBytes(of: pointer, as: CString?.self)
            if !isSized {
                _ = raise(.systemError, "PY_SSIZE_T_CLEAN macro must be defined for '#' formats")
                throw .raised
            }
            length?.storeBytes(of: count, as: Int.self)
            return
        }
        let slot = _PySwift_take_pointer(list)
        if takesNone && object == Py_NonePointer() {
            slot?.storeBytes(of: nil, as: CString?.self)
            return
        }
        var (pointer, count): (CString?, Int) = (nil, 0)
        if isText {
            guard let object, StrObject.isInstance(Value(object)) else { throw mismatch(takesNone ? "str or None" : "str", object) }
            pointer = PyUnicode_AsUTF8AndSize(object, &count)
            if pointer == nil { throw .raised }
            if strlen(pointer!) != count {
                _ = raise(.valueError, "embedded null character")
                throw .raised
            }
        } else {
            (pointer, count) = try readOnlyBytes(object)
            if pointer.map({ strlen($0) }) != count {
                _ = raise(.valueError, "embedded null byte")
                throw .raised
            }
        }
        slot?.storeBytes(of: pointer, as: CString?.self)
    }
    /// The memory of an object that keeps it as long as it lives.
    private func readOnlyBytes(_ object: Object?) throws(Failure) -> (CString?, Int) {
        if let object, object.typeObject.pointee.tp_as_buffer?.pointee.bf_releasebuffer != nil { throw mismatch("read-only bytes-like object", object) }
        var view = Py_buffer()
        if PyObject_GetBuffer(object, &view, PyBUF_SIMPLE) != 0 { throw .raised }
        defer { PyBuffer_Release(&view) }
        return (UnsafeRawPointer(view.buf)?.assumingMemoryBound(to: CChar.self), view.len)
    }
    private mutating func convertWide(_ code: UInt8, _ object: Object?) throws(Failure) {
        let sized = format.pointee == 35
        if sized { format += 1 }
        let text = _PySwift_take_pointer(list)
        let length = sized ? _PySwift_take_pointer(list) : nil
        if code == UInt8(ascii: "Z") && object == Py_NonePointer() {
            text?.storeBytes(of: nil, as: UnsafeMutablePointer<wchar_t>?.self)
            length?.storeBytes(of: 0, as: Int.self)
            return
        }
        guard let object, StrObject.isInstance(Value(object)) else { throw mismatch(code == UInt8(ascii: "Z") ? "str or None" : "str", object) }
        // The str keeps it.
        var count = 0
        guard let wide = PyUnicode_AsUnicodeAndSize(object, &count) else { throw .raised }
        if sized && !isSized {
            _ = raise(.systemError, "PY_SSIZE_T_CLEAN macro must be defined for '#' formats")
            throw .raised
        }
        if !sized && wcslen(wide) != count {
            _ = raise(.valueError, "embedded null character")
            throw .raised
        }
        text?.storeBytes(of: wide, as: UnsafeMutablePointer<wchar_t>?.self)
        length?.storeBytes(of: count, as: Int.self)
    }
    /// es, et, es#, et#: text in an encoding, in memory that the caller frees.
    private mutating func convertEncoded(_ object: Object?) throws(Failure) {
        let encoding = _PySwift_take_string(list)
        let keepsBytes = format.pointee == 116
        format += 1
        let sized = format.pointee == 35
        if sized { format += 1 }
        let slot = _PySwift_take_pointer(list)?.assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
        let length = sized ? _PySwift_take_pointer(list)?.assumingMemoryBound(to: Int.self) : nil
        let bytes: Object?
        if keepsBytes, let object, Bytes.isInstance(object) {
            bytes = retained(object)
        } else if keepsBytes, let object, object.isInstance(PyByteArray_TypePointer()) {
            bytes = PyBytes_FromStringAndSize(PyByteArray_AsString(object), PyByteArray_Size(object))
        } else {
            guard let object, StrObject.isInstance(Value(object)) else { throw mismatch(keepsBytes ? "str, bytes or bytearray" : "str", object) }
            bytes = encoding == nil ? PyUnicode_AsUTF8String(object) : PyUnicode_AsEncodedString(object, encoding, nil)
        }
        guard let bytes, let slot else { throw .raised }
        defer { release(bytes) }
        let count = Bytes.count(bytes)
        if !sized && strlen(Bytes.data(bytes)) != count { throw mismatch("encoded string without null bytes", object) }
        if let length, slot.pointee != nil {
            if count + 1 > length.pointee {
                _ = raise(.valueError, "encoded string too long (\(count), maximum length \(length.pointee - 1))")
                throw .raised
            }
        } else {
            let block = PyMem_Malloc(count + 1)
            slot.pointee = block?.assumingMemoryBound(to: CChar.self)
            if slot.pointee == nil {
                _ = PyErr_NoMemory()
                throw .raised
            }
            cleanup.append { PyMem_Free(block) }
        }
        memcpy(slot.pointee!, Bytes.data(bytes), count + 1)
        length?.pointee = count
    }
    private mutating func convertTuple(_ object: Object?) throws(Failure) {
        format += 1
        // How many items stand between the parentheses.
        var (depth, count, scan) = (0, 0, format)
        while scan.pointee != 0 {
            let code = UInt8(bitPattern: scan.pointee)
            scan += 1
            if code == 40 {
                if depth == 0 { count += 1 }
                depth += 1
            } else if code == 41 {
                if depth == 0 { break }
                depth -= 1
            } else if depth == 0, code == UInt8(ascii: "e") {
                count += 1
                scan += 1
            } else if depth == 0, (code >= 65 && code <= 90) || (code >= 97 && code <= 122) {
                count += 1
            }
        }
        guard let object, PySequence_Check(object) != 0, !Bytes.isInstance(object) else {
            throw .mismatch("must be \(count)-item sequence, not \(object == Py_NonePointer() ? "None" : value(object).type.name)")
        }
        let length = PySequence_Size(object)
        guard length == count else { throw .mismatch("must be sequence of length \(count), not \(length)") }
        for index in 0..<count {
            guard let item = PySequence_GetItem(object, index) else { throw .raised }
            // The sequence holds it; only what a sequence makes on the fly would go.
            defer { release(item) }
            do throws(Failure) { try convert(item) } catch {
                if case .mismatch(let text) = error { throw .mismatch(text.hasPrefix(",") ? ", item \(index)\(text)" : ", item \(index) \(text)") }
                throw error
            }
        }
        if format.pointee == 41 { format += 1 }
    }

    // MARK: The whole

    mutating func fail(_ failure: Failure, argument: Int) {
        for undo in cleanup.reversed() { undo() }
        if PendingException.isSet { return }
        if case .badFormat = failure {
            _ = raise(.systemError, "argument \(argument) (impossible<bad format char>)")
            return
        }
        guard case .mismatch(let text) = failure else {
            _ = raise(.systemError, "error return without exception set")
            return
        }
        if let message {
            _ = raise(.typeError, message)
            return
        }
        let place = argument > 0 ? "argument \(argument)" : "argument"
        _ = raise(.typeError, "\(function.map { "\($0)() " } ?? "")\(place)\(text.hasPrefix(",") ? "" : " ")\(text)")
    }
}

/// What a format says besides its items: "O|O:name" or "O;message".
private struct FormatShape {
    var function: String?
    var message: String?
    var minimum = -1
    var maximum = 0
    /// Index of the first keyword-only item.
    var keywordOnly = Int.max

    init(_ format: CString) {
        var (scan, depth) = (format, 0)
        while scan.pointee != 0 {
            let code = UInt8(bitPattern: scan.pointee)
            scan += 1
            switch code {
            case 40:
                if depth == 0 { maximum += 1 }
                depth += 1
            case 41: depth -= 1
            case 58:
                function = String(cString: scan)
                finish(); return
            case 59:
                message = String(cString: scan)
                finish(); return
            case 124: if depth == 0 { minimum = maximum }
            case 36: if depth == 0 { keywordOnly = maximum }
            case UInt8(ascii: "e") where depth == 0:
                maximum += 1
                if scan.pointee != 0 { scan += 1 }
            default:
                if depth == 0, (code >= 65 && code <= 90) || (code >= 97 && code <= 122) { maximum += 1 }
            }
        }
        finish()
    }
    private mutating func finish() { if minimum < 0 { minimum = maximum } }
    var name: String { function.map { "\($0)()" } ?? "function" }
}

private func parse(
    _ count: Int, _ item: (Int) -> Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let format, let list else { return 0 }
    let shape = FormatShape(format)
    if count < shape.minimum || count > shape.maximum {
        if let message = shape.message {
            _ = raise(.typeError, message)
            return 0
        }
        let quality = shape.minimum == shape.maximum ? "exactly" : count < shape.minimum ? "at least" : "at most"
        let bound = count < shape.minimum ? shape.minimum : shape.maximum
        _ = raise(.typeError, "\(shape.name) takes \(quality) \(bound) argument\(bound == 1 ? "" : "s") (\(count) given)")
        return 0
    }
    var parser = ArgumentParser(format: format, function: shape.function, message: shape.message, isSized: flags & 1 != 0, list: list)
    for index in 0..<count {
        if parser.format.pointee == 124 { parser.format += 1 }
        do throws(ArgumentParser.Failure) { try parser.convert(item(index)) } catch {
            parser.fail(error, argument: index + 1)
            return 0
        }
    }
    if parser.hasRubbish {
        for undo in parser.cleanup.reversed() { undo() }
        _ = raise(.systemError, "bad format string: \(String(cString: format))")
        return 0
    }
    return 1
}
private func tupleItem(_ tuple: Object, _ index: Int) -> Object? {
    let word = TupleObject.items(Value(tuple))[index]
    return word.isNull ? nil : word.object
}

@c @implementation public func _PySwift_arg_parse_tuple(
    _ args: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let args, TupleObject.isInstance(Value(args)) else {
        _ = raise(.systemError, "new style getargs format but argument is not a tuple")
        return 0
    }
    Border.expose(args)
    return parse(TupleObject.count(Value(args)), { tupleItem(args, $0) }, format, flags, list)
}
@c @implementation public func _PySwift_arg_parse_object(
    _ object: Object?, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let format, let list else { return 0 }
    let shape = FormatShape(format)
    if object == nil {
        _ = raise(.typeError, shape.message ?? "\(shape.name) takes at least one argument")
        return 0
    }
    var parser = ArgumentParser(format: format, function: shape.function, message: shape.message, isSized: flags & 1 != 0, list: list)
    do throws(ArgumentParser.Failure) { try parser.convert(object) } catch {
        parser.fail(error, argument: 0)
        return 0
    }
    return 1
}
@c @implementation public func _PySwift_arg_parse_stack(
    _ args: UnsafePointer<Object?>?, _ count: Int, _ format: CString?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    parse(count, { args?[$0] }, format, flags, list)
}

// MARK: Keywords

/// Positional arguments and keywords, however they came.
private struct GivenArguments {
    var count: Int
    var item: (Int) -> Object?
    var keywordCount: Int
    /// The value of a keyword, borrowed.
    var keyword: (String) -> Object?
    var keywordNames: () -> [String]

    init(tuple: Object?, dict: Object?) {
        count = tuple.map { TupleObject.count(Value($0)) } ?? 0
        item = { (index: Int) -> Object? in tuple.flatMap { tupleItem($0, index) } }
        keywordCount = dict.map { DictObject.count(Value($0)) } ?? 0
        keyword = { (name: String) -> Object? in
            guard let dict else { return nil }
            let key = StrObject.make(name)
            return PyDict_GetItem(dict, key.value.object)
        }
        keywordNames = {
            var (names, position): ([String], Int) = ([], 0)
            while let dict, let (key, _) = DictObject.next(Value(dict), &position) { names.append(text(key)) }
            return names
        }
    }
    init(stack: UnsafePointer<Object?>?, count: Int, names: Object?) {
        self.count = count
        item = { stack?[$0] }
        let number = names.map { TupleObject.count(Value($0)) } ?? 0
        keywordCount = number
        keyword = { (name: String) -> Object? in
            for index in 0..<number where text(TupleObject.items(Value(names!))[index]) == name { return stack?[count + index] }
            return nil
        }
        keywordNames = { (0..<number).map { text(TupleObject.items(Value(names!))[$0]) } }
    }
}

private func parse(
    _ given: GivenArguments, _ format: CString?, _ names: [String], _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let format, let list else { return 0 }
    let shape = FormatShape(format)
    let positionalOnly = names.prefix { $0.isEmpty }.count
    let total = given.count + given.keywordCount
    func fail(_ text: String) -> Int32 {
        _ = raise(.typeError, text)
        return 0
    }
    let display = shape.function.map { "\($0)()" } ?? "function"
    if total > names.count {
        return fail("\(display) takes at most \(names.count) \(given.count == 0 ? "keyword " : "")argument\(names.count == 1 ? "" : "s") (\(total) given)")
    }
    let positionalLimit = min(shape.keywordOnly, names.count)
    if given.count > positionalLimit {
        if positionalLimit == 0 { return fail("\(display) takes no positional arguments") }
        return fail("\(display) takes \(shape.minimum >= positionalLimit ? "exactly" : "at most") \(positionalLimit) positional argument\(positionalLimit == 1 ? "" : "s") (\(given.count) given)")
    }
    var parser = ArgumentParser(format: format, function: shape.function, message: shape.message, isSized: flags & 1 != 0, list: list)
    var used = 0
    /// Whether the whole format was read. With nothing left to store the rest is not looked at.
    var isFull = true
    for (index, name) in names.enumerated() {
        while parser.format.pointee == 124 || parser.format.pointee == 36 { parser.format += 1 }
        if parser.isAtEnd {
            _ = raise(.systemError, "More keyword list entries (\(names.count)) than format specifiers (\(index))")
            return 0
        }
        var object: Object?
        if index < given.count {
            object = given.item(index)
        } else if given.keywordCount > 0 && !name.isEmpty {
            object = given.keyword(name)
            if object != nil { used += 1 }
        }
        if let object {
            do throws(ArgumentParser.Failure) { try parser.convert(object) } catch {
                parser.fail(error, argument: index + 1)
                return 0
            }
            continue
        }
        if index < shape.minimum {
            if index < positionalOnly {
                let minimum = min(positionalOnly, shape.minimum)
                return fail("\(display) takes \(minimum < positionalOnly || shape.minimum < names.count ? "at least" : "exactly") \(minimum) positional argument\(minimum == 1 ? "" : "s") (\(given.count) given)")
            }
            return fail("\(display) missing required argument '\(name)' (pos \(index + 1))")
        }
        if used == given.keywordCount && index >= given.count && index + 1 >= shape.minimum {
            isFull = false
            break
        }
        parser.skip()
    }
    if isFull && !parser.isAtEnd && parser.format.pointee != 124 && parser.format.pointee != 36 {
        _ = raise(.systemError, "more argument specifiers than keyword list entries (remaining format:'\(String(cString: parser.format))')")
        return 0
    }
    if used < given.keywordCount {
        for (index, name) in names.prefix(given.count).enumerated() where !name.isEmpty && given.keyword(name) != nil {
            for undo in parser.cleanup.reversed() { undo() }
            return fail("argument for \(display) given by name ('\(name)') and position (\(index + 1))")
        }
        for name in given.keywordNames() where !names.contains(name) || name.isEmpty {
            for undo in parser.cleanup.reversed() { undo() }
            return fail("'\(name)' is an invalid keyword argument for \(shape.function.map { "\($0)()" } ?? "this function")")
        }
    }
    return 1
}
extension ArgumentParser {
    /// Whether what is left of the format begins with no code.
    var hasRubbish: Bool {
        let code = UInt8(bitPattern: format.pointee)
        let isLetter = code | 32 >= 97 && code | 32 <= 122
        return !isLetter && ![0, 40, 58, 59, 124].contains(code)
    }
    var isAtEnd: Bool { format.pointee == 0 || format.pointee == 58 || format.pointee == 59 }
    /// Takes the places of an absent argument without touching them.
    mutating func skip() {
        var depth = 0
        repeat {
            let code = UInt8(bitPattern: format.pointee)
            if code == 0 { return }
            format += 1
            switch code {
            case 40: depth += 1
            case 41: depth -= 1
            case UInt8(ascii: "e"):
                _ = _PySwift_take_pointer(list)
                format += 1
                _ = _PySwift_take_pointer(list)
                if format.pointee == 35 {
                    format += 1
                    _ = _PySwift_take_pointer(list)
                }
            case UInt8(ascii: "O") where format.pointee == 33 || format.pointee == 38:
                format += 1
                _ = _PySwift_take_pointer(list)
                _ = _PySwift_take_pointer(list)
            default:
                _ = _PySwift_take_pointer(list)
                if format.pointee == 35 {
                    format += 1
                    _ = _PySwift_take_pointer(list)
                } else if format.pointee == 42 {
                    format += 1
                }
            }
        } while depth > 0
    }
}
private func names(_ keywords: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
    var (result, index): ([String], Int) = ([], 0)
    while let name = keywords?[index] {
        result.append(String(cString: name))
        index += 1
    }
    return result
}
@c @implementation public func _PySwift_arg_parse_tuple_and_keywords(
    _ args: Object?, _ kwargs: Object?, _ format: CString?, _ keywords: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?, _ flags: Int32,
    _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let args, TupleObject.isInstance(Value(args)) else {
        _ = badInternalCall()
        return 0
    }
    if let kwargs, !DictObject.isInstance(Value(kwargs)) {
        _ = badInternalCall()
        return 0
    }
    Border.expose(args)
    let names = names(keywords.map { UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<CChar>?.self) })
    return parse(GivenArguments(tuple: args, dict: kwargs), format, names, flags, list)
}
@c @implementation public func _PySwift_arg_parse_tuple_and_keywords_fast(
    _ args: Object?, _ kwargs: Object?, _ parser: UnsafeMutablePointer<_PyArg_Parser>?, _ flags: Int32, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let parser, let args else { return 0 }
    Border.expose(args)
    return parse(GivenArguments(tuple: args, dict: kwargs), parser.pointee.format, names(parser.pointee.keywords), flags, list)
}
@c @implementation public func _PySwift_arg_parse_stack_and_keywords_fast(
    _ args: UnsafePointer<Object?>?, _ count: Int, _ kwnames: Object?, _ parser: UnsafeMutablePointer<_PyArg_Parser>?, _ flags: Int32,
    _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let parser else { return 0 }
    return parse(GivenArguments(stack: args, count: count, names: kwnames), parser.pointee.format, names(parser.pointee.keywords), flags, list)
}

// MARK: Unpacking

private func checkCount(_ name: CString?, _ count: Int, _ low: Int, _ high: Int) -> Bool {
    if count >= low && count <= high { return true }
    let bound = count < low ? low : high
    let quality = low == high ? "" : count < low ? "at least " : "at most "
    if let name {
        _ = raise(.typeError, "\(String(cString: name)) expected \(quality)\(bound) argument\(bound == 1 ? "" : "s"), got \(count)")
    } else {
        _ = raise(.typeError, "unpacked tuple should have \(quality)\(bound) element\(bound == 1 ? "" : "s"), but has \(count)")
    }
    return false
}
@c @implementation public func _PySwift_arg_unpack_tuple(
    _ args: Object?, _ name: CString?, _ low: Int, _ high: Int, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard let args, TupleObject.isInstance(Value(args)), let list else {
        _ = raise(.systemError, "PyArg_UnpackTuple() argument list is not a tuple")
        return 0
    }
    Border.expose(args)
    let count = TupleObject.count(Value(args))
    guard checkCount(name, count, low, high) else { return 0 }
    for index in 0..<count { _PySwift_take_pointer(list)?.storeBytes(of: tupleItem(args, index), as: Object?.self) }
    return 1
}
@c @implementation public func _PySwift_arg_unpack_stack(
    _ args: UnsafePointer<Object?>?, _ count: Int, _ name: CString?, _ low: Int, _ high: Int, _ list: UnsafeMutablePointer<PyArgumentList>?
) -> Int32 {
    guard checkCount(name, count, low, high), let list else { return 0 }
    for index in 0..<count { _PySwift_take_pointer(list)?.storeBytes(of: args?[index], as: Object?.self) }
    return 1
}
@c public func _PyArg_CheckPositional(_ name: CString?, _ count: Int, _ low: Int, _ high: Int) -> Int32 { checkCount(name, count, low, high) ? 1 : 0 }
@c public func _PyArg_NoKeywords(_ name: CString?, _ kwargs: Object?) -> Int32 {
    guard let kwargs, DictObject.count(Value(kwargs)) > 0 else { return 1 }
    _ = raise(.typeError, "\(name.map { String(cString: $0) } ?? "")() takes no keyword arguments")
    return 0
}
@c public func _PyArg_NoPositional(_ name: CString?, _ args: Object?) -> Int32 {
    guard let args, TupleObject.count(Value(args)) > 0 else { return 1 }
    _ = raise(.typeError, "\(name.map { String(cString: $0) } ?? "")() takes no positional arguments")
    return 0
}
@c public func _PyArg_NoKwnames(_ name: CString?, _ names: Object?) -> Int32 {
    guard let names, TupleObject.count(Value(names)) > 0 else { return 1 }
    _ = raise(.typeError, "\(name.map { String(cString: $0) } ?? "")() takes no keyword arguments")
    return 0
}
@c public func _PyArg_BadArgument(_ function: CString?, _ display: CString?, _ expected: CString?, _ object: Object?) {
    func show(_ text: CString?) -> String { text.map { String(cString: $0) } ?? "" }
    _ = raise(
        .typeError,
        "\(show(function))() \(show(display)) must be \(show(expected)), not \(object == Py_NonePointer() ? "None" : value(object).type.name)")
}
@c public func PyArg_ValidateKeywordArguments(_ dict: Object?) -> Int32 {
    guard let dict, DictObject.isInstance(Value(dict)) else {
        _ = badInternalCall()
        return 0
    }
    if _PyDict_HasOnlyStringKeys(dict) == 0 {
        _ = raise(.typeError, "keywords must be strings")
        return 0
    }
    return 1
}
/// What Argument Clinic's functions call: arguments in the order of the parameters, NULL where absent, borrowed.
@c public func _PyArg_UnpackKeywords(
    _ args: UnsafePointer<Object?>?, _ count: Int, _ kwargs: Object?, _ kwnames: Object?, _ parser: UnsafeMutablePointer<_PyArg_Parser>?,
    _ low: Int32, _ high: Int32, _ minKeyword: Int32, _ buffer: UnsafeMutablePointer<Object?>?
) -> UnsafePointer<Object?>? {
    guard let parser, let buffer else { return nil }
    if kwargs == nil && kwnames == nil && minKeyword == 0 && count >= Int(low) && count <= Int(high), let args { return args }
    let names = names(parser.pointee.keywords)
    let function = parser.pointee.fname.map { "\(String(cString: $0))()" } ?? "function"
    let given = kwargs != nil ? GivenArguments(tuple: nil, dict: kwargs) : GivenArguments(stack: args, count: count, names: kwnames)
    let keywordCount = given.keywordCount
    let positionalOnly = names.prefix { $0.isEmpty }.count
    func fail(_ text: String) -> UnsafePointer<Object?>? {
        _ = raise(.typeError, text)
        return nil
    }
    let minimum = Int(low) + Int(minKeyword)
    if count + keywordCount > names.count {
        return fail("\(function) takes \(minimum < names.count ? "at most" : "exactly") \(names.count) \(count == 0 ? "keyword " : "")argument\(names.count == 1 ? "" : "s") (\(count + keywordCount) given)")
    }
    if count > Int(high) {
        if high == 0 { return fail("\(function) takes no positional arguments") }
        return fail("\(function) takes \(low < high ? "at most" : "exactly") \(high) positional argument\(high == 1 ? "" : "s") (\(count) given)")
    }
    if count < min(positionalOnly, Int(low)) {
        let bound = min(positionalOnly, Int(low))
        return fail("\(function) takes \(bound < Int(high) ? "at least" : "exactly") \(bound) positional argument\(bound == 1 ? "" : "s") (\(count) given)")
    }
    for index in 0..<count { buffer[index] = args?[index] }
    var used = 0
    for index in count..<max(names.count, count) {
        let object = names[index].isEmpty || keywordCount == 0 ? nil : given.keyword(names[index])
        if object != nil { used += 1 }
        buffer[index] = object
        if object == nil && (index < Int(low) || (index >= Int(high) && index < Int(high) + Int(minKeyword))) {
            return fail("\(function) missing required argument '\(names[index])' (pos \(index + 1))")
        }
    }
    if used < keywordCount {
        for name in given.keywordNames() {
            guard let place = names.firstIndex(of: name), !name.isEmpty else {
                return fail("'\(name)' is an invalid keyword argument for \(parser.pointee.fname == nil ? "this function" : function)")
            }
            if place < count { return fail("argument for \(function) given by name ('\(name)') and position (\(place + 1))") }
        }
    }
    return UnsafePointer(buffer)
}
