# Streams that end early, lack marks, or ask for what is not there.
import _pickle

for data in (b"", b".", b"\x80", b"\x80\x09", b"(.", b"t.", b"K", b"I1", b"Iab\n.", b"Lx\n.", b"Fx\n.", b"S'a\n.", b"h\x05.", b"Np-1\n.", b"]e.",
             b"NNa.", b"}NNNs.", b"(NNNd.", b"NNR.", b"N}b.", b"N)\x81.", b"Q.", b"\x82\x05.", b"NN\x93.", b"\x95\xff\xff\xff\xff\xff\xff\xff\xff",
             b"\x97.", b"\xff.", b"A.", b"cbuiltins\nmissing\n.", b"I01\n.", b"I010\n.", b"}(NNu.", b"\x8a\x01\xff.", b"U\x01\xe9."):
    try:
        print(data, _pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
print(_pickle.loads(b"U\x01\xe9.", encoding="latin-1"), _pickle.loads(b"U\x01\xe9.", encoding="bytes"))
print(_pickle.loads(b"\x80\x02c__builtin__\nxrange\nK\x05\x85R."))
