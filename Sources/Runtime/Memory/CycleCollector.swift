// The cycle collector.
//
// Reference counting frees everything but cycles. The collector finds them as CPython's does: it takes all objects of a generation,
// counts for each how many of its references come from inside the generation (by `tp_traverse`), and what then has none left from
// outside, and is not reached from one that has, is garbage.
//
//     rings       three generations of tracked objects, linked through their headers (CollectorHeader.swift), and one for `gc.freeze`
//     _gc_prev    while the reachable are searched: count of outside references * 4, and the bits `finalized` and `collecting`
//
// Garbage is disposed of in order: weak references to it are cleared and their callbacks called, finalizers run (each once in an
// object's life), what they brought back to life is taken out together with all that it reaches, and the rest is taken apart
// by `tp_clear`, whereupon the counts fall to zero by themselves.
//
// A type without `tp_traverse` hides its references: what they point to then counts as referenced from outside, and stays.

import CPythonABI
import Glibc

public enum CycleCollector {
    typealias Ring = UnsafeMutablePointer<PySwiftGeneration>

    static let collectingBit: UInt = 2

    /// Objects that `gc.freeze` took out of the generations.
    nonisolated(unsafe) static let permanent: Ring = newRing()
    /// `gc.garbage` and `gc.callbacks`: lists, owned; null until the module is made.
    nonisolated(unsafe) public static var garbage = Value.null
    nonisolated(unsafe) public static var callbacks = Value.null
    /// Collections, objects collected and uncollectable, by generation.
    public struct Statistics {
        public var collections = 0
        public var collected = 0
        public var uncollectable = 0
    }
    nonisolated(unsafe) public static var statistics = InlineArray<3, Statistics>(repeating: Statistics())
    /// Survivors of full collections, and those that came since: a full collection is worth while when the latter are a quarter.
    nonisolated(unsafe) private static var longLived = 0
    nonisolated(unsafe) private static var longLivedPending = 0

    // MARK: When

    /// Collects the youngest generation, and older ones when their turn has come.
    static func collectYoung() {
        guard _pyswift_collector.enabled != 0, _pyswift_collector.collecting == 0 else { return }
        var generation = 2
        while generation >= 0 {
            let ring = _pyswift_generation(generation).unsafelyUnwrapped
            if ring.pointee.count > ring.pointee.threshold && ring.pointee.threshold > 0 {
                if generation < 2 || longLivedPending >= longLived / 4 { break }
            }
            generation -= 1
        }
        if generation < 0 { return }
        _ = collect(generation)
    }

    /// No collections while the runtime starts: what is made then stays.
    static func holdBack() { _pyswift_collector.collecting = 1 }
    /// Collections from now on. What has been made so far is old.
    static func settle() {
        let old = _pyswift_generation(2).unsafelyUnwrapped
        for index in 0..<2 {
            let ring = _pyswift_generation(index).unsafelyUnwrapped
            merge(ring, into: old)
            ring.pointee.count = 0
        }
        // The namespace of sys stays as long as the process: it marks how far this goes.
        let mark = SysModule.dict.object
        if mark.isTracked {
            startEnd = UInt(bitPattern: mark.collectorHeader)
            unlink(startEnd)
            append(startEnd, to: old)
        }
        longLived = count(old)
        longLivedPending = 0
        _pyswift_collector.collecting = 0
    }
    /// In the oldest generation, the last of what was there when the program began.
    nonisolated(unsafe) private static var startEnd: UInt = 0

