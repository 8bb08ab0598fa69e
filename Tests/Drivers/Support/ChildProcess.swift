import Foundation

/// One process with limits. `posix_spawn` rather than Foundation's `Process`, which needs a run loop and a thread of its own
/// for each child, and knows no process group to end.
enum ChildProcess {
    enum Ending: Equatable {
        /// The exit code, or minus the signal, as Python's `subprocess` counts.
        case exited(Int32)
        case timedOut
    }

    struct Outcome {
        var output: Data
        var error: Data
        var ending: Ending
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    static func run(
        _ command: [String], in directory: URL, environment: [String: String], input: Data, seconds: Int, memoryBytes: Int
    ) throws -> Outcome {
        // Files, not pipes: a child that prints much never waits for a reader.
        let standardInput = try scratchFile(), standardOutput = try scratchFile(), standardError = try scratchFile()
        defer { [standardInput, standardOutput, standardError].forEach { _ = close($0) } }
        try write(input, to: standardInput)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (descriptor, target) in [(standardInput, 0), (standardOutput, 1), (standardError, 2)] as [(Int32, Int32)] {
            posix_spawn_file_actions_adddup2(&actions, descriptor, target)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as a shell in the foreground would give them: worker threads block some, and a job in the background ignores SIGINT.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var interrupt = sigset_t()
        sigemptyset(&interrupt)
        sigaddset(&interrupt, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &interrupt)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

        // RLIMIT_DATA counts what is writable and private, so reserving address space stays free, as it should.
        // `env -C` changes the folder: glibc's file action for it is hidden from Swift.
        let limited = ["/usr/bin/env", "-C", directory.path, "/usr/bin/prlimit", "--data=\(memoryBytes)", "--core=0", "--"] + command
        let arguments = limited.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (arguments + variables).forEach { free($0) } }
        var child = pid_t()
        let failed = posix_spawn(&child, limited[0], &actions, &attributes, arguments, variables)
        guard failed == 0 else { throw Failure(description: "cannot start \(command[0]): \(String(cString: strerror(failed)))") }

        let ending = wait(for: child, seconds: seconds)
        return Outcome(output: try read(standardOutput), error: try read(standardError), ending: ending)
    }

    private static func wait(for child: pid_t, seconds: Int) -> Ending {
        let deadline = DispatchTime.now().uptimeNanoseconds + UInt64(seconds) * 1_000_000_000
        var pause: UInt32 = 200
        var status: Int32 = 0
        while waitpid(child, &status, WNOHANG) == 0 {
            if DispatchTime.now().uptimeNanoseconds > deadline {
                kill(-child, SIGKILL)
                waitpid(child, &status, 0)
                return .timedOut
            }
            usleep(pause)
            pause = min(pause * 2, 5000)
        }
        let signal = status & 0x7F
        return .exited(signal == 0 ? (status >> 8) & 0xFF : -signal)
    }

    /// A descriptor of a file that has no name any more.
    private static func scratchFile() throws -> Int32 {
        var template = Array((NSTemporaryDirectory() + "/golden.XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Failure(description: "no scratch file: \(String(cString: strerror(errno)))") }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        return descriptor
    }

    private static func write(_ data: Data, to descriptor: Int32) throws {
        try FileHandle(fileDescriptor: descriptor).write(contentsOf: data)
        lseek(descriptor, 0, SEEK_SET)
    }

    private static func read(_ descriptor: Int32) throws -> Data {
        lseek(descriptor, 0, SEEK_SET)
        return try FileHandle(fileDescriptor: descriptor).readToEnd() ?? Data()
    }
}
