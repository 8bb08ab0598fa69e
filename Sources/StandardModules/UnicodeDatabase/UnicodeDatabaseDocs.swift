// Signatures and docstrings of the module `unicodedata`, as CPython 3.11 shows them.

enum UnicodeDatabaseDocs {
    static var module: StaticString {
        """
        This module provides access to the Unicode Character Database which
        defines character properties for all Unicode characters. The data in
        this database is based on the UnicodeData.txt file version
        14.0.0 which is publicly available from ftp://ftp.unicode.org/.

        The module uses the same names and symbols as defined by the
        UnicodeData File Format 14.0.0.
        """
    }
    static var UCD: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var UCD_bidirectional: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the bidirectional class assigned to the character chr as string.

            If no such value is defined, an empty string is returned.
            """)
    }
    static var UCD_category: FunctionDoc {
        FunctionDoc("($self, chr, /)", "Returns the general category assigned to the character chr as string.")
    }
    static var UCD_combining: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the canonical combining class assigned to the character chr as integer.

            Returns 0 if no combining class is defined.
            """)
    }
    static var UCD_decimal: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent decimal value.

            Returns the decimal value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var UCD_decomposition: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the character decomposition mapping assigned to the character chr as string.

            An empty string is returned in case no such mapping is defined.
            """)
    }
    static var UCD_digit: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent digit value.

            Returns the digit value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var UCD_east_asian_width: FunctionDoc {
        FunctionDoc("($self, chr, /)", "Returns the east asian width assigned to the character chr as string.")
    }
    static var UCD_is_normalized: FunctionDoc {
        FunctionDoc("($self, form, unistr, /)", """
            Return whether the Unicode string unistr is in the normal form 'form'.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.
            """)
    }
    static var UCD_lookup: FunctionDoc {
        FunctionDoc("($self, name, /)", """
            Look up character by name.

            If a character with the given name is found, return the
            corresponding character.  If not found, KeyError is raised.
            """)
    }
    static var UCD_mirrored: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the mirrored property assigned to the character chr as integer.

            Returns 1 if the character has been identified as a "mirrored"
            character in bidirectional text, 0 otherwise.
            """)
    }
    static var UCD_name: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Returns the name assigned to the character chr as a string.

            If no name is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var UCD_normalize: FunctionDoc {
        FunctionDoc("($self, form, unistr, /)", """
            Return the normal form 'form' for the Unicode string unistr.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.
            """)
    }
    static var UCD_numeric: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent numeric value.

            Returns the numeric value assigned to the character chr as float.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var UCD_unidata_version: FunctionDoc {
        FunctionDoc(nil, nil)
    }
    static var bidirectional: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the bidirectional class assigned to the character chr as string.

            If no such value is defined, an empty string is returned.
            """)
    }
    static var category: FunctionDoc {
        FunctionDoc("($self, chr, /)", "Returns the general category assigned to the character chr as string.")
    }
    static var combining: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the canonical combining class assigned to the character chr as integer.

            Returns 0 if no combining class is defined.
            """)
    }
    static var decimal: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent decimal value.

            Returns the decimal value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var decomposition: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the character decomposition mapping assigned to the character chr as string.

            An empty string is returned in case no such mapping is defined.
            """)
    }
    static var digit: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent digit value.

            Returns the digit value assigned to the character chr as integer.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var east_asian_width: FunctionDoc {
        FunctionDoc("($self, chr, /)", "Returns the east asian width assigned to the character chr as string.")
    }
    static var is_normalized: FunctionDoc {
        FunctionDoc("($self, form, unistr, /)", """
            Return whether the Unicode string unistr is in the normal form 'form'.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.
            """)
    }
    static var lookup: FunctionDoc {
        FunctionDoc("($self, name, /)", """
            Look up character by name.

            If a character with the given name is found, return the
            corresponding character.  If not found, KeyError is raised.
            """)
    }
    static var mirrored: FunctionDoc {
        FunctionDoc("($self, chr, /)", """
            Returns the mirrored property assigned to the character chr as integer.

            Returns 1 if the character has been identified as a "mirrored"
            character in bidirectional text, 0 otherwise.
            """)
    }
    static var name: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Returns the name assigned to the character chr as a string.

            If no name is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
    static var normalize: FunctionDoc {
        FunctionDoc("($self, form, unistr, /)", """
            Return the normal form 'form' for the Unicode string unistr.

            Valid values for form are 'NFC', 'NFKC', 'NFD', and 'NFKD'.
            """)
    }
    static var numeric: FunctionDoc {
        FunctionDoc("($self, chr, default=<unrepresentable>, /)", """
            Converts a Unicode character into its equivalent numeric value.

            Returns the numeric value assigned to the character chr as float.
            If no such value is defined, default is returned, or, if not given,
            ValueError is raised.
            """)
    }
}