    /// Whether somebody could notice that what is left when the program ends is taken apart: a finalizer, a callback of a weak reference, code
    /// of an extension module. Goes over what the program made, not what was there when it began.
    static var isEndVisible: Bool {
        if _pyswift_collector.debug != 0 || !garbage.isNull && ListObject.count(garbage) != 0 || SlotTables.isActive || !isEmpty(permanent) { return true }
        if !callbacks.isNull && ListObject.count(callbacks) != 0 { return true }
        for generation in (0..<3).reversed() {
            let ring = ring(generation)
            var node = ring.pointee.previous & ~3
            while node != UInt(bitPattern: ring), node != startEnd {
                if noticesEnd(object(node)) { return true }
                node = header(node).pointee._gc_prev & ~3
            }
        }
        return false
    }
    private static func noticesEnd(_ object: ObjectPointer) -> Bool {
        guard let type = object.pointee.ob_type, type.hasRecord else { return true }
        if type.record.pointee.finalize != nil || type.pointee.tp_del != nil { return true }
        let value = Value(object)
        // Instances of a class need not be tracked themselves.
        if Classes.isType(value) {
            let made = Classes.type(value)
            return !made.hasRecord || made.record.pointee.finalize != nil || made.pointee.tp_del != nil
        }
        return WeakReferences.hasCallback(value)
    }

    /// Collects a generation and the younger ones, with `gc.callbacks` told; returns the number of unreachable objects found.
    public static func collect(_ generation: Int) -> Int {
        if _pyswift_collector.collecting != 0 { return 0 }
        _pyswift_collector.collecting = 1
        let saved = PendingException.save()
        var (collected, uncollectable) = (0, 0)
        tell("start", generation, 0, 0)
        run(generation, &collected, &uncollectable)
        tell("stop", generation, collected, uncollectable)
        PendingException.restore(saved)
        _pyswift_collector.collecting = 0
        return collected + uncollectable
    }

    private static func tell(_ phase: StaticString, _ generation: Int, _ collected: Int, _ uncollectable: Int) {
        if callbacks.isNull || ListObject.count(callbacks) == 0 { return }
        let info = DictObject.make()
        func set(_ name: StaticString, _ number: Int) {
            let key = StrObject.intern(name)
            DictObject.set(info.value, name: key.value, Value(smallInt: number))
        }
        set("generation", generation)
        set("collected", collected)
        set("uncollectable", uncollectable)
        let text = StrObject.intern(phase)
        var index = 0
        while index < ListObject.count(callbacks) {
            let callback = Ref(ListObject.item(callbacks, index))
            do throws(Raised) {
                let result = try Call.call(callback.value, text.value, info.value)
                _ = result.value
            } catch { Unraisable.report(callback.value) }
            index += 1
        }
    }

    // MARK: Rings

    static func newRing() -> Ring {
        let ring = Ring.allocate(capacity: 1)
        ring.initialize(to: PySwiftGeneration())
        empty(ring)
        return ring
    }
    static func empty(_ ring: Ring) {
        ring.pointee.next = UInt(bitPattern: ring)
        ring.pointee.previous = UInt(bitPattern: ring)
    }
    @inline(__always) static func isEmpty(_ ring: Ring) -> Bool { ring.pointee.next & ~1 == UInt(bitPattern: ring) }
    @inline(__always) private static func header(_ node: UInt) -> CollectorHeader { CollectorHeader(bitPattern: node).unsafelyUnwrapped }
    @inline(__always) private static func next(_ node: UInt) -> UInt { header(node).pointee._gc_next & ~1 }
    @inline(__always) static func object(_ node: UInt) -> ObjectPointer {
        UnsafeMutableRawPointer(header(node) + 1).assumingMemoryBound(to: PyObject.self)
    }
    /// Moves all of one ring to the end of another.
    static func merge(_ from: Ring, into: Ring) {
        if isEmpty(from) { return }
        let (first, last) = (from.pointee.next & ~1, from.pointee.previous & ~3)
        let end = into.pointee.previous & ~3
        Collector.setNext(end, first)
        Collector.setPrevious(first, end)
        Collector.setNext(last, UInt(bitPattern: into))
        into.pointee.previous = last
        empty(from)
    }
    /// Puts a node at the end of a ring, whatever its links say.
    @inline(__always) private static func append(_ node: UInt, to ring: Ring) {
        let last = ring.pointee.previous & ~3
        Collector.setNext(last, node)
        header(node).pointee._gc_prev = last | header(node).pointee._gc_prev & 3
        Collector.setNext(node, UInt(bitPattern: ring))
        ring.pointee.previous = node
    }
    @inline(__always) private static func unlink(_ node: UInt) {
        let (previous, next) = (header(node).pointee._gc_prev & ~3, next(node))
        Collector.setNext(previous, next)
        Collector.setPrevious(next, previous)
    }
    static func count(_ ring: Ring) -> Int {
        var count = 0
        forEach(ring) { (_) in count += 1 }
        return count
    }
    static func forEach(_ ring: Ring, _ body: (ObjectPointer) -> Void) {
        var node = ring.pointee.next & ~1
        while node != UInt(bitPattern: ring) {
            let following = next(node)
            body(object(node))
            node = following
        }
    }
    /// The ring of a generation; 3 is the frozen one.
    public static func ring(_ generation: Int) -> UnsafeMutablePointer<PySwiftGeneration> {
        generation == 3 ? permanent : _pyswift_generation(generation).unsafelyUnwrapped
    }

