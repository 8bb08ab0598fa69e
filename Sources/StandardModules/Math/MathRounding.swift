// ceil, floor and trunc: the special methods first, then floats.

import CPythonABI
import Runtime

enum MathRounding {
    static func add(_ module: ModuleBuilder) {
        module.function(
            "ceil",
            .one { (_, x) throws(Raised) -> Ref in
                if !FloatObject.isExact(x) {
                    let result = try DunderAdapters.callMethodIfPresent(x, Names.ceil)
                    if !result.isNull { return result }
                }
                return try IntObject.make(truncating: try FloatConversion.number(x).rounded(.up))
            }, MathDocs.ceil)
        module.function(
            "floor",
            .one { (_, x) throws(Raised) -> Ref in
                if !FloatObject.isExact(x) {
                    let result = try DunderAdapters.callMethodIfPresent(x, Names.floor)
                    if !result.isNull { return result }
                }
                return try IntObject.make(truncating: try FloatConversion.number(x).rounded(.down))
            }, MathDocs.floor)
        module.function(
            "trunc",
            .one { (_, x) throws(Raised) -> Ref in
                if FloatObject.isExact(x) { return try IntObject.make(truncating: FloatObject.number(x)) }
                let result = try DunderAdapters.callMethodIfPresent(x, Names.trunc)
                if result.isNull { throw raise(.typeError, "type \(x.type.name) doesn't define __trunc__ method") }
                return result
            }, MathDocs.trunc)
    }
}
