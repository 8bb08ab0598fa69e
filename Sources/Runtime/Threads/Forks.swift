// What runs around a fork: the functions of `os.register_at_fork`, and what the runtime itself must put right in the child.

import CPythonABI
import Glibc

public enum Forks {
    nonisolated(unsafe) private static let before = ListObject.make().take()
    nonisolated(unsafe) private static let afterInParent = ListObject.make().take()
    nonisolated(unsafe) private static let afterInChild = ListObject.make().take()

    /// os.register_at_fork: null for what is not given.
    public static func register(before first: Value, inParent: Value, inChild: Value) throws(Raised) {
        if !first.isNull { try ListObject.append(before, first) }
        if !inChild.isNull { try ListObject.append(afterInChild, inChild) }
        if !inParent.isNull { try ListObject.append(afterInParent, inParent) }
    }
    public static func prepare() {
        run(before, reversed: true)
        // No import is half done when the process doubles.
        ImportLock.acquire()
    }
    public static func finishInParent() {
        _ = ImportLock.release()
        run(afterInParent, reversed: false)
    }
    public static func finishInChild() {
        ThreadStates.afterFork()
        Signals.afterFork()
        ImportLock.resetAfterFork()
        _ = ImportLock.release()
        run(afterInChild, reversed: false)
    }
    /// fork(), with all that belongs to it.
    public static func fork() -> Int32 {
        prepare()
        let process = _pyswift_fork()
        let failure = errno
        if process == 0 { finishInChild() } else { finishInParent() }
        errno = failure
        return process
    }

    private static func run(_ functions: Value, reversed: Bool) {
        let items = ListObject.make()
        do throws(Raised) { for index in 0..<ListObject.count(functions) { try ListObject.append(items.value, ListObject.item(functions, index)) } } catch { return }
        let count = ListObject.count(items.value)
        for index in 0..<count {
            let function = Ref(ListObject.item(items.value, reversed ? count - 1 - index : index))
            do throws(Raised) {
                let result = try Call.call(function.value)
                _ = result.isNull
            } catch { Unraisable.report(function.value) }
        }
    }
}
