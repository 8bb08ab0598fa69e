"""Writes Sources/UnicodeTables/*.c: the Unicode properties that Python 3.11 knows, as CPython 3.11 itself reports them.

    python3.11 Scripts/generate_unicode_data.py [NAMES]

NAMES is any text that contains names of characters and named sequences, one a line; it is where candidates for aliases and named sequences come from, since
CPython can look them up but cannot list them. Perl's unicore/Name.pl is such a text.
The layout of the tables is described in Sources/UnicodeTables/include/UnicodeTables.h.
"""
import _sre
import ctypes
import pathlib
import re
import sys
import unicodedata as ucd

assert sys.version_info[:2] == (3, 11) and ucd.unidata_version == "14.0.0"
ROOT = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "UnicodeTables"
LAST = 0x110000
OLD = ucd.ucd_3_2_0

# ORDER: bits as in UnicodeTables.h.
FLAGS = ("ALPHA DECIMAL DIGIT NUMERIC SPACE UPPER LOWER TITLE PRINTABLE LINEBREAK XID_START XID_CONTINUE CASED CASE_IGNORABLE "
         "MIRRORED NFD_NO NFKD_NO NFC_NO NFKC_NO COMPOSES_BACK IN_3_2 CHANGED_SINCE_3_2 HAS_DECOMPOSITION").split()


def api(name):
    function = getattr(ctypes.pythonapi, name)
    function.argtypes = [ctypes.c_uint32]
    function.restype = ctypes.c_uint32
    return function


to_upper, to_title = api("_PyUnicode_ToUppercase"), api("_PyUnicode_ToTitlecase")
cased, case_ignorable = api("_PyUnicode_IsCased"), api("_PyUnicode_IsCaseIgnorable")


def distinct(function):
    values = []
    for c in range(LAST):
        v = function(chr(c))
        if v not in values:
            values.append(v)
    return values


def write(name, parts):
    text = "/* A generated table: see Scripts/generate_unicode_data.py. */\n#include \"UnicodeTables.h\"\n\n" + "\n".join(parts)
    (ROOT / name).write_text(text + "\n")


def array(kind, name, values):
    lines = ["const %s %s[%d] = {" % (kind, name, max(len(values), 1))]
    line = "   "
    for v in values:
        item = " %s," % v
        if len(line) + len(item) > 126:
            lines.append(line)
            line = "   "
        line += item
    return "\n".join(lines + [line, "};", ""])


def two_stage(values, shift):
    """The smallest pair of arrays: index of the block, and the blocks."""
    size = 1 << shift
    blocks, index, data = {}, [], []
    for i in range(0, len(values), size):
        block = tuple(values[i:i + size])
        if block not in blocks:
            blocks[block] = len(data) // size
            data.extend(block)
        index.append(blocks[block])
    return index, data


# MARK: Records

categories = "Cn Lu Ll Lt Lm Lo Mn Mc Me Nd Nl No Pc Pd Ps Pe Pi Pf Po Sm Sc Sk So Zs Zl Zp Cc Cf Cs Co".split()
bidirectional = [""] + sorted(v for v in distinct(ucd.bidirectional) if v)
widths = ["N"] + sorted(v for v in distinct(ucd.east_asian_width) if v != "N")
assert set(categories) == set(distinct(ucd.category))

numeric_values = [None]
special = [None]
decompositions = [0]
decomposition_at = {}
tags = [""]
record_numbers = {}
record_rows = []
record_of = []
pairs = {}

for c in range(LAST):
    ch = chr(c)
    text = ucd.decomposition(ch)
    if text and not text.startswith("<"):
        parts = [int(x, 16) for x in text.split()]
        if len(parts) == 2 and ucd.normalize("NFC", ch) == ch:
            pairs[tuple(parts)] = c
seconds = {b for a, b in pairs} | set(range(0x1161, 0x1176)) | set(range(0x11A8, 0x11C3))

