"""json, csv, configparser, pickle, struct, zlib, gzip, bz2, lzma, zipfile, tarfile, base64, hashlib, sqlite3, xml, tomllib, plistlib, marshal, shelve."""
import base64
import binascii
import bz2
import configparser
import copyreg
import csv
import dataclasses
import datetime
import decimal
import gzip
import hashlib
import hmac
import io
import json
import lzma
import math
import os
import pickle
import plistlib
import quopri
import shelve
import sqlite3
import struct
import tarfile
import tempfile
import tomllib
import uuid
import xml.dom.minidom
import xml.etree.ElementTree as ET
import xml.sax
import zipfile
import zlib

document = {"s": "é\n\"\u2028", "i": 12345678901234567890, "f": [0.1, 1e300, -0.0, 1e-7], "n": None, "b": [True, False], "e": [[], {}],
    "k": {"2": 1, "10": 2}}
print(json.dumps(document), json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False), json.dumps(document, separators=(",", ":")),
    json.loads(json.dumps(document)) == document, sep="\n")
print(json.loads('[1.0, 1E2, -0, "\\ud83d\\ude00", NaN, -Infinity]'), json.loads("1.10", parse_float=decimal.Decimal),
    json.loads('{"a": 1, "a": 2}', object_pairs_hook=list), json.loads('{"x": {"t": 1}}', object_hook=lambda d: tuple(d.items())),
    json.dumps({1: 2, None: 3, 1.5: 4, True: 5}), json.dumps((1, [2])))
for bad in ["", "{", '{"a" 1}', "[1,]", '"\n"', "nul", '{"a": 1}x', '"\\x"', "[1 2]", "01", '{1: 2}', "\ufeff{}"]:
    try:
        json.loads(bad)
    except json.JSONDecodeError as error:
        print(repr(bad), error, error.pos)


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, (datetime.date, decimal.Decimal)):
            return str(value)
        return super().default(value)


print(json.dumps({"d": datetime.date(2020, 1, 2), "x": decimal.Decimal("1.50")}, cls=Encoder))
for call in (lambda: json.dumps({1j: 2}), lambda: json.dumps({1, 2}), lambda: json.dumps([float("nan")], allow_nan=False),
    lambda: (loop := [], loop.append(loop), json.dumps(loop))):
    try:
        call()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
