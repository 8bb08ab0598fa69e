// The module _socket.

import CPythonABI
import Glibc
import Runtime

enum SocketModule {
    static func fill(_ module: ModuleBuilder) throws(Raised) {
        module.doc(SocketDocs.module)
        for (name, number) in SocketConstants.all { module.set(name, int: number) }
        module.set("has_ipv6", .true)
        module.set("error", PyExc_OSErrorPointer().value)
        module.set("timeout", PyExc_TimeoutErrorPointer().value)
        module.set("herror", SocketNames.hostError.value)
        module.set("gaierror", SocketNames.lookupError.value)
        module.set("socket", SocketObject.type.value)
        module.set("SocketType", SocketObject.type.value)
        module.set("BDADDR_ANY", string: "00:00:00:00:00:00")
        module.set("BDADDR_LOCAL", string: "00:00:00:FF:FF:FF")
        let capsule = SocketTable.capsule()
        if !capsule.isNull { module.set("CAPI", capsule.value) }
        addSockets(module)
        addNames(module)
        addServices(module)
        addNumbers(module)
        addInterfaces(module)
    }

    private static func addSockets(_ module: ModuleBuilder) {
        module.function("close", .one { (_, value) throws(Raised) -> Ref in
            let descriptor = try Posix.int(value)
            if Blocking.call({ Glibc.close(descriptor) }) < 0 && errno != ECONNRESET { throw OSErrors.raise(errno) }
            return .none
        }, doc: SocketModuleDocs.close)
        module.function("dup", .one { (_, value) throws(Raised) -> Ref in
            let descriptor = try Posix.int(value)
            let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
            if copy < 0 { throw OSErrors.raise(errno) }
            return IntObject.make(Int(copy))
        }, doc: SocketModuleDocs.dup)
        module.function("socketpair", .positional(minimum: 0, maximum: 3) { (_, arguments) throws(Raised) -> Ref in
            let family = try Posix.int(arguments[0], default: AF_UNIX)
            let kind = try Posix.int(arguments[1], default: Int32(SOCK_STREAM.rawValue))
            let number = try Posix.int(arguments[2], default: 0)
            var ends = InlineArray<2, Int32>(repeating: -1)
            let result = withUnsafeMutablePointer(to: &ends) {
                Glibc.socketpair(family, kind | Int32(SOCK_CLOEXEC.rawValue), number, UnsafeMutableRawPointer($0).assumingMemoryBound(to: Int32.self))
            }
            if result < 0 { throw OSErrors.raise(errno) }
            let first = try SocketObject.make(ends[0], family, kind, number)
            let second = try SocketObject.make(ends[1], family, kind, number)
            return TupleObject.make(first.value, second.value)
        }, doc: SocketModuleDocs.socketpair)
        module.function("getdefaulttimeout", .noArguments { (_) throws(Raised) -> Ref in SocketObject.timeoutValue(SocketObject.defaultTimeout) },
            doc: SocketModuleDocs.getdefaulttimeout)
        module.function("setdefaulttimeout", .one { (_, value) throws(Raised) -> Ref in
            SocketObject.defaultTimeout = try SocketObject.nanoseconds(value)
            return .none
        }, doc: SocketModuleDocs.setdefaulttimeout)
        module.function("CMSG_LEN", .one { (_, value) throws(Raised) -> Ref in
            guard let size = try? Index.size(value), size >= 0, size <= AncillaryData.largest - 16 else {
                if PendingException.isSet && !PendingException.clear(if: .overflowError) { throw Raised() }
                throw raise(.overflowError, "CMSG_LEN() argument out of range")
            }
            return IntObject.make(AncillaryData.length(size))
        })
        module.function("CMSG_SPACE", .one { (_, value) throws(Raised) -> Ref in
            guard let size = try? Index.size(value), size >= 0, size <= AncillaryData.largest - 24 else {
                if PendingException.isSet && !PendingException.clear(if: .overflowError) { throw Raised() }
                throw raise(.overflowError, "CMSG_SPACE() argument out of range")
            }
            return IntObject.make(AncillaryData.space(size))
        })
    }

