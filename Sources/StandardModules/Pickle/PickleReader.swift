// The state of unpickling: input, stack, marks, memo.

import CPythonABI
import Runtime

final class PickleReader {
    private static let prefetch = 128 * 1024

    // MARK: Input
    private var source = Held()
    private var view: BytesView?
    private var bytes: BytePointer
    private var count = 0
    private var position = 0
    /// Bytes of the buffer that were only peeked at: from the file's view they are not read yet.
    private var isPeeked = false
    private var read = Held()
    private var readLine = Held()
    private var peek = Held()

    // MARK: Machine
    var stack: ValuePointer
    private var capacity = 64
    var top = 0
    /// Below this height the stack belongs to somebody before the last mark.
    var fence = 0
    var marks: [Int] = []
    var memo: [Value] = []
    var memoCount = 0
    var version = 0

    // MARK: Settings
    private(set) var fixImports = true
    private(set) var encoding = Held()
    private(set) var errors = Held()
    private(set) var buffers = Held()
    var persistentLoad = Held()
    /// The Unpickler whose `find_class` is asked; null for the usual one.
    var owner = Value.null

    init() {
        bytes = BytePointer(BytesObject.data(BytesObject.emptyValue))
        stack = ValuePointer.allocate(capacity: 64)
    }
    deinit {
        clearStack()
        stack.deallocate()
        clearMemo()
    }

    func configure(fixImports: Value, encoding: Value, errors: Value, buffers: Value, _ function: StaticString) throws(Raised) {
        for (name, value) in [("encoding", encoding), ("errors", errors)] where !value.isNull && !StrObject.isInstance(value) {
            throw raise(.typeError, "\(function)() argument '\(name)' must be str, not \(value.isNone ? "None" : value.type.name)")
        }
        self.fixImports = fixImports.isNull ? true : try Truth.of(fixImports)
        self.encoding.replace(encoding.isNull ? StrObject.intern("ASCII") : Ref(encoding))
        self.errors.replace(errors.isNull ? StrObject.intern("strict") : Ref(errors))
        self.buffers.replace(buffers.isNull || buffers.isNone ? .null : try Iteration.iter(buffers))
    }
    func setFile(_ file: Value) throws(Raised) {
        let peek = try Attributes.getIfPresent(file, PickleNames.peek)
        let read = try Attributes.getIfPresent(file, PickleNames.read)
        let readLine = try Attributes.getIfPresent(file, PickleNames.readLine)
        if read.isNull || readLine.isNull { throw raise(.typeError, "file must have 'read' and 'readline' attributes") }
        self.peek.replace(peek)
        self.read.replace(read)
        self.readLine.replace(readLine)
    }
    func setBytes(_ object: Value) throws(Raised) {
        let view = try BytesView(object)
        source.replace(Ref(object))
        bytes = view.bytes
        count = view.count
        position = 0
        self.view = consume view
    }
    func traverse(_ visit: visitproc, _ argument: OpaqueWord) -> Int32 {
        for value in [read.value, readLine.value, peek.value, buffers.value, persistentLoad.value] where value.isObject {
            let result = visit(value.object, argument)
            if result != 0 { return result }
        }
        for value in memo where value.isObject {
            let result = visit(value.object, argument)
            if result != 0 { return result }
        }
        for index in 0..<top where stack[index].isObject {
            let result = visit(stack[index].object, argument)
            if result != 0 { return result }
        }
        return 0
    }

    // MARK: Reading

    /// The next `size` bytes.
    @inline(__always) func next(_ size: Int) throws(Raised) -> BytePointer {
        if size > count &- position { try fill(size) }
        let start = bytes + position
        position &+= size
        return start
    }
    @inline(__always) func nextByte() throws(Raised) -> UInt8 {
        if position >= count { try fill(1) }
        let byte = bytes[position]
        position &+= 1
        return byte
    }
    /// A number of `width` bytes, least significant first.
    func nextNumber(_ width: Int) throws(Raised) -> UInt64 {
        let start = try next(width)
        if width != 3 && width <= 4 || width == 8 { return start.number(at: 0, width: width, bigEndian: false) }
        var number: UInt64 = 0
        for index in 0..<width { number |= UInt64(start[index]) << UInt64(8 * index) }
        return number
    }
    /// A number of eight bytes that is a length.
    func nextLength(_ what: StaticString, _ noun: StaticString = "maximum size") throws(Raised) -> Int {
        let number = try nextNumber(8)
        guard let length = Int(exactly: number) else {
            throw raise(.overflowError, "\(what) exceeds system's \(noun) of \(Int.max) bytes")
        }
        return length
    }

