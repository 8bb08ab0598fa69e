raise_me = None
assert raise_me, "message here"
