# golden: flags=-Wdefault
# A file that nobody closes is closed by its end, with a warning; what was written is there.
import posix

descriptor = posix.memfd_create("file")
kept = posix.dup(descriptor)

def leave():
    f = open(descriptor, "w")
    f.write("text")
    f.buffer.raw.name = "file"
    del f

leave()
print(posix.pread(kept, 10, 0))

class Careful:
    def __init__(self):
        self.file = open(posix.dup(kept), "rb")
        self.file.raw.name = "other"
        self.cycle = self

Careful()
import gc
gc.collect()
print("done")
