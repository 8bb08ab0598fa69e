// Signatures and docstrings of the module `_random`, as CPython 3.11 shows them.

enum RandomDocs {
    static var module: StaticString {
        "Module implements the Mersenne Twister random number generator."
    }
    static var Random: FunctionDoc {
        FunctionDoc(nil, "Random() -> create a random number generator with its own internal state.")
    }
    static var Random_getrandbits: FunctionDoc {
        FunctionDoc("($self, k, /)", "getrandbits(k) -> x.  Generates an int with k random bits.")
    }
    static var Random_getstate: FunctionDoc {
        FunctionDoc("($self, /)", "getstate() -> tuple containing the current state.")
    }
    static var Random_random: FunctionDoc {
        FunctionDoc("($self, /)", "random() -> x in the interval [0, 1).")
    }
    static var Random_seed: FunctionDoc {
        FunctionDoc("($self, n=None, /)", """
            seed([n]) -> None.

            Defaults to use urandom and falls back to a combination
            of the current time and the process identifier.
            """)
    }
    static var Random_setstate: FunctionDoc {
        FunctionDoc("($self, state, /)", "setstate(state) -> None.  Restores generator state.")
    }
}
