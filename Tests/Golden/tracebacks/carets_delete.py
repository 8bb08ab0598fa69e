d = {}
del d["a"]["b"]
