// Frames.
//
// A frame is a window of registers on the value stack with a header of eight words in front. `fp` points to register 0:
//
//     fp-8  function       the function that runs, owned
//     fp-7  code           its LinkedCode (borrowed from the function)
//     fp-6  previous       fp of the frame that gets the result, or 0
//     fp-5  pc             where to go on: valid while another frame runs, and while native code is called
//     fp-4  note           bits 0-15: register of the caller that gets the result; 16-23: `Continuation`; 24-31: `FrameFlags`;
//                          32 and up: what refines the continuation, see `NoteBits`
//     fp-3  frameObject    the frame object, if somebody looked; owned
//     fp-2  locals         the namespace mapping of class bodies, modules and `exec`; owned; 0 in functions
//     fp-1  extra          what the continuation needs (owned value), or for generators the top of the stack below them
//
// A caller leaves this room below the arguments it passes, so that the arguments become the callee's first registers where they
// stand and nothing is copied. A generator has its window inside its own object; it calls from the top of the stack below it.

import CPythonABI
import Compiler

typealias FramePointer = UnsafeMutablePointer<Value>
typealias ProgramCounter = UnsafeMutablePointer<UInt64>

/// What is to be done with the value that a frame returns.
enum Continuation: UInt8 {
    /// Store it in the caller's register, a temporary.
    case store = 0
    /// Store it in the caller's register, a local variable whose old value is released.
    case storeLocal
    /// Return from the loop to native code.
    case exit
    /// `__init__`: must be None; the result is the instance in `extra`.
    case initialize
    case initializeLocal
    /// The frame is a generator's: what it yields goes to the register; when it returns, the loop of the caller ends.
    case forIter
    case forIterLocal
    /// The frame is a generator's that another one delegates to.
    case yieldFrom
    /// The frame is a generator's that is closed because the one that delegates to it is: whatever way it ends, the caller goes on
    /// with an exception.
    case closeDelegate
    /// The frame is an asynchronous generator's whose next item the caller awaits.
    case asyncSend
    /// `__enter__`: the exit function in `extra` goes to the register below the result's.
    case enter
    /// Throw it away.
    case discard
    /// The result is negated (`in` by `__contains__`, `not`).
    case truth
    case truthLocal
    case negatedTruth
    case negatedTruthLocal
    // These go on in `Continuations`, and are refined by the upper half of the note.
    /// A step of a binary operator, whose operands stay in the instruction's registers.
    case operation
    /// A step of a comparison, in the same way.
    case comparison
    /// `__bool__` or `__len__`, for its truth.
    case truthMethod
    /// `__iter__`: must give an iterator.
    case iterator
    /// `__next__` of a loop: StopIteration ends it.
    case nextItem
    /// An attribute: AttributeError goes on with `__getattr__`; `extra` is a tuple of object and name, or null.
    case attribute
    /// `__new__`: goes on with `__init__`; `extra` is a tuple of the class, the keyword names or None, and the arguments.
    case construct
}

enum FrameFlags {
    /// The window is the first in its chunk of the stack: the chunk goes when the frame goes.
    static let newChunk: UInt64 = 1 << 24
    static let generator: UInt64 = 1 << 25
    /// The frame counts as two levels of recursion: its call goes through native code in CPython, which counts there too.
    static let countsTwice: UInt64 = 1 << 26
}

/// Words of a frame's header. Room for the header below the arguments of a call.
let frameHeaderSize = 8