    // MARK: What

    /// Found reachable, but not yet looked through: a list linked through `_gc_prev`, where the count of an object that is reachable is of no
    /// use any more. 0: the end.
    nonisolated(unsafe) private static var pending: UInt = 0
    @inline(__always) private static func push(_ header: CollectorHeader) {
        header.pointee._gc_prev = pending | header.pointee._gc_prev & Collector.finalizedBit
        pending = UInt(bitPattern: header)
    }
    @inline(__always) private static func pop() -> UInt {
        let top = pending
        pending = header(top).pointee._gc_prev & ~3
        return top
    }
    /// The same where objects are few and `_gc_prev` still links the ring.
    nonisolated(unsafe) private static var pendingLegacy: [UInt] = []

    private static let visitSubtract: visitproc = { object, _ in
        guard let object, object.isCollectedObject else { return 0 }
        let header = object.collectorHeader
        if header.pointee._gc_prev & CycleCollector.collectingBit != 0 { header.pointee._gc_prev &-= 4 }
        return 0
    }
    private static let visitReachable: visitproc = { object, _ in
        guard let object, object.isCollectedObject else { return 0 }
        let header = object.collectorHeader
        if header.pointee._gc_prev & CycleCollector.collectingBit != 0 { CycleCollector.push(header) }
        return 0
    }
    private static let visitLegacy: visitproc = { object, _ in
        guard let object, object.isCollectedObject else { return 0 }
        let header = object.collectorHeader
        if header.pointee._gc_prev & CycleCollector.collectingBit != 0 {
            header.pointee._gc_prev &= ~CycleCollector.collectingBit
            CycleCollector.pendingLegacy.append(UInt(bitPattern: header))
        }
        return 0
    }

    @inline(__always) private static func traverse(_ object: ObjectPointer, _ visit: visitproc) {
        if let traverse = object.pointee.ob_type.pointee.tp_traverse { _ = traverse(object, visit, nil) }
    }

    /// Splits a ring: what is reached only from inside it goes to `unreachable`. Links of both are in order afterwards. Returns how many stay.
    private static func split(_ ring: Ring, _ unreachable: Ring) -> Int {
        let end = UInt(bitPattern: ring)
        var node = ring.pointee.next & ~1
        while node != end {
            let header = header(node)
            let count = UInt(bitPattern: object(node).pointee.ob_refcnt)
            header.pointee._gc_prev = count << 2 | collectingBit | header.pointee._gc_prev & Collector.finalizedBit
            node = next(node)
        }
        node = ring.pointee.next & ~1
        while node != end {
            let following = next(node)
            _pyswift_prefetch(UnsafeRawPointer(bitPattern: following))
            traverse(object(node), visitSubtract)
            node = following
        }
        node = ring.pointee.next & ~1
        while node != end {
            let header = header(node)
            if header.pointee._gc_prev & collectingBit != 0 && header.pointee._gc_prev >> 2 != 0 {
                push(header)
                while pending != 0 { traverse(object(pop()), visitReachable) }
            }
            node = next(node)
        }
        // Both rings linked anew.
        var kept = 0
        node = ring.pointee.next & ~1
        empty(ring)
        while node != end {
            let following = next(node)
            let header = header(node)
            let dead = header.pointee._gc_prev & collectingBit != 0
            header.pointee._gc_prev &= Collector.finalizedBit
            append(node, to: dead ? unreachable : ring)
            if !dead { kept &+= 1 }
            node = following
        }
        return kept
    }

