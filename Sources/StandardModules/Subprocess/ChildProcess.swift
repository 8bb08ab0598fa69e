// What the child of `fork_exec` does between fork and exec: only system calls, since other threads of the parent may have held any lock.
// What fails is written to a pipe for the parent to raise.

import CPythonABI
import Glibc
import Runtime

struct ChildProcess {
    var executables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    /// Nil: the parent's.
    var environment: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var folder: UnsafePointer<CChar>?
    var closesDescriptors = false
    /// Descriptors that stay open, in order.
    var kept: UnsafePointer<Int32>?
    var keptCount = 0
    var stdinRead: Int32 = -1, stdinWrite: Int32 = -1
    var stdoutRead: Int32 = -1, stdoutWrite: Int32 = -1
    var stderrRead: Int32 = -1, stderrWrite: Int32 = -1
    var errorRead: Int32 = -1, errorWrite: Int32 = -1
    var restoresSignals = false
    var callsSetsid = false
    /// -1: the parent's.
    var processGroup: Int32 = -1
    var group: gid_t?
    var groups: UnsafePointer<gid_t>?
    var groupCount = 0
    var user: uid_t?
    /// -1: the parent's.
    var mask: Int32 = -1

    /// Never returns. `preparation`: a function to call before the exec, or null.
    mutating func run(preparation: Value) -> Never {
        if !connect() || !settle() { fail("noexec") }
        if !preparation.isNull && !prepare(preparation) {
            write("SubprocessError:0:")
            write("Exception occurred in preexec_fn.")
            _exit(255)
        }
        if closesDescriptors { closeOthers() }
        execute()
        fail("")
    }

    // MARK: Descriptors

    private func setInheritable(_ descriptor: Int32) -> Bool {
        let flags = fcntl(descriptor, F_GETFD)
        return flags >= 0 && fcntl(descriptor, F_SETFD, flags & ~FD_CLOEXEC) >= 0
    }
    /// Makes `source` the descriptor `target`.
    private func place(_ source: Int32, _ target: Int32) -> Bool {
        if source == target { return setInheritable(source) }
        return source < 0 || dup2(source, target) >= 0
    }
    private mutating func connect() -> Bool {
        for index in 0..<keptCount {
            guard let kept else { break }
            // The error pipe closes itself at the exec, which tells the parent that it went well.
            if kept[index] != errorWrite && !setInheritable(kept[index]) { return false }
        }
        if stdinWrite >= 0 { close(stdinWrite) }
        if stdoutRead >= 0 { close(stdoutRead) }
        if stderrRead >= 0 { close(stderrRead) }
        close(errorRead)
        // A target must not be overwritten while it is still a source.
        if stdoutWrite == 0 {
            stdoutWrite = dup(stdoutWrite)
            if stdoutWrite < 0 { return false }
        }
        while stderrWrite == 0 || stderrWrite == 1 {
            stderrWrite = dup(stderrWrite)
            if stderrWrite < 0 { return false }
        }
        return place(stdinRead, 0) && place(stdoutWrite, 1) && place(stderrWrite, 2)
    }
    /// Closes what is above the standard descriptors and not to be kept.
    private func closeOthers() {
        var next: UInt32 = 3
        for index in 0..<keptCount {
            guard let kept, kept[index] >= 3 else { continue }
            let descriptor = UInt32(kept[index])
            if descriptor > next { closeRange(next, descriptor - 1) }
            next = max(next, descriptor + 1)
        }
        closeRange(next, UInt32.max)
    }
    private func closeRange(_ first: UInt32, _ last: UInt32) {
        if _pyswift_close_range(first, last) == 0 { return }
        let limit = min(UInt32(clamping: sysconf(Int32(_SC_OPEN_MAX))), 65536)
        var descriptor = first
        while descriptor <= last && descriptor < limit {
            close(Int32(descriptor))
            descriptor += 1
        }
    }

    // MARK: The process

    private func settle() -> Bool {
        if let folder, chdir(folder) < 0 { return false }
        if mask >= 0 { umask(mode_t(mask)) }
        if restoresSignals {
            signal(SIGPIPE, SIG_DFL)
            signal(SIGXFSZ, SIG_DFL)
        }
        if callsSetsid && setsid() < 0 { return false }
        if processGroup >= 0 && setpgid(0, processGroup) < 0 { return false }
        if let groups, setgroups(groupCount, groups) < 0 { return false }
        if let group, setregid(group, group) < 0 { return false }
        if let user, setreuid(user, user) < 0 { return false }
        return true
    }
    private func prepare(_ function: Value) -> Bool {
        do throws(Raised) {
            let result = try Call.call(function)
            return !result.isNull
        } catch {
            PendingException.clear()
            return false
        }
    }
    /// Tries the executables in turn; returns with the errno of the first that exists but cannot run.
    private func execute() {
        guard let executables, let arguments else { return }
        var failure: Int32 = 0
        var index = 0
        while let executable = executables[index] {
            if let environment { execve(executable, arguments, environment) } else { execv(executable, arguments) }
            if errno != ENOENT && errno != ENOTDIR && failure == 0 { failure = errno }
            index += 1
        }
        if failure != 0 { errno = failure }
    }

    // MARK: Failure

    private func write(_ text: StaticString) { _ = Glibc.write(errorWrite, text.utf8Start, text.utf8CodeUnitCount) }
    private func fail(_ context: StaticString) -> Never {
        let failure = errno
        write("OSError:")
        var room = InlineArray<8, UInt8>(repeating: 48)
        var count = 0
        var rest = UInt32(bitPattern: failure)
        var digits = InlineArray<8, UInt8>(repeating: 48)
        repeat {
            let digit = UInt8(rest & 15)
            digits[count] = digit < 10 ? 48 + digit : 55 + digit
            rest >>= 4
            count += 1
        } while rest != 0
        for index in 0..<count { room[index] = digits[count - 1 - index] }
        withUnsafePointer(to: &room) { _ = Glibc.write(errorWrite, $0, count) }
        write(":")
        write(context)
        _exit(255)
    }
}
