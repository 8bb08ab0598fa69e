// sys.stdin, sys.stdout, sys.stderr, as the runtime itself uses them. The module _io makes them.

import CPythonABI
import Glibc

public enum StandardStreams {
    /// Makes the text stream of a descriptor (0, 1 or 2). Set by the module _io; without it there are no streams.
    nonisolated(unsafe) public static var make: ((Int32) throws(Raised) -> Ref)?
    /// Whether a value is a text stream of the runtime's own whose `write` nobody changed, so that `write` may be used instead.
    nonisolated(unsafe) public static var isPlainText: (Value) -> Bool = { (_) in false }
    /// stream.write(text), for a plain text stream and a str.
    nonisolated(unsafe) public static var write: (Value, Value) throws(Raised) -> Void = { (_, _) throws(Raised) -> Void in }

    /// Notes which of the descriptors 0, 1 and 2 are open; before anything else is opened, which might get such a number.
    static func noteOpenDescriptors() {
        for descriptor in 0..<3 { isOpen[descriptor] = fcntl(Int32(descriptor), F_GETFD) >= 0 }
    }
    nonisolated(unsafe) private static var isOpen = InlineArray<3, Bool>(repeating: true)

    /// Fills sys. A descriptor that is not open gives None.
    static func start() {
        for (descriptor, name, saved) in [(0, "stdin", "__stdin__"), (1, "stdout", "__stdout__"), (2, "stderr", "__stderr__")]
            as [(Int32, StaticString, StaticString)]
        {
            var stream = Ref.none
            if let make, isOpen[Int(descriptor)], fcntl(descriptor, F_GETFD) >= 0 {
                do throws(Raised) { stream = try make(descriptor) } catch {
                    if Configuration.current.ioEncoding != nil && PendingException.matches(.lookupError) { refuseEncoding() }
                    PendingException.clear()
                }
            }
            SysModule.set(name, stream.value)
            SysModule.set(saved, stream.value)
        }
        areMade = true
    }
    /// Whether sys has had its streams: one that is missing then was taken away.
    nonisolated(unsafe) private(set) static var areMade = false

    /// Ends the process: PYTHONIOENCODING names no encoding.
    private static func refuseEncoding() -> Never {
        let exception = ExceptionObject.take()
        var text = TextBuffer()
        text.append("Fatal Python error: init_stdio_encoding: failed to get the Python codec name of the stdio encoding\n")
        text.append("Python runtime state: core initialized\nLookupError: ")
        do throws(Raised) { try text.append(strOf: exception.value) } catch { PendingException.clear() }
        text.append("\n\nCurrent thread 0x\(String(UInt(pthread_self()), radix: 16)) (most recent call first):\n  <no Python frame>\n")
        DescriptorOutput.write(2, text)
        exit(1)
    }

    /// sys.stdout.flush(), sys.stderr.flush(); errors are swallowed.
    static func flush() {
        for name in ["stderr", "stdout"] as [StaticString] {
            let stream = SysModule.attribute(name)
            if stream.isNull || stream.value.isNone { continue }
            do throws(Raised) { _ = try Call.method(stream.value, Names.flush).isNull } catch { PendingException.clear() }
        }
    }
    /// A line from sys.stdin, with its end; empty at the end of the input.
    static func readLine() throws(Raised) -> Ref {
        let stream = SysModule.attribute("stdin")
        if stream.isNull || stream.value.isNone { return StrObject.empty }
        let line = try Call.method(stream.value, Names.plain("readline"))
        return StrObject.isInstance(line.value) ? line : StrObject.empty
    }
}

/// Output that goes to a descriptor at once.
enum DescriptorOutput {
    static func write(_ descriptor: Int32, _ text: TextBuffer) {
        text.bytes.withUnsafeBufferPointer { _ = Glibc.write(descriptor, $0.baseAddress, $0.count) }
    }
    /// Writes until nothing is left: 0, or the number of the error.
    static func writeAll(_ descriptor: Int32, _ text: TextBuffer) -> Int32 {
        text.bytes.withUnsafeBytes { (bytes) -> Int32 in
            var written = 0
            while written < bytes.count, let start = bytes.baseAddress {
                let count = Glibc.write(descriptor, start + written, bytes.count - written)
                if count < 0 && errno == EINTR { continue }
                if count < 0 { return errno }
                written += count
            }
            return 0
        }
    }
}

/// Writing reports to sys.stderr.
public enum StandardError {
    /// Writes to sys.stderr, and to the descriptor itself before there is such a thing. Nothing when it is None. Errors are
    /// swallowed; false after one.
    @discardableResult static func write(_ text: TextBuffer) -> Bool {
        let file = SysModule.attribute("stderr")
        if file.isNull {
            DescriptorOutput.write(2, text)
            return true
        }
        if file.value.isNone { return true }
        let string = text.makeStr()
        do throws(Raised) {
            _ = try Call.method(file.value, Names.write, string.value).isNull
        } catch {
            PendingException.clear()
            return false
        }
        // (What has no `flush`, or none that works, has the text all the same.)
        do throws(Raised) { _ = try Call.method(file.value, Names.flush).isNull } catch { PendingException.clear() }
        return true
    }
    public static func write(_ text: String) {
        var buffer = TextBuffer()
        buffer.append(text)
        write(buffer)
    }
}
