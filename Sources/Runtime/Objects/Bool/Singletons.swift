// None, Ellipsis and NotImplemented.

import CPythonABI

enum Singletons {
    static func describe() {
        let none = TypeBuilder(_PyNone_TypePointer())
        none.slots.new = { (_, arguments) throws(Raised) -> Ref in
            if !arguments.isEmpty { throw raise(.typeError, "NoneType takes no arguments") }
            return .none
        }
        none.slots.repr = { (_) throws(Raised) -> Ref in Ref(noneName) }
        // The order of sets shows this number: it is that of the reference interpreter, where objects of the executable do not move.
        none.slots.hash = { (_) throws(Raised) -> Int in 611532 }
        none.slots.bool = { (_) throws(Raised) -> Bool in false }

        let ellipsis = TypeBuilder(PyEllipsis_TypePointer())
        ellipsis.slots.new = { (_, arguments) throws(Raised) -> Ref in
            if !arguments.isEmpty { throw raise(.typeError, "EllipsisType takes no arguments") }
            return Ref(owned: .ellipsis)
        }
        ellipsis.slots.repr = { (_) throws(Raised) -> Ref in Ref(ellipsisName) }
        ellipsis.method("__reduce__", .noArguments { (_) throws(Raised) -> Ref in Ref(ellipsisName) })

        let notImplemented = TypeBuilder(_PyNotImplemented_TypePointer())
        notImplemented.slots.new = { (_, arguments) throws(Raised) -> Ref in
            if !arguments.isEmpty { throw raise(.typeError, "NotImplementedType takes no arguments") }
            return .notImplemented
        }
        notImplemented.slots.repr = { (_) throws(Raised) -> Ref in Ref(notImplementedName) }
        notImplemented.slots.bool = { (_) throws(Raised) -> Bool in
            try Warnings.warn(.deprecationWarning, "NotImplemented should not be used in a boolean context")
            return true
        }
        notImplemented.method("__reduce__", .noArguments { (_) throws(Raised) -> Ref in Ref(notImplementedName) })
    }
    private static let noneName = Names.make("None")
    private static let ellipsisName = Names.make("Ellipsis")
    private static let notImplementedName = Names.make("NotImplemented")
}
