// Names of encodings.

import CPythonABI
import Glibc
import Runtime

enum TextEncodings {
    /// How an encoding is coded; LookupError for one that is unknown or not of text.
    static func coding(_ encoding: Value) throws(Raised) -> TextWrapper.Coding {
        switch Codecs.standard(encoding) {
        case .utf8: return .utf8
        case .latin1: return .latin1
        case .ascii: return .ascii
        default: break
        }
        let codec = try CodecRegistry.lookup(encoding)
        if codec.value.type != PyTuple_TypePointer() {
            let isText = try Attributes.getIfPresent(codec.value, IONames.isTextEncoding)
            if !isText.isNull, try !Truth.of(isText.value) {
                throw raise(.lookupError, "'\(text(encoding))' is not a text encoding; use codecs.open() to handle arbitrary codecs")
            }
        }
        return .python
    }

    /// The encoding of the locale; "utf-8" in UTF-8 mode.
    static func locale() -> Ref {
        if Configuration.current.utf8Mode > 0 { return StrObject.intern("utf-8") }
        let name = LocaleEncoding.name
        return StrObject.make(name)
    }

    /// The warning of `-X warn_default_encoding`.
    static func warn(_ level: Int) throws(Raised) {
        let text = StrObject.make("'encoding' argument not specified")
        try Warnings.hook(PyExc_EncodingWarningPointer(), text.value, level)
    }

    /// io.text_encoding
    static func textEncoding(_ encoding: Value, _ level: Int) throws(Raised) -> Ref {
        if !encoding.isNull && !encoding.isNone { return Ref(encoding) }
        if Configuration.current.warnDefaultEncoding != 0 { try warn(level) }
        return StrObject.intern(Configuration.current.utf8Mode > 0 ? "utf-8" : "locale")
    }
}
