#pragma once
// Functions of the C library that Swift's Glibc module does not show.

#include <shadow.h>
#include <stddef.h>
#include <wchar.h>

void *memmem(const void *text, size_t textLength, const void *needle, size_t needleLength);
size_t malloc_usable_size(void *block);

static inline void *_pyswift_memmem(const void *text, size_t textLength, const void *needle, size_t needleLength) {
    return memmem(text, textLength, needle, needleLength);
}
#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// Whether all bytes are below 128.
static inline int _pyswift_is_ascii(const uint8_t *text, size_t count) {
    uint64_t all = 0, part;
    for (; count >= 8; count -= 8, text += 8) {
        memcpy(&part, text, 8);
        all |= part;
    }
    for (; count > 0; count--, text++) all |= *text;
    return (all & 0x8080808080808080u) == 0;
}
/// How often a byte occurs.
static inline size_t _pyswift_count_byte(const uint8_t *text, size_t count, uint8_t wanted) {
    size_t total = 0;
    while (count > 0) {
        // As many as a sum of one byte can count: the compiler takes many at a time.
        size_t part = count < 240 ? count : 240;
        uint8_t found = 0;
        for (size_t i = 0; i < part; i++) found += text[i] == wanted;
        total += found;
        text += part;
        count -= part;
    }
    return total;
}
/// The place of a needle of at least two bytes, which is no longer than the text; null if there is none. The first and the last
/// byte are looked for at once, in sixteen places at a time; long needles, with which that could take quadratic time, are left to memmem.
static inline const uint8_t *_pyswift_find_bytes(const uint8_t *text, size_t count, const uint8_t *needle, size_t length) {
#if defined(__SSE2__)
    if (length <= 32) {
        const __m128i first = _mm_set1_epi8((char)needle[0]), last = _mm_set1_epi8((char)needle[length - 1]);
        size_t places = count - length + 1, place = 0;
        for (; place + 16 <= places; place += 16) {
            __m128i starts = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(text + place)), first);
            __m128i ends = _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(text + place + length - 1)), last);
            unsigned both = (unsigned)_mm_movemask_epi8(_mm_and_si128(starts, ends));
            while (both) {
                const uint8_t *found = text + place + __builtin_ctz(both);
                if (length == 2 || memcmp(found + 1, needle + 1, length - 2) == 0) return found;
                both &= both - 1;
            }
        }
        for (; place < places; place++) {
            if (text[place] == needle[0] && memcmp(text + place, needle, length) == 0) return text + place;
        }
        return 0;
    }
#endif
    return (const uint8_t *)memmem(text, count, needle, length);
}
/// Whether two rows of bytes are the same: short ones, as most keys are, without a call.
static inline int _pyswift_same_bytes(const uint8_t *a, const uint8_t *b, size_t count) {
    if (count > 16) return memcmp(a, b, count) == 0;
    uint64_t x, y, z, w;
    if (count >= 8) {
        memcpy(&x, a, 8);
        memcpy(&y, b, 8);
        memcpy(&z, a + count - 8, 8);
        memcpy(&w, b + count - 8, 8);
        return ((x ^ y) | (z ^ w)) == 0;
    }
    if (count >= 4) {
        uint32_t p, q, r, s;
        memcpy(&p, a, 4);
        memcpy(&q, b, 4);
        memcpy(&r, a + count - 4, 4);
        memcpy(&s, b + count - 4, 4);
        return ((p ^ q) | (r ^ s)) == 0;
    }
    for (size_t i = 0; i < count; i++) {
        if (a[i] != b[i]) return 0;
    }
    return 1;
}
/// Index of a character of four bytes, or -1.
static inline ptrdiff_t _pyswift_find_wide(const void *text, size_t count, unsigned character) {
    const wchar_t *found = wmemchr((const wchar_t *)text, (wchar_t)character, count);
    return found ? found - (const wchar_t *)text : -1;
}
/// Bytes that a block from malloc has room for.
static inline size_t _pyswift_block_size(void *block) { return malloc_usable_size(block); }

// Processes, files and folders.
#include <dirent.h>
#include <sys/types.h>

pid_t fork(void);
pid_t forkpty(int *master, char *name, const void *attributes, const void *size);
extern char **environ;
static inline pid_t _pyswift_fork(void) { return fork(); }
static inline const char *_pyswift_entry_name(const struct dirent *entry) { return entry->d_name; }
static inline int _pyswift_entry_type(const struct dirent *entry) { return entry->d_type; }
static inline unsigned long _pyswift_entry_inode(const struct dirent *entry) { return entry->d_ino; }
/// Variable `index` of the environment, or null behind the last.
static inline const char *_pyswift_environment(int index) { return environ[index]; }
static inline char **_pyswift_environment_block(void) { return environ; }