    private static func run(_ generation: Int, _ collected: inout Int, _ uncollectable: inout Int) {
        let debug = _pyswift_collector.debug
        var start = timespec()
        if debug & Debug.statistics != 0 {
            clock_gettime(CLOCK_MONOTONIC, &start)
            Debug.begin(generation)
        }
        if generation + 1 < 3 { _pyswift_generation(generation + 1).pointee.count += 1 }
        for index in 0...generation { _pyswift_generation(index).pointee.count = 0 }
        let young = _pyswift_generation(generation).unsafelyUnwrapped
        for index in 0..<generation { merge(_pyswift_generation(index).unsafelyUnwrapped, into: young) }
        let old = _pyswift_generation(min(generation + 1, 2)).unsafelyUnwrapped

        let unreachable = newRing()
        let kept = split(young, unreachable)
        if young != old {
            if generation == 1 { longLivedPending += kept }
            merge(young, into: old)
        } else {
            longLivedPending = 0
            longLived = kept
        }

        let legacy = newRing()
        separateLegacy(unreachable, legacy)
        if debug & Debug.collectable != 0 { forEach(unreachable) { Debug.show("collectable", $0) } }
        clearWeakReferences(unreachable)
        finalize(unreachable)

        // Finalizers may have brought some back.
        let dead = newRing()
        _ = split(unreachable, dead)
        merge(unreachable, into: old)
        collected = count(dead)
        dispose(dead, old)
        uncollectable = count(legacy)
        keepLegacy(legacy, old)
        legacy.deallocate()
        unreachable.deallocate()
        dead.deallocate()

        statistics[generation].collections += 1
        statistics[generation].collected += collected
        statistics[generation].uncollectable += uncollectable
        if debug & Debug.statistics != 0 { Debug.end(collected, uncollectable, since: start) }
    }

    /// Puts aside what cannot be collected: objects with the finalizers of old C types (`tp_del`), and all that they reach.
    private static func separateLegacy(_ unreachable: Ring, _ legacy: Ring) {
        var isAnyone = false
        forEach(unreachable) { if $0.pointee.ob_type.pointee.tp_del != nil { isAnyone = true } }
        guard isAnyone else { return }
        forEach(unreachable) { $0.collectorHeader.pointee._gc_prev |= collectingBit }
        forEach(unreachable) { (object) in
            let header = object.collectorHeader
            guard object.pointee.ob_type.pointee.tp_del != nil, header.pointee._gc_prev & collectingBit != 0 else { return }
            header.pointee._gc_prev &= ~collectingBit
            pendingLegacy.append(UInt(bitPattern: header))
            while let reached = pendingLegacy.popLast() { traverse(CycleCollector.object(reached), visitLegacy) }
        }
        forEach(unreachable) { (object) in
            let header = object.collectorHeader
            if header.pointee._gc_prev & collectingBit != 0 {
                header.pointee._gc_prev &= ~collectingBit
            } else {
                let node = UInt(bitPattern: header)
                unlink(node)
                append(node, to: legacy)
            }
        }
    }
    /// Those with finalizers go to `gc.garbage`; all live on.
    private static func keepLegacy(_ legacy: Ring, _ old: Ring) {
        let debug = _pyswift_collector.debug
        forEach(legacy) { (object) in
            if debug & Debug.uncollectable != 0 { Debug.show("uncollectable", object) }
            guard debug & Debug.saveAll != 0 || object.pointee.ob_type.pointee.tp_del != nil, !garbage.isNull else { return }
            do throws(Raised) { try ListObject.append(garbage, Value(object)) } catch { PendingException.clear() }
        }
        merge(legacy, into: old)
    }

