// Addresses of sockets: tuples and strings for Python, structs for the system.

import CPythonABI
import Glibc
import Runtime

struct SocketAddress {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// Room for an address that the system fills in.
    init() {}

    /// Reads the address argument of a method of a socket.
    init(_ value: Value, family: Int32, _ function: StaticString) throws(Raised) {
        switch family {
        case AF_INET: try fillInternet(value, function)
        case AF_INET6: try fillInternet6(value, function)
        case AF_UNIX: try fillUnix(value)
        case AF_NETLINK: try fillNetlink(value, function)
        case AF_PACKET: try fillPacket(value, function)
        case AF_VSOCK: try fillVirtual(value)
        default: throw OSErrors.raise(message: "\(function)(): bad family")
        }
    }

    /// Calls with the struct as the system takes it.
    mutating func withPointer<R>(_ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> R) -> R {
        withUnsafeMutablePointer(to: &self) { pointer in
            let raw = UnsafeMutableRawPointer(pointer)
            let length = (raw + MemoryLayout<SocketAddress>.offset(of: \.length).unsafelyUnwrapped).assumingMemoryBound(to: socklen_t.self)
            return body(raw.assumingMemoryBound(to: sockaddr.self), length)
        }
    }
    private mutating func set<T>(_ address: T, _ count: Int = MemoryLayout<T>.size) {
        var address = address
        withUnsafeMutablePointer(to: &storage) { target in
            withUnsafePointer(to: &address) { source in _ = copyBytes(UnsafeMutableRawPointer(target), UnsafeRawPointer(source), count) }
        }
        length = socklen_t(count)
    }
    private func get<T>(_ type: T.Type) -> T {
        withUnsafePointer(to: storage) { UnsafeRawPointer($0).loadUnaligned(as: type) }
    }

    // MARK: From Python

