// Handlers of faulthandler that write tracebacks when signals arrive: the fatal ones, and those that a program chose.
//
// They run on a stack of their own, so that an overflow of the thread's stack can be reported.

import CPythonABI
import Glibc
import Runtime

enum FatalSignals {
    static let all = [SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGSEGV]
    nonisolated(unsafe) private(set) static var isEnabled = false
    nonisolated(unsafe) private static var descriptor: Int32 = 2
    nonisolated(unsafe) private static var allThreads = true
    // (Memory of its own: as a static `InlineArray` the compiler gave it less room than it has elements.)
    nonisolated(unsafe) private static let previous = {
        let room = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
        room.initialize(repeating: sigaction(), count: 65)
        return room
    }()

    static func enable(_ file: Int32, allThreads all: Bool) {
        descriptor = file
        allThreads = all
        if isEnabled { return }
        isEnabled = true
        SignalStack.make()
        for number in self.all {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { number in FatalSignals.handle(number) }
            action.sa_flags = Int32(bitPattern: UInt32(SA_NODEFER) | UInt32(SA_ONSTACK))
            sigaction(number, &action, &previous[Int(number)])
        }
    }
    /// Whether it was enabled.
    static func disable() -> Bool {
        if !isEnabled { return false }
        isEnabled = false
        for number in all { sigaction(number, &previous[Int(number)], nil) }
        return true
    }

    private static func handle(_ number: Int32) {
        let saved = errno
        // The process dies of it: no handler of before gets a say, such as the one that Swift may have for its own backtraces.
        signal(number, SIG_DFL)
        var dump = TracebackDump(descriptor)
        dump.put("Fatal Python error: ")
        switch number {
        case SIGBUS: dump.put("Bus error")
        case SIGILL: dump.put("Illegal instruction")
        case SIGFPE: dump.put("Floating point exception")
        case SIGABRT: dump.put("Aborted")
        default: dump.put("Segmentation fault")
        }
        dump.put("\n\n")
        let own = _PySwift_thread_states_own()
        dump.write(allThreads: allThreads, current: own)
        errno = saved
        Glibc.raise(number)
    }
}

/// Signals of `faulthandler.register`.
enum ChosenSignals {
    private struct Choice {
        var isRegistered = false
        var descriptor: Int32 = 2
        var allThreads = true
        var chain = false
        var previous = sigaction()
    }
    nonisolated(unsafe) private static let choices = {
        let room = UnsafeMutablePointer<Choice>.allocate(capacity: 65)
        room.initialize(repeating: Choice(), count: 65)
        return room
    }()

    /// False with errno set if it cannot be.
    static func register(_ number: Int32, _ file: Int32, allThreads: Bool, chain: Bool) -> Bool {
        let index = Int(number)
        SignalStack.make()
        choices[index].descriptor = file
        choices[index].allThreads = allThreads
        choices[index].chain = chain
        if choices[index].isRegistered { return true }
        if !install(number, first: true) { return false }
        choices[index].isRegistered = true
        return true
    }
    private static func install(_ number: Int32, first: Bool) -> Bool {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in ChosenSignals.handle(number) }
        // A chained handler may interrupt calls; otherwise what is interrupted goes on.
        let chain = choices[Int(number)].chain
        action.sa_flags = Int32(bitPattern: UInt32(SA_ONSTACK) | (chain ? UInt32(SA_NODEFER) : UInt32(SA_RESTART)))
        if !first { return sigaction(number, &action, nil) == 0 }
        return sigaction(number, &action, &choices[Int(number)].previous) == 0
    }
    static func unregister(_ number: Int32) -> Bool {
        let index = Int(number)
        if !choices[index].isRegistered { return false }
        choices[index].isRegistered = false
        sigaction(number, &choices[index].previous, nil)
        return true
    }
    private static func handle(_ number: Int32) {
        let index = Int(number)
        if !choices[index].isRegistered { return }
        let saved = errno
        var dump = TracebackDump(choices[index].descriptor)
        dump.write(allThreads: choices[index].allThreads, current: _PySwift_thread_states_own())
        if choices[index].chain {
            sigaction(number, &choices[index].previous, nil)
            errno = saved
            Glibc.raise(number)
            _ = install(number, first: false)
        }
        errno = saved
    }
}

/// The stack that these handlers run on.
private enum SignalStack {
    nonisolated(unsafe) private static var isMade = false
    static func make() {
        if isMade { return }
        isMade = true
        let size = 64 << 10
        var stack = stack_t()
        stack.ss_sp = malloc(size)
        stack.ss_size = size
        if stack.ss_sp != nil { sigaltstack(&stack, nil) }
    }
}
