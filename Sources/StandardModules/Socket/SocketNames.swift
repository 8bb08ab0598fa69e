// Looking up hosts, services, protocols and interfaces.

import CPythonABI
import Glibc
import Runtime

enum SocketNames {
    nonisolated(unsafe) static let surrogateEscape = Names.make("surrogateescape")
    nonisolated(unsafe) private static let idna = Names.make("idna")

    // MARK: Errors

    nonisolated(unsafe) static let lookupError = errorType("gaierror")
    nonisolated(unsafe) static let hostError = errorType("herror")
    private static func errorType(_ name: StaticString) -> TypePointer {
        let name = StrObject.intern(name)
        let bases = TupleObject.make(PyExc_OSErrorPointer().value)
        let namespace = DictObject.make()
        let module = StrObject.intern("socket")
        DictObject.set(namespace.value, name: Names.module, module.value)
        do throws(Raised) {
            return Classes.type(try Call.call(PyType_TypePointer().value, name.value, bases.value, namespace.value).take())
        } catch {
            PendingException.clear()
            return PyExc_OSErrorPointer()
        }
    }
    private static func failed(_ type: TypePointer, _ code: Int32, _ message: UnsafePointer<CChar>?) -> Raised {
        let text = StrObject.make(message.map { String(cString: $0) } ?? "unknown error")
        let arguments = TupleObject.make(Value(smallInt: Int(code)), text.value)
        return PendingException.set(type, arguments.value)
    }
    static func lookupFailed(_ code: Int32) -> Raised {
        if code == EAI_SYSTEM { return OSErrors.raise(errno) }
        return failed(lookupError, code, gai_strerror(code))
    }
    private static func hostFailed() -> Raised {
        let code = __h_errno_location().pointee
        return failed(hostError, code, hstrerror(code))
    }

    // MARK: Hosts

    /// A host name as bytes with a zero behind them: ASCII, or IDNA.
    static func host(_ value: Value) throws(Raised) -> Ref {
        if value.isNone { return Ref(BytesObject.emptyValue) }
        if BytesObject.isInstance(value) { return Ref(value) }
        if ByteArrayObject.isInstance(value) { return try BytesObject.make(UnsafePointer(ByteArrayObject.data(value)), ByteArrayObject.count(value)) }
        guard StrObject.isInstance(value) else { throw raise(.typeError, "str, bytes or bytearray expected, not \(value.type.name)") }
        let encoded = StrObject.isASCII(value) ? try Codecs.encode(value, .ascii, .null) : try Codecs.encode(value, idna, .null)
        if memchr(BytesObject.data(encoded.value), 0, BytesObject.count(encoded.value)) != nil {
            throw raise(.typeError, "host name must not contain null character")
        }
        return encoded
    }
    private static func characters(_ bytes: borrowing Ref) -> UnsafePointer<CChar> {
        UnsafeRawPointer(BytesObject.data(bytes.value)).assumingMemoryBound(to: CChar.self)
    }

    /// The first address of a host; "" is any, "<broadcast>" all.
    static func resolve(_ value: Value, family: Int32) throws(Raised) -> SocketAddress {
        let name = try host(value)
        let text = characters(name)
        var hints = addrinfo()
        hints.ai_family = family
        hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        if text[0] == 0 {
            hints.ai_flags = AI_PASSIVE
            return try first(nil, "0", hints, mustBeSingle: true)
        }
        if strcmp(text, "<broadcast>") == 0 || strcmp(text, "255.255.255.255") == 0 {
            if family != AF_INET { throw OSErrors.raise(message: "address family mismatched") }
            return try first("255.255.255.255", nil, hints, mustBeSingle: false)
        }
        return try first(text, nil, hints, mustBeSingle: false)
    }
    private static func first(
        _ host: UnsafePointer<CChar>?, _ service: UnsafePointer<CChar>?, _ hints: addrinfo, mustBeSingle: Bool
    ) throws(Raised) -> SocketAddress {
        var list: UnsafeMutablePointer<addrinfo>?
        var hints = hints
        let code = Blocking.call { getaddrinfo(host, service, &hints, &list) }
        if code != 0 { throw lookupFailed(code) }
        defer { if let list { freeaddrinfo(list) } }
        guard let list, let address = list.pointee.ai_addr else { throw lookupFailed(EAI_NONAME) }
        return SocketAddress(copying: address, list.pointee.ai_addrlen)
    }

