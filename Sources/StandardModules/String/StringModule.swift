// The module `_string`: what `string.Formatter` is built on.

import CPythonABI
import Runtime

enum StringModule {
    static func fill(_ module: ModuleBuilder) {
        module.doc("string helper module")
        module.function("formatter_field_name_split", .one { (_, name) throws(Raised) -> Ref in try FormatterIterators.splitName(name) }, nil,
            doc: "split the argument as a field name")
        module.function("formatter_parser", .one { (_, format) throws(Raised) -> Ref in try FormatterIterators.parser(format) }, nil,
            doc: "parse the argument as a format string")
    }
}
