// bool: its two values are constants, so there is nothing to store.

import CPythonABI

enum BoolObject {
    static func describe(_ type: TypeBuilder) {
        type.doc(
            """
            bool(x) -> bool

            Returns True when the argument x is true, False otherwise.
            The builtins True and False are the only two instances of the class bool.
            The class bool is a subclass of the class int, and cannot be subclassed.
            """)
        type.slots.new = { (type, arguments) throws(Raised) -> Ref in
            try arguments.noKeywords("bool")
            try arguments.check("bool", 0, 1)
            return .bool(arguments.count == 0 ? false : try Truth.of(arguments[0]))
        }
        type.slots.repr = { (self) throws(Raised) -> Ref in self.isTrue ? Ref(trueName) : Ref(falseName) }
        // Of two bools the bitwise operators make a bool, of a bool and an int an int.
        type.slots.binary[BinaryOperation.and.rawValue] = { (a, b) throws(Raised) -> Ref in
            if a.isBool && b.isBool { return .bool(a.isTrue && b.isTrue) }
            return IntObject.areInts(a, b) ? try IntArithmetic.and(a, b) : .notImplemented
        }
        type.slots.binary[BinaryOperation.or.rawValue] = { (a, b) throws(Raised) -> Ref in
            if a.isBool && b.isBool { return .bool(a.isTrue || b.isTrue) }
            return IntObject.areInts(a, b) ? try IntArithmetic.or(a, b) : .notImplemented
        }
        type.slots.binary[BinaryOperation.xor.rawValue] = { (a, b) throws(Raised) -> Ref in
            if a.isBool && b.isBool { return .bool(a.isTrue != b.isTrue) }
            return IntObject.areInts(a, b) ? try IntArithmetic.xor(a, b) : .notImplemented
        }
    }
    private static let trueName = Names.make("True")
    private static let falseName = Names.make("False")
}
