// Signatures and docstrings of the module `zlib`, as CPython 3.11 shows them.

enum ZlibDocs {
    static var module: StaticString {
        """
        The functions in this module allow compression and decompression using the
        zlib library, which is based on GNU zip.

        adler32(string[, start]) -- Compute an Adler-32 checksum.
        compress(data[, level]) -- Compress data, with compression level 0-9 or -1.
        compressobj([level[, ...]]) -- Return a compressor object.
        crc32(string[, start]) -- Compute a CRC-32 checksum.
        decompress(string,[wbits],[bufsize]) -- Decompresses a compressed string.
        decompressobj([wbits[, zdict]]) -- Return a decompressor object.

        'wbits' is window buffer size and container format.
        Compressor objects support compress() and flush() methods; decompressor
        objects support decompress() and flush().
        """
    }
    static var adler32: FunctionDoc {
        FunctionDoc("($module, data, value=1, /)", """
            Compute an Adler-32 checksum of data.

              value
                Starting value of the checksum.

            The returned checksum is an integer.
            """)
    }
    static var compress: FunctionDoc {
        FunctionDoc("($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)", """
            Returns a bytes object containing compressed data.

              data
                Binary data to be compressed.
              level
                Compression level, in 0-9 or -1.
              wbits
                The window buffer size and container format.
            """)
    }
    static var compressobj: FunctionDoc {
        FunctionDoc("($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n            strategy=Z_DEFAULT_STRATEGY, zdict=None)", """
            Return a compressor object.

              level
                The compression level (an integer in the range 0-9 or -1; default is
                currently equivalent to 6).  Higher compression levels are slower,
                but produce smaller results.
              method
                The compression algorithm.  If given, this must be DEFLATED.
              wbits
                +9 to +15: The base-two logarithm of the window size.  Include a zlib
                    container.
                -9 to -15: Generate a raw stream.
                +25 to +31: Include a gzip container.
              memLevel
                Controls the amount of memory used for internal compression state.
                Valid values range from 1 to 9.  Higher values result in higher memory
                usage, faster compression, and smaller output.
              strategy
                Used to tune the compression algorithm.  Possible values are
                Z_DEFAULT_STRATEGY, Z_FILTERED, and Z_HUFFMAN_ONLY.
              zdict
                The predefined compression dictionary - a sequence of bytes
                containing subsequences that are likely to occur in the input data.
            """)
    }
    static var crc32: FunctionDoc {
        FunctionDoc("($module, data, value=0, /)", """
            Compute a CRC-32 checksum of data.

              value
                Starting value of the checksum.

            The returned checksum is an integer.
            """)
    }
    static var decompress: FunctionDoc {
        FunctionDoc("($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)", """
            Returns a bytes object containing the uncompressed data.

              data
                Compressed data.
              wbits
                The window buffer size and container format.
              bufsize
                The initial output buffer size.
            """)
    }
    static var decompressobj: FunctionDoc {
        FunctionDoc("($module, /, wbits=MAX_WBITS, zdict=b'')", """
            Return a decompressor object.

              wbits
                The window buffer size and container format.
              zdict
                The predefined compression dictionary.  This must be the same
                dictionary as used by the compressor that produced the input data.
            """)
    }
}
