// Digests as Python objects. The one field of an object is the address of its state.

import CPythonABI
import Runtime

enum DigestObject {
    static func state(_ self: Value) -> Digest {
        Unmanaged<Digest>.fromOpaque(.init(bitPattern: Fields(self).int(0)).unsafelyUnwrapped).takeUnretainedValue()
    }
    static func make(_ type: TypePointer, _ state: Digest) throws(Raised) -> Ref {
        let result = try FieldObject.make(type)
        Fields(result.value).setInt(0, Int(bitPattern: Unmanaged.passRetained(state).toOpaque()))
        return result
    }
    /// Takes in the bytes of an object.
    static func update(_ state: Digest, _ data: Value) throws(Raised) {
        if StrObject.isInstance(data) { throw raise(.typeError, "Strings must be encoded before hashing") }
        guard Buffers.isExporter(data) else { throw raise(.typeError, "object supporting the buffer API required") }
        let view = try BytesView(data)
        state.update(view.bytes, view.count)
    }
    /// The digest so far.
    static func digest(_ self: Value) throws(Raised) -> Ref {
        let state = state(self)
        let result = try BytesObject.allocate(state.digestSize)
        state.copy().finish(BytesObject.data(result.value))
        return result
    }
    static func hexadecimal(_ bytes: Value) throws(Raised) -> Ref {
        try ByteHex.hex(BytesObject.data(bytes), BytesObject.count(bytes), .null, .null)
    }

    /// A type ("module.name") with the methods that all digests have.
    static func type(_ fullName: StaticString, _ name: String, _ options: FieldObject.Options, _ describe: (TypeBuilder) -> Void) -> TypePointer {
        FieldObject.type(fullName, fields: 1, options) { type in
            type.type.pointee.tp_dealloc = { object in
                guard let object else { return }
                let fields = Fields(Value(object))
                if !fields[0].isNull && fields.int(0) != 0 {
                    Unmanaged<Digest>.fromOpaque(.init(bitPattern: fields.int(0)).unsafelyUnwrapped).release()
                    fields.setInt(0, 0)
                }
                FieldObject.deallocate(object)
            }
            type.method("update", .one { (self, data) throws(Raised) -> Ref in
                try update(state(self), data)
                return .none
            }, "($self, obj, /)", doc: "Update this hash object's state with the provided string.")
            type.method("copy", .noArguments { (self) throws(Raised) -> Ref in
                try make(self.type, state(self).copy())
            }, "($self, /)", doc: "Return a copy of the hash object.")
            type.getter("block_size") { (self) throws(Raised) -> Ref in IntObject.make(state(self).blockSize) }
            type.getter("digest_size") { (self) throws(Raised) -> Ref in IntObject.make(state(self).digestSize) }
            type.getter("name") { (_) throws(Raised) -> Ref in StrObject.make(name) }
            describe(type)
        }
    }
    static func addDigestMethods(_ type: TypeBuilder) {
        type.method("digest", .noArguments { (self) throws(Raised) -> Ref in try digest(self) }, "($self, /)", doc: "Return the digest value as a bytes object.")
        type.method("hexdigest", .noArguments { (self) throws(Raised) -> Ref in
            let bytes = try digest(self)
            return try hexadecimal(bytes.value)
        }, "($self, /)", doc: "Return the digest value as a string of hexadecimal digits.")
    }

    /// A function of a module that makes digests of one kind.
    static func function(
        _ module: ModuleBuilder, _ name: StaticString, _ type: TypePointer, _ title: StaticString, _ make: @escaping @Sendable () -> Digest
    ) {
        module.function(name, .bound { (_, a) throws(Raised) -> Ref in
            let state = make()
            if !a[1].isNull { _ = try Truth.of(a[1]) }
            if !a[0].isNull { try update(state, a[0]) }
            return try DigestObject.make(type, state)
        }, "($module, /, string=b'', *, usedforsecurity=True)", doc: title)
    }
}

/// _md5, _sha1, _sha256 and _sha512.
enum DigestModules {
    static let md5 = DigestObject.type("_md5.md5", "md5", [.hidden], DigestObject.addDigestMethods)
    static let sha1 = DigestObject.type("_sha1.sha1", "sha1", [.hidden], DigestObject.addDigestMethods)
    static let sha224 = DigestObject.type("_sha256.sha224", "sha224", [.hidden], DigestObject.addDigestMethods)
    static let sha256 = DigestObject.type("_sha256.sha256", "sha256", [.hidden], DigestObject.addDigestMethods)
    static let sha384 = DigestObject.type("_sha512.sha384", "sha384", [.hidden], DigestObject.addDigestMethods)
    static let sha512 = DigestObject.type("_sha512.sha512", "sha512", [.hidden], DigestObject.addDigestMethods)

