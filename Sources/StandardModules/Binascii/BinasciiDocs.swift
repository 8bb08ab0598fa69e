// Signatures and docstrings of the module `binascii`, as CPython 3.11 shows them.

enum BinasciiDocs {
    static var module: StaticString {
        "Conversion between binary data and ASCII"
    }
    static var a2b_base64: FunctionDoc {
        FunctionDoc("($module, data, /, *, strict_mode=False)", """
            Decode a line of base64 data.

              strict_mode
                When set to True, bytes that are not part of the base64 standard are not allowed.
                The same applies to excess data after padding (= / ==).
            """)
    }
    static var a2b_hex: FunctionDoc {
        FunctionDoc("($module, hexstr, /)", """
            Binary data of hexadecimal representation.

            hexstr must contain an even number of hex digits (upper or lower case).
            This function is also available as "unhexlify()".
            """)
    }
    static var a2b_qp: FunctionDoc {
        FunctionDoc("($module, /, data, header=False)", "Decode a string of qp-encoded data.")
    }
    static var a2b_uu: FunctionDoc {
        FunctionDoc("($module, data, /)", "Decode a line of uuencoded data.")
    }
    static var b2a_base64: FunctionDoc {
        FunctionDoc("($module, data, /, *, newline=True)", "Base64-code line of data.")
    }
    static var b2a_hex: FunctionDoc {
        FunctionDoc("($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)", """
            Hexadecimal representation of binary data.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            The return value is a bytes object.  This function is also
            available as "hexlify()".

            Example:
            >>> binascii.b2a_hex(b'\\xb9\\x01\\xef')
            b'b901ef'
            >>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')
            b'b9:01:ef'
            >>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)
            b'b9_01ef'
            """)
    }
    static var b2a_qp: FunctionDoc {
        FunctionDoc("($module, /, data, quotetabs=False, istext=True, header=False)", """
            Encode a string using quoted-printable encoding.

            On encoding, when istext is set, newlines are not encoded, and white
            space at end of lines is.  When istext is not set, \\r and \\n (CR/LF)
            are both encoded.  When quotetabs is set, space and tabs are encoded.
            """)
    }
    static var b2a_uu: FunctionDoc {
        FunctionDoc("($module, data, /, *, backtick=False)", "Uuencode line of data.")
    }
    static var crc32: FunctionDoc {
        FunctionDoc("($module, data, crc=0, /)", "Compute CRC-32 incrementally.")
    }
    static var crc_hqx: FunctionDoc {
        FunctionDoc("($module, data, crc, /)", "Compute CRC-CCITT incrementally.")
    }
    static var hexlify: FunctionDoc {
        FunctionDoc("($module, /, data, sep=<unrepresentable>, bytes_per_sep=1)", """
            Hexadecimal representation of binary data.

              sep
                An optional single character or byte to separate hex bytes.
              bytes_per_sep
                How many bytes between separators.  Positive values count from the
                right, negative values count from the left.

            The return value is a bytes object.  This function is also
            available as "b2a_hex()".
            """)
    }
    static var unhexlify: FunctionDoc {
        FunctionDoc("($module, hexstr, /)", """
            Binary data of hexadecimal representation.

            hexstr must contain an even number of hex digits (upper or lower case).
            """)
    }
}
