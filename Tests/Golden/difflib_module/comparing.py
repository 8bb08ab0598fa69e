# difflib: matching blocks, opcodes, ratios, junk, deltas of each form, close matches, restore, HTML.
import difflib as d

def show(label, call):
    try:
        print(label, repr(call()))
    except BaseException as error:
        print(label, type(error).__name__, error)



def is_junk(c): return c == " "
PAIRS = [("", ""), ("a", ""), ("", "b"), ("abcd", "bcde"), ("abxcd", "abcd"), ("private Thread currentThread;", "private volatile Thread currentThread;"), ("qabxcd", "abycdf"), (" abcd", "abcd abcd"), ("aaaa", "aa"), ("abcabc", "cbacba"), ("x" * 250 + "y", "y" + "x" * 250), ("\u00e9\U0001f600a", "\U0001f600\u00e9a"), ([1, 2, 3], [2, 3, 4]), ((1, "a"), [1, "b"])]
for a, b in PAIRS:
    for junk in None, is_junk:
        for auto in True, False:
            s = d.SequenceMatcher(junk, a, b, auto); line = (s.get_matching_blocks(), s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match(0, len(a), 0, len(b)), [list(g) for g in s.get_grouped_opcodes(1)], sorted(s.bjunk), sorted(s.bpopular))
            if junk is None and auto: base = line; print(repr(a)[:30], repr(b)[:30], *line)
            elif line != base: print("   ", junk and "junk", auto, *line)
s = d.SequenceMatcher(None, "abc", "xbc"); s.set_seq1("bcd"); print(s.ratio()); s.set_seq2("bcd"); print(s.ratio(), s.find_longest_match(), s.find_longest_match(1), s.find_longest_match(1, 2, 0, 1)); s.set_seqs("a", "b"); print(s.ratio(), d.SequenceMatcher[int], d.Match(1, 2, 3))
A = "one\ntwo\nthree\nfour\nfive\nsix\nseven\n".splitlines(True); B = "ore\ntree\nthree\nemu\nfive\nsix \nseven\neight".splitlines(True)
print("".join(d.ndiff(A, B))); delta = list(d.ndiff(A, B)); print(list(d.restore(delta, 1)) == A, list(d.restore(delta, 2)) == B); show("restore", lambda: list(d.restore(delta, 3)))
print("".join(d.unified_diff(A, B, "old", "new", "date1", "date2", n=1))); print("".join(d.context_diff(A, B, "old", "new", n=0))); print(list(d.unified_diff(A, A)), list(d.unified_diff([], ["x\n"], lineterm="")), list(d.context_diff(["a"], [], "f", "t", lineterm="|")), list(d.unified_diff(list("abcdefgh"), list("abXdefgY"), n=0, lineterm="")))
print(list(d.ndiff(["a\tb\n"], ["a b\n"])), list(d.ndiff(["x y\n"], ["x  y\n"], charjunk=None)), list(d.ndiff(["#\n", "a\n"], ["a\n"], linejunk=d.IS_LINE_JUNK)), d.IS_LINE_JUNK("  # \n"), d.IS_LINE_JUNK("x"), d.IS_CHARACTER_JUNK("\t"), list(d.Differ().compare(["abcdefg\n"], ["abcxefg\n", "new\n"])), list(d.Differ(is_junk).compare(["same\n"] * 3, ["same\n"] * 2 + ["sane\n"])))
print(list(d.diff_bytes(d.unified_diff, [b"a\n", b"\xff\n"], [b"a\n", b"\xfe\n"], b"x", b"y"))); show("bytes", lambda: list(d.unified_diff([b"a"], [b"b"]))); show("mixed names", lambda: list(d.unified_diff(["a"], ["b"], b"x"))); show("diff_bytes str", lambda: list(d.diff_bytes(d.unified_diff, ["a"], [b"b"])))
print(d.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), d.get_close_matches("x", [], 1), d.get_close_matches("while", ["whale", "white", "whole", "wile"], n=2, cutoff=0.7)); show("n", lambda: d.get_close_matches("a", [], 0)); show("cutoff", lambda: d.get_close_matches("a", [], cutoff=2)); show("unhashable", lambda: d.SequenceMatcher(None, [[]], [[]])); show("junk raises", lambda: d.SequenceMatcher(lambda c: 1 / 0, "a", "b"))
h = d.HtmlDiff(tabsize=4, wrapcolumn=12); print(h.make_table(["a <b>\t&\n", "common line that is long\n", "x\n"], ["a <c>\t&\n", "common line that is long\n", "x\n", "y\n"], "f", "t")); print(len(h.make_file(A, B, "\u00e9", "t", context=True, numlines=1, charset="ascii")), h.make_table(A, A, context=True).count("No Differences"))
