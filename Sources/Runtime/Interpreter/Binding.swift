// Binding arguments to the parameters of a Python function, with CPython's error texts.

import CPythonABI
import Compiler

struct Binding {
    let function: Value
    let code: CodePointer
    /// The new window; its locals are null.
    let base: FramePointer
    /// Positional arguments given, `self` not counted.
    let positional: Int
    /// First argument, owned, or null.
    let instance: Value

    private var unit: CodeUnit { code.pointee.unit.takeUnretainedValue() }
    private var name: String { text(FunctionObject.qualifiedName(function)) }

    /// Moves arguments into the window; places moved out of become null. False with an exception set.
    mutating func bind(_ arguments: FramePointer, _ names: Value) -> Bool {
        let parameters = code.pointee.argumentCount
        let keywordOnly = code.pointee.keywordOnlyCount
        let flags = code.pointee.flags
        let total = parameters + keywordOnly
        let shift = instance.isNull ? 0 : 1
        let given = positional + shift

        func argument(_ index: Int) -> Value {
            if index < shift { return instance }
            let value = arguments[index - shift]
            arguments[index - shift] = .null
            return value
        }
        for index in 0..<min(given, parameters) { base[index] = argument(index) }
        var selfUsed = shift == 0 || parameters > 0

        var keywordDict = Value.null
        if flags & CodeFlags.varKeywords != 0 {
            keywordDict = DictObject.make().take()
            base[total + (flags & CodeFlags.varArgs != 0 ? 1 : 0)] = keywordDict
        }
        if flags & CodeFlags.varArgs != 0 {
            let rest = max(given - parameters, 0)
            let tuple = TupleObject.allocateSmall(rest)
            for index in 0..<rest { TupleObject.store(tuple.value, index, Ref(owned: argument(parameters + index))) }
            if rest > 0 {
                TupleObject.finish(tuple.value)
                selfUsed = true
            }
            base[total] = tuple.take()
        }

        if !names.isNull {
            for index in 0..<TupleObject.count(names) {
                if !bindKeyword(TupleObject.item(names, index), arguments + positional + index, keywordDict, total, names) {
                    if !selfUsed { instance.release() }
                    return false
                }
            }
        }

        if given > parameters && flags & CodeFlags.varArgs == 0 {
            if !selfUsed { instance.release() }
            tooMany(given)
            return false
        }
        // Defaults.
        if given < parameters {
            let defaults = FunctionObject.defaults(function)
            let defaultCount = defaults.isNull ? 0 : TupleObject.count(defaults)
            let required = parameters - defaultCount
            for index in given..<max(required, given) where base[index].isNull {
                missing((index..<max(required, given)).filter { base[$0].isNull }, keywordOnly: false)
                return false
            }
            for index in max(given, required)..<parameters where base[index].isNull {
                let value = TupleObject.item(defaults, index - required)
                value.retain()
                base[index] = value
            }
        }
        if keywordOnly > 0 {
            let defaults = FunctionObject.keywordDefaults(function)
            var firstMissing = -1
            for index in parameters..<total where base[index].isNull {
                let value = defaults.isNull ? Value.null : DictObject.get(defaults, name: code.pointee.variableNames[index])
                if value.isNull {
                    if firstMissing < 0 { firstMissing = index }
                } else {
                    value.retain()
                    base[index] = value
                }
            }
            if firstMissing >= 0 {
                missing((firstMissing..<total).filter { base[$0].isNull }, keywordOnly: true)
                return false
            }
        }
        return true
    }

    private func bindKeyword(_ name: Value, _ place: FramePointer, _ keywordDict: Value, _ total: Int, _ names: Value) -> Bool {
        guard StrObject.isInstance(name) else {
            _ = raise(.typeError, "keywords must be strings")
            return false
        }
        let parameterNames = code.pointee.variableNames
        var found = -1
        // Names in code are interned: nearly always the same object.
        var index = code.pointee.positionalOnlyCount
        while index < total {
            if parameterNames[index] === name {
                found = index
                break
            }
            index &+= 1
        }
        if found < 0 {
            index = code.pointee.positionalOnlyCount
            while index < total {
                if StrObject.equal(parameterNames[index], name) {
                    found = index
                    break
                }
                index &+= 1
            }
        }
        if found < 0 {
            if keywordDict.isNull {
                if let misplaced = positionalOnlyNames(names) {
                    _ = raise(
                        .typeError,
                        "\(self.name)() got some positional-only arguments passed as keyword arguments: '\(misplaced)'")
                } else {
                    _ = raise(.typeError, "\(self.name)() got an unexpected keyword argument '\(text(name))'")
                }
                return false
            }
            do throws(Raised) { try DictObject.set(keywordDict, name, place.pointee) } catch { return false }
            // The dict holds it now.
            let given = place.pointee
            place.pointee = .null
            given.release()
            return true
        }
        if !base[found].isNull {
            _ = raise(.typeError, "\(self.name)() got multiple values for argument '\(text(name))'")
            return false
        }
        base[found] = place.pointee
        place.pointee = .null
        return true
    }
    private func positionalOnlyNames(_ names: Value) -> String? {
        var found: [String] = []
        for index in 0..<code.pointee.positionalOnlyCount {
            for keyword in 0..<TupleObject.count(names) where text(TupleObject.item(names, keyword)) == unit.variableNames[index] {
                found.append(unit.variableNames[index])
            }
        }
        return found.isEmpty ? nil : found.joined(separator: ", ")
    }

    private func missing(_ indices: [Int], keywordOnly: Bool) {
        let names = indices.map { "'\(unit.variableNames[$0])'" }
        let list: String
        switch names.count {
        case 1: list = names[0]
        case 2: list = "\(names[0]) and \(names[1])"
        default: list = names.dropLast().joined(separator: ", ") + ", and \(names[names.count - 1])"
        }
        _ = raise(
            .typeError,
            "\(name)() missing \(names.count) required \(keywordOnly ? "keyword-only" : "positional") argument\(names.count == 1 ? "" : "s"): \(list)")
    }

    private func tooMany(_ given: Int) {
        let parameters = code.pointee.argumentCount
        let defaults = FunctionObject.defaults(function)
        let defaultCount = defaults.isNull ? 0 : TupleObject.count(defaults)
        let signature: String
        let plural: Bool
        if defaultCount > 0 {
            signature = "from \(parameters - defaultCount) to \(parameters)"
            plural = true
        } else {
            signature = "\(parameters)"
            plural = parameters != 1
        }
        var keywordGiven = 0
        for index in parameters..<parameters + code.pointee.keywordOnlyCount where !base[index].isNull { keywordGiven += 1 }
        let extra = keywordGiven == 0
            ? "" : " positional argument\(given != 1 ? "s" : "") (and \(keywordGiven) keyword-only argument\(keywordGiven != 1 ? "s" : ""))"
        _ = raise(
            .typeError,
            "\(name)() takes \(signature) positional argument\(plural ? "s" : "") but \(given)\(extra) \(given == 1 && keywordGiven == 0 ? "was" : "were") given")
    }
}
