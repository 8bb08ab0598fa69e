# Extension modules of the system's own standard library, as they are.
import sys
if '/usr/lib/python3.11/lib-dynload' not in sys.path: sys.path.append('/usr/lib/python3.11/lib-dynload')
def t(name, f):
    try: print(name, f())
    except BaseException as e: print(name, 'EXC', type(e).__name__, str(e)[:150])
def bz():
    import _bz2; c=_bz2.BZ2Compressor(9); d=c.compress(b"hello"*1000)+c.flush(); x=_bz2.BZ2Decompressor().decompress(d); return len(d), x==b"hello"*1000
def lz():
    import _lzma; c=_lzma.LZMACompressor(); d=c.compress(b"hello"*1000)+c.flush(); x=_lzma.LZMADecompressor().decompress(d); return len(d), x==b"hello"*1000
def q():
    import _queue; s=_queue.SimpleQueue(); s.put(1); s.put([2]); r=s.get(),s.get(),s.empty()
    try: s.get(False)
    except _queue.Empty as e: return r, type(e).__name__
def h():
    import _hashlib; return _hashlib.new("sha256",b"abc").hexdigest()[:16], _hashlib.openssl_md5(b"x").hexdigest(), _hashlib.hmac_digest(b"k",b"m","sha1").hex()
def jp():
    import _codecs_jp; c=_codecs_jp.getcodec("shift_jis"); return c.encode("日本"), c.decode(b"\x93\xfa\x96\x7b")
for n,f in list(globals().items()):
    if callable(f) and n!='t': t(n,f)
