// Type variables of aliases and unions, and what takes their place (PEP 585, PEP 646).

import CPythonABI

enum GenericSubstitution {
    /// The type variables in a tuple of arguments, each once, in order.
    static func parameters(_ arguments: Value) throws(Raised) -> Ref {
        let found = ListObject.make()
        func add(_ parameter: Value) throws(Raised) {
            for index in 0..<ListObject.count(found.value) where ListObject.item(found.value, index) === parameter { return }
            try ListObject.append(found.value, parameter)
        }
        for index in 0..<TupleObject.count(arguments) {
            let argument = TupleObject.item(arguments, index)
            // A bare class may have `__parameters__` as descriptor for its instances.
            if Classes.isType(argument) { continue }
            let substitute = try Attributes.getIfPresent(argument, Names.typingSubst)
            if !substitute.isNull {
                try add(argument)
                continue
            }
            let inner = try Attributes.getIfPresent(argument, Names.typeParams)
            guard TupleObject.isInstance(inner.value) else { continue }
            for position in 0..<TupleObject.count(inner.value) { try add(TupleObject.item(inner.value, position)) }
        }
        return try Iteration.tuple(found.value)
    }

    /// The arguments with `item` in place of the parameters.
    static func substitute(_ alias: Value, _ arguments: Value, _ parameters: Value, _ item: Value) throws(Raised) -> Ref {
        let count = TupleObject.count(parameters)
        if count == 0 { throw raise(.typeError, "\(try Repr.string(alias)) is not a generic class") }
        var items = try unpacked(item)
        for index in 0..<count {
            let prepare = try Attributes.getIfPresent(TupleObject.item(parameters, index), Names.typingPrepareSubst)
            if prepare.isNull || prepare.value.isNone { continue }
            let prepared = try Call.call(prepare.value, alias, items.value)
            items = TupleObject.isInstance(prepared.value) ? prepared.copy() : TupleObject.make(prepared.value)
        }
        let given = TupleObject.count(items.value)
        if given != count {
            throw raise(
                .typeError,
                "Too \(given > count ? "many" : "few") arguments for \(try Repr.string(alias)); actual \(given), expected \(count)")
        }
        let result = ListObject.make()
        for index in 0..<TupleObject.count(arguments) {
            let argument = TupleObject.item(arguments, index)
            if Classes.isType(argument) {
                try ListObject.append(result.value, argument)
                continue
            }
            let unpackFlag = try Attributes.getIfPresent(argument, Names.typingIsUnpackedTypeVarTuple)
            let unpack = unpackFlag.isNull ? false : try Truth.of(unpackFlag.value)
            let substitute = try Attributes.getIfPresent(argument, Names.typingSubst)
            let new: Ref
            if !substitute.isNull {
                let position = place(parameters, argument)
                if position < 0 { throw raise(.typeError, "\(try Repr.string(argument)) is not a parameter of \(try Repr.string(alias))") }
                new = try Call.call(substitute.value, TupleObject.item(items.value, position))
            } else {
                new = try substituteInside(argument, parameters, items.value)
            }
            if unpack {
                guard TupleObject.isInstance(new.value) else {
                    throw raise(.typeError, "expected a tuple, not '\(new.value.type.name)'")
                }
                for position in 0..<TupleObject.count(new.value) { try ListObject.append(result.value, TupleObject.item(new.value, position)) }
            } else {
                try ListObject.append(result.value, new.value)
            }
        }
        return try Iteration.tuple(result.value)
    }

    private static func place(_ parameters: Value, _ parameter: Value) -> Int {
        for index in 0..<TupleObject.count(parameters) where TupleObject.item(parameters, index) === parameter { return index }
        return -1
    }

    /// Substitution in an argument that has type variables inside.
    private static func substituteInside(_ argument: Value, _ parameters: Value, _ items: Value) throws(Raised) -> Ref {
        let inner = try Attributes.getIfPresent(argument, Names.typeParams)
        guard TupleObject.isInstance(inner.value), TupleObject.count(inner.value) > 0 else { return Ref(argument) }
        let arguments = ListObject.make()
        for index in 0..<TupleObject.count(inner.value) {
            let parameter = TupleObject.item(inner.value, index)
            let position = place(parameters, parameter)
            if position < 0 {
                try ListObject.append(arguments.value, parameter)
                continue
            }
            let item = TupleObject.item(items, position)
            // A type variable tuple is iterable: it stands for several.
            if parameter.record.pointee.iter != nil && TupleObject.isInstance(item) {
                for number in 0..<TupleObject.count(item) { try ListObject.append(arguments.value, TupleObject.item(item, number)) }
            } else {
                try ListObject.append(arguments.value, item)
            }
        }
        let tuple = try Iteration.tuple(arguments.value)
        return try Sequences.get(argument, tuple.value)
    }

    /// The subscript as a tuple, with unpacked tuples (`*tuple[int, str]`) spread.
    private static func unpacked(_ item: Value) throws(Raised) -> Ref {
        let items = TupleObject.isInstance(item) ? Ref(item) : TupleObject.make(item)
        let result = ListObject.make()
        for index in 0..<TupleObject.count(items.value) {
            let argument = TupleObject.item(items.value, index)
            if !Classes.isType(argument) {
                let inner = try Attributes.getIfPresent(argument, Names.typingUnpackedTupleArgs)
                if TupleObject.isInstance(inner.value) {
                    let count = TupleObject.count(inner.value)
                    if !(count > 0 && TupleObject.item(inner.value, count - 1) === .ellipsis) {
                        for position in 0..<count { try ListObject.append(result.value, TupleObject.item(inner.value, position)) }
                        continue
                    }
                }
            }
            try ListObject.append(result.value, argument)
        }
        return try Iteration.tuple(result.value)
    }
}
