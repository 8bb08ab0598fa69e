// The module itertools.

import CPythonABI
import Runtime

enum ItertoolsModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(ItertoolsDocs.module)
        module.type("accumulate", Accumulate.type)
        module.type("combinations", Combinations.type)
        module.type("combinations_with_replacement", Combinations.withReplacement)
        module.type("cycle", Cycle.type)
        module.type("dropwhile", Filters.dropWhile)
        module.type("takewhile", Filters.takeWhile)
        module.type("islice", Slice.type)
        module.type("starmap", Filters.starMap)
        module.type("pairwise", Filters.pairwise)
        module.type("chain", Chain.type)
        module.type("compress", Filters.compress)
        module.type("filterfalse", Filters.filterFalse)
        module.type("count", Count.type)
        module.type("zip_longest", ZipLongest.type)
        module.type("permutations", Permutations.type)
        module.type("product", Product.type)
        module.type("repeat", Repeat.type)
        module.type("groupby", GroupBy.type)
        module.type("_grouper", GroupBy.grouper)
        module.type("_tee", Tee.type)
        module.type("_tee_dataobject", Tee.data)
        module.function("tee", .positional(minimum: 1, maximum: 2) { (_, a) throws(Raised) -> Ref in try Tee.tee(a[0], a[1]) }, ItertoolsDocs.tee)
    }

    static let selfSlot: UnarySlot = { (self) throws(Raised) -> Ref in Ref(self) }

    /// Whether nobody takes keyword arguments of a constructor: neither the type itself nor an `__init__` of a class derived from it.
    static func isPlain(_ type: TypePointer, _ exact: TypePointer) -> Bool { type == exact || type.sharesInitialization(with: exact) }
    /// The arguments of a constructor without keywords.
    static func check(_ arguments: Arguments, _ name: StaticString, _ minimum: Int, _ maximum: Int) throws(Raised) {
        try arguments.noKeywords(name)
        try arguments.check(name, minimum, maximum)
    }
    /// The next item of an iterator that has it at hand, owned; null where its `next` must decide. The iterator is kept alive: handing
    /// out an item may run the destructor of an earlier one.
    @inline(__always) static func quickly(_ iterator: Value) -> Value {
        guard let quick = iterator.record.pointee.quickNext, depth < 3 else { return .null }
        depth &+= 1
        iterator.retain()
        let item = quick(iterator)
        iterator.release()
        depth &-= 1
        return item
    }
    /// Iterators over iterators that are under way here. Where the innermost has nothing at hand each one's `next` asks again, so that
    /// a long chain of them would be walked once for each of its links.
    nonisolated(unsafe) private static var depth = 0
    /// An int argument as `n` of a format of C: any object with `__index__`.
    static func index(_ value: Value) throws(Raised) -> Int {
        let number = try Index.object(value)
        guard let word = IntObject.word(number.value) else {
            throw raise(.overflowError, "Python int too large to convert to C ssize_t")
        }
        return word
    }
    /// A size given by Python code, bounded so that it fits a field.
    static func size(_ value: Value) throws(Raised) -> Int {
        let number = try index(value)
        guard abs(number) <= Value.maxSmallInt else { throw raise(.memoryError, argument: .null) }
        return number
    }
}