rows = [["a", 'q"uote', "line\nbreak"], [1, 2.5, None], ["", " sp ", "c,d"]]
for options in ({}, {"delimiter": ";", "quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC},
    {"escapechar": "\\", "doublequote": False, "lineterminator": "|"}):
    out = io.StringIO(newline="")
    csv.writer(out, **options).writerows(rows)
    print(repr(out.getvalue()),
        list(csv.reader(io.StringIO(out.getvalue(), newline=""), **{k: v for k, v in options.items() if k != "lineterminator"}))[:2])
reader = csv.DictReader(io.StringIO("x,y\n1,2\n3\n4,5,6\n"), restkey="more", restval="-")
print(reader.fieldnames, list(reader), reader.line_num, csv.Sniffer().sniff("a;b\n1;2\n").delimiter,
    csv.Sniffer().has_header("name,age\nann,30\nbob,25\n"), csv.list_dialects())
out = io.StringIO()
writer = csv.DictWriter(out, ["a", "b"], extrasaction="ignore")
writer.writeheader()
writer.writerow({"b": 2, "a": 1, "z": 0})
print(repr(out.getvalue()))
ini = configparser.ConfigParser(allow_no_value=True)
ini.read_string("[DEFAULT]\nhome = /h\n[one]\npath: %(home)s/p\nnum = 7\nflag = yes\nmulti = a\n  b\nbare\n[two]\n; c\nhome=/x\n")
print(ini.sections(), dict(ini["one"]), ini.getint("one", "num"), ini["one"].getboolean("flag"), ini.get("two", "nope", fallback="fb"),
    ini["two"]["home"], "one" in ini)
ini["three"] = {"k": "v"}
out = io.StringIO()
ini.write(out)
print(out.getvalue())
for call in (lambda: ini["zip"], lambda: ini.get("one", "zip"), lambda: configparser.ConfigParser().read_string("x=1"),
    lambda: configparser.ConfigParser().read_string("[a]\nb=1\nb=2"), lambda: ini.set("one", "bad", "%(nope)s") or ini.get("one", "bad")):
    try:
        call()
    except (configparser.Error, KeyError) as error:
        print(type(error).__name__, str(error).replace("\n", " "))


@dataclasses.dataclass
class Thing:
    a: int
    b: list


class Reduced:
    def __init__(self, v): self.v = v
    def __reduce__(self): return Reduced, (self.v,), {"extra": 1}
    def __setstate__(self, state): self.state = state


value = {"t": Thing(1, [2]), "set": frozenset({1, 2}), "big": 2 ** 100, "bytes": b"\x00" * 300, "f": 1.5, "s": "é" * 300,
    "d": datetime.datetime(2020, 1, 2, tzinfo=datetime.timezone.utc), "c": 1j, "n": None, "fn": math.sin, "cls": dict, "dec": decimal.Decimal("1.1"),
    "u": uuid.UUID(int=5), "ba": bytearray(b"x"), "r": range(3), "e": ValueError("x", 1)}
for protocol in range(6):
    data = pickle.dumps(value, protocol)
    back = pickle.loads(data)
    print(protocol, {k: back[k] == value[k] for k in value if k != "e"} == {k: True for k in value if k != "e"}, repr(back["e"]))
    shared = [[]] * 2
    again = pickle.loads(pickle.dumps([shared, shared], protocol))
    print(again[0] is again[1], again[0][0] is again[0][1], vars(pickle.loads(pickle.dumps(Reduced(3), protocol))))
for call in (lambda: pickle.dumps(lambda: 0), lambda: pickle.loads(b""), lambda: pickle.loads(b"garbage"), lambda: pickle.loads(b"cnope\nnope\n."),
    lambda: pickle.dumps(open(os.devnull))):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(struct.pack("<bhiqfd3s?", 1, -2, 3, -4, 0.5, 1.5, b"abc", True).hex(), struct.unpack(">HxxI2s", b"\x01\x02\0\0\0\0\0\x05hi"),
    struct.calcsize("@bq"), list(struct.iter_unpack("<H", b"\x01\0\x02\0")), struct.Struct("!4sB").format, struct.pack("5p", b"abcdefg"))
payload = b"The quick brown fox. " * 200
for module, compressed in ((zlib, zlib.compress(payload, 9)), (gzip, gzip.compress(payload, mtime=0)), (bz2, bz2.compress(payload)),
    (lzma, lzma.compress(payload))):
    print(module.__name__, len(compressed) < 200, module.decompress(compressed) == payload)
stream = zlib.decompressobj()
print(stream.decompress(zlib.compress(payload)[:20])[:10], stream.eof, hex(zlib.crc32(payload)), hex(zlib.adler32(payload)),
    zlib.decompressobj(-15).decompress(zlib.compressobj(wbits=-15).flush()))
for digest in ("md5", "sha1", "sha256", "sha3_256", "blake2b", "shake_128"):
    h = hashlib.new(digest, payload); print(digest, h.hexdigest(8) if "shake" in digest else h.hexdigest()[:20], h.block_size)
print(hmac.new(b"k", b"m", "sha256").hexdigest()[:16], hmac.compare_digest("a", "a"), hashlib.pbkdf2_hmac("sha256", b"p", b"s", 10).hex()[:16],
    hashlib.scrypt(b"p", salt=b"s", n=4, r=1, p=1, dklen=8).hex(), base64.b64encode(b"\xff\xfe"), base64.urlsafe_b64decode("__4="),
    base64.b32encode(b"ab"), base64.b85encode(b"abcd"), base64.a85encode(b"abcd"), binascii.hexlify(b"ab", "-"), quopri.encodestring("é=".encode()),
    binascii.crc_hqx(b"a", 0), uuid.uuid5(uuid.NAMESPACE_DNS, "a.b"))
with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder); open("a.txt", "w").write("alpha\n" * 50); os.mkdir("sub"); open("sub/b.txt", "w").write("beta")
    with zipfile.ZipFile("z.zip", "w", zipfile.ZIP_DEFLATED) as z:
        z.write("a.txt"); z.write("sub/b.txt"); z.writestr(zipfile.ZipInfo("c.txt", (2020, 1, 2, 3, 4, 6)), "gamma")
    with zipfile.ZipFile("z.zip") as z:
        print(z.namelist(), z.read("c.txt"), z.getinfo("a.txt").file_size, z.testzip(), z.getinfo("c.txt").date_time,
            zipfile.Path("z.zip", "sub/").joinpath("b.txt").read_text(), z.open("a.txt").readline())
        z.extractall("out")
    with tarfile.open("t.tar.gz", "w:gz") as t:
        t.add("sub"); info = tarfile.TarInfo("m.txt"); info.size = 3; t.addfile(info, io.BytesIO(b"abc"))
    with tarfile.open("t.tar.gz") as t:
        print(t.getnames(), t.extractfile("m.txt").read(), t.getmember("sub").isdir())
        t.extractall("tout", filter="data") if hasattr(tarfile, "data_filter") else t.extractall("tout")
    print(sorted(os.listdir("out")), sorted(os.listdir("tout")), zipfile.is_zipfile("a.txt"), tarfile.is_tarfile("t.tar.gz"))
    with shelve.open("shelf") as shelf:
        shelf["k"] = [1, 2]; shelf["t"] = Thing(1, [])
    with shelve.open("shelf") as shelf:
        print(sorted(shelf.items(), key=str))
    with gzip.open("g.gz", "wt") as file: file.write("l1\nl2\n")
    print(list(gzip.open("g.gz", "rt")), open("g.gz", "rb").read(2))
    for call in (lambda: zipfile.ZipFile("a.txt"), lambda: tarfile.open("a.txt"), lambda: gzip.open("a.txt").read(), lambda: zlib.decompress(b"x"),
        lambda: lzma.decompress(b"x"), lambda: bz2.decompress(b"x")):
        try:
            call()
        except Exception as error:
            print(type(error).__name__, error)
    os.chdir("/")
