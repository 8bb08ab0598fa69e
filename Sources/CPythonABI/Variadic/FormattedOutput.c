// Output formatted by the C library, and PySys_Format* with Python's own codes.

#include <limits.h>

#include "VariadicSupport.h"

/// As `vsnprintf`, but always ends the text with a zero byte. The result is negative when `size` is no valid size.
int PyOS_vsnprintf(char *text, size_t size, const char *format, va_list list) {
    if (size == 0) {
        return -1;
    }
    int length = size > INT_MAX ? -1 : vsnprintf(text, size, format, list);
    text[size - 1] = '\0';
    return length;
}

int PyOS_snprintf(char *text, size_t size, const char *format, ...) {
    va_list list;
    va_start(list, format);
    int length = PyOS_vsnprintf(text, size, format, list);
    va_end(list);
    return length;
}

#if PYSWIFT_SWIFT_ENTRY_POINTS

/// PySys_Write* promise to write no more than this many bytes of text.
enum { PY_WRITE_LIMIT = 1000 };

static void write_formatted(int stream, const char *format, va_list list) {
    char text[PY_WRITE_LIMIT + 1];
    int length = PyOS_vsnprintf(text, sizeof(text), format, list);
    _PySwift_sys_write(stream, text, length < 0 || (size_t)length >= sizeof(text));
}

void PySys_WriteStdout(const char *format, ...) {
    va_list list;
    va_start(list, format);
    write_formatted(1, format, list);
    va_end(list);
}

void PySys_WriteStderr(const char *format, ...) {
    va_list list;
    va_start(list, format);
    write_formatted(2, format, list);
    va_end(list);
}

void PySys_FormatStdout(const char *format, ...) {
    PY_WITH_ARGUMENTS(format, _PySwift_sys_format(1, format, &arguments));
}

void PySys_FormatStderr(const char *format, ...) {
    PY_WITH_ARGUMENTS(format, _PySwift_sys_format(2, format, &arguments));
}

_Noreturn void _Py_FatalErrorFormat(const char *function, const char *format, ...) {
    char message[PY_WRITE_LIMIT + 1];
    va_list list;
    va_start(list, format);
    PyOS_vsnprintf(message, sizeof(message), format, list);
    va_end(list);
    _PySwift_fatal_error(function, message);
}

#endif
