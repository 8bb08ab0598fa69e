// Arguments of the constructors and methods of datetime, with the messages that they have.

import CPythonABI
import Runtime

/// Names of parameters; the first `required` of them must be given.
final class DateTimeParameters: Sendable {
    let names: [StaticString]
    private let required: Int
    /// What messages call the function; nil for constructors.
    private let function: StaticString?
    private let positional: Int

    init(_ function: StaticString?, _ names: [StaticString], required: Int = 0, keywordOnly: Int = 0) {
        self.function = function
        self.names = names
        self.required = required
        positional = names.count - keywordOnly
    }
    private var shown: String { function.map { "\($0)()" } ?? "function" }

    func withBound(_ arguments: Arguments, _ body: (Arguments) throws(Raised) -> Ref) throws(Raised) -> Ref {
        let total = names.count
        if arguments.keywordNames.isNull && arguments.count == total && positional == total { return try body(arguments) }
        return try withValues(total) { (slots) throws(Raised) -> Ref in
            let given = arguments.count
            if given + arguments.keywordCount > total {
                let kind = given == 0 ? "keyword " : ""
                throw raise(
                    .typeError,
                    "\(shown) takes at most \(total) \(kind)argument\(total == 1 ? "" : "s") (\(given + arguments.keywordCount) given)")
            }
            if given > positional {
                throw raise(
                    .typeError,
                    "\(shown) takes at most \(positional) positional argument\(positional == 1 ? "" : "s") (\(given) given)")
            }
            for index in 0..<given { slots[index] = arguments[index] }
            // What is missing is said before what is too much.
            for index in given..<max(given, required) {
                let name = names[index]
                var found = false
                for other in 0..<arguments.keywordCount where StrObject.equals(arguments.keywordName(other), name) { found = true }
                if !found { throw raise(.typeError, "\(shown) missing required argument '\(name)' (pos \(index + 1))") }
            }
            for index in 0..<arguments.keywordCount {
                let name = arguments.keywordName(index)
                guard let position = names.firstIndex(where: { StrObject.equals(name, $0) }) else {
                    throw raise(
                        .typeError, "'\(text(name))' is an invalid keyword argument for \(function.map { "\($0)()" } ?? "this function")")
                }
                if !slots[position].isNull {
                    throw raise(
                        .typeError, "argument for \(shown) given by name ('\(names[position])') and position (\(position + 1))")
                }
                slots[position] = arguments.keywordValue(index)
            }
            return try body(Arguments(slots, count: total))
        }
    }
}

enum DateTimeNumbers {
    /// A C int, as the format "i" takes it.
    static func int(_ value: Value, _ fallback: Int) throws(Raised) -> Int {
        if value.isNull { return fallback }
        if value.isSmallInt && Int(Int32(truncatingIfNeeded: value.smallInt)) == value.smallInt { return value.smallInt }
        let index = try Index.object(value)
        guard let word = IntObject.word(index.value) else {
            throw raise(.overflowError, "Python int too large to convert to C long")
        }
        if word > Int(Int32.max) { throw raise(.overflowError, "signed integer is greater than maximum") }
        if word < Int(Int32.min) { throw raise(.overflowError, "signed integer is less than minimum") }
        return word
    }
    static func checkDate(_ year: Int, _ month: Int, _ day: Int) throws(Raised) {
        if year < 1 || year > 9999 { throw raise(.valueError, "year \(year) is out of range") }
        if month < 1 || month > 12 { throw raise(.valueError, "month must be in 1..12") }
        if day < 1 || day > CivilCalendar.daysInMonth(year, month) { throw raise(.valueError, "day is out of range for month") }
    }
    static func checkTime(_ hour: Int, _ minute: Int, _ second: Int, _ microsecond: Int, _ fold: Int) throws(Raised) {
        if hour < 0 || hour > 23 { throw raise(.valueError, "hour must be in 0..23") }
        if minute < 0 || minute > 59 { throw raise(.valueError, "minute must be in 0..59") }
        if second < 0 || second > 59 { throw raise(.valueError, "second must be in 0..59") }
        if microsecond < 0 || microsecond > 999_999 { throw raise(.valueError, "microsecond must be in 0..999999") }
        if fold != 0 && fold != 1 { throw raise(.valueError, "fold must be either 0 or 1") }
    }
    static func hash(_ bytes: BytePointer, _ count: Int) throws(Raised) -> Int {
        let object = try BytesObject.make(bytes, count)
        return BytesObject.hash(object.value)
    }
}

/// Memory of the instances: exact ones have the size of their struct, others that of their class.
enum DateTimeInstances {
    static func allocate(_ type: TypePointer, exact: TypePointer, size: Int) throws(Raised) -> Ref {
        if type == exact { return Ref(owned: Value(ObjectMemory.new(type, as: PyObject.self, size: size))) }
        if type.record.pointee.isForeign, let allocate = type.pointee.tp_alloc {
            guard let object = allocate(type, 0) else { throw Raised() }
            return Ref(owned: Value(object))
        }
        return try Instances.allocate(type)
    }
    static func free(_ object: ObjectPointer, exact: TypePointer, size: Int) {
        if object.pointee.ob_type == exact { ObjectMemory.free(object, size: size) } else { freeInstance(object) }
    }
}
