// _io.TextIOWrapper: text over a stream of bytes.
//
//     write:  text --> pending bytes (up to `chunkSize`) --> buffer
//     read:   buffer --> a chunk of bytes --> decoded text, of which `decodedUsed` characters were handed out
//
// The encodings UTF-8, Latin-1 and ASCII are coded natively; any other goes through the incremental coders of `codecs`. `tell` can go
// back from a character to a place in the file because of the *snapshot*: the decoder's state before the last chunk, and the bytes
// that it was given since.
//
// A buffer that is one of the plain buffered types is called directly.

import CPythonABI
import Glibc
import Runtime

enum TextWrapper {
    /// How text is coded.
    enum Coding: UInt8 { case none, utf8, latin1, ascii, python }

    struct Layout {
        var stream: StreamHead
        // ORDER: `valueCount` values.
        var buffer: Value
        var encoding: Value
        var errors: Value
        /// Incremental coders, for encodings that are not coded natively.
        var encoder: Value
        var decoder: Value
        /// Text that was decoded, or null.
        var decoded: Value
        /// The bytes of the snapshot, or null when there is none.
        var snapshot: Value
        // Plain data.
        var pending: UnsafeMutablePointer<UInt8>?
        var pendingCount: Int
        var pendingCapacity: Int
        var decodedUsed: Int
        /// The decoder's flags at the snapshot.
        var snapshotFlags: Int
        var chunkSize: Int
        /// Bytes a character, in the last chunk.
        var ratio: Double
        var newlines: NewlineState
        /// The beginning of a character whose rest has not come yet.
        var partial: (UInt8, UInt8, UInt8, UInt8)
        var partialCount: UInt8
        var encodes: Coding
        var decodes: Coding
        var lineEnd: TextScan.LineEnd
        /// Line ends of every kind are recognised when reading.
        var isUniversal: Bool
        /// What "\n" becomes when written: 0 itself, 1 "\r", 2 "\r\n".
        var writeNewline: UInt8
        var translatesWrites: Bool
        var lineBuffering: Bool
        var writeThrough: Bool
        var isSeekable: Bool
        var isTelling: Bool
        var hasRead1: Bool
        var isInitialized: Bool
        var isDetached: Bool
        var isFinalizing: Bool
    }
    static let valueCount = 7
    typealias State = UnsafeMutablePointer<Layout>

    nonisolated(unsafe) static let type: TypePointer = StreamObject.makeType(
        "_io.TextIOWrapper", base: TextIOBase.type, size: MemoryLayout<Layout>.size, TextWrapperType.describe)

    @inline(__always) static func layout(_ stream: Value) -> State { stream.cast(to: Layout.self) }

    static func make(_ type: TypePointer) throws(Raised) -> Ref {
        let stream = try StreamObject.allocate(type)
        let layout = layout(stream.value)
        layout.pointee.pending = nil
        layout.pointee.isInitialized = false
        layout.pointee.isDetached = false
        layout.pointee.isFinalizing = false
        layout.pointee.lineBuffering = false
        layout.pointee.writeThrough = false
        clear(layout)
        return stream
    }
    /// The state before `__init__`.
    private static func clear(_ layout: State) {
        layout.pointee.pendingCount = 0
        layout.pointee.decodedUsed = 0
        layout.pointee.snapshotFlags = 0
        layout.pointee.chunkSize = IOBase.defaultBufferSize
        layout.pointee.ratio = 0
        layout.pointee.newlines = NewlineState()
        layout.pointee.partial = (0, 0, 0, 0)
        layout.pointee.partialCount = 0
        layout.pointee.encodes = .none
        layout.pointee.decodes = .none
        layout.pointee.lineEnd = .newline
        layout.pointee.isUniversal = false
        layout.pointee.writeNewline = 0
        layout.pointee.translatesWrites = false
        layout.pointee.isSeekable = false
        layout.pointee.isTelling = false
        layout.pointee.hasRead1 = false
        StreamObject.replace(&layout.pointee.encoder, Ref.null)
        StreamObject.replace(&layout.pointee.decoder, Ref.null)
        setDecoded(layout, Ref.null)
        StreamObject.replace(&layout.pointee.snapshot, Ref.null)
    }

    // MARK: Making

    /// The arguments of `__init__`, which may be null (or None) for absent.
    struct Options {
        var encoding = Value.null
        var errors = Value.null
        var newline = Value.null
        var lineBuffering = false
        var writeThrough = false
    }

