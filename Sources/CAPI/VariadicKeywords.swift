// Arguments of functions made by Argument Clinic that take `*args` as well as keywords.

import CPythonABI
import Glibc
import Runtime

/// As `_PyArg_UnpackKeywords`, for a function whose parameter number `rest` is a tuple of the positional arguments that are left over. The
/// tuple in `buffer` is a new reference.
@c public func _PyArg_UnpackKeywordsWithVararg(
    _ args: UnsafePointer<Object?>?, _ count: Int, _ kwargs: Object?, _ kwnames: Object?, _ parser: UnsafeMutablePointer<_PyArg_Parser>?,
    _ low: Int32, _ high: Int32, _ minKeyword: Int32, _ rest: Int32, _ buffer: UnsafeMutablePointer<Object?>?
) -> UnsafePointer<Object?>? {
    guard let parser, let buffer else { return nil }
    let rest = Int(rest)
    let function = parser.pointee.fname.map { "\(String(cString: $0))()" } ?? "function"
    let surplus = max(0, count - rest)
    guard let tuple = PyTuple_New(surplus) else { return nil }
    for index in 0..<surplus { _ = PyTuple_SetItem(tuple, index, retained(args?[rest + index])) }
    // The parser's names do not have the one of the tuple; the others behind it are keyword-only.
    let names = clinicNames(parser.pointee.keywords)
    func fail(_ text: String) -> UnsafePointer<Object?>? {
        release(tuple)
        _ = raise(.typeError, text)
        return nil
    }
    let plain = min(count, rest)
    if plain < Int(low) && kwnames == nil && kwargs == nil {
        return fail("\(function) takes at least \(low) positional argument\(low == 1 ? "" : "s") (\(count) given)")
    }
    for index in 0..<plain { buffer[index] = args?[index] }
    buffer[rest] = tuple
    var used: [String] = []
    var given: [(name: String, object: Object)] = []
    if let kwnames {
        for index in 0..<TupleObject.count(Value(kwnames)) {
            guard let object = args?[count + index] else { continue }
            given.append((text(TupleObject.item(Value(kwnames), index)), object))
        }
    } else if let kwargs {
        var position = 0
        while let (key, _) = DictObject.next(Value(kwargs), &position) {
            guard let object = PyDict_GetItem(kwargs, key.object) else { continue }
            given.append((text(key), object))
        }
    }
    for (index, name) in names.enumerated() where index >= plain {
        let place = index < rest ? index : index + 1
        let found = given.first { $0.name == name && !name.isEmpty }
        buffer[place] = found?.object
        if found != nil { used.append(name) }
        let isNeeded = index < Int(low) || index >= Int(high) && index < Int(high) + Int(minKeyword)
        if found == nil && isNeeded { return fail("\(function) missing required argument '\(name)' (pos \(index + 1))") }
    }
    if used.count < given.count {
        for (name, _) in given {
            guard let place = names.firstIndex(of: name), !name.isEmpty else {
                return fail("'\(name)' is an invalid keyword argument for \(parser.pointee.fname == nil ? "this function" : function)")
            }
            if place < plain { return fail("argument for \(function) given by name ('\(name)') and position (\(place + 1))") }
        }
    }
    return UnsafePointer(buffer)
}
private func clinicNames(_ texts: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
    var names: [String] = []
    while let text = texts?[names.count] { names.append(String(cString: text)) }
    return names
}