    private static func parts(_ value: Value, _ family: StaticString, _ function: StaticString, _ minimum: Int, _ maximum: Int, _ shape: StaticString) throws(Raised) {
        guard TupleObject.isInstance(value) else {
            throw raise(.typeError, "\(function)(): \(family) address must be tuple, not \(value.type.name)")
        }
        let count = TupleObject.count(value)
        if count < minimum || count > maximum { throw raise(.typeError, "\(function)(): \(family) address must be a \(shape)") }
    }
    static func port(_ value: Value, _ function: StaticString) throws(Raised) -> UInt16 {
        guard let number = UInt16(exactly: Int(try Posix.int(value))) else {
            throw raise(.overflowError, "\(function)(): port must be 0-65535.")
        }
        return number.bigEndian
    }
    private mutating func fillInternet(_ value: Value, _ function: StaticString) throws(Raised) {
        try SocketAddress.parts(value, "AF_INET", function, 2, 2, "pair (host, port)")
        let host = Ref(TupleObject.item(value, 0))
        let port = try SocketAddress.port(TupleObject.item(value, 1), function)
        let found = try SocketNames.resolve(host.value, family: AF_INET)
        var address = found.get(sockaddr_in.self)
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port
        set(address)
    }
    private mutating func fillInternet6(_ value: Value, _ function: StaticString) throws(Raised) {
        try SocketAddress.parts(value, "AF_INET6", function, 2, 4, "tuple (host, port[, flowinfo[, scopeid]])")
        let host = Ref(TupleObject.item(value, 0))
        let port = try SocketAddress.port(TupleObject.item(value, 1), function)
        let count = TupleObject.count(value)
        let flow = count > 2 ? try Posix.long(TupleObject.item(value, 2)) : 0
        let scope = count > 3 ? try Posix.long(TupleObject.item(value, 3)) : 0
        if flow < 0 || flow > 0xFFFFF { throw raise(.overflowError, "\(function)(): flowinfo must be 0-1048575.") }
        let found = try SocketNames.resolve(host.value, family: AF_INET6)
        var address = found.get(sockaddr_in6.self)
        address.sin6_family = sa_family_t(AF_INET6)
        address.sin6_port = port
        address.sin6_flowinfo = UInt32(flow).bigEndian
        address.sin6_scope_id = UInt32(truncatingIfNeeded: scope)
        set(address)
    }
    private mutating func fillUnix(_ value: Value) throws(Raised) {
        let bytes = StrObject.isInstance(value) ? try Codecs.encode(value, .utf8, SocketNames.surrogateEscape) : Ref(value)
        let view = try BytesView(bytes.value)
        // An abstract name begins with a zero and needs none at its end.
        let isAbstract = view.count > 0 && view.bytes[0] == 0
        if isAbstract ? view.count > 108 : view.count >= 108 { throw OSErrors.raise(message: "AF_UNIX path too long") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutablePointer(to: &address.sun_path) { _ = copyBytes(UnsafeMutableRawPointer($0), view.bytes, view.count) }
        // The system chooses a name where none is given.
        set(address, 2 + view.count + (isAbstract || view.count == 0 ? 0 : 1))
    }
    private mutating func fillVirtual(_ value: Value) throws(Raised) {
        guard TupleObject.isInstance(value) else {
            throw raise(.typeError, "getsockaddrarg: AF_VSOCK address must be tuple, not \(value.type.name)")
        }
        let count = TupleObject.count(value)
        if count != 2 { throw raise(.typeError, "getsockaddrarg() takes exactly 2 arguments (\(count) given)") }
        var words = InlineArray<4, UInt32>(repeating: 0)
        words[0] = UInt32(AF_VSOCK)
        for index in 0..<2 {
            let item = try Index.object(TupleObject.item(value, index))
            words[2 - index] = UInt32(truncatingIfNeeded: IntObject.truncatedWord(item.value))
        }
        set(words)
    }
    private mutating func fillNetlink(_ value: Value, _ function: StaticString) throws(Raised) {
        try SocketAddress.parts(value, "AF_NETLINK", function, 2, 2, "pair (pid, groups)")
        var words = InlineArray<3, UInt32>(repeating: 0)
        words[0] = UInt32(AF_NETLINK)
        words[1] = UInt32(truncatingIfNeeded: try Posix.long(TupleObject.item(value, 0)))
        words[2] = UInt32(truncatingIfNeeded: try Posix.long(TupleObject.item(value, 1)))
        set(words)
    }
    private mutating func fillPacket(_ value: Value, _ function: StaticString) throws(Raised) {
        try SocketAddress.parts(value, "AF_PACKET", function, 2, 5, "tuple of two to five elements")
        let name = Ref(TupleObject.item(value, 0))
        guard StrObject.isInstance(name.value) else { throw raise(.typeError, "\(function)(): interface name must be str, not \(name.value.type.name)") }
        let bytes = try FileNames.encode(name.value)
        let index = if_nametoindex(UnsafeRawPointer(BytesObject.data(bytes.value)).assumingMemoryBound(to: CChar.self))
        if index == 0 { throw OSErrors.raise(errno) }
        let count = TupleObject.count(value)
        let protocolNumber = try Posix.int(TupleObject.item(value, 1))
        guard let wire = UInt16(exactly: Int(protocolNumber)) else { throw raise(.overflowError, "\(function)(): proto must be 0-65535.") }
        var address = PacketAddress()
        address.family = UInt16(AF_PACKET)
        address.protocolNumber = wire.bigEndian
        address.interface = Int32(index)
        if count > 2 { address.kind = UInt8(truncatingIfNeeded: try Posix.int(TupleObject.item(value, 2))) }
        if count > 3 { address.hardware = UInt16(truncatingIfNeeded: try Posix.int(TupleObject.item(value, 3))) }
        if count > 4 {
            let view = try BytesView(TupleObject.item(value, 4))
            if view.count > 8 { throw raise(.valueError, "Hardware address must be 8 bytes or less") }
            address.length = UInt8(view.count)
            withUnsafeMutablePointer(to: &address.address) { _ = copyBytes(UnsafeMutableRawPointer($0), view.bytes, view.count) }
        }
        set(address)
    }
    /// struct sockaddr_ll
    private struct PacketAddress {
        var family: UInt16 = 0
        var protocolNumber: UInt16 = 0
        var interface: Int32 = 0
        var hardware: UInt16 = 0
        var kind: UInt8 = 0
        var length: UInt8 = 0
        var address: UInt64 = 0
    }

    // MARK: To Python

    /// The address as Python sees it; None where there is none.
    func value() throws(Raised) -> Ref {
        if length == 0 { return .none }
        switch Int32(storage.ss_family) {
        case AF_INET:
            let address = get(sockaddr_in.self)
            let host = try SocketAddress.text(address.sin_addr, AF_INET)
            return TupleObject.make(host.value, Value(smallInt: Int(UInt16(bigEndian: address.sin_port))))
        case AF_INET6:
            let address = get(sockaddr_in6.self)
            let host = try SocketAddress.text(address.sin6_addr, AF_INET6)
            return TupleObject.make(
                host.value, Value(smallInt: Int(UInt16(bigEndian: address.sin6_port))),
                Value(smallInt: Int(UInt32(bigEndian: address.sin6_flowinfo))), Value(smallInt: Int(address.sin6_scope_id)))
        case AF_UNIX: return try unixValue()
        case AF_NETLINK:
            let words = get(InlineArray<3, UInt32>.self)
            return TupleObject.make(Value(smallInt: Int(words[1])), Value(smallInt: Int(words[2])))
        case AF_VSOCK:
            let words = get(InlineArray<4, UInt32>.self)
            return TupleObject.make(Value(smallInt: Int(words[2])), Value(smallInt: Int(words[1])))
        case AF_PACKET:
            let address = get(PacketAddress.self)
            var room = InlineArray<32, CChar>(repeating: 0)
            let name = try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
                let text = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: CChar.self)
                return if_indextoname(UInt32(address.interface), text) == nil ? StrObject.empty : try FileNames.decode(text)
            }
            let hardware = try withUnsafePointer(to: address.address) { (pointer) throws(Raised) -> Ref in
                try BytesObject.make(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self), min(Int(address.length), 8))
            }
            return TupleObject.make(
                name.value, Value(smallInt: Int(UInt16(bigEndian: address.protocolNumber))), Value(smallInt: Int(address.kind)),
                Value(smallInt: Int(address.hardware)), hardware.value)
        default:
            let data = try withUnsafePointer(to: storage) { (pointer) throws(Raised) -> Ref in
                try BytesObject.make(UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self) + 2, max(Int(length) - 2, 0))
            }
            return TupleObject.make(Value(smallInt: Int(storage.ss_family)), data.value)
        }
    }
    private func unixValue() throws(Raised) -> Ref {
        let count = min(max(Int(length) - 2, 0), 108)
        return try withUnsafePointer(to: storage) { (pointer) throws(Raised) -> Ref in
            let path = UnsafeRawPointer(pointer).assumingMemoryBound(to: UInt8.self) + 2
            if count > 0 && path[0] == 0 { return try BytesObject.make(path, count) }
            var end = 0
            while end < count && path[end] != 0 { end += 1 }
            return try FileNames.decode(path, end)
        }
    }
    /// The text of an in_addr or in6_addr.
    static func text<T>(_ address: T, _ family: Int32) throws(Raised) -> Ref {
        var room = InlineArray<64, CChar>(repeating: 0)
        return try withUnsafeMutablePointer(to: &room) { (pointer) throws(Raised) -> Ref in
            let target = UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: CChar.self)
            let shown = withUnsafePointer(to: address) { inet_ntop(family, $0, target, 64) }
            if shown == nil { throw OSErrors.raise(errno) }
            return try FileNames.decode(target)
        }
    }
    /// The numbers of an address of the internet, for callers that look names up.
    func internet() -> sockaddr_in { get(sockaddr_in.self) }
    func internet6() -> sockaddr_in6 { get(sockaddr_in6.self) }
    /// Takes over an address that the system made.
    init(copying address: UnsafePointer<sockaddr>, _ count: socklen_t) {
        withUnsafeMutablePointer(to: &storage) { target in
            _ = copyBytes(UnsafeMutableRawPointer(target), UnsafeRawPointer(address), min(Int(count), MemoryLayout<sockaddr_storage>.size))
        }
        length = count
    }
}