    static func initialize(_ self: Value, _ buffer: Value, _ options: Options) throws(Raised) {
        let layout = layout(self)
        layout.pointee.isInitialized = false
        layout.pointee.isDetached = false
        try checkNewline(options.newline)
        clear(layout)
        let encoding: Ref
        if options.encoding.isNull || options.encoding.isNone {
            if Configuration.current.warnDefaultEncoding != 0 { try TextEncodings.warn(1) }
            encoding = TextEncodings.locale()
        } else if StrObject.equals(options.encoding, "locale") {
            encoding = TextEncodings.locale()
        } else {
            encoding = Ref(options.encoding)
        }
        let coding = try TextEncodings.coding(encoding.value)
        let errors = options.errors.isNull || options.errors.isNone ? IONames.strict : options.errors
        if Configuration.current.devMode { _ = try ErrorHandlers.lookup(errors).isNull }
        StreamObject.replace(&layout.pointee.encoding, encoding)
        StreamObject.replace(&layout.pointee.errors, Ref(errors))
        layout.pointee.lineBuffering = options.lineBuffering
        layout.pointee.writeThrough = options.writeThrough
        setNewline(layout, options.newline)
        StreamObject.replace(&layout.pointee.buffer, Ref(buffer))
        try attachCoders(self, coding)
        try findAbilities(self)
        layout.pointee.isInitialized = true
    }
    /// A wrapper for native callers.
    static func make(_ buffer: Value, _ options: Options) throws(Raised) -> Ref {
        let stream = try make(type)
        try initialize(stream.value, buffer, options)
        return stream
    }

    static func checkNewline(_ newline: Value) throws(Raised) {
        if newline.isNull || newline.isNone { return }
        let length = StrObject.length(newline)
        if TextScan.index(of: 0, in: newline, 0, length) >= 0 { throw raise(.valueError, "embedded null character") }
        if length == 0 || StrObject.equals(newline, "\n") || StrObject.equals(newline, "\r") || StrObject.equals(newline, "\r\n") { return }
        throw raise(.valueError, "illegal newline value: \(text(newline))")
    }
    static func setNewline(_ layout: State, _ newline: Value) {
        let isDefault = newline.isNull || newline.isNone
        let isEmpty = !isDefault && StrObject.length(newline) == 0
        layout.pointee.isUniversal = isDefault || isEmpty
        layout.pointee.newlines.translates = isDefault
        layout.pointee.translatesWrites = !isEmpty
        layout.pointee.writeNewline = 0
        layout.pointee.lineEnd = isDefault ? .newline : isEmpty ? .universal : .newline
        if !isDefault && !isEmpty {
            if StrObject.equals(newline, "\r") {
                layout.pointee.lineEnd = .carriageReturn
                layout.pointee.writeNewline = 1
            } else if StrObject.equals(newline, "\r\n") {
                layout.pointee.lineEnd = .both
                layout.pointee.writeNewline = 2
            }
        }
    }

    /// Makes the coders that the buffer's abilities call for.
    static func attachCoders(_ self: Value, _ coding: Coding) throws(Raised) {
        let layout = layout(self)
        let buffer = Ref(layout.pointee.buffer)
        layout.pointee.decodes = .none
        layout.pointee.encodes = .none
        layout.pointee.partialCount = 0
        layout.pointee.newlines.reset()
        let codec = coding == .python ? try CodecRegistry.lookup(layout.pointee.encoding) : Ref.null
        let readable: Bool
        let writable: Bool
        if BufferedTypes.isPlain(buffer.value), FileIO.isPlain(BufferedObject.layout(buffer.value).pointee.raw) {
            readable = BufferedObject.layout(buffer.value).pointee.isReadable
            writable = BufferedObject.layout(buffer.value).pointee.isWritable
        } else {
            readable = try answer(buffer.value, IONames.readable)
            writable = try answer(buffer.value, IONames.writable)
        }
        if readable {
            if coding == .python {
                let factory = try Attributes.get(codec.value, IONames.incrementalDecoder)
                let decoder = try Call.call(factory.value, layout.pointee.errors)
                if layout.pointee.isUniversal {
                    let wrapped = try NewlineDecoder.make(decoder.value, translates: layout.pointee.newlines.translates)
                    StreamObject.replace(&layout.pointee.decoder, wrapped)
                } else {
                    StreamObject.replace(&layout.pointee.decoder, decoder)
                }
            }
            layout.pointee.decodes = coding
        }
        if writable {
            if coding == .python {
                let factory = try Attributes.get(codec.value, IONames.incrementalEncoder)
                let encoder = try Call.call(factory.value, layout.pointee.errors)
                StreamObject.replace(&layout.pointee.encoder, encoder)
            }
            layout.pointee.encodes = coding
        }
    }
    private static func answer(_ stream: Value, _ method: Value) throws(Raised) -> Bool {
        let result = try Call.method(stream, method)
        return try Truth.of(result.value)
    }