changed = []
for c in range(LAST):
    ch = chr(c)
    lower, upper, title, fold = ch.lower(), ch.upper(), ch.title(), ch.casefold()
    simple = (_sre.unicode_tolower(c), to_upper(c), to_title(c))
    for full, one in zip((lower, upper, title), simple):
        assert len(full) > 1 or full == chr(one) or full == ch == "\u03a3", hex(c)
    if max(map(len, (lower, upper, title, fold))) > 1:
        special.append((lower, upper, title, fold))
        special_index = len(special) - 1
        folded = c
    else:
        special_index = 0
        folded = ord(fold)
    value = ucd.numeric(ch, None)
    if value not in numeric_values:
        numeric_values.append(value)
    text = ucd.decomposition(ch)
    if text:
        tag = ""
        parts = text.split()
        if parts[0].startswith("<"):
            tag = parts.pop(0)
        if tag not in tags:
            tags.append(tag)
        key = (tags.index(tag), tuple(int(x, 16) for x in parts))
        if key not in decomposition_at:
            decomposition_at[key] = len(decompositions)
            decompositions += [key[0] << 8 | len(key[1]), *key[1]]
        # Index of the entry by code point goes through a table of its own.
    category = ucd.category(ch)
    in_old = OLD.category(ch) != "Cn"
    old = (OLD.category(ch), OLD.bidirectional(ch), OLD.east_asian_width(ch), OLD.mirrored(ch), OLD.decimal(ch, None))
    new = (category, ucd.bidirectional(ch), ucd.east_asian_width(ch), ucd.mirrored(ch), ucd.decimal(ch, None))
    if in_old and old != new:
        changed.append((c, old))
    flags = {
        "ALPHA": ch.isalpha(), "DECIMAL": ch.isdecimal(), "DIGIT": ch.isdigit(), "NUMERIC": ch.isnumeric(),
        "SPACE": ch.isspace(), "UPPER": ch.isupper(), "LOWER": ch.islower(),
        "TITLE": category == "Lt", "PRINTABLE": ch.isprintable(),
        "LINEBREAK": len(("a" + ch + "b").splitlines()) == 2,
        "XID_START": ch.isidentifier() and ch != "_", "XID_CONTINUE": ("a" + ch).isidentifier(),
        "CASED": bool(cased(c)), "CASE_IGNORABLE": bool(case_ignorable(c)), "MIRRORED": bool(ucd.mirrored(ch)),
        "NFD_NO": not ucd.is_normalized("NFD", ch), "NFKD_NO": not ucd.is_normalized("NFKD", ch),
        "NFC_NO": not ucd.is_normalized("NFC", ch), "NFKC_NO": not ucd.is_normalized("NFKC", ch),
        "COMPOSES_BACK": c in seconds, "IN_3_2": in_old, "CHANGED_SINCE_3_2": in_old and old != new,
        "HAS_DECOMPOSITION": bool(text),
    }
    assert set(flags) == set(FLAGS)
    row = (sum(1 << i for i, name in enumerate(FLAGS) if flags[name]),
           simple[0] - c, simple[1] - c, simple[2] - c, folded - c,
           special_index, numeric_values.index(value), categories.index(category), bidirectional.index(ucd.bidirectional(ch)),
           ucd.combining(ch), widths.index(ucd.east_asian_width(ch)), ucd.decimal(ch, 255), ucd.digit(ch, 255))
    if row not in record_numbers:
        record_numbers[row] = len(record_rows)
        record_rows.append(row)
    record_of.append(record_numbers[row])

# The record of unassigned characters comes first: it serves for code points that are out of range.
unassigned = record_of[0x378]
swap = {0: unassigned, unassigned: 0}
record_rows[0], record_rows[unassigned] = record_rows[unassigned], record_rows[0]
record_of = [swap.get(r, r) for r in record_of]

index, blocks = two_stage(record_of, 7)
assert max(index) < 65536 and max(blocks) < 65536
rows = ["{0x%x, %s}" % (row[0], ", ".join(map(str, row[1:]))) for row in record_rows]
parts = [
    array("uint16_t", "ucd_record_index", index), array("uint16_t", "ucd_record_blocks", blocks),
    array("struct ucd_record", "ucd_records", rows),
    array("uint32_t", "ucd_latin1_flags", ["0x%x" % record_rows[record_of[c]][0] for c in range(256)]),
    array("double", "ucd_numeric_values", ["0"] + [repr(v) for v in numeric_values[1:]]),
    "const char ucd_category_names[][3] = {%s};" % ", ".join('"%s"' % n for n in categories),
    "const char ucd_bidirectional_names[][4] = {%s};" % ", ".join('"%s"' % n for n in bidirectional),
    "const char ucd_width_names[][3] = {%s};" % ", ".join('"%s"' % n for n in widths),
    "const char ucd_decomposition_tags[][12] = {%s};" % ", ".join('"%s"' % n for n in tags),
]
rows = []
for entry in special:
    entry = entry or ("",) * 4
    rows.append("{{%s}, {%s}}" % (", ".join(str(len(s)) for s in entry), ", ".join(
        "{%s}" % ", ".join("0x%x" % x for x in ([ord(x) for x in s] + [0, 0, 0])[:3]) for s in entry)))
