// Frames.
//
// A frame is a window of registers on the value stack with a header of eight words in front. `fp` points to register 0:
//
//     fp-8  function       the function that runs, owned
//     fp-7  code           its code object, borrowed from the function
//     fp-6  previous       fp of the frame that gets the result, or 0
//     fp-5  pc             where to go on: the word after the instruction that called, while another frame runs
//     fp-4  note           bits 0-15: register of the caller that gets the result; 16-23: `Continuation`; 24-31: `FrameFlags`;
//                          32-63: a number for the continuation
//     fp-3  frameObject    the frame object, if somebody looked; owned
//     fp-2  locals         the namespace mapping of class bodies, modules and `exec`; owned; 0 in functions
//     fp-1  extra          generator object (borrowed), or a value that belongs to the continuation (owned)
//
// A caller leaves this room below the arguments it passes, so that the arguments become the callee's first registers where they
// stand and nothing is copied.

import CPythonABI
import Compiler

typealias FramePointer = UnsafeMutablePointer<Value>

/// What is to be done with the value that a frame returns.
enum Continuation: UInt8 {
    /// Store it in the caller's register.
    case store = 0
    /// Return from the loop to native code.
    case exit
    /// Throw it away (`__init__` results are checked first).
    case initializer
}

enum FrameFlags {
    /// The window is in a chunk of its own, which goes when the frame goes.
    static let newChunk: UInt64 = 1 << 24
    static let generator: UInt64 = 1 << 25
}

/// The frame that runs, for native code that needs to know.
enum CurrentFrame {
    /// Globals of the running Python function, borrowed, or null.
    static var globals: Value { .null }
}
