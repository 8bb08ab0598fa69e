// The constants of select: a generated table.

enum SelectConstants {
    static let all: [(StaticString, Int)] = [
        ("EPOLLERR", 8), ("EPOLLET", 2147483648), ("EPOLLEXCLUSIVE", 268435456), ("EPOLLHUP", 16), ("EPOLLIN", 1),
        ("EPOLLMSG", 1024), ("EPOLLONESHOT", 1073741824), ("EPOLLOUT", 4), ("EPOLLPRI", 2), ("EPOLLRDBAND", 128),
        ("EPOLLRDHUP", 8192), ("EPOLLRDNORM", 64), ("EPOLLWRBAND", 512), ("EPOLLWRNORM", 256), ("EPOLL_CLOEXEC", 524288),
        ("PIPE_BUF", 4096), ("POLLERR", 8), ("POLLHUP", 16), ("POLLIN", 1), ("POLLMSG", 1024), ("POLLNVAL", 32), ("POLLOUT", 4),
        ("POLLPRI", 2), ("POLLRDBAND", 128), ("POLLRDHUP", 8192), ("POLLRDNORM", 64), ("POLLWRBAND", 512), ("POLLWRNORM", 256),
    ]
}

enum SelectDocs {
    static var select: StaticString { "Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited for:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an \"exceptional condition\"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first three\narguments; each contains the subset of the corresponding file descriptors\nthat are ready.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file\ndescriptors can be used." }
    static var poll: StaticString { "Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events." }
}

enum PollDocs {
    static var register: StaticString { "Register a file descriptor with the polling object.\n\n  fd\n    either an integer, or an object with a fileno() method returning an int\n  eventmask\n    an optional bitmask describing the type of events to check for" }
    static var modify: StaticString { "Modify an already registered file descriptor.\n\n  fd\n    either an integer, or an object with a fileno() method returning\n    an int\n  eventmask\n    a bitmask describing the type of events to check for" }
    static var unregister: StaticString { "Remove a file descriptor being tracked by the polling object." }
    static var poll: StaticString { "Polls the set of registered file descriptors.\n\n  timeout\n    The maximum time to wait in milliseconds, or else None (or a negative\n    value) to wait indefinitely.\n\nReturns a list containing any descriptors that have events or errors to\nreport, as a list of (fd, event) 2-tuples." }
}

enum EpollDocs {
    static var type: StaticString { "select.epoll(sizehint=-1, flags=0)\n\nReturns an epolling object\n\nsizehint must be a positive integer or -1 for the default size. The\nsizehint is used to optimize internal data structures. It doesn't limit\nthe maximum number of monitored events." }
    static var close: StaticString { "Close the epoll control file descriptor.\n\nFurther operations on the epoll object will raise an exception." }
    static var closed: StaticString { "True if the epoll handler is closed" }
    static var fileno: StaticString { "Return the epoll control file descriptor." }
    static var fromfd: StaticString { "Create an epoll object from a given control fd." }
    static var register: StaticString { "Registers a new fd or raises an OSError if the fd is already registered.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants\n\nThe epoll interface supports all file descriptors that support poll." }
    static var modify: StaticString { "Modify event mask for a registered file descriptor.\n\n  fd\n    the target file descriptor of the operation\n  eventmask\n    a bit set composed of the various EPOLL constants" }
    static var unregister: StaticString { "Remove a registered file descriptor from the epoll object.\n\n  fd\n    the target file descriptor of the operation" }
    static var poll: StaticString { "Wait for events on the epoll file descriptor.\n\n  timeout\n    the maximum time to wait in seconds (as float);\n    a timeout of None or -1 makes poll wait indefinitely\n  maxevents\n    the maximum number of events returned; -1 means no limit\n\nReturns a list containing any descriptors that have events to report,\nas a list of (fd, events) 2-tuples." }
}