    private static func addNames(_ module: ModuleBuilder) {
        module.function("gethostname", .noArguments { (_) throws(Raised) -> Ref in
            try Audit.event("socket.gethostname")
            let room = UnsafeMutablePointer<CChar>.allocate(capacity: 1025)
            defer { room.deallocate() }
            if Glibc.gethostname(room, 1024) < 0 { throw OSErrors.raise(errno) }
            room[1024] = 0
            return try FileNames.decode(room)
        }, doc: SocketModuleDocs.gethostname)
        module.function("sethostname", .one { (_, value) throws(Raised) -> Ref in
            let bytes = StrObject.isInstance(value) ? try FileNames.encode(value) : Ref(value)
            guard BytesObject.isInstance(bytes.value) else { throw raise(.typeError, "sethostname() argument 1 must be bytes, not \(ArgumentTypeName.of(value))") }
            try Audit.event("socket.sethostname", bytes.value)
            if Glibc.sethostname(UnsafeRawPointer(BytesObject.data(bytes.value)).assumingMemoryBound(to: CChar.self), BytesObject.count(bytes.value)) < 0 {
                throw OSErrors.raise(errno)
            }
            return .none
        }, doc: SocketModuleDocs.sethostname)
        module.function("gethostbyname", .one { (_, value) throws(Raised) -> Ref in
            try Audit.event("socket.gethostbyname", value)
            return try SocketNames.hostByName(value)
        },
            doc: SocketModuleDocs.gethostbyname)
        module.function("gethostbyname_ex", .one { (_, value) throws(Raised) -> Ref in
            try Audit.event("socket.gethostbyname", value)
            return try SocketNames.hostEntry(value)
        },
            doc: SocketModuleDocs.gethostbyname_ex)
        module.function("gethostbyaddr", .one { (_, value) throws(Raised) -> Ref in
            try Audit.event("socket.gethostbyaddr", value)
            return try SocketNames.hostByAddress(value)
        },
            doc: SocketModuleDocs.gethostbyaddr)
        module.function("getaddrinfo", .bound { (_, arguments) throws(Raised) -> Ref in
            let zero = Value(smallInt: 0)
            try Audit.event(
                "socket.getaddrinfo", arguments[0], arguments[1], arguments[2].isNull ? zero : arguments[2],
                arguments[3].isNull ? zero : arguments[3], arguments[4].isNull ? zero : arguments[4])
            return try SocketNames.addresses(arguments)
        },
            "($module, host, port, family=0, type=0, proto=0, flags=0)", doc: SocketModuleDocs.getaddrinfo)
        module.function("getnameinfo", .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            try Audit.event("socket.getnameinfo", arguments[0])
            return try SocketNames.nameInfo(arguments[0], try Posix.int(arguments[1]))
        }, doc: SocketModuleDocs.getnameinfo)
    }

    private static func string(_ value: Value, _ function: StaticString, _ number: Int) throws(Raised) -> Ref {
        guard StrObject.isInstance(value) else { throw raise(.typeError, "\(function)() argument \(number) must be str, not \(value.isNone ? "None" : value.type.name)") }
        let bytes = try Codecs.encode(value, .utf8, .null)
        if memchr(BytesObject.data(bytes.value), 0, BytesObject.count(bytes.value)) != nil { throw raise(.valueError, "embedded null character") }
        return bytes
    }
    private static func text(_ bytes: Value) -> UnsafePointer<CChar>? {
        bytes.isNull ? nil : UnsafeRawPointer(BytesObject.data(bytes)).assumingMemoryBound(to: CChar.self)
    }
    private static func addServices(_ module: ModuleBuilder) {
        module.function("getservbyname", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let name = try string(arguments[0], "getservbyname", 1)
            let kind = arguments[1].isNull ? Ref.null : try string(arguments[1], "getservbyname", 2)
            try Audit.event("socket.getservbyname", arguments[0], arguments[1].isNull ? .none : arguments[1])
            guard let entry = Glibc.getservbyname(text(name.value), text(kind.value)) else { throw OSErrors.raise(message: "service/proto not found") }
            return IntObject.make(Int(UInt16(bigEndian: UInt16(truncatingIfNeeded: entry.pointee.s_port))))
        }, doc: SocketModuleDocs.getservbyname)
        module.function("getservbyport", .positional(minimum: 1, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let port = try Posix.int(arguments[0])
            let kind = arguments[1].isNull ? Ref.null : try string(arguments[1], "getservbyport", 2)
            guard let number = UInt16(exactly: Int(port)) else { throw raise(.overflowError, "getservbyport: port must be 0-65535.") }
            try Audit.event("socket.getservbyport", arguments[0], arguments[1].isNull ? .none : arguments[1])
            guard let entry = Glibc.getservbyport(Int32(number.bigEndian), text(kind.value)) else { throw OSErrors.raise(message: "port/proto not found") }
            return try FileNames.decode(entry.pointee.s_name)
        }, doc: SocketModuleDocs.getservbyport)
        module.function("getprotobyname", .one { (_, value) throws(Raised) -> Ref in
            let name = try string(value, "getprotobyname", 1)
            guard let characters = text(name.value), let entry = Glibc.getprotobyname(characters) else { throw OSErrors.raise(message: "protocol not found") }
            return IntObject.make(Int(entry.pointee.p_proto))
        }, doc: SocketModuleDocs.getprotobyname)
    }

    private static func addNumbers(_ module: ModuleBuilder) {
        func short(_ name: StaticString, _ doc: StaticString) {
            module.function(name, .one { (_, value) throws(Raised) -> Ref in
                let number = try Index.parsedInt32(value)
                if number < 0 { throw raise(.overflowError, "\(name): can't convert negative Python int to C 16-bit unsigned integer") }
                guard let number = UInt16(exactly: number) else {
                    throw raise(.overflowError, "\(name): Python int too large to convert to C 16-bit unsigned integer")
                }
                return IntObject.make(Int(number.bigEndian))
            }, doc: doc)
        }
        func long(_ name: StaticString, _ doc: StaticString) {
            module.function(name, .one { (_, value) throws(Raised) -> Ref in
                guard IntObject.isInstance(value) else { throw raise(.typeError, "expected int, \(value.type.name) found") }
                let view = IntView(value)
                if view.isNegative { throw raise(.overflowError, "can't convert negative value to unsigned int") }
                guard let wide = IntObject.unsignedWord(value) else { throw raise(.overflowError, "Python int too large to convert to C unsigned long") }
                guard let number = UInt32(exactly: wide) else { throw raise(.overflowError, "int larger than 32 bits") }
                return IntObject.make(Int(number.bigEndian))
            }, doc: doc)
        }
        short("ntohs", SocketModuleDocs.ntohs)
        short("htons", SocketModuleDocs.htons)
        long("ntohl", SocketModuleDocs.ntohl)
        long("htonl", SocketModuleDocs.htonl)
        module.function("inet_aton", .one { (_, value) throws(Raised) -> Ref in
            let name = try string(value, "inet_aton", 1)
            var address = in_addr()
            guard let characters = text(name.value), Glibc.inet_aton(characters, &address) != 0 else {
                throw OSErrors.raise(message: "illegal IP address string passed to inet_aton")
            }
            return withUnsafePointer(to: address) { BytesObject.make(UnsafeRawBufferPointer(start: $0, count: 4)) }
        }, doc: SocketModuleDocs.inet_aton)
        module.function("inet_ntoa", .one { (_, value) throws(Raised) -> Ref in
            let view = try BytesView(value)
            if view.count != 4 { throw OSErrors.raise(message: "packed IP wrong length for inet_ntoa") }
            return try SocketAddress.text(UnsafeRawPointer(view.bytes).loadUnaligned(as: in_addr.self), AF_INET)
        }, doc: SocketModuleDocs.inet_ntoa)
        module.function("inet_pton", .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let family = try Posix.int(arguments[0])
            let name = try string(arguments[1], "inet_pton", 2)
            let room = try BytesObject.allocate(16)
            let result = Glibc.inet_pton(family, text(name.value), BytesObject.data(room.value))
            if result < 0 { throw OSErrors.raise(errno) }
            if result == 0 { throw OSErrors.raise(message: "illegal IP address string passed to inet_pton") }
            return family == AF_INET ? try BytesObject.shrunk(room, 4) : room
        }, doc: SocketModuleDocs.inet_pton)
        module.function("inet_ntop", .positional(minimum: 2, maximum: 2) { (_, arguments) throws(Raised) -> Ref in
            let family = try Posix.int(arguments[0])
            let view = try BytesView(arguments[1])
            guard family == AF_INET || family == AF_INET6 else { throw raise(.valueError, "unknown address family \(family)") }
            if view.count != (family == AF_INET ? 4 : 16) { throw raise(.valueError, "invalid length of packed IP address string") }
            let raw = UnsafeRawPointer(view.bytes)
            return family == AF_INET ? try SocketAddress.text(raw.loadUnaligned(as: in_addr.self), family)
                : try SocketAddress.text(raw.loadUnaligned(as: in6_addr.self), family)
        }, doc: SocketModuleDocs.inet_ntop)
    }

    private static func addInterfaces(_ module: ModuleBuilder) {
        module.function("if_nameindex", .noArguments { (_) throws(Raised) -> Ref in
            guard let entries = _pyswift_interfaces() else { throw OSErrors.raise(errno) }
            defer { if_freenameindex(entries) }
            let list = ListObject.make()
            var index = 0
            while entries[index].if_index != 0 {
                let name = try FileNames.decode(entries[index].if_name)
                let item = TupleObject.make(Value(smallInt: Int(entries[index].if_index)), name.value)
                try ListObject.append(list.value, item.value)
                index += 1
            }
            return list
        }, doc: SocketModuleDocs.if_nameindex)
        module.function("if_nametoindex", .one { (_, value) throws(Raised) -> Ref in
            let name = try FileNames.converted(value)
            guard let characters = text(name.value) else { return .none }
            let index = Glibc.if_nametoindex(characters)
            if index == 0 { throw OSErrors.raise(message: "no interface with this name") }
            return IntObject.make(Int(index))
        }, doc: SocketModuleDocs.if_nametoindex)
        module.function("if_indextoname", .one { (_, value) throws(Raised) -> Ref in
            let index = try Posix.long(value)
            let room = UnsafeMutablePointer<CChar>.allocate(capacity: 64)
            defer { room.deallocate() }
            guard Glibc.if_indextoname(UInt32(truncatingIfNeeded: index), room) != nil else { throw OSErrors.raise(errno) }
            return try FileNames.decode(room)
        }, doc: SocketModuleDocs.if_indextoname)
    }
}
