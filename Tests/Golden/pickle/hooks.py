# Persistent identities, reducers, dispatch tables, memos, buffers out of band.
import _pickle


class File:
    def __init__(self, data=b""):
        self.data, self.position = data, 0

    def write(self, data):
        self.data += data

    def read(self, size):
        result = self.data[self.position:self.position + size]
        self.position += len(result)
        return result

    def readline(self):
        end = self.data.find(b"\n", self.position) + 1 or len(self.data)
        return self.read(end - self.position)


class Pickler(_pickle.Pickler):
    def persistent_id(self, value):
        return "id " + value if value == "abc" else None

    def reducer_override(self, value):
        return (int, (7,)) if value is Pickler else NotImplemented


class Unpickler(_pickle.Unpickler):
    def persistent_load(self, identity):
        return "loaded", identity

    def find_class(self, module, name):
        print("find", module, name)
        return super().find_class(module, name)


for protocol in range(6):
    file = File()
    try:
        Pickler(file, protocol).dump([1, "abc", Pickler, None])
    except _pickle.PicklingError as error:
        print(error)
        continue
    print(file.data)
    print(Unpickler(file).load())

file = File()
pickler = _pickle.Pickler(file)
shared = ["shared"]
pickler.dump(shared)
pickler.dump(shared)
print(file.data, sorted(number for number, _ in pickler.memo.copy().values()))
pickler.clear_memo()
print(pickler.memo.copy())
unpickler = _pickle.Unpickler(file)
print(unpickler.load(), unpickler.load(), sorted(unpickler.memo.copy()))

buffers = []
data = _pickle.dumps([_pickle.PickleBuffer(b"abc"), _pickle.PickleBuffer(bytearray(b"xyz"))], 5, buffer_callback=buffers.append)
print(data, [bytes(buffer) for buffer in buffers], _pickle.loads(data, buffers=[b"abc", bytearray(b"xyz")]))
print(_pickle.dumps(_pickle.PickleBuffer(b"abc"), 5))
