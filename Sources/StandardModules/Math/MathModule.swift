// The module math.

import CPythonABI
import Runtime

enum MathModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(MathDocs.module)
        module.set("pi", float: Double.pi)
        module.set("e", float: 2.718281828459045)
        module.set("tau", float: 2 * Double.pi)
        module.set("inf", float: Double.infinity)
        module.set("nan", float: Double.nan)
        MathFunctions.add(module)
        MathGamma.add(module)
        MathRounding.add(module)
        MathIntegers.add(module)
        MathSums.add(module)
    }
}

/// Errors that functions of math raise.
enum MathErrors {
    static func domain() -> Raised { raise(.valueError, "math domain error") }
    static func range() -> Raised { raise(.overflowError, "math range error") }
}