    /// Clears weak references to garbage. Callbacks of references that are themselves garbage are not called.
    private static func clearWeakReferences(_ unreachable: Ring) {
        forEach(unreachable) { $0.collectorHeader.pointee._gc_prev |= collectingBit }
        var called: [Value] = []
        // References that are garbage themselves: what they refer to may die before they do, out of the collector's sight.
        forEach(unreachable) { (object) in WeakReferences.forget(Value(object)) }
        forEach(unreachable) { (object) in
            WeakReferences.detachAll(object) { (reference) in
                let pointer = reference.object
                if pointer.isCollectedObject && pointer.collectorHeader.pointee._gc_prev & collectingBit != 0 { return }
                if reference.cast(to: PyWeakReference.self).pointee.wr_callback == nil { return }
                reference.retain()
                called.append(reference)
            }
        }
        forEach(unreachable) { $0.collectorHeader.pointee._gc_prev &= ~collectingBit }
        for reference in called {
            WeakReferences.callBack(reference)
            reference.release()
        }
    }

    /// Calls the finalizers of garbage, each once.
    private static func finalize(_ unreachable: Ring) {
        let seen = newRing()
        while !isEmpty(unreachable) {
            let node = unreachable.pointee.next & ~1
            unlink(node)
            append(node, to: seen)
            let object = object(node)
            guard header(node).pointee._gc_prev & Collector.finalizedBit == 0, object.pointee.ob_type.hasRecord,
                let finalize = object.pointee.ob_type.record.pointee.finalize
            else { continue }
            header(node).pointee._gc_prev |= Collector.finalizedBit
            object.pointee.ob_refcnt += 1
            finalize(Value(object))
            Value(object).release()
        }
        merge(seen, into: unreachable)
        seen.deallocate()
    }

    /// Takes garbage apart.
    private static func dispose(_ dead: Ring, _ old: Ring) {
        while !isEmpty(dead) {
            let node = dead.pointee.next & ~1
            let object = object(node)
            object.pointee.ob_refcnt += 1
            if _pyswift_collector.debug & Debug.saveAll != 0 {
                if !garbage.isNull {
                    do throws(Raised) { try ListObject.append(garbage, Value(object)) } catch { PendingException.clear() }
                }
            } else if let clear = object.pointee.ob_type.pointee.tp_clear {
                _ = clear(object)
                PendingException.clear()
            }
            Value(object).release()
            // Still there: something that is not garbage holds it.
            if !isEmpty(dead) && dead.pointee.next & ~1 == node {
                unlink(node)
                append(node, to: old)
            }
        }
    }

    /// At the end of a run, a word about what was never collected.
    static func reportGarbage() {
        let debug = _pyswift_collector.debug
        guard debug & Debug.saveAll == 0, !garbage.isNull, ListObject.isInstance(garbage), ListObject.count(garbage) > 0 else { return }
        let count = ListObject.count(garbage)
        let shows = debug & Debug.uncollectable != 0
        let hint = shows ? "" : "; use gc.set_debug(gc.DEBUG_UNCOLLECTABLE) to list them"
        let message = StrObject.make("gc: \(count) uncollectable objects at shutdown\(hint)")
        let filename = StrObject.make("gc")
        do throws(Raised) {
            try Warnings.explicitHook(PyExc_ResourceWarningPointer(), message.value, filename.value, 0)
            if shows {
                var out = TextBuffer()
                out.append("      ")
                try out.append(reprOf: garbage)
                out.append("\n")
                StandardError.write(out)
            }
        } catch { Unraisable.report(.null) }
    }

    // MARK: For the gc module

    /// gc.is_tracked. CPython leaves tuples and dicts of simple things untracked, once it has looked at them; here it is told by what
    /// they hold.
    public static func isTracked(_ value: Value) -> Bool {
        guard value.isObject else { return false }
        if TupleObject.isExact(value) { return mayHoldTracked(value, 0) }
        if DictObject.isExact(value) {
            var position = 0
            while let (key, item) = DictObject.next(value, &position) {
                if mayHoldTracked(key, 0) || mayHoldTracked(item, 0) { return true }
            }
            return false
        }
        return value.object.isCollectedObject && value.object.isTracked
    }
    private static func mayHoldTracked(_ value: Value, _ depth: Int) -> Bool {
        guard value.isObject else { return false }
        guard TupleObject.isExact(value), depth < 100 else { return value.object.isCollectedObject }
        for index in 0..<TupleObject.count(value) where mayHoldTracked(TupleObject.item(value, index), depth + 1) { return true }
        return false
    }
    public static func isFinalized(_ value: Value) -> Bool {
        value.isObject && value.object.isCollectedObject && value.object.collectorHeader.pointee._gc_prev & Collector.finalizedBit != 0
    }

