// The variables and tables of DataSymbols.h.

#include "CPythonABI.h"

const unsigned long Py_Version = PY_VERSION_HEX;

int Py_BytesWarningFlag;
int Py_DebugFlag;
int Py_DontWriteBytecodeFlag;
int Py_FrozenFlag;
int Py_HashRandomizationFlag;
int Py_IgnoreEnvironmentFlag;
int Py_InspectFlag;
int Py_InteractiveFlag;
int Py_IsolatedFlag;
int Py_NoSiteFlag;
int Py_NoUserSiteDirectory;
int Py_OptimizeFlag;
int Py_QuietFlag;
int Py_UTF8Mode;
int Py_UnbufferedStdioFlag;
int Py_VerboseFlag;
int _Py_UnhandledKeyboardInterrupt;

const char *Py_FileSystemDefaultEncoding = "utf-8";
const char *Py_FileSystemDefaultEncodeErrors = "surrogateescape";
int Py_HasFileSystemDefaultEncoding = 1;
int _Py_HasFileSystemDefaultEncodeErrors = 1;

_Py_HashSecret_t _Py_HashSecret;

const unsigned int _Py_ctype_table[256] = {
    ['\t' ... '\r'] = PY_CTF_SPACE,
    [' '] = PY_CTF_SPACE,
    ['0' ... '9'] = PY_CTF_DIGIT | PY_CTF_XDIGIT,
    ['A' ... 'F'] = PY_CTF_UPPER | PY_CTF_XDIGIT,
    ['G' ... 'Z'] = PY_CTF_UPPER,
    ['a' ... 'f'] = PY_CTF_LOWER | PY_CTF_XDIGIT,
    ['g' ... 'z'] = PY_CTF_LOWER,
};

#define ALL4(F, c) F((c)), F((c) + 1), F((c) + 2), F((c) + 3)
#define ALL16(F, c) ALL4(F, c), ALL4(F, (c) + 4), ALL4(F, (c) + 8), ALL4(F, (c) + 12)
#define ALL64(F, c) ALL16(F, c), ALL16(F, (c) + 16), ALL16(F, (c) + 32), ALL16(F, (c) + 48)
#define ALL256(F) ALL64(F, 0), ALL64(F, 64), ALL64(F, 128), ALL64(F, 192)

#define LOWER(c) ((c) >= 'A' && (c) <= 'Z' ? ((c) + 32) & 0xff : (c))
#define UPPER(c) ((c) >= 'a' && (c) <= 'z' ? ((c) - 32) & 0xff : (c))
#define DIGIT_VALUE(c)                                                           \
    ((c) >= '0' && (c) <= '9'                                                    \
         ? ((c) - '0') & 0xff                                                            \
         : LOWER(c) >= 'a' && LOWER(c) <= 'z' ? (LOWER(c) - 'a' + 10) & 0xff : 37)

const unsigned char _Py_ctype_tolower[256] = {ALL256(LOWER)};
const unsigned char _Py_ctype_toupper[256] = {ALL256(UPPER)};
unsigned char _PyLong_DigitValue[256] = {ALL256(DIGIT_VALUE)};
const unsigned char _Py_ascii_whitespace[128] = {['\t' ... '\r'] = 1, [0x1c ... 0x1f] = 1, [' '] = 1};
const char *Py_hexdigits = "0123456789abcdef";

int _Py_SwappedOp[6] = {Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE};

const char *const PyStructSequence_UnnamedField = "unnamed field";

static _inittab noModules[1];
static const _frozen noFrozenModules[1];
_inittab *PyImport_Inittab = noModules;
const _frozen *PyImport_FrozenModules = NULL;
const _frozen *_PyImport_FrozenBootstrap = noFrozenModules;
const _frozen *_PyImport_FrozenStdlib = noFrozenModules;
const _frozen *_PyImport_FrozenTest = noFrozenModules;
const char *_Py_PackageContext = NULL;

int (*PyOS_InputHook)(void) = NULL;
char *(*PyOS_ReadlineFunctionPointer)(FILE *, FILE *, const char *) = NULL;
PyThreadState *_PyOS_ReadlineTState = NULL;

_PyTraceMalloc_Config _Py_tracemalloc_config = {0, 0, 1};

const char *const _PyParser_TokenNames[PY_TOKEN_COUNT] = {
    "ENDMARKER", "NAME", "NUMBER", "STRING", "NEWLINE", "INDENT", "DEDENT", "LPAR", "RPAR", "LSQB", "RSQB", "COLON",
    "COMMA", "SEMI", "PLUS", "MINUS", "STAR", "SLASH", "VBAR", "AMPER", "LESS", "GREATER", "EQUAL", "DOT", "PERCENT",
    "LBRACE", "RBRACE", "EQEQUAL", "NOTEQUAL", "LESSEQUAL", "GREATEREQUAL", "TILDE", "CIRCUMFLEX", "LEFTSHIFT",
    "RIGHTSHIFT", "DOUBLESTAR", "PLUSEQUAL", "MINEQUAL", "STAREQUAL", "SLASHEQUAL", "PERCENTEQUAL", "AMPEREQUAL",
    "VBAREQUAL", "CIRCUMFLEXEQUAL", "LEFTSHIFTEQUAL", "RIGHTSHIFTEQUAL", "DOUBLESTAREQUAL", "DOUBLESLASH",
    "DOUBLESLASHEQUAL", "AT", "ATEQUAL", "RARROW", "ELLIPSIS", "COLONEQUAL", "OP", "AWAIT", "ASYNC", "TYPE_IGNORE",
    "TYPE_COMMENT", "SOFT_KEYWORD", "<ERRORTOKEN>", "<COMMENT>", "<NL>", "<ENCODING>", "<N_TOKENS>",
};
