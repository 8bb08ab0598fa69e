// What the command line and the environment say about a run.

/// The settings of a run, as `sys.flags` and its neighbours show them.
public struct Configuration: Sendable {
    public var arguments: [String] = [""]
    public var originalArguments: [String] = []
    /// What the program was called as.
    public var program = "pyswift"
    public var debug = 0
    public var inspect = 0
    public var interactive = 0
    public var optimize = 0
    public var dontWriteBytecode = 0
    public var noUserSite = 0
    public var noSite = 0
    public var ignoreEnvironment = 0
    public var verbose = 0
    public var bytesWarning = 0
    public var quiet = 0
    public var isolated = 0
    public var devMode = false
    public var safePath = false
    public var utf8Mode = 0
    public var warnDefaultEncoding = 0
    /// The locale is the C locale, and UTF-8 mode was turned off.
    public var isASCII = false
    public var unbuffered = false
    /// `PYTHONIOENCODING`: "encoding:errors", both optional.
    public var ioEncoding: String?
    public var skipsFirstLine = false
    public var intMaxStrDigits = -1
    public var warnOptions: [String] = []
    public var xOptions: [(name: String, value: String?)] = []
    public var pythonPath: [String] = []
    public var pycachePrefix: String?
    /// `--check-hash-based-pycs`
    public var checkHashBasedFiles = "default"
    public var usesFrozenModules = true
    public var importTimes = false
    public var faultHandler = false
    /// Frames of each traced allocation; 0: none are traced.
    public var traceMalloc = 0
    public var hasDebugRanges = true
    /// The number that PYTHONHASHSEED gives; nil for a random secret.
    public var hashSeed: UInt32?

    public init() {}

    /// The settings in force.
    nonisolated(unsafe) public static var current = Configuration()
}