    private static func findAbilities(_ self: Value) throws(Raised) {
        let layout = layout(self)
        let buffer = Ref(layout.pointee.buffer)
        if BufferedTypes.isPlain(buffer.value), FileIO.isPlain(BufferedObject.layout(buffer.value).pointee.raw) {
            let raw = Ref(BufferedObject.layout(buffer.value).pointee.raw)
            let file = FileIO.layout(raw.value)
            if file.pointee.descriptor >= 0 {
                if file.pointee.seekable < 0 { file.pointee.seekable = lseek(file.pointee.descriptor, 0, SEEK_CUR) >= 0 ? 1 : 0 }
                layout.pointee.isSeekable = file.pointee.seekable == 1
                layout.pointee.isTelling = layout.pointee.isSeekable
                layout.pointee.hasRead1 = true
                try fixEncoderState(self)
                return
            }
        }
        layout.pointee.isSeekable = try answer(buffer.value, IONames.seekable)
        layout.pointee.isTelling = layout.pointee.isSeekable
        let read1 = try Attributes.getIfPresent(buffer.value, IONames.read1)
        layout.pointee.hasRead1 = !read1.isNull
        try fixEncoderState(self)
    }
    /// An encoder that writes a byte order mark must not do so in the middle of a file.
    static func fixEncoderState(_ self: Value) throws(Raised) {
        let layout = layout(self)
        guard layout.pointee.encodes != .none else { return }
        if !layout.pointee.isSeekable {
            // Nobody knows what went before: wide characters go without a mark.
            guard layout.pointee.encodes == .python else { return }
            let standard = Codecs.standard(layout.pointee.encoding)
            if standard == .utf16 || standard == .utf32 {
                let encoder = Ref(layout.pointee.encoder)
                _ = try Call.method(encoder.value, IONames.setstate, Value(smallInt: 0)).isNull
            }
            return
        }
        let buffer = Ref(layout.pointee.buffer)
        if layout.pointee.encodes != .python && BufferedTypes.isPlain(buffer.value) { return }
        let place = try Call.method(buffer.value, IONames.tell)
        let atStart = try Compare.equal(place.value, Value(smallInt: 0))
        if atStart || layout.pointee.encodes != .python { return }
        _ = try Call.method(layout.pointee.encoder, IONames.setstate, Value(smallInt: 0)).isNull
    }

    // MARK: State

    static func checkAttached(_ self: Value) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.isInitialized { return }
        throw raise(
            .valueError, layout.pointee.isDetached ? "underlying buffer has been detached" : "I/O operation on uninitialized object")
    }
    static func checkInitialized(_ self: Value) throws(Raised) {
        let layout = layout(self)
        if layout.pointee.isInitialized || layout.pointee.isDetached { return }
        throw raise(.valueError, "I/O operation on uninitialized object")
    }
    static func isClosed(_ self: Value) throws(Raised) -> Bool {
        let buffer = layout(self).pointee.buffer
        if self.object.pointee.ob_type == type && BufferedTypes.isPlain(buffer) { return try BufferedObject.isClosed(buffer) }
        return try StreamObject.isClosed(self)
    }
    @inline(__always) static func checkOpen(_ self: Value) throws(Raised) {
        if try isClosed(self) { throw IOBase.closedFile() }
    }

    static func setDecoded(_ layout: State, _ text: consuming Ref) {
        StreamObject.replace(&layout.pointee.decoded, text)
        layout.pointee.decodedUsed = 0
    }
    /// Forgets what was read ahead.
    static func forget(_ layout: State) {
        setDecoded(layout, Ref.null)
        StreamObject.replace(&layout.pointee.snapshot, Ref.null)
    }

    // MARK: Life

    static func flush(_ self: Value) throws(Raised) {
        layout(self).pointee.isTelling = layout(self).pointee.isSeekable
        try writePending(self)
        let buffer = Ref(layout(self).pointee.buffer)
        try flushBuffer(buffer.value)
    }
    static func flushBuffer(_ buffer: Value) throws(Raised) {
        if BufferedTypes.isPlain(buffer), BufferedObject.layout(buffer).pointee.isWritable { return try BufferedObject.flush(buffer) }
        try StreamObject.call(buffer, Names.flush)
    }

    static func close(_ self: Value) throws(Raised) -> Ref {
        try checkAttached(self)
        if try StreamObject.isClosed(self) { return .none }
        let buffer = Ref(layout(self).pointee.buffer)
        if layout(self).pointee.isFinalizing {
            do throws(Raised) { _ = try Call.method(buffer.value, IONames.deallocWarn, self).isNull } catch { PendingException.clear() }
        }
        do throws(Raised) { try StreamObject.call(self, Names.flush) } catch {
            let failure = HeldException.take()
            do throws(Raised) { try StreamObject.call(buffer.value, Names.close) } catch { throw HeldException.chain(failure) }
            throw HeldException.raise(failure)
        }
        return try Call.method(buffer.value, Names.close)
    }
    static func detach(_ self: Value) throws(Raised) -> Ref {
        try checkAttached(self)
        try StreamObject.call(self, Names.flush)
        let layout = layout(self)
        let buffer = layout.pointee.buffer
        layout.pointee.buffer = .null
        layout.pointee.isDetached = true
        layout.pointee.isInitialized = false
        return Ref(owned: buffer)
    }
}
