// The module _operator: operators as functions.

import CPythonABI
import Runtime

enum OperatorModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(OperatorDocs.module)
        addComparisons(module)
        addArithmetic(module)
        addInPlace(module)
        addSequences(module)
        addOthers(module)
        module.type("itemgetter", ItemGetter.type)
        module.type("attrgetter", AttributeGetter.type)
        module.type("methodcaller", MethodCaller.type)
    }

    private static func pair(
        _ module: ModuleBuilder, _ name: StaticString, _ doc: FunctionDoc, _ body: @escaping (Value, Arguments) throws(Raised) -> Ref
    ) {
        module.function(name, .positional(minimum: 2, maximum: 2, body), doc)
    }

    private static func addComparisons(_ module: ModuleBuilder) {
        pair(module, "lt", OperatorDocs.lt) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .less) }
        pair(module, "le", OperatorDocs.le) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .lessOrEqual) }
        pair(module, "eq", OperatorDocs.eq) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .equal) }
        pair(module, "ne", OperatorDocs.ne) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .notEqual) }
        pair(module, "gt", OperatorDocs.gt) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .greater) }
        pair(module, "ge", OperatorDocs.ge) { (_, a) throws(Raised) -> Ref in try Compare.rich(a[0], a[1], .greaterOrEqual) }
        pair(module, "is_", OperatorDocs.is_) { (_, a) throws(Raised) -> Ref in .bool(Compare.isSame(a[0], a[1])) }
        pair(module, "is_not", OperatorDocs.is_not) { (_, a) throws(Raised) -> Ref in .bool(!Compare.isSame(a[0], a[1])) }
    }

    private static func addArithmetic(_ module: ModuleBuilder) {
        pair(module, "add", OperatorDocs.add) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.add, a[0], a[1]) }
        pair(module, "sub", OperatorDocs.sub) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.subtract, a[0], a[1]) }
        pair(module, "mul", OperatorDocs.mul) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.multiply, a[0], a[1]) }
        pair(module, "matmul", OperatorDocs.matmul) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.matrixMultiply, a[0], a[1]) }
        pair(module, "truediv", OperatorDocs.truediv) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.trueDivide, a[0], a[1]) }
        pair(module, "floordiv", OperatorDocs.floordiv) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.floorDivide, a[0], a[1]) }
        pair(module, "mod", OperatorDocs.mod) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.modulo, a[0], a[1]) }
        pair(module, "pow", OperatorDocs.pow) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.power, a[0], a[1]) }
        pair(module, "lshift", OperatorDocs.lshift) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.leftShift, a[0], a[1]) }
        pair(module, "rshift", OperatorDocs.rshift) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.rightShift, a[0], a[1]) }
        pair(module, "and_", OperatorDocs.and_) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.and, a[0], a[1]) }
        pair(module, "or_", OperatorDocs.or_) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.or, a[0], a[1]) }
        pair(module, "xor", OperatorDocs.xor) { (_, a) throws(Raised) -> Ref in try Numbers.binary(.xor, a[0], a[1]) }
        module.function("neg", .one { (_, a) throws(Raised) -> Ref in try Numbers.negative(a) }, OperatorDocs.neg)
        module.function("pos", .one { (_, a) throws(Raised) -> Ref in try Numbers.positive(a) }, OperatorDocs.pos)
        module.function("abs", .one { (_, a) throws(Raised) -> Ref in try Numbers.absolute(a) }, OperatorDocs.abs)
        module.function("inv", .one { (_, a) throws(Raised) -> Ref in try Numbers.invert(a) }, OperatorDocs.inv)
        module.function("invert", .one { (_, a) throws(Raised) -> Ref in try Numbers.invert(a) }, OperatorDocs.invert)
        module.function("index", .one { (_, a) throws(Raised) -> Ref in
            let index = try Index.object(a)
            return IntObject.exact(index.value)
        }, OperatorDocs.index)
    }

    private static func addInPlace(_ module: ModuleBuilder) {
        pair(module, "iadd", OperatorDocs.iadd) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.add, a[0], a[1]) }
        pair(module, "isub", OperatorDocs.isub) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.subtract, a[0], a[1]) }
        pair(module, "imul", OperatorDocs.imul) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.multiply, a[0], a[1]) }
        pair(module, "imatmul", OperatorDocs.imatmul) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.matrixMultiply, a[0], a[1]) }
        pair(module, "itruediv", OperatorDocs.itruediv) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.trueDivide, a[0], a[1]) }
        pair(module, "ifloordiv", OperatorDocs.ifloordiv) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.floorDivide, a[0], a[1]) }
        pair(module, "imod", OperatorDocs.imod) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.modulo, a[0], a[1]) }
        pair(module, "ipow", OperatorDocs.ipow) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.power, a[0], a[1]) }
        pair(module, "ilshift", OperatorDocs.ilshift) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.leftShift, a[0], a[1]) }
        pair(module, "irshift", OperatorDocs.irshift) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.rightShift, a[0], a[1]) }
        pair(module, "iand", OperatorDocs.iand) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.and, a[0], a[1]) }
        pair(module, "ior", OperatorDocs.ior) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.or, a[0], a[1]) }
        pair(module, "ixor", OperatorDocs.ixor) { (_, a) throws(Raised) -> Ref in try Numbers.inPlace(.xor, a[0], a[1]) }
    }

    /// Both operands must look like sequences for the functions that concatenate.
    private static func checkConcatenation(_ a: Value, _ b: Value) throws(Raised) {
        let record = a.record
        if record.pointee.concat != nil { return }
        if Sequences.isSequence(a) && Sequences.isSequence(b) && record.pointee.binary[BinaryOperation.add.rawValue] != nil && !IntObject.isInstance(a) { return }
        throw raise(.typeError, "'\(a.type.name)' object can't be concatenated")
    }

    private static func addSequences(_ module: ModuleBuilder) {
        pair(module, "concat", OperatorDocs.concat) { (_, a) throws(Raised) -> Ref in
            try checkConcatenation(a[0], a[1])
            if let concat = a[0].record.pointee.concat, !a[0].record.pointee.madeInPython { return try concat(a[0], a[1]) }
            return try Numbers.binary(.add, a[0], a[1])
        }
        pair(module, "iconcat", OperatorDocs.iconcat) { (_, a) throws(Raised) -> Ref in
            let hasOwn = a[0].type.lookup(Names.plain("__iadd__")).isNull == false
            if !(hasOwn && Sequences.isSequence(a[0])) { try checkConcatenation(a[0], a[1]) }
            return try Numbers.inPlace(.add, a[0], a[1])
        }
        pair(module, "contains", OperatorDocs.contains) { (_, a) throws(Raised) -> Ref in .bool(try Sequences.contains(a[0], a[1])) }
        pair(module, "getitem", OperatorDocs.getitem) { (_, a) throws(Raised) -> Ref in try Sequences.get(a[0], a[1]) }
        pair(module, "delitem", OperatorDocs.delitem) { (_, a) throws(Raised) -> Ref in
            try Sequences.set(a[0], a[1], .null)
            return .none
        }
        module.function(
            "setitem",
            .positional(minimum: 3, maximum: 3) { (_, a) throws(Raised) -> Ref in
                try Sequences.set(a[0], a[1], a[2])
                return .none
            }, OperatorDocs.setitem)
        pair(module, "countOf", OperatorDocs.countOf) { (_, a) throws(Raised) -> Ref in
            let iterator = try iterator(a[0])
            var count = 0
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { return IntObject.make(count) }
                if try Compare.equal(item.value, a[1]) { count += 1 }
            }
        }
        pair(module, "indexOf", OperatorDocs.indexOf) { (_, a) throws(Raised) -> Ref in
            let iterator = try iterator(a[0])
            var index = 0
            while true {
                let item = try Iteration.next(iterator.value)
                if item.isNull { throw raise(.valueError, "sequence.index(x): x not in sequence") }
                if try Compare.equal(item.value, a[1]) { return IntObject.make(index) }
                index += 1
            }
        }
        module.function(
            "length_hint",
            .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in
                var fallback = 0
                if !a[1].isNull {
                    guard IntObject.isInstance(a[1]) else {
                        throw raise(.typeError, "'\(a[1].type.name)' object cannot be interpreted as an integer")
                    }
                    guard let number = IntObject.word(a[1]) else {
                        throw raise(.overflowError, "Python int too large to convert to C ssize_t")
                    }
                    fallback = number
                }
                return IntObject.make(try Iteration.exactLengthHint(a[0], fallback))
            }, OperatorDocs.length_hint)
    }
    private static func iterator(_ value: Value) throws(Raised) -> Ref {
        do throws(Raised) { return try Iteration.iter(value) } catch {
            guard PendingException.clear(if: .typeError) else { throw error }
            throw raise(.typeError, "argument of type '\(value.type.name)' is not iterable")
        }
    }

    private static func addOthers(_ module: ModuleBuilder) {
        module.function("truth", .one { (_, a) throws(Raised) -> Ref in .bool(try Truth.of(a)) }, OperatorDocs.truth)
        module.function("not_", .one { (_, a) throws(Raised) -> Ref in .bool(!(try Truth.of(a))) }, OperatorDocs.not_)
        module.function(
            "call",
            .raw { (_, arguments) throws(Raised) -> Ref in
                try arguments.check("call", 1, Int.max)
                return try Call.call(arguments[0], arguments.dropFirst())
            }, OperatorDocs.call)
        module.function(
            "_compare_digest",
            .positional(minimum: 2, maximum: 2) { (_, a) throws(Raised) -> Ref in .bool(try compareDigest(a[0], a[1])) },
            OperatorDocs._compare_digest)
    }

    /// In a time that depends on the second operand's length alone.
    private static func compareDigest(_ a: Value, _ b: Value) throws(Raised) -> Bool {
        if StrObject.isInstance(a) && StrObject.isInstance(b) {
            guard StrObject.isASCII(a) && StrObject.isASCII(b) else {
                throw raise(.typeError, "comparing strings with non-ASCII characters is not supported")
            }
            let (aCount, bCount) = (StrObject.length(a), StrObject.length(b))
            var difference: UInt32 = aCount == bCount ? 0 : 1
            let left = aCount == bCount ? a : b
            for index in 0..<bCount { difference |= StrObject.character(left, index) ^ StrObject.character(b, index) }
            return difference == 0
        }
        guard Buffers.isExporter(a) || Buffers.isExporter(b) else {
            throw raise(
                .typeError, "unsupported operand types(s) or combination of types: '\(a.type.name)' and '\(b.type.name)'")
        }
        let left = try BytesView(a)
        let right = try BytesView(b)
        var difference: UInt8 = left.count == right.count ? 0 : 1
        let same = left.count == right.count
        for index in 0..<right.count { difference |= (same ? left.bytes[index] : right.bytes[index]) ^ right.bytes[index] }
        return difference == 0
    }
}