    static func fillMD5(_ module: ModuleBuilder) throws(Raised) {
        DigestObject.function(module, "md5", md5, "Return a new MD5 hash object; optionally initialized with a string.") { MD5() }
        module.type("MD5Type", md5)
    }
    static func fillSHA1(_ module: ModuleBuilder) throws(Raised) {
        DigestObject.function(module, "sha1", sha1, "Return a new SHA1 hash object; optionally initialized with a string.") { SHA1() }
        module.type("SHA1Type", sha1)
    }
    static func fillSHA256(_ module: ModuleBuilder) throws(Raised) {
        DigestObject.function(
            module, "sha256", sha256, "Return a new SHA-256 hash object; optionally initialized with a string.") { SHA256(digestSize: 32) }
        DigestObject.function(
            module, "sha224", sha224, "Return a new SHA-224 hash object; optionally initialized with a string.") { SHA256(digestSize: 28) }
        module.type("SHA224Type", sha224)
        module.type("SHA256Type", sha256)
    }
    static func fillSHA512(_ module: ModuleBuilder) throws(Raised) {
        DigestObject.function(
            module, "sha512", sha512, "Return a new SHA-512 hash object; optionally initialized with a string.") { SHA512(digestSize: 64) }
        DigestObject.function(
            module, "sha384", sha384, "Return a new SHA-384 hash object; optionally initialized with a string.") { SHA512(digestSize: 48) }
        // As the reference has it.
        module.type("SHA384Type", sha512)
    }
}

/// _sha3
enum SHA3Module {
    private static func hash(_ name: StaticString, _ full: StaticString, _ size: Int) -> TypePointer {
        let parameters = BoundParameters("(data=b'', /, *, usedforsecurity=True)")
        return DigestObject.type(full, "\(name)", []) { type in
            type.slots.new = new(parameters, name) { SHA3(capacityBytes: 2 * size, digestSize: size, suffix: 0x06) }
            DigestObject.addDigestMethods(type)
            describe(type, capacity: 2 * size, suffix: "\u{6}")
        }
    }
    private static func shake(_ name: StaticString, _ full: StaticString, _ capacity: Int) -> TypePointer {
        let parameters = BoundParameters("(data=b'', /, *, usedforsecurity=True)")
        return DigestObject.type(full, "\(name)", []) { type in
            type.slots.new = new(parameters, name) { SHA3(capacityBytes: capacity, digestSize: 0, suffix: 0x1F) }
            type.method("digest", .one { (self, length) throws(Raised) -> Ref in try squeeze(self, length) }, "($self, length, /)",
                doc: "Return the digest value as a bytes object.")
            type.method("hexdigest", .one { (self, length) throws(Raised) -> Ref in
                let bytes = try squeeze(self, length)
                return try DigestObject.hexadecimal(bytes.value)
            }, "($self, length, /)", doc: "Return the digest value as a string of hexadecimal digits.")
            describe(type, capacity: capacity, suffix: "\u{1F}")
        }
    }
    private static func describe(_ type: TypeBuilder, capacity: Int, suffix: String) {
        type.getter("_capacity_bits") { (_) throws(Raised) -> Ref in IntObject.make(capacity * 8) }
        type.getter("_rate_bits") { (_) throws(Raised) -> Ref in IntObject.make(1600 - capacity * 8) }
        type.getter("_suffix") { (self) throws(Raised) -> Ref in BytesObject.make(byte: suffix.utf8.first ?? 0) }
    }
    private static func new(
        _ parameters: BoundParameters, _ name: StaticString, _ make: @escaping () -> Digest
    ) -> NewSlot {
        { (type, arguments) throws(Raised) -> Ref in
            let state = make()
            if arguments.count > 1 { throw raise(.typeError, "\(name)() takes at most 1 positional argument (\(arguments.count) given)") }
            let done = try parameters.withBound(arguments, name) { (a) throws(Raised) -> Ref in
                if !a[0].isNull { try DigestObject.update(state, a[0]) }
                return .none
            }
            _ = done.isNull
            return try DigestObject.make(type, state)
        }
    }
    private static func squeeze(_ self: Value, _ length: Value) throws(Raised) -> Ref {
        let index = try Index.object(length)
        guard IntObject.sign(index.value) >= 0 else { throw raise(.valueError, "value must be positive") }
        guard let count = IntObject.word(index.value), count < 1 << 29 else { throw raise(.valueError, "length is too large") }
        let result = try BytesObject.allocate(count)
        guard let state = DigestObject.state(self).copy() as? SHA3 else { return result }
        state.squeeze(BytesObject.data(result.value), count)
        return result
    }

    private static let types: [(StaticString, TypePointer)] = [
        ("sha3_224", hash("sha3_224", "_sha3.sha3_224", 28)), ("sha3_256", hash("sha3_256", "_sha3.sha3_256", 32)),
        ("sha3_384", hash("sha3_384", "_sha3.sha3_384", 48)), ("sha3_512", hash("sha3_512", "_sha3.sha3_512", 64)),
        ("shake_128", shake("shake_128", "_sha3.shake_128", 32)), ("shake_256", shake("shake_256", "_sha3.shake_256", 64)),
    ]
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        for (name, type) in types { module.type(name, type) }
        module.set("keccakopt", int: 0)
        module.set("implementation", string: "tiny_sha3")
    }
}

/// _blake2
enum BLAKE2Module {
    private static let parameters = BoundParameters(
        "(data=b'', /, *, digest_size=0, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True)")

