import CPythonABI
import Glibc
import Testing

/// Compiled extensions read our objects through offsets they were built with. The records under `Layout/` were taken from
/// CPython's own headers; every struct and field in them that this project declares must lie where they say.
@Suite struct LayoutTests {
    /// A recorded size or offset, with `field` empty for the struct as a whole.
    struct Key: Hashable {
        var structure: String
        var field: String
    }

    struct Place: Equatable {
        var offset: Int
        /// 0 for a tail of any length.
        var size: Int
    }

    /// States whose tails nothing outside reads, so that ours may be shorter.
    static let truncated: Set<Key> = [
        Key(structure: "PyInterpreterState", field: ""),
        Key(structure: "_PyRuntimeState", field: ""),
        Key(structure: "_PyRuntimeState", field: "_main_interpreter"),
    ]

    @Test(arguments: ["offsets.tsv", "offsets_internal.tsv"])
    func recordedOffsetsAreOurs(record: String) throws {
        let ours = Self.compiledLayout()
        let recorded = try #require(Self.read(record))
        #expect(recorded.count > 50)
        for (key, place) in recorded where !Self.truncated.contains(key) {
            let found = try #require(ours[key], "\(key.structure).\(key.field) is not declared")
            #expect(found.offset == place.offset, "offset of \(key.structure).\(key.field)")
            if found.size != 0 {
                #expect(found.size == place.size, "size of \(key.structure).\(key.field)")
            }
        }
    }

    @Test func stringStateBitsAreWhereExtensionsTestThem() {
        // compact | ascii | ready with one-byte characters, as an ASCII literal has it.
        let kind = UInt32(PyUnicode_1BYTE_KIND) << UInt32(PyUnicode_STATE_KIND_SHIFT)
        #expect(kind | PyUnicode_STATE_COMPACT | PyUnicode_STATE_ASCII | PyUnicode_STATE_READY == 0xe4)
        #expect(PyUnicode_STATE_KIND_MASK >> UInt32(PyUnicode_STATE_KIND_SHIFT) == 7)
    }

    @Test func basesComeBeforeDerivedTypes() {
        var seen: Set<UnsafeMutablePointer<PyTypeObject>> = []
        let types = (0..<_PySwift_static_type_count).map { _PySwift_static_type($0)! }
        let exceptions = (0..<_PySwift_static_exception_count).map { _PySwift_static_exception($0)! }
        for type in types + exceptions {
            if let base = type.pointee.tp_base {
                #expect(seen.contains(base), "\(String(cString: type.pointee.tp_name))")
            }
            #expect(type.pointee.ob_base.ob_base.ob_type == PyType_TypePointer())
            seen.insert(type)
        }
        #expect(seen.count == types.count + exceptions.count)
    }

    @Test func smallIntsAreInTheRuntimeState() {
        for value in Int(PySmallInt_MIN)...Int(PySmallInt_MAX) {
            let object = UnsafeMutableRawPointer(_PySwift_small_int(value)!).assumingMemoryBound(to: PyLongObject.self)
            #expect(object.pointee.ob_base.ob_size == value.signum())
            #expect(Int(object.pointee.ob_digit) == abs(value))
        }
    }

    static func compiledLayout() -> [Key: Place] {
        var layout: [Key: Place] = [:]
        var entry = _PySwift_layout_table()!
        while let structure = entry.pointee.structure {
            let field = entry.pointee.field.map { String(cString: $0) } ?? ""
            layout[Key(structure: String(cString: structure), field: field)] =
                Place(offset: entry.pointee.offset, size: entry.pointee.size)
            entry += 1
        }
        return layout
    }

    /// Reads a record; bit-fields are left to the test of the string state.
    static func read(_ name: String) -> [Key: Place]? {
        let folder = String(#filePath.dropLast("LayoutTests.swift".count))
        guard let file = fopen("\(folder)Layout/\(name)", "r") else { return nil }
        defer { fclose(file) }
        var layout: [Key: Place] = [:]
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        while getline(&line, &capacity, file) > 0 {
            let columns = String(cString: line!).split(whereSeparator: { $0 == "\t" || $0 == "\n" }).map(String.init)
            if columns.count == 3, columns[0] == "STRUCT", let size = Int(columns[2]) {
                layout[Key(structure: columns[1], field: "")] = Place(offset: 0, size: size)
            } else if columns.count == 4, let offset = Int(columns[2]) {
                layout[Key(structure: columns[0], field: columns[1])] = Place(offset: offset, size: Int(columns[3]) ?? 0)
            }
        }
        return layout
    }
}
