// Signatures and docstrings of the module `_json`, as CPython 3.11 shows them.

enum JsonDocs {
    static var module: StaticString {
        """
        json speedups

        """
    }
    static var encode_basestring: FunctionDoc {
        FunctionDoc(nil, """
            encode_basestring(string) -> string

            Return a JSON representation of a Python string
            """)
    }
    static var encode_basestring_ascii: FunctionDoc {
        FunctionDoc(nil, """
            encode_basestring_ascii(string) -> string

            Return an ASCII-only JSON representation of a Python string
            """)
    }
    static var make_encoder: FunctionDoc {
        FunctionDoc(nil, "_iterencode(obj, _current_indent_level) -> iterable")
    }
    static var make_encoder_default: FunctionDoc {
        FunctionDoc(nil, "default")
    }
    static var make_encoder_encoder: FunctionDoc {
        FunctionDoc(nil, "encoder")
    }
    static var make_encoder_indent: FunctionDoc {
        FunctionDoc(nil, "indent")
    }
    static var make_encoder_item_separator: FunctionDoc {
        FunctionDoc(nil, "item_separator")
    }
    static var make_encoder_key_separator: FunctionDoc {
        FunctionDoc(nil, "key_separator")
    }
    static var make_encoder_markers: FunctionDoc {
        FunctionDoc(nil, "markers")
    }
    static var make_encoder_skipkeys: FunctionDoc {
        FunctionDoc(nil, "skipkeys")
    }
    static var make_encoder_sort_keys: FunctionDoc {
        FunctionDoc(nil, "sort_keys")
    }
    static var make_scanner: FunctionDoc {
        FunctionDoc(nil, "JSON scanner object")
    }
    static var make_scanner_object_hook: FunctionDoc {
        FunctionDoc(nil, "object_hook")
    }
    static var make_scanner_object_pairs_hook: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var make_scanner_parse_constant: FunctionDoc {
        FunctionDoc(nil, "parse_constant")
    }
    static var make_scanner_parse_float: FunctionDoc {
        FunctionDoc(nil, "parse_float")
    }
    static var make_scanner_parse_int: FunctionDoc {
        FunctionDoc(nil, "parse_int")
    }
    static var make_scanner_strict: FunctionDoc {
        FunctionDoc(nil, "strict")
    }
    static var scanstring: FunctionDoc {
        FunctionDoc(nil, """
            scanstring(string, end, strict=True) -> (string, end)

            Scan the string s for a JSON string. End is the index of the
            character in s after the quote that started the JSON string.
            Unescapes all valid JSON string escape sequences and raises ValueError
            on attempt to decode an invalid string. If strict is False then literal
            control characters are allowed in the string.

            Returns a tuple of the decoded string and the index of the character in s
            after the end quote.
            """)
    }
}
