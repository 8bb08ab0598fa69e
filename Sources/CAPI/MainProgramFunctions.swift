// Py_Main, Py_BytesMain, Py_RunMain: the command line's program as a function. It ends the interpreter.

import CPythonABI
import Glibc
import Runtime

/// What the program that this interpreter is part of does with a command line; nil for the one that it was started with.
public enum MainFunction {
    nonisolated(unsafe) public static var run: ([String]?) -> Int32 = { (_) -> Int32 in 1 }
}

@c public func Py_RunMain() -> Int32 { MainFunction.run(nil) }
@c public func Py_BytesMain(_ count: Int32, _ arguments: UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Int32 {
    MainFunction.run((0..<Int(max(count, 0))).compactMap { index in arguments?[index].map { ArgumentText.decode($0) } })
}
@c public func Py_Main(_ count: Int32, _ arguments: UnsafePointer<UnsafeMutablePointer<wchar_t>?>?) -> Int32 {
    MainFunction.run((0..<Int(max(count, 0))).compactMap { index in
        arguments?[index].map { text in
            var scalars = String.UnicodeScalarView()
            var place = 0
            while text[place] != 0 {
                scalars.append(Unicode.Scalar(UInt32(bitPattern: text[place])) ?? "\u{FFFD}")
                place += 1
            }
            return String(scalars)
        }
    })
}
