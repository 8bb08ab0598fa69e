// "Did you mean": the name nearest to one that was not found.

import CPythonABI

public enum Suggestions {
    /// Names longer than this, and more names than that, are not compared.
    static let longestName = 40
    static let mostNames = 750
    /// Costs of an edit: a change of case alone is half a move.
    static let moveCost = 2
    static let caseCost = 1

    /// The name to suggest for an exception; nil if there is none.
    static func of(_ exception: Value) -> TextBuffer? {
        var result: TextBuffer?
        do throws(Raised) {
            if exception.type.isSubtype(of: PyExc_AttributeErrorPointer()) {
                result = try forAttribute(exception)
            } else if exception.type.isSubtype(of: PyExc_NameErrorPointer()) {
                result = try forName(exception)
            }
        } catch { PendingException.clear() }
        return result
    }

    private static func forAttribute(_ exception: Value) throws(Raised) -> TextBuffer? {
        let object = Ref(ExceptionMemory.field(exception, 72))
        let name = Ref(ExceptionMemory.field(exception, 80))
        guard !object.isNull, !name.isNull, StrObject.isExact(name.value) else { return nil }
        let names = try Directory.sorted(object.value)
        return nearest(names.value, name.value)
    }

    private static func forName(_ exception: Value) throws(Raised) -> TextBuffer? {
        let name = Ref(ExceptionMemory.field(exception, 72))
        let traceback = Ref(ExceptionMemory.field(exception, 40))
        guard !name.isNull, StrObject.isExact(name.value), !traceback.isNull, Tracebacks.isTraceback(traceback.value) else { return nil }
        var last = traceback.value
        while let next = Tracebacks.next(last) { last = next }
        let frame = Ref(Tracebacks.frame(last))
        let unit = FrameObject.code(frame.value).pointee.unit.takeUnretainedValue()
        let locals = try ListObject.make(capacity: 0)
        for group in [unit.variableNames, unit.cellNames.filter { !unit.variableNames.contains($0) }, unit.freeNames] {
            for local in group {
                let text = StrObject.intern(local)
                try ListObject.append(locals.value, text.value)
            }
        }
        if let found = nearest(locals.value, name.value) { return found }
        let function = FrameObject.word(frame.value, 64).pointee
        let globals = try Iteration.list(FunctionObject.globals(function))
        if let found = nearest(globals.value, name.value) { return found }
        let builtins = try Iteration.list(FunctionObject.builtins(function))
        return nearest(builtins.value, name.value)
    }

    /// The nearest of a list of names, the first of equals.
    static func nearest(_ names: Value, _ name: Value) -> TextBuffer? {
        if ListObject.count(names) >= mostNames { return nil }
        var wanted = TextBuffer()
        wanted.append(str: name)
        var best = Int.max
        var result: TextBuffer?
        for index in 0..<ListObject.count(names) {
            let item = ListObject.item(names, index)
            guard StrObject.isInstance(item) else { return nil }
            if StrObject.equal(item, name) { continue }
            var candidate = TextBuffer()
            candidate.append(str: item)
            // No more than a third of the involved characters may change.
            var limit = (wanted.bytes.count + candidate.bytes.count + 3) * moveCost / 6
            if best != Int.max { limit = min(limit, best - 1) }
            let distance = distance(wanted.bytes, candidate.bytes, limit)
            if distance > limit { continue }
            if distance < best {
                best = distance
                result = candidate
            }
        }
        return result
    }

    /// The cost of making one str from another; something above `limit` (-1: none) as soon as that is certain.
    public static func cost(_ first: Value, _ second: Value, limit: Int) -> Int {
        var (a, b) = (TextBuffer(), TextBuffer())
        a.append(str: first)
        b.append(str: second)
        return distance(a.bytes, b.bytes, limit < 0 ? max(a.bytes.count, b.bytes.count) * moveCost : limit)
    }

    private static func substitution(_ a: UInt8, _ b: UInt8) -> Int {
        if a == b { return 0 }
        func lower(_ byte: UInt8) -> UInt8 { byte >= 65 && byte <= 90 ? byte + 32 : byte }
        return lower(a) == lower(b) ? caseCost : moveCost
    }

    /// The weighted Levenshtein distance; something above `limit` as soon as that is certain.
    private static func distance(_ first: [UInt8], _ second: [UInt8], _ limit: Int) -> Int {
        if first == second { return 0 }
        var (a, b) = (first[...], second[...])
        while let x = a.first, let y = b.first, x == y {
            a = a.dropFirst()
            b = b.dropFirst()
        }
        while let x = a.last, let y = b.last, x == y {
            a = a.dropLast()
            b = b.dropLast()
        }
        if a.isEmpty || b.isEmpty { return (a.count + b.count) * moveCost }
        if a.count > longestName || b.count > longestName { return limit + 1 }
        if b.count < a.count { (a, b) = (b, a) }
        if (b.count - a.count) * moveCost > limit { return limit + 1 }
        var row = (1...a.count).map { $0 * moveCost }
        var result = 0
        for (bIndex, bByte) in b.enumerated() {
            var diagonal = bIndex * moveCost
            result = diagonal
            var minimum = Int.max
            for (aIndex, aByte) in a.enumerated() {
                let substitute = diagonal + substitution(bByte, aByte)
                diagonal = row[aIndex]
                let insertOrDelete = min(result, diagonal) + moveCost
                result = min(insertOrDelete, substitute)
                row[aIndex] = result
                minimum = min(minimum, result)
            }
            if minimum > limit { return limit + 1 }
        }
        return result
    }
}