db = sqlite3.connect(":memory:")
db.row_factory = sqlite3.Row
db.execute("create table t (id integer primary key, name text, v real, b blob)")
db.executemany("insert into t (name, v, b) values (?, :v, ?)" if False else "insert into t (name, v, b) values (?, ?, ?)",
    [("a", 1.5, b"x"), ("b", None, None), ("é", 2, b"")])
print([tuple(r) for r in db.execute("select * from t where v > ? or v is null order by name desc", (1,))],
    db.execute("select count(*), max(v) from t").fetchone()[0], db.execute("select name n from t").fetchone()["n"], db.total_changes)
db.create_function("twice", 1, lambda v: v * 2)
db.create_collation("rev", lambda x, y: (x < y) - (x > y))
print(db.execute("select twice(id) from t order by name collate rev").fetchall()[0][0])
try:
    with db: db.execute("insert into t (id) values (9)"); db.execute("insert into t (id) values (9)")
except sqlite3.IntegrityError as error:
    print(error, db.execute("select count(*) from t").fetchone()[0])
root = ET.fromstring("<r xmlns:x='u:x'><a k='1'>t<b/>tail</a><x:c>é &lt;</x:c><!-- n --><a k='2'/></r>")
print(ET.tostring(root), [e.tag for e in root.iter()], root.find("a[@k='2']").attrib, root.findtext("{u:x}c"),
    [a.get("k") for a in root.findall("./a")], "".join(root.itertext()))
ET.SubElement(root, "new", {"z": "<>"}).text = "x & y"
ET.indent(root)
print(ET.tostring(root, "unicode", short_empty_elements=False))
print([(e, x.tag) for e, x in ET.iterparse(io.StringIO("<a><b>1</b></a>"), ("start", "end"))], ET.canonicalize("<a b='1' a='2'/>"))
for bad in ("<a>", "<a></b>", "", "<a b=c/>", "<a>&x;</a>"):
    try:
        ET.fromstring(bad)
    except ET.ParseError as error:
        print(error, error.position)
dom = xml.dom.minidom.parseString("<a><b c='d'>t</b></a>"); print(dom.documentElement.firstChild.getAttribute("c"), dom.toprettyxml(indent=" "))


class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attributes): print("  <", name, dict(attributes))
    def characters(self, content): print("  ", repr(content))


xml.sax.parseString(b"<a x='1'>hi<b/></a>", Handler())
print(tomllib.loads('a = 1\nb = [1.5, "x"]\nd = 1979-05-27T07:32:00Z\n[t.u]\nm = """\nx\\\n  y"""\n[[arr]]\nk = true\n[[arr]]\n'),
    plistlib.loads(plistlib.dumps({"a": [1, b"x", True, 1.5], "d": datetime.datetime(2020, 1, 1)})),
    plistlib.loads(plistlib.dumps({"k": 1}, fmt=plistlib.FMT_BINARY)))
try:
    tomllib.loads("a = \n")
except tomllib.TOMLDecodeError as error:
    print(error)
