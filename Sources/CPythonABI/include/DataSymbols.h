#pragma once
// The other variables and tables that CPython exports. A library that needs one fails to load if it is missing, so all
// of them are here, whether or not the runtime looks at them.

#include "BasicTypes.h"
#include "MemoryInterface.h"
#include "ModuleObjects.h"

// Version and command-line flags, as the interpreter that is running has them.
extern PY_GLOBAL const unsigned long Py_Version;
extern PY_GLOBAL int Py_BytesWarningFlag;
extern PY_GLOBAL int Py_DebugFlag;
extern PY_GLOBAL int Py_DontWriteBytecodeFlag;
extern PY_GLOBAL int Py_FrozenFlag;
extern PY_GLOBAL int Py_HashRandomizationFlag;
extern PY_GLOBAL int Py_IgnoreEnvironmentFlag;
extern PY_GLOBAL int Py_InspectFlag;
extern PY_GLOBAL int Py_InteractiveFlag;
extern PY_GLOBAL int Py_IsolatedFlag;
extern PY_GLOBAL int Py_NoSiteFlag;
extern PY_GLOBAL int Py_NoUserSiteDirectory;
extern PY_GLOBAL int Py_OptimizeFlag;
extern PY_GLOBAL int Py_QuietFlag;
extern PY_GLOBAL int Py_UTF8Mode;
extern PY_GLOBAL int Py_UnbufferedStdioFlag;
extern PY_GLOBAL int Py_VerboseFlag;
extern PY_GLOBAL int _Py_UnhandledKeyboardInterrupt;

extern PY_GLOBAL const char *Py_FileSystemDefaultEncoding;
extern PY_GLOBAL const char *Py_FileSystemDefaultEncodeErrors;
extern PY_GLOBAL int Py_HasFileSystemDefaultEncoding;
extern PY_GLOBAL int _Py_HasFileSystemDefaultEncodeErrors;

extern PY_GLOBAL _Py_HashSecret_t _Py_HashSecret;

// Character classes of ASCII, whatever the locale.
#define PY_CTF_LOWER 0x01
#define PY_CTF_UPPER 0x02
#define PY_CTF_ALPHA 0x03
#define PY_CTF_DIGIT 0x04
#define PY_CTF_ALNUM 0x07
#define PY_CTF_SPACE 0x08
#define PY_CTF_XDIGIT 0x10
extern PY_GLOBAL const unsigned int _Py_ctype_table[256];
extern PY_GLOBAL const unsigned char _Py_ctype_tolower[256];
extern PY_GLOBAL const unsigned char _Py_ctype_toupper[256];
extern PY_GLOBAL const unsigned char _Py_ascii_whitespace[128];
extern PY_GLOBAL unsigned char _PyLong_DigitValue[256];
extern PY_GLOBAL const char *Py_hexdigits;

/// The comparison with its operands exchanged, by comparison.
extern PY_GLOBAL int _Py_SwappedOp[6];

/// The name of a field of a structseq that has none; compared by address.
extern PY_GLOBAL const char *const PyStructSequence_UnnamedField;

// Tables of modules that an embedding program may replace before start.
extern PY_GLOBAL _inittab *PyImport_Inittab;
extern PY_GLOBAL const _frozen *PyImport_FrozenModules;
extern PY_GLOBAL const _frozen *_PyImport_FrozenBootstrap;
extern PY_GLOBAL const _frozen *_PyImport_FrozenStdlib;
extern PY_GLOBAL const _frozen *_PyImport_FrozenTest;
extern PY_GLOBAL const char *_Py_PackageContext;

// Hooks of interactive input; readline sets them.
extern PY_GLOBAL int (*PyOS_InputHook)(void);
extern PY_GLOBAL char *(*PyOS_ReadlineFunctionPointer)(FILE *, FILE *, const char *);
extern PY_GLOBAL PyThreadState *_PyOS_ReadlineTState;

#define PY_TOKEN_COUNT 65
extern PY_GLOBAL const char *const _PyParser_TokenNames[PY_TOKEN_COUNT];

typedef struct _PyTraceMalloc_Config {
    int initialized;
    int tracing;
    int max_nframe;
} _PyTraceMalloc_Config;
extern PY_GLOBAL _PyTraceMalloc_Config _Py_tracemalloc_config;
