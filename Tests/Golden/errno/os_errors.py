import errno
print(errno.ENOENT, errno.EACCES, errno.EEXIST, errno.EINTR, errno.errorcode[2], errno.EAGAIN == errno.EWOULDBLOCK, len(errno.errorcode) > 100)
for n in (errno.ENOENT, errno.EACCES, errno.EPERM, errno.EEXIST, errno.EISDIR, errno.ENOTDIR, errno.EAGAIN, errno.ECHILD, errno.EPIPE, errno.ECONNREFUSED, errno.ECONNRESET, errno.ETIMEDOUT, errno.EINTR, errno.ESRCH, errno.ECONNABORTED, errno.ESHUTDOWN, errno.EINVAL):
    e = OSError(n, "text", "name")
    print(type(e).__name__, e, e.errno, e.strerror, e.filename, e.args)
for name in ("/nonexistent/file", ""):
    try:
        open(name)
    except OSError as e:
        print(type(e).__name__, e, e.errno, e.filename)
try:
    open("/")
except OSError as e:
    print(type(e).__name__, e)
