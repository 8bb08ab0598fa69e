// Relative imports: which package a namespace is in.

import CPythonABI

enum RelativeNames {
    /// The absolute name of `from ..name import x` in a namespace.
    static func resolve(_ name: Value, _ globals: Value, _ level: Int) throws(Raised) -> Ref {
        if globals.isNull { throw raise(.keyError, "'__name__' not in globals") }
        guard DictObject.isInstance(globals) else { throw raise(.typeError, "globals must be a dict") }
        let package = try package(globals)
        let length = StrObject.length(package.value)
        if length == 0 { throw raise(.importError, "attempted relative import with no known parent package") }
        var end = length
        for _ in 1..<max(level, 1) {
            while end > 0, StrObject.character(package.value, end - 1) != 46 { end -= 1 }
            if end <= 0 { throw raise(.importError, "attempted relative import beyond top-level package") }
            end -= 1
        }
        var full = TextBuffer()
        full.append(str: package.value, to: end)
        if StrObject.length(name) > 0 {
            full.append(".")
            full.append(str: name)
        }
        return full.makeStr()
    }

    private static func package(_ globals: Value) throws(Raised) -> Ref {
        var package = Ref(DictObject.get(globals, name: Names.package))
        let spec = Ref(DictObject.get(globals, name: Names.spec))
        if !package.isNull && !package.value.isNone {
            guard StrObject.isInstance(package.value) else { throw raise(.typeError, "package must be a string") }
            if !spec.isNull && !spec.value.isNone {
                let parent = try Attributes.get(spec.value, "parent")
                let same = try Compare.equal(package.value, parent.value)
                if !same {
                    try Warnings.warn(
                        .importWarning, "__package__ != __spec__.parent (\(try Repr.string(package.value)) != \(try Repr.string(parent.value)))")
                }
            }
            return package
        }
        if !spec.isNull && !spec.value.isNone {
            let parent = try Attributes.get(spec.value, "parent")
            guard StrObject.isInstance(parent.value) else { throw raise(.typeError, "__spec__.parent must be a string") }
            return parent
        }
        try Warnings.warn(.importWarning, "can't resolve package from __spec__ or __package__, falling back on __name__ and __path__")
        package = Ref(DictObject.get(globals, name: Names.name))
        if package.isNull { throw raise(.keyError, "'__name__' not in globals") }
        guard StrObject.isInstance(package.value) else { throw raise(.typeError, "__name__ must be a string") }
        if !DictObject.get(globals, name: Names.path).isNull { return package }
        var end = StrObject.length(package.value)
        while end > 0, StrObject.character(package.value, end - 1) != 46 { end -= 1 }
        if end == 0 { throw raise(.importError, "attempted relative import with no known parent package") }
        return try StrObject.substring(package.value, 0, end - 1)
    }
}
