// Signatures and docstrings of the module `_statistics`, as CPython 3.11 shows them.

enum StatisticsDocs {
    static var module: StaticString {
        """
        Accelerators for the statistics module.

        """
    }
    static var _normal_dist_inv_cdf: FunctionDoc {
        FunctionDoc("($module, p, mu, sigma, /)", nil)
    }
}
