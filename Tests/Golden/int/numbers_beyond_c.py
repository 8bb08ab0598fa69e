# Numbers beyond what C takes: each function says so in its own words.
import array, binascii, bisect, codecs, collections, datetime, gc, io, itertools, marshal, math, operator, os, pickle, random, re, signal, socket, struct, sys, time, warnings, zlib


def attempt(text, B):
    try:
        result = repr(eval(text))
        print(' ', f'{B:+.0e}', result if len(result) < 60 and ' at 0x' not in result else 'long')
    except BaseException as error:
        print(' ', f'{B:+.0e}', type(error).__name__, error)


EXPRESSIONS = """
'x'.center(B)
'x'.ljust(B)
'x'.zfill(B)
'x'.expandtabs(B)
'x'.split('y',B)
'x'.replace('a','b',B)
[].pop(B)
[1].insert(B,1)
[1].index(1,B)
(1,).index(1,B)
bytearray(b'a').pop(B)
bytearray(b'a').insert(B,1)
b'x'.center(B)
b'x'.split(b'a',B)
b'x'.replace(b'a',b'b',B)
collections.deque([1]).rotate(B)
collections.deque([1]).insert(B,1)
collections.deque([1],B)
itertools.combinations([1],B)
itertools.permutations([1],B)
itertools.repeat(1,B)
io.BytesIO(b'abc').read(B)
io.BytesIO(b'abc').readline(B)
io.BytesIO(b'abc').truncate(B)
io.BytesIO(b'abc').seek(B)
io.StringIO('abc').read(B)
io.StringIO('a').seek(B)
io.BytesIO().readlines(B)
array.array('i',[1]).pop(B)
array.array('i',[1]).insert(B,1)
array.array('i',[1]).index(1,B)
bisect.bisect([1],1,B)
bisect.bisect([1],1,0,B)
zlib.compress(b'',B)
zlib.crc32(b'',B)
binascii.hexlify(b'a',':',B)
random.Random(1).getrandbits(B)
re.compile('a').match('a',B)
re.sub('a','b','a',B)
re.split('a','a',B)
re.compile('a').match('a').start(B)
[1][B]
(1,)[B]
'a'[B]
b'a'[B]
range(3)[B]
'%c'%B
0<<B
1>>B
int('1',B)
'x'.encode().hex(':',B)
struct.unpack_from('b',b'a',B)
gc.collect(B)
signal.signal(B,1)
datetime.timedelta(B)
datetime.date.fromordinal(B)
(B).bit_length()
collections.deque([1])[B]
collections.deque([1]).index(1,B)
pickle.dumps(1,B)
'abc'.rjust(5,B)
socket.htons(B)
socket.ntohl(B)
operator.length_hint([],B)
operator.itemgetter(B)([1])
bytearray(b'abc').__delitem__(B)
[].__setitem__(B,1)
compile('1','f','eval',B)
compile('1','f','eval',0,0,B)
marshal.dumps(1,B)
[3,1].sort(reverse=B)
'a'.splitlines(B)
warnings.warn_explicit('x',UserWarning,'f',B)
array.array('i',[1])*B
[1]*B
b'a'*B
'a'*B
(1,)*B
bytes(B)
bytearray(B)
sys._getframe(B)
os.getpgid(B)
os.kill(B,0)
os.waitpid(B,0)
chr(B)
(1).__reduce_ex__(B)
io.BytesIO().seek(0,B)
io.StringIO().seek(0,B)
os.urandom(B)
io.TextIOWrapper(io.BytesIO(b'a')).seek(B)
io.BufferedReader(io.BytesIO(b''),B)
struct.pack('>q',B)
struct.pack('<Q',B)
codecs.utf_16_ex_decode(b'','strict',B)
SyntaxError('m',('f',B,1,'t')) and 0
UnicodeDecodeError('u',b'a',B,1,'r')
time.gmtime(B)
datetime.date(B,1,1)
math.factorial(B)
math.ldexp(1.0,B)
len(range(B))
round(1.5,B)
slice(B).indices(5)
"""
for text in EXPRESSIONS.split('\n')[1:-1]:
    print(text)
    for B in 2**70, -2**70, 2**63:
        attempt(text, B)
for text in "gc.collect(B)|compile('1','f','eval',B)|marshal.dumps(1,B)|'a'.splitlines(B)|sys._getframe(B)|os.getpgid(B)|os.waitpid(B,0)|signal.signal(B,1)|socket.htons(B)|pickle.dumps(1,B)|io.BytesIO().seek(0,B)|[1].sort(reverse=B)|'a'.expandtabs(B) and 0|codecs.utf_16_ex_decode(b'','strict',B)".split('|'):
    print(text)
    for B in 2**31, -2**31 - 1, 2**40, -2**40:
        if 'tabs' not in text or B > 0:
            attempt(text, B)