parts.append(array("struct ucd_case", "ucd_cases", rows))
rows = ["{0x%x, %d, %d, %d, %d, %d}" % (c, categories.index(o[0]), bidirectional.index(o[1]), widths.index(o[2]), o[3],
                                        255 if o[4] is None else o[4]) for c, o in changed]
parts.append(array("struct ucd_change", "ucd_changes", rows))
parts.append("const uint32_t ucd_change_count = %d;" % len(changed))
write("Properties.c", parts)

# MARK: Normalisation

where = []
for c in range(LAST):
    text = ucd.decomposition(chr(c))
    if not text:
        where.append(0)
        continue
    parts = text.split()
    tag = parts.pop(0) if parts[0].startswith("<") else ""
    where.append(decomposition_at[tags.index(tag), tuple(int(x, 16) for x in parts)])
index, blocks = two_stage(where, 6)
assert max(where) < 65536 and max(index) < 65536
# Pairs in a hash table with open addressing. ORDER: the hash is that of ucd_composition().
SIZE = 4096
table = [(0, 0, 0)] * SIZE
for (a, b), c in sorted(pairs.items()):
    slot = (a * 0x9E3779B1 + b * 0x85EBCA6B & 0xFFFFFFFF) >> 20
    while table[slot][0]:
        slot = (slot + 1) % SIZE
    table[slot] = (a, b, c)
# The five characters whose decompositions were corrected after Unicode 3.2, and what they were.
corrections = [(c, ord(OLD.normalize("NFD", chr(c)))) for c in range(LAST)
               if OLD.category(chr(c)) != "Cn" and OLD.normalize("NFD", chr(c)) != ucd.normalize("NFD", chr(c))]
assert len(corrections) == 5
write("Normalisation.c", [
    array("uint16_t", "ucd_decomposition_index", index), array("uint16_t", "ucd_decomposition_blocks", blocks),
    array("uint32_t", "ucd_decompositions", decompositions),
    array("struct ucd_pair", "ucd_pairs", ["{0x%x, 0x%x, 0x%x}" % p for p in table]),
    array("uint32_t", "ucd_corrections", [x for pair in corrections for x in pair]),
])

# MARK: Names

IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-"
names = {}
ranges = []
for c in range(LAST):
    name = ucd.name(chr(c), None)
    if name is None or 0xAC00 <= c <= 0xD7A3:
        continue
    if name == "%s%04X" % (IDEOGRAPH, c):
        if ranges and ranges[-1][1] == c - 1:
            ranges[-1][1] = c
        else:
            ranges.append([c, c])
        continue
    names[c] = name

candidates = set()
if len(sys.argv) > 1:
    for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
        candidates.update(part.strip() for part in re.split("[;\t\n]", line))
aliases, sequences = {}, {}
for name in sorted(candidates):
    if not re.fullmatch("[A-Z0-9 ()-]+", name):
        continue
    try:
        found = ucd.lookup(name)
    except KeyError:
        continue
    if len(found) > 1:
        sequences[name] = found
    elif ucd.name(found, None) != name and not name.startswith(IDEOGRAPH):
        aliases[name] = ord(found)

# A name is a series of words; the commonest take one byte, others two. A word that a hyphen follows includes it (and a
# space behind it); after any other word but the last there is a space.
def words(name):
    return re.findall(r"[^ -]*- ?|[^ -]+", name)


def spelled(parts):
    return "".join(w if w[-1] in "- " else w + " " for w in parts).removesuffix(" ")


count = {}
everything = [*names.values(), *aliases, *sequences]
for name in everything:
    assert spelled(words(name)) == name, name
    for word in words(name):
        count[word] = count.get(word, 0) + 1
ordered = sorted(count, key=lambda w: (-count[w], w))
SHORT = 192
assert len(ordered) < SHORT + 64 * 256
number = {w: i for i, w in enumerate(ordered)}


