// Tracebacks of threads, written from wherever the process stands: in a signal handler, in another thread, before a crash.
//
// Nothing here takes memory, a lock or the GIL, or looks at more than frames, code objects and names. Text goes through a buffer on the
// stack straight to a file descriptor.

import CPythonABI
import Glibc

public struct TracebackDump {
    private static let longestName = 500
    private static let mostFrames = 100
    private static let mostThreads = 100

    private let descriptor: Int32
    private var buffer = InlineArray<512, UInt8>(repeating: 0)
    private var used = 0

    public init(_ descriptor: Int32) { self.descriptor = descriptor }

    // MARK: What is written

    /// The stack of the current thread, or the stacks of all. `title` stands above the current one alone ("Stack").
    public mutating func write(allThreads: Bool, current: UnsafeMutablePointer<PyThreadState>?) {
        if allThreads {
            writeThreads(current)
        } else {
            put("Stack (most recent call first):\n")
            writeFrames(current)
        }
        flush()
    }
    /// All threads, the newest first.
    private mutating func writeThreads(_ current: UnsafeMutablePointer<PyThreadState>?) {
        var state = ThreadStates.first
        var count = 0
        while let thread = state {
            if count > 0 { put("\n") }
            if count == Self.mostThreads { return put("...\n") }
            put(thread == current ? "Current thread 0x" : "Thread 0x")
            put(hexadecimal: UInt64(thread.pointee.thread_id))
            put(" (most recent call first):\n")
            writeFrames(thread)
            state = thread.pointee.next
            count += 1
        }
    }
    private mutating func writeFrames(_ thread: UnsafeMutablePointer<PyThreadState>?) {
        guard let thread, var frame = ThreadStates.frame(thread) else { return put("  <no Python frame>\n") }
        var count = 0
        while true {
            if count == Self.mostFrames { return put("  ...\n") }
            let code = frame.code
            put("  File \"")
            put(name: code.pointee.object.pointee.co_filename)
            put("\", line ")
            put(decimal: CodeObject.line(code, at: frame.currentWord))
            put(" in ")
            put(name: code.pointee.object.pointee.co_name)
            put("\n")
            count += 1
            guard let previous = frame.previous else { return }
            frame = previous
        }
    }

    // MARK: Text

    public mutating func put(_ text: StaticString) {
        for index in 0..<text.utf8CodeUnitCount { put(text.utf8Start[index]) }
    }
    public mutating func put(decimal number: Int) {
        var divisor = 1
        while number / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            put(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }
    /// As 16 digits.
    private mutating func put(hexadecimal number: UInt64) { put(hexadecimal: number, digits: 16) }
    private mutating func put(hexadecimal number: UInt64, digits: Int) {
        for place in (0..<digits).reversed() {
            let digit = UInt8(truncatingIfNeeded: number >> UInt64(place * 4) & 15)
            put(digit < 10 ? 48 + digit : 87 + digit)
        }
    }
    /// A str, in ASCII.
    private mutating func put(name object: ObjectPointer?) {
        guard let object, StrObject.isInstance(Value(object)) else { return put("???") }
        let value = Value(object)
        let length = StrObject.length(value)
        for index in 0..<min(length, Self.longestName) {
            let character = StrObject.character(value, index)
            switch character {
            case 32..<127: put(UInt8(character))
            case 0..<256:
                put("\\x")
                put(hexadecimal: UInt64(character), digits: 2)
            case 0..<65536:
                put("\\u")
                put(hexadecimal: UInt64(character), digits: 4)
            default:
                put("\\U")
                put(hexadecimal: UInt64(character), digits: 8)
            }
        }
        if length > Self.longestName { put("...") }
    }
    private mutating func put(_ byte: UInt8) {
        if used == 512 { flush() }
        buffer[used] = byte
        used += 1
    }
    public mutating func flush() {
        var start = 0
        while start < used {
            let from = start
            let (descriptor, count) = (descriptor, used - start)
            let written = withUnsafePointer(to: &buffer) { Glibc.write(descriptor, UnsafeRawPointer($0) + from, count) }
            if written < 0 && errno == EINTR { continue }
            if written <= 0 { break }
            start += written
        }
        used = 0
    }
}
