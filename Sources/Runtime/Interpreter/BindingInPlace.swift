// Calls with keywords or defaults whose arguments become the callee's registers where they stand.
//
// All is looked up before anything is moved: what is not as usual (a name that is not interned, something missing or given twice, star
// parameters) goes the general way (`Calls.bind`), with its errors.

import CPythonABI

enum BindingInPlace {
    /// Most keywords of a call, and most parameters of a function, that are handled here.
    private static let mostKeywords = 8
    private static let mostParameters = 64

    /// As `Calls.callFunction`; nil: nothing is done yet.
    @inline(never) static func call(
        _ fp: FramePointer?, _ function: Value, _ self: Value, _ arguments: FramePointer, _ count: Int, _ names: Value, _ note: UInt64
    ) -> Status? {
        let code = CodeObject.linked(FunctionObject.code(function))
        let extra = self.isNull ? 0 : 1
        let keywords = names.isNull ? 0 : TupleObject.count(names)
        let given = count - keywords + extra
        let parameters = code.pointee.argumentCount
        let total = parameters + code.pointee.keywordOnlyCount
        guard code.pointee.flags & (CodeFlags.varArgs | CodeFlags.varKeywords) == 0, keywords <= mostKeywords, total <= mostParameters,
            given <= parameters, !(fp?.isGenerator ?? false), given + keywords <= total
        else { return nil }
        // One place up would run over the header's room; above the arguments there is room for all.
        let base = extra == 0 ? arguments : arguments + count + frameHeaderSize
        // Behind all of them the keywords' values wait.
        let waiting = base + max(total, extra == 0 ? count : 0)
        guard ValueStack.fits(base, code.pointee.registerCount), ValueStack.fits(waiting, mostKeywords) else { return nil }

        // Where each keyword goes: a byte each in `places`.
        var places: UInt64 = 0
        var filled: UInt64 = 0
        let parameterNames = code.pointee.variableNames
        let firstNamed = max(given, code.pointee.positionalOnlyCount)
        let keywordValues = arguments + (count - keywords)
        var keyword = 0
        while keyword < keywords {
            let name = TupleObject.items(names)[keyword]
            var index = firstNamed
            while index < total && parameterNames[index] !== name { index &+= 1 }
            if index == total || filled & 1 &<< UInt64(index) != 0 { return nil }
            filled |= 1 &<< UInt64(index)
            places |= UInt64(index) &<< UInt64(keyword &* 8)
            waiting[keyword] = keywordValues[keyword]
            keyword &+= 1
        }
        // What is left must have defaults.
        let defaults = FunctionObject.defaults(function)
        let required = parameters - (defaults.isNull ? 0 : TupleObject.count(defaults))
        var index = given
        while index < required {
            if filled & 1 &<< UInt64(index) == 0 { return nil }
            index &+= 1
        }
        if parameters < total {
            let keywordDefaults = FunctionObject.keywordDefaults(function)
            index = parameters
            while index < total {
                if filled & 1 &<< UInt64(index) == 0 {
                    let value = keywordDefaults.isNull ? Value.null : DictObject.getSimple(keywordDefaults, parameterNames[index])
                    if value.isNull {
                        // As it was.
                        for keyword in 0..<keywords { keywordValues[keyword] = waiting[keyword] }
                        return nil
                    }
                    base[index] = value
                }
                index &+= 1
            }
        }

        // Now it cannot fail.
        if extra == 1 {
            base[0] = self
            index = 1
            while index < given {
                base[index] = arguments[index - 1]
                index &+= 1
            }
        }
        keyword = 0
        while keyword < keywords {
            base[Int(places &>> UInt64(keyword &* 8) & 0xFF)] = waiting[keyword]
            keyword &+= 1
        }
        index = given
        while index < total {
            if filled & 1 &<< UInt64(index) == 0 {
                if index < parameters { base[index] = TupleObject.item(defaults, index - required) }
                base[index].retain()
            }
            index &+= 1
        }
        return Calls.push(fp, function, base, total, note)
    }
}