def encode(name):
    out = []
    for word in words(name):
        n = number[word]
        if n < SHORT:
            out.append(n)
        else:
            out += [SHORT + (n - SHORT >> 8), n - SHORT & 255]
    return out


# Streams: entries of a length byte and the bytes of the name; a directory entry for each block of 64 code points.
stream, directory = [], []
for start in range(0, LAST, 64):
    block = range(start, start + 64)
    if not any(c in names for c in block):
        directory.append(0xFFFFFFFF)
        continue
    directory.append(len(stream))
    for c in block:
        code = encode(names[c]) if c in names else []
        assert len(code) < 256
        stream += [len(code)] + code
name_index, name_blocks = two_stage(directory, 4)

# Extra names follow in the same stream: aliases, then sequences.
extra = []
sequence_data = []
for name, c in sorted(aliases.items()):
    extra.append((len(stream), c, 0))
    code = encode(name)
    stream += [len(code)] + code
for name, text in sorted(sequences.items()):
    extra.append((len(stream), len(sequence_data), len(text)))
    sequence_data += [ord(x) for x in text]
    code = encode(name)
    stream += [len(code)] + code

# Lookup: hash and displace. The first hash picks a bucket, whose displacement makes the second one free of collisions.
keys = [(name, c) for c, name in names.items()]
keys += [(name, LAST + i) for i, name in enumerate([*sorted(aliases), *sorted(sequences)])]


def fnv(name, seed):
    h = 0x811C9DC5 ^ seed
    for b in name.encode():
        h = (h ^ b) * 0x01000193 & 0xFFFFFFFF
    h ^= h >> 15
    h = h * 0x2C1B3C6D & 0xFFFFFFFF
    return h ^ h >> 13


BUCKETS, SLOTS = len(keys) // 4 + 1, len(keys) * 8 // 7
buckets = [[] for _ in range(BUCKETS)]
for name, value in keys:
    buckets[fnv(name, 0) % BUCKETS].append((name, value))
slots, displacement = [0xFFFFFFFF] * SLOTS, [0] * BUCKETS
for b in sorted(range(BUCKETS), key=lambda b: -len(buckets[b])):
    if not buckets[b]:
        continue
    for d in range(1, 65536):
        wanted = {fnv(name, d * 0x9E3779B1 & 0xFFFFFFFF) % SLOTS for name, _ in buckets[b]}
        if len(wanted) == len(buckets[b]) and all(slots[s] == 0xFFFFFFFF for s in wanted):
            break
    else:
        raise SystemExit("no displacement")
    displacement[b] = d
    for name, value in buckets[b]:
        slots[fnv(name, d * 0x9E3779B1 & 0xFFFFFFFF) % SLOTS] = value

text = "".join(ordered)
starts, position = [], 0
for word in ordered:
    starts.append(position)
    position += len(word)
starts.append(position)
parts = ["const char ucd_name_text[] ="]
parts += ['    "%s"' % text[i:i + 110] for i in range(0, len(text), 110)]
parts[-1] += ";"
write("Names.c", parts + [
    array("uint32_t", "ucd_name_word_starts", starts),
    array("uint8_t", "ucd_name_stream", stream),
    array("uint16_t", "ucd_name_index", name_index), array("uint32_t", "ucd_name_blocks", name_blocks),
    array("struct ucd_name_range", "ucd_name_ranges", ["{0x%x, 0x%x}" % tuple(r) for r in ranges]),
    array("struct ucd_extra_name", "ucd_extra_names", ["{%d, 0x%x, %d}" % e for e in extra]),
    array("uint16_t", "ucd_name_sequences", sequence_data),
    array("uint16_t", "ucd_name_displacements", displacement),
    array("uint32_t", "ucd_name_slots", slots),
    "const uint32_t ucd_name_range_count = %d;" % len(ranges),
    "const uint32_t ucd_name_bucket_count = %d;" % BUCKETS,
    "const uint32_t ucd_name_slot_count = %d;" % SLOTS,
    "const uint32_t ucd_extra_name_count = %d;" % len(extra),
])
print(len(record_rows), "records;", len(aliases), "aliases;", len(sequences), "sequences;", len(ordered), "words;",
      len(stream), "bytes of names; longest", max(map(len, everything)))
