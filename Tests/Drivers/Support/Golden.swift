import Foundation

/// A script with its recorded output: `<root>/<folder>/<name>.py` and `.txt`.
///
/// The rules of a run (environment, directives, what the record holds) are those of `Scripts/lib/golden.py`, which records
/// them; the two must change together.
public struct Golden: Sendable, CustomStringConvertible {
    public let folder: String
    public let name: String
    public let directory: URL
    let directives: [String: String]

    public var description: String { "\(folder)/\(name)" }
    var scriptFile: String { name + ".py" }
    var recordURL: URL { directory.appendingPathComponent(name + ".txt") }

    init(folder: String, name: String, directory: URL) throws {
        self.folder = folder
        self.name = name
        self.directory = directory
        let source = try Data(contentsOf: directory.appendingPathComponent(name + ".py"))
        let first = source.prefix { $0 != UInt8(ascii: "\n") }
        directives = Golden.parseDirectives(String(decoding: first, as: UTF8.self))
    }

    /// Every golden of the folders below `root`, in order of name.
    public static func all(in root: URL) throws -> [Golden] {
        try folders(in: root).flatMap { try all(inFolder: $0, of: root) }
    }

    public static func all(inFolder folder: String, of root: URL) throws -> [Golden] {
        let directory = root.appendingPathComponent(folder)
        return try FileManager.default.contentsOfDirectory(atPath: directory.path)
            .filter { $0.hasSuffix(".py") && !$0.hasPrefix("_") }
            .sorted()
            .map { try Golden(folder: folder, name: String($0.dropLast(3)), directory: directory) }
    }

    public static func folders(in root: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: root.path)
            .filter { name in
                var isFolder: ObjCBool = false
                let found = FileManager.default.fileExists(
                    atPath: root.appendingPathComponent(name).path, isDirectory: &isFolder)
                return found && isFolder.boolValue
            }
            .sorted()
    }

    /// The names listed in `<root>/pending.txt`: goldens that are known not to pass yet.
    public static func pending(in root: URL) -> Set<String> {
        let text = (try? String(contentsOf: root.appendingPathComponent("pending.txt"), encoding: .utf8)) ?? ""
        return Set(text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    }

    /// `# golden: key=value key="value with blanks"`, with `\n` and `\t` understood in values.
    static func parseDirectives(_ line: String) -> [String: String] {
        let prefix = "# golden:"
        guard line.hasPrefix(prefix) else { return [:] }
        var found: [String: String] = [:]
        var rest = line.dropFirst(prefix.count).drop { $0 == " " }
        while let equals = rest.firstIndex(of: "=") {
            let key = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
            let value: Substring
            if rest.first == "\"" {
                rest = rest.dropFirst()
                value = rest.prefix { $0 != "\"" }
                rest = rest.dropFirst(value.count + 1)
            } else {
                value = rest.prefix { $0 != " " }
                rest = rest.dropFirst(value.count)
            }
            found[key] = value.replacingOccurrences(of: "\\n", with: "\n").replacingOccurrences(of: "\\t", with: "\t")
            rest = rest.drop { $0 == " " }
        }
        return found
    }

    private func list(_ key: String) -> [String] {
        (directives[key] ?? "").split(separator: ",").map(String.init)
    }

    /// Runs the script, with further variables in its environment, and compares: `nil`, or what is wrong as text to show.
    public func check(_ interpreter: Interpreter, environment further: [String: String] = [:]) throws -> String? {
        guard let expected = try? Data(contentsOf: recordURL) else { return "no recorded output" }
        let own = directives["timeout"].flatMap(Int.init) ?? 0
        let seconds = max(own, Limits.seconds) * (interpreter.isDebug ? Limits.debugFactor : 1)
        let inherited = ProcessInfo.processInfo.environment
        var environment = [
            "PATH": inherited["PATH"] ?? "/usr/bin:/bin", "HOME": inherited["HOME"] ?? "/", "LANG": "C.UTF-8",
            "PYTHONHASHSEED": directives["hashseed"] ?? "0", "PYTHONDONTWRITEBYTECODE": "1",
        ]
        let packages = Interpreter.packageRoot.appendingPathComponent(".build/packages").path
        if directives["packages"] != nil {
            environment["PYTHONPATH"] = packages + "/site"
            environment["PYTHONPYCACHEPREFIX"] = packages + "/cache"
            environment["PYTHONDONTWRITEBYTECODE"] = nil
        }
        let outcome = try ChildProcess.run(
            [interpreter.path, "-X", "utf8"] + list("flags") + [scriptFile] + list("args"),
            in: directory,
            environment: environment.merging(further) { $1 },
            input: Data((directives["stdin"] ?? "").utf8), seconds: seconds, memoryBytes: Limits.memoryBytes)
        guard case .exited(let code) = outcome.ending else { return "timed out after \(seconds) s" }

        var actual = outcome.output
        if !outcome.error.isEmpty || code != 0 {
            actual += Data("\n--- stderr ---\n".utf8) + outcome.error + Data("\n--- exit ---\n\(code)\n".utf8)
        }
        if directives["packages"] != nil {
            actual = actual.replacing(Data((packages + "/site/").utf8), with: Data())
        }
        actual = actual.replacing(Data((directory.path + "/").utf8), with: Data()).withoutAddresses()
        return actual == expected
            ? nil : unifiedDiff(recorded: String(decoding: expected, as: UTF8.self), printed: String(decoding: actual, as: UTF8.self))
    }
}

/// What a script may use up.
enum Limits {
    static let seconds = 10
    static let debugFactor = 6
    static let memoryBytes = 6 << 30
}

extension Data {
    func replacing(_ pattern: Data, with replacement: Data) -> Data {
        var result = Data()
        var rest = self[...]
        while let found = rest.range(of: pattern) {
            result += rest[..<found.lowerBound] + replacement
            rest = rest[found.upperBound...]
        }
        return result + rest
    }

    /// " at 0x" with six digits or more loses them: where an object lies is no behaviour.
    func withoutAddresses() -> Data {
        let marker = Data(" at 0x".utf8)
        var result = Data()
        var rest = self[...]
        while let found = rest.range(of: marker) {
            result += rest[..<found.upperBound]
            rest = rest[found.upperBound...]
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0) }
            if digits.count >= 6 {
                result += Data("...".utf8)
                rest = rest.dropFirst(digits.count)
            }
        }
        return result + rest
    }
}