extension UnsafeMutablePointer where Pointee == Value {
    @inline(__always) var function: Value {
        get { self[-8] }
        nonmutating set { self[-8] = newValue }
    }
    @inline(__always) var code: CodePointer {
        get { CodePointer(bitPattern: UInt(self[-7].bits)).unsafelyUnwrapped }
        nonmutating set { self[-7] = Value(bits: UInt64(UInt(bitPattern: newValue))) }
    }
    @inline(__always) var previous: FramePointer? {
        get { FramePointer(bitPattern: UInt(self[-6].bits)) }
        nonmutating set { self[-6] = Value(bits: UInt64(UInt(bitPattern: newValue))) }
    }
    @inline(__always) var pc: ProgramCounter {
        get { ProgramCounter(bitPattern: UInt(self[-5].bits)).unsafelyUnwrapped }
        nonmutating set { self[-5] = Value(bits: UInt64(UInt(bitPattern: newValue))) }
    }
    @inline(__always) var note: UInt64 {
        get { self[-4].bits }
        nonmutating set { self[-4] = Value(bits: newValue) }
    }
    @inline(__always) var frameObject: Value {
        get { self[-3] }
        nonmutating set { self[-3] = newValue }
    }
    @inline(__always) var locals: Value {
        get { self[-2] }
        nonmutating set { self[-2] = newValue }
    }
    @inline(__always) var extra: Value {
        get { self[-1] }
        nonmutating set { self[-1] = newValue }
    }
    @inline(__always) var isGenerator: Bool { note & FrameFlags.generator != 0 }
    @inline(__always) var continuation: Continuation {
        unsafeBitCast(UInt8(truncatingIfNeeded: note >> 16), to: Continuation.self)
    }
    @inline(__always) var globals: Value { FunctionObject.globals(function) }
    @inline(__always) var builtins: Value { FunctionObject.builtins(function) }
    /// The word of the instruction that the frame is at.
    var currentWord: Int { max(pc - code.pointee.instructions - 1, 0) }
    /// First free word above the frame's window.
    @inline(__always) var top: FramePointer {
        if isGenerator { return FramePointer(bitPattern: UInt(extra.bits)).unsafelyUnwrapped }
        return self + code.pointee.registerCount
    }
}

/// The frame that runs, for native code that needs to know.
public enum CurrentFrame {
    @inline(__always) static var fp: FramePointer? {
        get { _pyswift_loop.current_frame?.assumingMemoryBound(to: Value.self) }
        set { _pyswift_loop.current_frame = UnsafeMutableRawPointer(newValue) }
    }
    /// Globals of the running Python function, borrowed, or null.
    public static var globals: Value { fp.map { $0.globals } ?? .null }
}

/// The stack that windows stand on: a list of chunks, so that it grows without moving.
enum ValueStack {
    static let chunkWords = 1 << 16
    /// Words at the head of a chunk: previous limit, previous chunk, size.
    static let chunkHeader = 4

    /// Makes room for a window of `count` registers whose arguments would begin at `base`; returns where they must begin. When the
    /// chunk is full that is in a new one (`fresh`), and the caller moves the arguments there.
    @inline(__always) static func fits(_ base: FramePointer, _ count: Int) -> Bool {
        _pyswift_stack_reaches(base + count) != 0
    }
    /// A new chunk for a window of `count` registers; nil when memory is exhausted.
    @inline(never) static func newChunk(_ count: Int) -> FramePointer? {
        let words = max(chunkWords, count * 2 + 64)
        let (bytes, overflow) = words.multipliedReportingOverflow(by: 8)
        guard !overflow, let block = Allocator.allocate(bytes) else { return nil }
        let chunk = block.assumingMemoryBound(to: UInt.self)
        chunk[0] = UInt(bitPattern: _pyswift_loop.stack_limit)
        chunk[1] = UInt(bytes)
        _pyswift_loop.stack_limit = block + bytes
        return (block + (chunkHeader + frameHeaderSize) * 8).assumingMemoryBound(to: Value.self)
    }
    /// Gives back the chunk that begins with the window `fp`.
    static func freeChunk(_ fp: FramePointer) {
        let chunk = UnsafeMutableRawPointer(fp - chunkHeader - frameHeaderSize).assumingMemoryBound(to: UInt.self)
        _pyswift_loop.stack_limit = UnsafeMutableRawPointer(bitPattern: chunk[0])
        Allocator.free(chunk, Int(chunk[1]))
    }
    /// First free word above a frame; the bottom of the stack if there is none.
    @inline(__always) static func top(_ fp: FramePointer?) -> FramePointer {
        if let fp { return fp.top }
        return bottom()
    }
    /// The bottom of the current thread's stack.
    @inline(never) private static func bottom() -> FramePointer {
        let thread = ThreadStates.current
        if let bottom = thread.pointee.stackBottom { return bottom }
        let made = newChunk(16) ?? ObjectMemory.outOfMemory(chunkWords * 8).assumingMemoryBound(to: Value.self)
        thread.pointee.stackBottom = made
        return made
    }
    /// Gives back the last chunk of a thread that ends, which need not be the current one.
    static func freeBottom(_ bottom: FramePointer) {
        let chunk = UnsafeMutableRawPointer(bottom - chunkHeader - frameHeaderSize).assumingMemoryBound(to: UInt.self)
        Allocator.free(chunk, Int(chunk[1]))
    }
}
