// Weak references: what happens to them when their object dies.

import CPythonABI

enum WeakReferences {
    /// Clears all weak references to a dying object and calls their callbacks.
    static func clear(_ object: ObjectPointer) {}
}