    /// socket.getaddrinfo
    static func addresses(_ arguments: Arguments) throws(Raised) -> Ref {
        var name = Ref.none
        if !arguments[0].isNone {
            if StrObject.isInstance(arguments[0]) {
                name = try Codecs.encode(arguments[0], idna, .null)
            } else if BytesObject.isInstance(arguments[0]) {
                name = Ref(arguments[0])
            } else {
                throw raise(.typeError, "getaddrinfo() argument 1 must be string or None")
            }
        }
        var service = Ref.none
        let port = arguments[1]
        if IntObject.isInstance(port) {
            let shown = try Repr.str(port)
            service = try Codecs.encode(shown.value, .ascii, .null)
        } else if StrObject.isInstance(port) {
            service = try Codecs.encode(port, .utf8, .null)
        } else if BytesObject.isInstance(port) {
            service = Ref(port)
        } else if !port.isNone {
            throw OSErrors.raise(message: "Int or String expected")
        }
        var hints = addrinfo()
        hints.ai_family = try Posix.int(arguments[2], default: 0)
        hints.ai_socktype = try Posix.int(arguments[3], default: 0)
        hints.ai_protocol = try Posix.int(arguments[4], default: 0)
        hints.ai_flags = try Posix.int(arguments[5], default: 0)
        var list: UnsafeMutablePointer<addrinfo>?
        let (hostText, serviceText) = (name.value.isNone ? nil : characters(name), service.value.isNone ? nil : characters(service))
        let code = Blocking.call { getaddrinfo(hostText, serviceText, &hints, &list) }
        if code != 0 { throw lookupFailed(code) }
        defer { if let list { freeaddrinfo(list) } }
        let result = ListObject.make()
        var entry = list
        while let current = entry {
            if let address = current.pointee.ai_addr {
                let shown = try SocketAddress(copying: address, current.pointee.ai_addrlen).value()
                let canonical = current.pointee.ai_canonname == nil ? StrObject.empty : try FileNames.decode(current.pointee.ai_canonname)
                let item = TupleObject.make(
                    Value(smallInt: Int(current.pointee.ai_family)), Value(smallInt: Int(current.pointee.ai_socktype)),
                    Value(smallInt: Int(current.pointee.ai_protocol)), canonical.value, shown.value)
                try ListObject.append(result.value, item.value)
            }
            entry = current.pointee.ai_next
        }
        return result
    }
    /// socket.getnameinfo
    static func nameInfo(_ address: Value, _ flags: Int32) throws(Raised) -> Ref {
        guard TupleObject.isInstance(address) else { throw raise(.typeError, "getnameinfo() argument 1 must be a tuple") }
        let count = TupleObject.count(address)
        guard count >= 2, count <= 4, StrObject.isInstance(TupleObject.item(address, 0)) else {
            throw raise(.typeError, "getnameinfo(): illegal sockaddr argument")
        }
        let flow = count > 2 ? try Posix.long(TupleObject.item(address, 2)) : 0
        let scope = count > 3 ? try Posix.long(TupleObject.item(address, 3)) : 0
        if flow < 0 || flow > 0xFFFFF { throw raise(.overflowError, "getnameinfo(): flowinfo must be 0-1048575.") }
        let name = try host(TupleObject.item(address, 0))
        let shownPort = try Repr.str(TupleObject.item(address, 1))
        let service = try Codecs.encode(shownPort.value, .ascii, .null)
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_DGRAM.rawValue)
        hints.ai_flags = AI_NUMERICHOST
        var list: UnsafeMutablePointer<addrinfo>?
        let (hostText, serviceText) = (characters(name), characters(service))
        let code = Blocking.call { getaddrinfo(hostText, serviceText, &hints, &list) }
        if code != 0 { throw lookupFailed(code) }
        defer { if let list { freeaddrinfo(list) } }
        guard let list, let found = list.pointee.ai_addr else { throw lookupFailed(EAI_NONAME) }
        if list.pointee.ai_next != nil { throw OSErrors.raise(message: "sockaddr resolved to multiple addresses") }
        if list.pointee.ai_family == AF_INET && count != 2 { throw OSErrors.raise(message: "IPv4 sockaddr must be 2 tuple") }
        var resolved = SocketAddress(copying: found, list.pointee.ai_addrlen)
        if list.pointee.ai_family == AF_INET6 { resolved.setFlow(UInt32(flow), UInt32(truncatingIfNeeded: scope)) }
        let room = UnsafeMutablePointer<CChar>.allocate(capacity: 1025 + 32)
        defer { room.deallocate() }
        let failure = Blocking.call {
            resolved.withPointer { (pointer, length) in getnameinfo(pointer, length.pointee, room, 1025, room + 1025, 32, flags) }
        }
        if failure != 0 { throw lookupFailed(failure) }
        let (hostName, serviceName) = (try FileNames.decode(room).take(), try FileNames.decode(room + 1025).take())
        defer {
            hostName.release()
            serviceName.release()
        }
        return TupleObject.make(hostName, serviceName)
    }

    static func hostByName(_ value: Value) throws(Raised) -> Ref {
        let address = try resolve(value, family: AF_INET)
        return try SocketAddress.text(address.internet().sin_addr, AF_INET)
    }
    /// socket.gethostbyname_ex
    static func hostEntry(_ value: Value) throws(Raised) -> Ref {
        let name = try host(value)
        // A name that does not resolve is a gaierror, as elsewhere.
        _ = try resolve(value, family: AF_INET)
        guard let entry = gethostbyname(characters(name)) else { throw hostFailed() }
        return try make(entry.pointee)
    }
    /// socket.gethostbyaddr
    static func hostByAddress(_ value: Value) throws(Raised) -> Ref {
        let address = try resolve(value, family: AF_UNSPEC)
        let entry: UnsafeMutablePointer<hostent>?
        switch Int32(address.storage.ss_family) {
        case AF_INET:
            var number = address.internet().sin_addr
            entry = gethostbyaddr(&number, 4, AF_INET)
        case AF_INET6:
            var number = address.internet6().sin6_addr
            entry = gethostbyaddr(&number, 16, AF_INET6)
        default: throw OSErrors.raise(message: "unsupported address family")
        }
        guard let entry else { throw hostFailed() }
        return try make(entry.pointee)
    }
    private static func make(_ entry: hostent) throws(Raised) -> Ref {
        let aliases = ListObject.make()
        var index = 0
        while let alias = entry.h_aliases?[index] {
            let name = try FileNames.decode(alias)
            try ListObject.append(aliases.value, name.value)
            index += 1
        }
        let addresses = ListObject.make()
        index = 0
        while let data = entry.h_addr_list?[index] {
            let raw = UnsafeRawPointer(data)
            let shown = entry.h_addrtype == AF_INET
                ? try SocketAddress.text(raw.loadUnaligned(as: in_addr.self), AF_INET) : try SocketAddress.text(raw.loadUnaligned(as: in6_addr.self), AF_INET6)
            try ListObject.append(addresses.value, shown.value)
            index += 1
        }
        let name = try FileNames.decode(entry.h_name)
        return TupleObject.make(name.value, aliases.value, addresses.value)
    }
}

extension SocketAddress {
    mutating func setFlow(_ flow: UInt32, _ scope: UInt32) {
        withUnsafeMutablePointer(to: &storage) { pointer in
            let address = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: sockaddr_in6.self)
            address.pointee.sin6_flowinfo = flow.bigEndian
            address.pointee.sin6_scope_id = scope
        }
    }
}