    private static func type(_ name: StaticString, _ full: StaticString, wide: Bool) -> TypePointer {
        DigestObject.type(full, "\(name)", [.subclassable]) { type in
            type.slots.new = { (type, arguments) throws(Raised) -> Ref in
                if arguments.count > 1 { throw raise(.typeError, "\(name)() takes at most 1 positional argument (\(arguments.count) given)") }
                return try parameters.withBound(arguments, name) { (a) throws(Raised) -> Ref in try make(type, a, wide) }
            }
            DigestObject.addDigestMethods(type)
            for (constant, size) in [("SALT_SIZE", 16), ("PERSON_SIZE", 16), ("MAX_KEY_SIZE", 64), ("MAX_DIGEST_SIZE", 64)] as [(StaticString, Int)] {
                type.set(constant, Value(smallInt: wide ? size : size / 2))
            }
        }
    }
    private static func bytes(_ value: Value, _ most: Int, _ what: String) throws(Raised) -> [UInt8] {
        if value.isNull { return [] }
        let view = try BytesView(value)
        if view.count > most { throw raise(.valueError, "maximum \(what) length is \(most) bytes") }
        var result: [UInt8] = []
        for index in 0..<view.count { result.append(view.bytes[index]) }
        return result
    }
    private static func unsigned(_ value: Value, _ name: String, _ most: UInt64) throws(Raised) -> UInt64 {
        if value.isNull { return 0 }
        guard IntObject.isInstance(value) || Index.isIndex(value) else { throw raise(.typeError, "an integer is required") }
        let index = try Index.object(value)
        if IntObject.sign(index.value) < 0 { throw raise(.valueError, "value must be positive") }
        guard let number = IntObject.unsignedWord(index.value) else { throw raise(.overflowError, "int too big to convert") }
        if number > most { throw raise(.overflowError, "\(name) is too large") }
        return number
    }
    private static func make(_ type: TypePointer, _ a: Arguments, _ wide: Bool) throws(Raised) -> Ref {
        let most = wide ? 64 : 32
        let extra = wide ? 16 : 8
        var settings = BLAKE2Parameters()
        settings.digestSize = try CInteger.int(a[1], most)
        settings.fanout = try CInteger.int(a[5], 1)
        settings.depth = try CInteger.int(a[6], 1)
        settings.nodeDepth = try CInteger.int(a[9], 0)
        settings.innerSize = try CInteger.int(a[10], 0)
        settings.isLastNode = a[11].isNull ? false : try Truth.of(a[11])
        if settings.digestSize <= 0 || settings.digestSize > most {
            throw raise(.valueError, "digest_size must be between 1 and \(most) bytes")
        }
        settings.salt = try bytes(a[3], extra, "salt")
        settings.person = try bytes(a[4], extra, "person")
        if settings.fanout < 0 || settings.fanout > 255 { throw raise(.valueError, "fanout must be between 0 and 255") }
        if settings.depth <= 0 || settings.depth > 255 { throw raise(.valueError, "depth must be between 1 and 255") }
        settings.leafSize = UInt32(try unsigned(a[7], "leaf_size", UInt64(UInt32.max)))
        settings.nodeOffset = try unsigned(a[8], "node_offset", wide ? UInt64.max : (1 << 48) - 1)
        if settings.nodeDepth < 0 || settings.nodeDepth > 255 { throw raise(.valueError, "node_depth must be between 0 and 255") }
        if settings.innerSize < 0 || settings.innerSize > most { throw raise(.valueError, "inner_size must be between 0 and is \(most)") }
        let key = try bytes(a[2], most, "key")
        settings.keySize = key.count
        let state: Digest = wide ? BLAKE2<UInt64>(settings) : BLAKE2<UInt32>(settings)
        if !key.isEmpty {
            // The key is the first block.
            let block = MutableBytePointer.allocate(capacity: state.blockSize)
            defer { block.deallocate() }
            block.initialize(repeating: 0, count: state.blockSize)
            for (index, byte) in key.enumerated() { block[index] = byte }
            state.update(BytePointer(block), state.blockSize)
        }
        if !a[0].isNull { try DigestObject.update(state, a[0]) }
        return try DigestObject.make(type, state)
    }

    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc("_blake2b provides BLAKE2b for hashlib\n")
        module.type("blake2b", type("blake2b", "_blake2.blake2b", wide: true))
        module.type("blake2s", type("blake2s", "_blake2.blake2s", wide: false))
        let sizes: [(StaticString, StaticString, Int)] = [
            ("BLAKE2B_SALT_SIZE", "BLAKE2S_SALT_SIZE", 16), ("BLAKE2B_PERSON_SIZE", "BLAKE2S_PERSON_SIZE", 16),
            ("BLAKE2B_MAX_KEY_SIZE", "BLAKE2S_MAX_KEY_SIZE", 64), ("BLAKE2B_MAX_DIGEST_SIZE", "BLAKE2S_MAX_DIGEST_SIZE", 64),
        ]
        for (wide, narrow, size) in sizes {
            module.set(wide, int: size)
            module.set(narrow, int: size / 2)
        }
    }
}
