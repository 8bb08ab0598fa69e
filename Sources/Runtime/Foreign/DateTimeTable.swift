// The table of functions behind the capsule `datetime.datetime_CAPI`: permanent memory that extensions point to.

import CPythonABI

public enum DateTimeTable {
    /// The capsule of a table, which is kept for good; null without the C API.
    public static func publish(_ table: PyDateTime_CAPI) -> Ref {
        guard let makeCapsule = CapsuleMaker.make else { return .null }
        let memory = UnsafeMutablePointer<PyDateTime_CAPI>.allocate(capacity: 1)
        memory.initialize(to: table)
        return makeCapsule(UnsafeMutableRawPointer(memory), "datetime.datetime_CAPI")
    }
}
