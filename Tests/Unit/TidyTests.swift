import Foundation
import Testing

/// The repository checks itself: the rules of the code base that a machine can see.
@Suite struct TidyTests {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file that says so in one of its first lines is a table made by a program, free to be long.
    static let generatedMarker = "generated table"
    static let longestFile = 1000

    /// Where raw memory may be touched, and why. Everything else goes through what these folders offer.
    static let unsafeRooms: [(folder: String, reason: String)] = [
        ("Sources/CPythonABI", "the C structs themselves"),
        ("Sources/Numerics", "digit buffers of big integers"),
        ("Sources/UnicodeData", "static tables read by pointer"),
        ("Sources/RegularExpressions", "programs, texts and the stack of the matcher are read by pointer"),
        ("Sources/Syntax/Source", "the source text's buffer"),
        ("Sources/Syntax/Tokens", "the lexer reads the buffer by pointer"),
        ("Sources/Syntax/Parser", "the parser's token window, and the bound of the native stack"),
        ("Sources/Syntax/UnicodeHooks.swift", "text handed to UnicodeData by pointer"),
        ("Sources/Runtime/Memory", "allocation, reference counts, the collector"),
        ("Sources/Runtime/Objects", "object layouts"),
        ("Sources/Runtime/Types", "layouts and slots of type objects"),
        ("Sources/Runtime/Interpreter", "registers, frames, the loop"),
        ("Sources/Runtime/Threads", "the parts of the loop's state that belong to threads"),
        ("Sources/Runtime/Codecs", "bytes and characters read and written in place"),
        ("Sources/Runtime/Formatting", "characters written in place"),
        ("Sources/Runtime/Foreign", "slots and fields of types made in C"),
        ("Sources/CAPI", "the border to C"),
        ("Sources/StandardModules/Subprocess", "the vectors of exec"),
        ("Sources/StandardModules/Accounts", "names handed to the C library"),
        ("Sources/StandardModules/FileControl", "arguments of fcntl and ioctl"),
        ("Sources/StandardModules/Select", "arrays of poll and epoll"),
        ("Sources/StandardModules/Faulthandler/FatalSignals.swift", "what signals did before, by number"),
        ("Sources/StandardModules/Socket", "addresses and messages"),
        ("Sources/StandardModules/Posix/PosixProcesses.swift", "the answer of waitid"),
        ("Sources/StandardModules/Posix/PosixLinux.swift", "the offsets of splice"),
        ("Sources/Runtime/Sys/ArgumentText.swift", "words of the command line, as C passes them"),
        ("Sources/Runtime/Sys/FileReading.swift", "bytes read by descriptor"),
        ("Sources/Runtime/Sys/StandardStreams.swift", "reports written by descriptor"),
        ("Sources/StandardModules/UnicodeDatabase/UnicodeDatabaseModule.swift", "names of characters, written to scratch memory"),
        ("Sources/Runtime/Sys/TraceFunctions.swift", "fields of frames that a trace function sets"),
        ("Sources/StandardModules/IO", "buffers of streams, and characters found and copied in place"),
        ("Sources/Runtime/Native", "machine code"),
    ]

    /// Files outside the rooms that touch raw memory all the same. The list may only shrink: a file that needs it no more must leave.
    static let unsafeExceptions: Set<String> = [
        "Sources/Compiler/Bytecode/Deserializer.swift",
        "Sources/Compiler/Bytecode/Serializer.swift",
        "Sources/Compiler/NativeStack.swift",
        "Sources/Runtime/Errors/Raise.swift",
        "Sources/Runtime/Protocols/Attributes.swift",
        "Sources/Runtime/Protocols/Call.swift",
    ]

    /// Words that have no place in Sources, and why. Spelled in two parts so that this file does not hold them.
    static let forbiddenInSources: [(word: String, reason: String)] = [
        ("import " + "Foundation", "start-up time: Glibc only"),
        ("try" + "!", "no input may trap"),
        ("fatal" + "Error(", "no input may trap"),
        ("TO" + "DO", "unfinished work belongs in the issue list, not in the code"),
        ("FIX" + "ME", "unfinished work belongs in the issue list, not in the code"),
    ]

    /// Words that have no place anywhere: paths of one machine.
    static let forbiddenAnywhere = ["/" + "work/", "/" + "farm/", "." + "library"]

    struct Source {
        var path: String
        var text: String
        var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
        var isGenerated: Bool { lines.prefix(10).contains { $0.contains(TidyTests.generatedMarker) } }
    }

    static func files(below folders: [String], endings: [String]) -> [Source] {
        folders.flatMap { folder -> [Source] in
            let base = root.appendingPathComponent(folder)
            guard let paths = FileManager.default.enumerator(atPath: base.path) else { return [] }
            return paths.compactMap { $0 as? String }
                .filter { path in endings.contains { path.hasSuffix($0) } && !path.contains("__pycache__") }
                .sorted()
                .compactMap { path in
                    (try? String(contentsOf: base.appendingPathComponent(path), encoding: .utf8))
                        .map { Source(path: folder + "/" + path, text: $0) }
                }
        }
    }

    @Test func filesAreNotTooLong() {
        for source in Self.files(below: ["Sources", "Tests"], endings: [".swift", ".c", ".h"]) where !source.isGenerated {
            let end = Self.longestFile
            #expect(source.lines.count <= end + 1, "\(source.path) has \(source.lines.count) lines; the end is \(end)")
        }
    }

    @Test func unsafeCodeStaysInItsRooms() {
        var excused: Set<String> = []
        for source in Self.files(below: ["Sources"], endings: [".swift"]) where source.text.contains("Unsafe") {
            if Self.unsafeRooms.contains(where: { source.path == $0.folder || source.path.hasPrefix($0.folder + "/") }) { continue }
            let lines = source.lines.enumerated().filter { Self.code(of: $0.element).contains("Unsafe") }.map { $0.offset + 1 }
            if lines.isEmpty { continue }
            if Self.unsafeExceptions.contains(source.path) {
                excused.insert(source.path)
            } else {
                Issue.record("\(source.path): raw memory outside the folders that may touch it (the table is in this test), lines \(lines)")
            }
        }
        #expect(Self.unsafeExceptions.subtracting(excused).sorted() == [], "these need no exception any more")
    }

    @Test func sourcesAreFreeOfForbiddenWords() {
        for source in Self.files(below: ["Sources"], endings: [".swift", ".c", ".h"]) where !source.isGenerated {
            for (word, reason) in Self.forbiddenInSources where source.text.contains(word) {
                Issue.record("\(source.path) has '\(word)': \(reason)")
            }
        }
    }

    @Test func nothingNamesAMachine() {
        let sources = Self.files(
            below: ["Sources", "Tests", "Scripts", "Benchmarks", "Conformance", "Examples", "docs", ".ci"],
            endings: [".swift", ".c", ".h", ".py", ".sh", ".md", ".txt", ".json", "run"])
        for source in sources {
            for word in Self.forbiddenAnywhere where source.text.contains(word) {
                Issue.record("\(source.path) names '\(word)'")
            }
        }
    }

    /// The line without its comment; good enough for words that no string literal here holds.
    static func code(of line: Substring) -> Substring {
        line.range(of: "//").map { line[..<$0.lowerBound] } ?? line
    }
}