    /// A file has read what was peeked at and used.
    func skipConsumed() throws(Raised) {
        guard isPeeked else { return }
        isPeeked = false
        let used = position
        (position, count) = (0, 0)
        if used == 0 { return }
        let method = Ref(read.value)
        _ = try Call.call(method.value, Value(smallInt: used))
    }
    private func setBuffer(_ data: consuming Ref) {
        bytes = BytePointer(BytesObject.data(data.value))
        count = BytesObject.count(data.value)
        position = 0
        source.replace(data)
    }
    /// Makes `size` bytes available, or raises.
    private func fill(_ size: Int) throws(Raised) {
        if read.value.isNull { throw truncated() }
        let rest = count - position
        // What is left in a buffer that was really read must be kept.
        var kept = ByteBuilder()
        if !isPeeked && rest > 0 {
            try kept.append(bytes + position, rest)
            (position, count) = (0, 0)
        } else {
            try skipConsumed()
        }
        let wanted = size - kept.count
        if kept.count == 0 && !peek.value.isNull && size < PickleReader.prefetch {
            let method = Ref(peek.value)
            do throws(Raised) {
                let data = try Call.call(method.value, Value(smallInt: PickleReader.prefetch))
                if BytesObject.isInstance(data.value), BytesObject.count(data.value) >= size {
                    setBuffer(data)
                    isPeeked = true
                    return
                }
            } catch {
                // A file that cannot peek is simply read.
                guard PendingException.clear(if: .notImplementedError) || PendingException.clear(if: .attributeError)
                    || PendingException.clear(if: .typeError)
                else { throw error }
                peek.replace(.null)
            }
        }
        let method = Ref(read.value)
        let data = try Call.call(method.value, Value(smallInt: wanted))
        guard BytesObject.isInstance(data.value) else {
            throw raise(.typeError, "a bytes-like object is required, not '\(data.value.type.name)'")
        }
        if BytesObject.count(data.value) < wanted { throw truncated() }
        if kept.count == 0 { return setBuffer(data) }
        try kept.append(BytesObject.data(data.value), BytesObject.count(data.value))
        setBuffer(try kept.finish())
    }
    /// The next line with its end, at least `minimum` bytes.
    func nextLine(_ minimum: Int = 1) throws(Raised) -> (BytePointer, Int) {
        var end = position
        while end < count && bytes[end] != 10 { end += 1 }
        if end < count {
            let start = bytes + position
            let length = end + 1 - position
            position = end + 1
            if length < minimum { throw truncated() }
            return (start, length)
        }
        if read.value.isNull { throw truncated() }
        var kept = ByteBuilder()
        if isPeeked { try skipConsumed() } else if count > position { try kept.append(bytes + position, count - position) }
        let method = Ref(readLine.value)
        let data = try Call.call(method.value)
        guard BytesObject.isInstance(data.value) else {
            throw raise(.typeError, "a bytes-like object is required, not '\(data.value.type.name)'")
        }
        try kept.append(BytesObject.data(data.value), BytesObject.count(data.value))
        setBuffer(try kept.finish())
        if count == 0 || bytes[count - 1] != 10 || count < minimum { throw truncated() }
        position = count
        return (bytes, count)
    }
    func truncated() -> Raised { PickleModule.unreadable("pickle data was truncated") }
    /// A frame: its bytes must all be there; they are read as they come.
    func checkFrame(_ length: Int) throws(Raised) {
        _ = try next(length)
        position -= length
    }

    // MARK: Stack

    @inline(__always) func push(_ value: consuming Ref) throws(Raised) {
        if top == capacity { growStack() }
        stack[top] = value.take()
        top &+= 1
    }
    private func growStack() {
        let larger = ValuePointer.allocate(capacity: capacity * 2)
        larger.update(from: stack, count: top)
        stack.deallocate()
        stack = larger
        capacity *= 2
    }
    func underflow() -> Raised {
        PickleModule.unreadable(marks.isEmpty ? "unpickling stack underflow" : "unexpected MARK found")
    }
    @inline(__always) func pop() throws(Raised) -> Ref {
        if top <= fence { throw underflow() }
        top &-= 1
        return Ref(owned: stack[top])
    }
    /// The topmost value, borrowed.
    @inline(__always) func last() throws(Raised) -> Value {
        if top <= fence { throw underflow() }
        return stack[top &- 1]
    }
    func truncate(to height: Int) {
        while top > height {
            top -= 1
            stack[top].release()
        }
    }
    func clearStack() {
        truncate(to: 0)
        marks.removeAll(keepingCapacity: true)
        fence = 0
    }
    func pushMark() {
        marks.append(top)
        fence = top
    }
    /// The height of the stack at the last mark, which is taken away.
    func popMark() throws(Raised) -> Int {
        guard let mark = marks.popLast() else { throw PickleModule.unreadable("could not find MARK") }
        fence = marks.last ?? 0
        return mark
    }
    /// Values from `height` on, taken off the stack, as a tuple.
    func popTuple(_ height: Int) throws(Raised) -> Ref {
        if top < height { throw underflow() }
        let result = try TupleObject.allocate(top - height)
        if top == height { return TupleObject.empty }
        for index in height..<top { TupleObject.store(result.value, index - height, Ref(owned: stack[index])) }
        top = height
        TupleObject.finish(result.value)
        return result
    }

    // MARK: Memo

    func memoize(_ index: Int, _ value: Value) throws(Raised) {
        if index >= memo.count {
            if index > max(memo.count * 4, 1 << 16) && index > 1 << 26 { throw raise(.memoryError, argument: .null) }
            memo.append(contentsOf: repeatElement(Value.null, count: max(index + 1, memo.count * 2, 32) - memo.count))
        }
        value.retain()
        let old = memo[index]
        memo[index] = value
        if old.isNull { memoCount += 1 }
        old.release()
    }
    func recall(_ index: Int) throws(Raised) {
        guard index >= 0 && index < memo.count, !memo[index].isNull else {
            throw PickleModule.unreadable("Memo value not found at index \(index)")
        }
        try push(Ref(memo[index]))
    }
    func clearMemo() {
        let old = memo
        memo = []
        memoCount = 0
        for value in old { value.release() }
    }
}