    public static func freeze() {
        for index in 0..<3 {
            merge(_pyswift_generation(index).unsafelyUnwrapped, into: permanent)
            _pyswift_generation(index).pointee.count = 0
        }
    }
    public static func unfreeze() { merge(permanent, into: _pyswift_generation(2).unsafelyUnwrapped) }
    public static var frozenCount: Int { count(permanent) }

    /// All tracked objects of a generation (nil: of all three), appended to a list.
    public static func objects(_ generation: Int?, into list: Value) throws(Raised) {
        var failed = false
        for index in 0..<3 where generation == nil || generation == index {
            forEach(_pyswift_generation(index).unsafelyUnwrapped) { (object) in
                if object == list.object || failed { return }
                do throws(Raised) { try ListObject.append(list, Value(object)) } catch { failed = true }
            }
        }
        if failed { throw Raised() }
    }

    /// What an object refers to directly.
    public static func referents(_ value: Value, into list: Value) throws(Raised) {
        guard value.isObject, value.object.isCollectedObject, let traverse = value.type.pointee.tp_traverse else { return }
        found = []
        _ = traverse(value.object, { object, _ in
            if let object { CycleCollector.found.append(object) }
            return 0
        }, nil)
        let all = found
        found = []
        for object in all { try ListObject.append(list, Border.fromC(borrowed: object)) }
    }
    nonisolated(unsafe) private static var found: [ObjectPointer] = []

    /// The tracked objects that refer directly to one of some.
    public static func referrers(_ targets: [Value], except: Value, into list: Value) throws(Raised) {
        wanted = targets.filter { $0.isObject }.map { $0.object }
        var hits: [ObjectPointer] = []
        for index in 0..<3 {
            forEach(_pyswift_generation(index).unsafelyUnwrapped) { (object) in
                if object == list.object || object == except.object { return }
                guard let traverse = object.pointee.ob_type.pointee.tp_traverse else { return }
                let hit = traverse(object, { target, _ in
                    guard let target else { return 0 }
                    return CycleCollector.wanted.contains(target) ? 1 : 0
                }, nil)
                if hit != 0 { hits.append(object) }
            }
        }
        wanted = []
        for object in hits { try ListObject.append(list, Value(object)) }
    }
    nonisolated(unsafe) private static var wanted: [ObjectPointer] = []

    /// `gc.set_debug` and what it prints.
    enum Debug {
        static let statistics: Int32 = 1
        static let collectable: Int32 = 2
        static let uncollectable: Int32 = 4
        static let saveAll: Int32 = 32

        static func begin(_ generation: Int) {
            let counts = (0..<3).map { String(count(_pyswift_generation($0).unsafelyUnwrapped)) }.joined(separator: " ")
            fputs("gc: collecting generation \(generation)...\ngc: objects in each generation: \(counts)\ngc: objects in permanent generation: \(frozenCount)\n", stderr)
        }
        static func end(_ collected: Int, _ uncollectable: Int, since start: timespec) {
            var now = timespec()
            clock_gettime(CLOCK_MONOTONIC, &now)
            let micros = (now.tv_sec - start.tv_sec) * 1_000_000 + (now.tv_nsec - start.tv_nsec) / 1000
            let fraction = String(micros % 1_000_000 / 100)
            let padded = String(repeating: "0", count: max(0, 4 - fraction.utf8.count)) + fraction
            fputs(
                "gc: done, \(collected + uncollectable) unreachable, \(uncollectable) uncollectable, \(micros / 1_000_000).\(padded)s elapsed\n",
                stderr)
        }
        static func show(_ what: String, _ object: ObjectPointer) {
            fputs("gc: \(what) <\(object.pointee.ob_type.unsafelyUnwrapped.name) \(Repr.address(Value(object)))>\n", stderr)
        }
    }
}
