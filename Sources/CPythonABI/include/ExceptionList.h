#pragma once
// The tree of built-in exceptions, each once, a base before those derived from it. `ExceptionGroup` is missing: it has
// two bases, is a heap type in CPython too, and has no exported symbol.
//
//     X(name, base type object, struct of its instances)

#define PY_STATIC_EXCEPTIONS(X) \
    X(BaseException, PyBaseObject_Type, PyBaseExceptionObject) \
    X(BaseExceptionGroup, _PyExc_BaseException, PyBaseExceptionGroupObject) \
    X(Exception, _PyExc_BaseException, PyBaseExceptionObject) \
    X(ArithmeticError, _PyExc_Exception, PyBaseExceptionObject) \
    X(FloatingPointError, _PyExc_ArithmeticError, PyBaseExceptionObject) \
    X(OverflowError, _PyExc_ArithmeticError, PyBaseExceptionObject) \
    X(ZeroDivisionError, _PyExc_ArithmeticError, PyBaseExceptionObject) \
    X(AssertionError, _PyExc_Exception, PyBaseExceptionObject) \
    X(AttributeError, _PyExc_Exception, PyAttributeErrorObject) \
    X(BufferError, _PyExc_Exception, PyBaseExceptionObject) \
    X(EOFError, _PyExc_Exception, PyBaseExceptionObject) \
    X(ImportError, _PyExc_Exception, PyImportErrorObject) \
    X(ModuleNotFoundError, _PyExc_ImportError, PyImportErrorObject) \
    X(LookupError, _PyExc_Exception, PyBaseExceptionObject) \
    X(IndexError, _PyExc_LookupError, PyBaseExceptionObject) \
    X(KeyError, _PyExc_LookupError, PyBaseExceptionObject) \
    X(MemoryError, _PyExc_Exception, PyBaseExceptionObject) \
    X(NameError, _PyExc_Exception, PyNameErrorObject) \
    X(UnboundLocalError, _PyExc_NameError, PyNameErrorObject) \
    X(OSError, _PyExc_Exception, PyOSErrorObject) \
    X(BlockingIOError, _PyExc_OSError, PyOSErrorObject) \
    X(ChildProcessError, _PyExc_OSError, PyOSErrorObject) \
    X(ConnectionError, _PyExc_OSError, PyOSErrorObject) \
    X(BrokenPipeError, _PyExc_ConnectionError, PyOSErrorObject) \
    X(ConnectionAbortedError, _PyExc_ConnectionError, PyOSErrorObject) \
    X(ConnectionRefusedError, _PyExc_ConnectionError, PyOSErrorObject) \
    X(ConnectionResetError, _PyExc_ConnectionError, PyOSErrorObject) \
    X(FileExistsError, _PyExc_OSError, PyOSErrorObject) \
    X(FileNotFoundError, _PyExc_OSError, PyOSErrorObject) \
    X(InterruptedError, _PyExc_OSError, PyOSErrorObject) \
    X(IsADirectoryError, _PyExc_OSError, PyOSErrorObject) \
    X(NotADirectoryError, _PyExc_OSError, PyOSErrorObject) \
    X(PermissionError, _PyExc_OSError, PyOSErrorObject) \
    X(ProcessLookupError, _PyExc_OSError, PyOSErrorObject) \
    X(TimeoutError, _PyExc_OSError, PyOSErrorObject) \
    X(ReferenceError, _PyExc_Exception, PyBaseExceptionObject) \
    X(RuntimeError, _PyExc_Exception, PyBaseExceptionObject) \
    X(NotImplementedError, _PyExc_RuntimeError, PyBaseExceptionObject) \
    X(RecursionError, _PyExc_RuntimeError, PyBaseExceptionObject) \
    X(StopAsyncIteration, _PyExc_Exception, PyBaseExceptionObject) \
    X(StopIteration, _PyExc_Exception, PyStopIterationObject) \
    X(SyntaxError, _PyExc_Exception, PySyntaxErrorObject) \
    X(IndentationError, _PyExc_SyntaxError, PySyntaxErrorObject) \
    X(TabError, _PyExc_IndentationError, PySyntaxErrorObject) \
    X(SystemError, _PyExc_Exception, PyBaseExceptionObject) \
    X(TypeError, _PyExc_Exception, PyBaseExceptionObject) \
    X(ValueError, _PyExc_Exception, PyBaseExceptionObject) \
    X(UnicodeError, _PyExc_ValueError, PyBaseExceptionObject) \
    X(UnicodeDecodeError, _PyExc_UnicodeError, PyUnicodeErrorObject) \
    X(UnicodeEncodeError, _PyExc_UnicodeError, PyUnicodeErrorObject) \
    X(UnicodeTranslateError, _PyExc_UnicodeError, PyUnicodeErrorObject) \
    X(Warning, _PyExc_Exception, PyBaseExceptionObject) \
    X(BytesWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(DeprecationWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(EncodingWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(FutureWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(ImportWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(PendingDeprecationWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(ResourceWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(RuntimeWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(SyntaxWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(UnicodeWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(UserWarning, _PyExc_Warning, PyBaseExceptionObject) \
    X(GeneratorExit, _PyExc_BaseException, PyBaseExceptionObject) \
    X(KeyboardInterrupt, _PyExc_BaseException, PyBaseExceptionObject) \
    X(SystemExit, _PyExc_BaseException, PySystemExitObject)
