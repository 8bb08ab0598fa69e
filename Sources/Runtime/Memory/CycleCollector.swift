// The cycle collector.

import CPythonABI

public enum CycleCollector {
    /// Collects the youngest generation, and older ones when their turn has come.
    static func collectYoung() {
        _pyswift_generation(0).pointee.count = 0
    }
}