#include <sys/syscall.h>
#include <sys/utsname.h>
long syscall(long number, ...);
/// Closes the descriptors from `first` to `last`.
static inline int _pyswift_close_range(unsigned first, unsigned last) {
#ifdef SYS_close_range
    return (int)syscall(SYS_close_range, first, last, 0);
#else
    return -1;
#endif
}
/// The kernel's set of CPUs of a process: bytes written, or -1.
static inline long _pyswift_affinity(int process, size_t size, void *set) { return syscall(SYS_sched_getaffinity, process, size, set); }
static inline long _pyswift_set_affinity(int process, size_t size, void *set) { return syscall(SYS_sched_setaffinity, process, size, set); }
/// Field `index` of uname, in memory that the next call reuses.
static inline const char *_pyswift_uname(int index) {
    static struct utsname names;
    if (uname(&names) != 0) return "";
    switch (index) {
    case 0: return names.sysname;
    case 1: return names.nodename;
    case 2: return names.release;
    case 3: return names.version;
    default: return names.machine;
    }
}

// Functions of Linux and of GNU.
#include <fcntl.h>
#include <sys/statvfs.h>
static inline int _pyswift_fcntl_pointer(int descriptor, int command, void *argument) { return fcntl(descriptor, command, argument); }
#include <net/if.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);
static inline int _pyswift_flock(int descriptor, int operation) { return flock(descriptor, operation); }
static inline int _pyswift_ioctl_number(int descriptor, unsigned long request, long argument) { return ioctl(descriptor, request, argument); }
static inline struct if_nameindex *_pyswift_interfaces(void) { return if_nameindex(); }
#include <sys/eventfd.h>
#include <syslog.h>
#include <sys/wait.h>
#include <unistd.h>
#include <grp.h>
static inline int _pyswift_syslog(int priority, const unsigned char *message) { syslog(priority, "%s", (const char *)message); return 0; }
static inline int _pyswift_eventfd(unsigned value, int flags) { return eventfd(value, flags); }
static inline int _pyswift_memfd_create(const char *name, unsigned flags) { return (int)syscall(SYS_memfd_create, name, flags); }
static inline int _pyswift_pidfd_open(int process, unsigned flags) { return (int)syscall(SYS_pidfd_open, process, flags); }
static inline ssize_t _pyswift_splice(int from, loff_t *fromOffset, int to, loff_t *toOffset, size_t count, unsigned flags) {
    return syscall(SYS_splice, from, fromOffset, to, toOffset, count, flags);
}
/// waitid; the fields of the answer go to `fields`: pid, uid, signal, status, code.
static inline int _pyswift_waitid(int kind, unsigned id, int options, int fields[5]) {
    siginfo_t info;
    info.si_pid = 0;
    int result = waitid((idtype_t)kind, id, &info, options);
    if (result == 0 && info.si_pid != 0) {
        fields[0] = info.si_pid;
        fields[1] = (int)info.si_uid;
        fields[2] = info.si_signo;
        fields[3] = info.si_status;
        fields[4] = info.si_code;
    } else {
        fields[0] = 0;
    }
    return result;
}
int getresuid(uid_t *real, uid_t *effective, uid_t *saved);
int getresgid(gid_t *real, gid_t *effective, gid_t *saved);
int setresuid(uid_t real, uid_t effective, uid_t saved);
int setresgid(gid_t real, gid_t effective, gid_t saved);
int login_tty(int descriptor);
int dup3(int from, int to, int flags);
int pipe2(int ends[2], int flags);
ssize_t copy_file_range(int from, off_t *fromOffset, int to, off_t *toOffset, size_t count, unsigned flags);
ssize_t getrandom(void *buffer, size_t count, unsigned flags);
ssize_t fgetxattr(int descriptor, const char *name, void *value, size_t size);
int fsetxattr(int descriptor, const char *name, const void *value, size_t size, int flags);
int fremovexattr(int descriptor, const char *name);
ssize_t flistxattr(int descriptor, char *list, size_t size);
int posix_openpt(int flags);
int grantpt(int descriptor);
int unlockpt(int descriptor);
char *ptsname(int descriptor);
static inline int _pyswift_openat(int folder, const char *path, int flags, mode_t mode) { return openat(folder, path, flags, mode); }
static inline int _pyswift_statvfs(const char *path, struct statvfs *result) { return statvfs(path, result); }
static inline int _pyswift_fstatvfs(int descriptor, struct statvfs *result) { return fstatvfs(descriptor, result); }
static inline int _pyswift_get_priority(int which, unsigned who) { return (int)syscall(SYS_getpriority, which, who); }
static inline int _pyswift_set_priority(int which, unsigned who, int priority) { return (int)syscall(SYS_setpriority, which, who, priority); }
ssize_t getxattr(const char *path, const char *name, void *value, size_t size);
ssize_t lgetxattr(const char *path, const char *name, void *value, size_t size);
int setxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int lsetxattr(const char *path, const char *name, const void *value, size_t size, int flags);
int removexattr(const char *path, const char *name);
int lremovexattr(const char *path, const char *name);
ssize_t listxattr(const char *path, char *list, size_t size);
ssize_t llistxattr(const char *path, char *list, size_t size);

// Headers of shared libraries.
#include <elf.h>
