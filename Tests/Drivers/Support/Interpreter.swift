import Foundation

/// The `pyswift` executable under test.
public struct Interpreter: Sendable {
    public let path: String

    /// Limits are wider for it: unoptimised code is several times slower.
    public var isDebug: Bool { URL(fileURLWithPath: path).resolvingSymlinksInPath().path.contains("/debug/") }

    /// The package's folder, found from this file's own place in it.
    public static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `$PYSWIFT`, else the release build, else the executable beside the test bundle; `nil` when none is there.
    public static func underTest() -> Interpreter? {
        var candidates: [String] = []
        if let named = ProcessInfo.processInfo.environment["PYSWIFT"] {
            candidates.append(named)
        } else {
            candidates.append(packageRoot.appendingPathComponent(".build/release/pyswift").path)
            if let bundle = CommandLine.arguments.first(where: { $0.hasSuffix(".xctest") }) {
                candidates.append(URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("pyswift").path)
            }
            candidates.append(packageRoot.appendingPathComponent(".build/debug/pyswift").path)
        }
        return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }.map { Interpreter(path: $0) }
    }
}
