# golden: hashseed=1
print({"a", "b", "c"}, set("hello world"), hash("a"), hash("abc"), hash(b"abc"), hash(""), hash("é"), {"k": 1, "a": 2})
import sys

print(sys.flags.hash_randomization, sys.hash_info.algorithm, sys.hash_info.width, sys.hash_info.modulus, sys.hash_info.hash_bits, sys.hash_info.seed_bits, sys.hash_info.cutoff)
